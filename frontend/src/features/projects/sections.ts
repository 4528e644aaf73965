import type { ProjectField } from '@/api/types'
import { head } from '@/ui/findings'

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

export const sectionOf = (pointer: string, fields: readonly ProjectField[]): SectionKey => {
  const name = head(pointer)
  if (name === 'appraisals' || name === 'appraisal') return 'appraisal'
  if (name === 'attachments') return 'attachments'
  const section = fields.find((f) => f.name === name)?.section
  return sections.find((s) => s.key === section)?.key ?? 'basic'
}
