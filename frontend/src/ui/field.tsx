import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { Finding } from '@/api/types'
import { inBrackets, unitText } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { bySeverity, FindingLine, fieldId } from './findings'
import { uiWords } from './words'

export type Control = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean; 'aria-required'?: boolean }

/**
 * A label, its control, what it means, and what is to be settled: the finding stands beside the field,
 * and one that may be explained has its text box right there.
 */
export function Field({
  pointer,
  label,
  necessity,
  unit,
  help,
  note,
  findings = [],
  explanation,
  group = false,
  children,
}: {
  pointer: string
  label: string
  necessity?: 'REQUIRED' | 'RECOMMENDED' | 'OPTIONAL' | 'SYSTEM'
  unit?: string | null
  help?: ReactNode
  /** What the reviewer wrote about this field. */
  note?: ReactNode
  findings?: readonly Finding[]
  /** Present where EXPLAIN findings are answered: the text by rule, and how to change it. */
  explanation?: { text: (rule: string) => string; change: (rule: string, text: string) => void; disabled?: boolean }
  /** A set of controls (radio buttons, boxes) instead of one. */
  group?: boolean
  children: (control: Control) => ReactNode
}) {
  const t = useWords(uiWords)
  const id = fieldId(pointer)
  const described = [help && `${id}-help`, note && `${id}-note`, findings.length > 0 && `${id}-findings`].filter(
    Boolean,
  )
  const control: Control = {
    id,
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
    ...(findings.some((f) => f.severity === 'BLOCK') && { 'aria-invalid': true }),
    ...(necessity === 'REQUIRED' && !group && { 'aria-required': true }),
  }
  const caption = (
    <>
      {label}
      {unit && <span className="zs-unit">{inBrackets(unitText(unit))}</span>}
      {necessity === 'REQUIRED' && <span className="zs-required">{t('required')}</span>}
      {necessity === 'RECOMMENDED' && <span className="zs-quiet">{t('recommended')}</span>}
    </>
  )
  const body = (
    <>
      {help && (
        <div id={`${id}-help`} className="zs-quiet">
          {help}
        </div>
      )}
      {note && (
        <div id={`${id}-note`} className="zs-note">
          {note}
        </div>
      )}
      {children(control)}
      {findings.length > 0 && (
        <div id={`${id}-findings`} className="zs-field-findings">
          {[...findings].sort(bySeverity).map((finding) => (
            <FindingLine key={finding.rule + finding.message} finding={finding} />
          ))}
        </div>
      )}
      {explanation &&
        findings
          .filter((f) => f.severity === 'EXPLAIN')
          .map(({ rule }) => (
            <div key={rule} className="zs-explain">
              <label htmlFor={`${id}-${rule}`}>{t('explanation')}</label>
              <Input.TextArea
                id={`${id}-${rule}`}
                value={explanation.text(rule)}
                disabled={explanation.disabled ?? false}
                placeholder={t('explanationHint')}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={500}
                onChange={(event) => explanation.change(rule, event.target.value)}
              />
            </div>
          ))}
    </>
  )
  return group ? (
    <fieldset className="zs-field" id={id} tabIndex={-1} aria-describedby={control['aria-describedby']}>
      <legend>{caption}</legend>
      {body}
    </fieldset>
  ) : (
    <div className="zs-field">
      <label htmlFor={id}>{caption}</label>
      {body}
    </div>
  )
}
