import type { Finding, ProjectField } from '@/api/types'

/** The sections of the form in the order of work; which field stands where is said by the server. */
export const sections = [
  { key: 'basic', word: 'sectionBasic' },
  { key: 'scale', word: 'sectionScale' },
  { key: 'needs', word: 'sectionNeeds' },
  { key: 'benefit', word: 'sectionBenefit' },
  { key: 'cooperation', word: 'sectionCooperation' },
  { key: 'contact', word: 'sectionContact' },
  { key: 'principles', word: 'sectionPrinciples' },
  { key: 'appraisal', word: 'sectionAppraisal' },
  { key: 'attachments', word: 'sectionAttachments' },
] as const

export type SectionKey = (typeof sections)[number]['key']

export const head = (pointer: string): string => pointer.split('/')[1] ?? ''

export const sectionOf = (pointer: string, fields: readonly ProjectField[]): SectionKey => {
  const name = head(pointer)
  if (name === 'appraisals' || name === 'appraisal') return 'appraisal'
  if (name === 'attachments') return 'attachments'
  const section = fields.find((f) => f.name === name)?.section
  return sections.find((s) => s.key === section)?.key ?? 'basic'
}

/** A finding that still owes something: a block, or a question without a word of explanation. */
export const isOpen = (finding: Finding, explained: (rule: string) => string): boolean =>
  finding.severity === 'BLOCK' || (finding.severity === 'EXPLAIN' && explained(finding.rule).trim() === '')
