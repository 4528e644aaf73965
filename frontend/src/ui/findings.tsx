import type { Finding } from '@/api/types'
import { inBrackets } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { uiWords } from './words'

/** The element a pointer leads to: `/principleChecks/3` is shown by the field `f-principleChecks-3`. */
export const fieldId = (pointer: string): string => `f${pointer.replaceAll('/', '-')}`

/** The field of a form that a pointer is of. */
export const head = (pointer: string): string => pointer.split('/')[1] ?? ''

/** A finding that still owes something: a block, or a question without a word of explanation. */
export const isOpen = (finding: Finding, explained: (rule: string) => string): boolean =>
  finding.severity === 'BLOCK' || (finding.severity === 'EXPLAIN' && explained(finding.rule).trim() === '')

/** Moves to the field a finding speaks of, or to the nearest thing above it that is on the page. */
export function jumpTo(pointer: string): void {
  for (let path = pointer; path; path = path.slice(0, path.lastIndexOf('/'))) {
    const target = document.getElementById(fieldId(path))
    if (target) {
      target.scrollIntoView({ block: 'center' })
      const focusable = target.matches('input,textarea,select,button,[tabindex]')
        ? target
        : target.querySelector<HTMLElement>('input,textarea,select,button,[tabindex]')
      ;(focusable ?? target).focus({ preventScroll: true })
      return
    }
  }
}

/** Something the form itself can see is not there yet; everything else the server judges. */
export const missing = (pointer: string, message: string): Finding => ({
  rule: 'REQUIRED',
  pointer,
  severity: 'BLOCK',
  message,
  params: {},
})

const order = { BLOCK: 0, EXPLAIN: 1, INFO: 2 }
export const bySeverity = (a: Finding, b: Finding): number => order[a.severity] - order[b.severity]

const marks = { BLOCK: '✕', EXPLAIN: '?', INFO: 'i' }

export function FindingLine({ finding }: { finding: Finding }) {
  const t = useWords(uiWords)
  return (
    <span className={`zs-finding zs-finding-${finding.severity}`}>
      <span className="zs-finding-mark" aria-hidden="true">
        {marks[finding.severity]}
      </span>
      <strong>{t(`severity${finding.severity}`)}</strong> <span className="zs-finding-message">{finding.message}</span>
      {finding.clause && finding.rule !== 'REQUIRED' && (
        <span className="zs-quiet"> {t('clause', { clause: finding.clause })}</span>
      )}
    </span>
  )
}

/** The list at the top of a form: each line leads to its field. */
export function FindingsList({
  findings,
  title,
  folded = false,
  onJump = jumpTo,
}: {
  findings: readonly Finding[]
  title?: string
  /** Only the count, until one asks for more. */
  folded?: boolean
  onJump?: (pointer: string) => void
}) {
  const t = useWords(uiWords)
  if (findings.length === 0) return null
  const label = title ?? t('findings')
  const heading = label + inBrackets(findings.length)
  const list = (
    <ul>
      {[...findings].sort(bySeverity).map((finding) => (
        <li key={`${finding.rule}${finding.pointer}${finding.message}`}>
          <button type="button" className="zs-link" onClick={() => onJump(finding.pointer)}>
            <FindingLine finding={finding} />
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <section className="zs-findings" aria-label={label}>
      {folded ? (
        <details>
          <summary>{heading}</summary>
          {list}
        </details>
      ) : (
        <>
          <h2>{heading}</h2>
          {list}
        </>
      )}
    </section>
  )
}
