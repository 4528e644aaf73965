import { Alert, Button } from 'antd'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import type { Finding, ProjectField } from '@/api/types'
import { instantText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { type Control, Field } from './field'
import { FindingsList, head, isOpen } from './findings'
import { MergeDialog } from './merge-dialog'
import type { DraftRecord, FieldName, Justified, RecordDraft } from './record-draft'
import { recordWords } from './record-words'

export type FormSection = {
  key: string
  title: string
  /** What stands there instead of fields; it hears what is to be told of it. */
  content?: (told: readonly Finding[]) => ReactNode
}

/** Milliseconds in which a click that began is over. */
const MOMENT = 250

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** A record as a form: a map at the side, sections of fields, what is to be settled at the top and beside each field. */
export function RecordForm<R extends DraftRecord, V extends Justified>({
  draft,
  fields,
  sections,
  sectionOf,
  judged,
  unasked,
  partly,
  editable,
  note,
  unitOf,
  valueText,
  lead,
  control,
}: {
  draft: RecordDraft<R, V>
  fields: readonly ProjectField[]
  sections: readonly FormSection[]
  sectionOf: (pointer: string) => string
  /** Whether a field that was not touched yet is told that it is missing. */
  judged: boolean
  /** Asked of programs and of the system, not of a person at a form. */
  unasked: ReadonlySet<string>
  /** Fields of many parts, which may be filled in and lack something all the same. */
  partly?: ReadonlySet<string>
  editable: (name: string) => boolean
  /** What a reviewer wrote about a field. */
  note?: (name: string) => ReactNode
  /** The unit that the label of a field names. */
  unitOf: (field: ProjectField) => string | undefined
  valueText: (field: ProjectField | undefined, value: unknown) => string
  lead?: ReactNode
  control: (
    field: ProjectField,
    control: Control,
    value: unknown,
    change: (value: unknown) => void,
    disabled: boolean,
  ) => ReactNode
}) {
  const t = useWords(recordWords)
  const state = useSyncExternalStore(draft.subscribe, draft.get)
  const { values, findings, base } = state
  const locked = base && !base.allowedActions.includes('edit')
  const typed = (name: string) => values[name as FieldName<V>]
  const explained = (rule: string) => values.justifications?.find((j) => j.rule === rule)?.text ?? ''
  const open = findings.filter((f) => isOpen(f, explained))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const told = (f: Finding) => {
    const name = head(f.pointer)
    // What was just filled in is not missing, though the server has not judged it yet.
    return f.rule !== 'REQUIRED' || ((judged || left.has(name)) && (partly?.has(name) || isEmpty(typed(name))))
  }
  // Not at once: the message would move what one is just clicking on.
  const leave = (name: string) =>
    setTimeout(() => setLeft((names) => (names.has(name) ? names : new Set(names).add(name))), MOMENT)

  return (
    <div className="zs-form-page">
      <nav className="zs-map" aria-label={t('sections')}>
        <ol>
          {sections.map(({ key, title }) => {
            const count = open.filter((f) => sectionOf(f.pointer) === key).length
            return (
              <li key={key}>
                <a href={`#section-${key}`}>
                  {title}
                  {count > 0 && (
                    <span className="zs-count">
                      <span aria-hidden="true">{count}</span>
                      <span className="zs-visually-hidden">{t('sectionOpen', { count })}</span>
                    </span>
                  )}
                </a>
              </li>
            )
          })}
        </ol>
      </nav>
      <div className="zs-form-sections">
        {lead}
        {locked && (
          <Alert
            type="info"
            showIcon
            title={t('locked', {
              reason: base.whyNot?.find(({ action }) => action === 'edit')?.message ?? t('onlyItsUnit'),
            })}
          />
        )}
        {state.restoredAt && (
          <Alert
            type="info"
            showIcon
            title={t('restored', { time: instantText(new Date(state.restoredAt).toISOString()) })}
            action={<Button onClick={() => draft.discardRestored()}>{t('discardRestored')}</Button>}
          />
        )}
        <FindingsList findings={open} folded={!judged} />
        {sections.map(({ key, title, content }) => (
          <section key={key} id={`section-${key}`} className="zs-card zs-section" aria-labelledby={`title-${key}`}>
            <h2 id={`title-${key}`}>{title}</h2>
            {content ? (
              content(findings.filter((f) => sectionOf(f.pointer) === key && told(f)))
            ) : (
              <div className="zs-fields">
                {fields
                  .filter((f) => f.section === key && f.necessity !== 'SYSTEM' && !unasked.has(f.name))
                  .map((field) => (
                    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears when the control inside is left
                    <div
                      key={field.name}
                      className={field.type === 'LONG_TEXT' ? 'zs-wide' : undefined}
                      onBlur={() => leave(field.name)}
                    >
                      <Field
                        pointer={`/${field.name}`}
                        label={field.label}
                        necessity={field.necessity}
                        unit={unitOf(field)}
                        help={field.help}
                        group={field.type === 'BOOLEAN' || field.type === 'ENUMS'}
                        note={note?.(field.name)}
                        findings={findings.filter((f) => f.pointer === `/${field.name}` && told(f))}
                        explanation={{
                          text: explained,
                          change: (rule, text) => draft.explain(rule, text),
                          disabled: !editable('justifications') && !editable(field.name),
                        }}
                      >
                        {(attributes) =>
                          control(
                            field,
                            attributes,
                            typed(field.name),
                            (value) => draft.change(field.name as FieldName<V>, value),
                            !editable(field.name),
                          )
                        }
                      </Field>
                    </div>
                  ))}
              </div>
            )}
          </section>
        ))}
      </div>
      {state.conflicts && (
        <MergeDialog
          conflicts={state.conflicts}
          fields={fields}
          text={valueText}
          onSettle={(choices) => draft.settle(choices)}
        />
      )}
    </div>
  )
}
