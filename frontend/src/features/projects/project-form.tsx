import { Alert, Button } from 'antd'
import { useState, useSyncExternalStore } from 'react'
import type { Finding, Project, ProjectField, ProjectInput } from '@/api/types'
import { instantText } from '@/lib/dates'
import { colon } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { Field } from '@/ui/field'
import { FindingsList, jumpTo } from '@/ui/findings'
import { AppraisalsSection } from './appraisals-section'
import { AttachmentsSection } from './attachments-section'
import { MergeDialog } from './merge-dialog'
import { PrinciplesSection } from './principles-section'
import { ProjectControl, quantityOf } from './project-control'
import type { Name, ProjectDraft } from './project-draft'
import { head, isOpen, type SectionKey, sectionOf, sections } from './sections'
import { projectWords } from './words'

/** Asked of programs and of the system, not of a person at a form. */
const unasked = new Set(['externalId', 'unitCode', 'callYear', 'principleChecks', 'justifications'])
const wide = new Set(['LONG_TEXT'])
/** Milliseconds in which a click that began is over. */
const MOMENT = 250

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

export function ProjectForm({
  draft,
  fields,
  judged,
  onRecordChanged,
}: {
  draft: ProjectDraft
  fields: readonly ProjectField[]
  /** Whether a field that was not touched yet is told that it is missing. */
  judged: boolean
  onRecordChanged: () => void
}) {
  const t = useWords(projectWords)
  const { unitCode } = useCaller()
  const state = useSyncExternalStore(draft.subscribe, draft.get)
  const { values, base, findings } = state
  const explained = (rule: string) => values.justifications?.find((j) => j.rule === rule)?.text ?? ''
  const editable = (name: string) => isEditable(base, name)
  const open = findings.filter((f) => isOpen(f, explained))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const told = (f: Finding) => {
    const name = head(f.pointer) as Name
    // What was just filled in is not missing, though the server has not judged it yet.
    return (
      f.rule !== 'REQUIRED' || ((judged || left.has(name)) && (name === 'principleChecks' || isEmpty(values[name])))
    )
  }
  // Not at once: the message would move what one is just clicking on.
  const leave = (name: string) =>
    setTimeout(() => setLeft((names) => (names.has(name) ? names : new Set(names).add(name))), MOMENT)
  const at = (name: string) => findings.filter((f) => f.pointer === `/${name}` && told(f))

  return (
    <div className="zs-form-page">
      <nav className="zs-map" aria-label={t('sections')}>
        <ol>
          {sections.map(({ key, word }) => {
            const count = open.filter((f) => sectionOf(f.pointer, fields) === key).length
            return (
              <li key={key}>
                <a href={`#section-${key}`}>
                  {t(word)}
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
        {base?.returned && (
          <Alert
            type="warning"
            showIcon
            title={t('returnedBy', {
              by: base.returned.by,
              at: instantText(base.returned.at),
              reason: base.returned.reason,
            })}
            description={
              <>
                {base.state === 'RETURNED' && <p>{t('reopenedOnly')}</p>}
                <ul>
                  {base.returned.fields.map((f) => (
                    <li key={f.pointer}>
                      <button type="button" className="zs-link" onClick={() => jumpTo(f.pointer)}>
                        {fields.find((x) => x.name === head(f.pointer))?.label ?? f.pointer}
                      </button>
                      {colon()}
                      {f.reason}
                    </li>
                  ))}
                </ul>
              </>
            }
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
        {sections.map(({ key, word }) => (
          <section key={key} id={`section-${key}`} className="zs-card zs-section" aria-labelledby={`title-${key}`}>
            <h2 id={`title-${key}`}>{t(word)}</h2>
            {key === 'principles' ? (
              <PrinciplesSection
                checks={values.principleChecks ?? []}
                callYear={values.callYear}
                findings={findings.filter((f) => head(f.pointer) === 'principleChecks' && told(f))}
                disabled={!editable('principleChecks')}
                onChange={(checks) => draft.change('principleChecks', checks)}
              />
            ) : key === 'appraisal' ? (
              base ? (
                <AppraisalsSection
                  id={base.id}
                  findings={findings.filter((f) => sectionOf(f.pointer, fields) === 'appraisal')}
                  canAdd={base.allowedActions.includes('appraise')}
                />
              ) : (
                <p className="zs-quiet">{t('notYet')}</p>
              )
            ) : key === 'attachments' ? (
              base ? (
                <AttachmentsSection
                  id={base.id}
                  canChange={base.allowedActions.includes('attach')}
                  onChanged={onRecordChanged}
                />
              ) : (
                <p className="zs-quiet">{t('saveFirst')}</p>
              )
            ) : (
              <div className="zs-fields">
                {fieldsOf(fields, key).map((field) => (
                  // biome-ignore lint/a11y/noStaticElementInteractions: it only hears when the control inside is left
                  <div
                    key={field.name}
                    className={wide.has(field.type) ? 'zs-wide' : undefined}
                    onBlur={() => leave(field.name)}
                  >
                    <Field
                      pointer={`/${field.name}`}
                      label={field.label}
                      necessity={field.necessity}
                      unit={quantityOf(field)?.unit}
                      help={field.help}
                      group={field.type === 'BOOLEAN' || field.type === 'ENUMS'}
                      note={remark(base, field.name, (reason) => t('returnedField', { reason }))}
                      findings={at(field.name)}
                      explanation={{
                        text: explained,
                        change: (rule, text) => draft.explain(rule, text),
                        disabled: !editable('justifications') && !editable(field.name),
                      }}
                    >
                      {(control) => (
                        <ProjectControl
                          field={field}
                          control={control}
                          value={values[field.name as Name]}
                          disabled={!editable(field.name)}
                          unitCode={base?.unitCode ?? unitCode}
                          onChange={(value) => draft.change(field.name as Name, value)}
                        />
                      )}
                    </Field>
                  </div>
                ))}
              </div>
            )}
          </section>
        ))}
      </div>
      {state.conflicts && (
        <MergeDialog conflicts={state.conflicts} fields={fields} onSettle={(choices) => draft.settle(choices)} />
      )}
    </div>
  )
}

function fieldsOf(fields: readonly ProjectField[], section: SectionKey): ProjectField[] {
  return fields.filter((f) => f.section === section && f.necessity !== 'SYSTEM' && !unasked.has(f.name))
}

/** A returned project reopens only what the bureau named, and what is tied to it. */
function isEditable(base: Project | undefined, name: string): boolean {
  if (!base) return true
  if (!base.allowedActions.includes('edit')) return false
  return !base.editablePointers || base.editablePointers.some((pointer) => head(pointer) === name)
}

function remark(base: Project | undefined, name: string, words: (reason: string) => string) {
  if (base?.state !== 'RETURNED') return undefined
  const found = base.returned?.fields.filter((f) => head(f.pointer) === name) ?? []
  return found.length > 0 ? found.map((f) => words(f.reason)).join('\n') : undefined
}

/** The names of what a form may send. */
export const inputNames = (fields: readonly ProjectField[]): Name[] =>
  fields.filter((f) => !f.name.includes('/') && f.name !== 'unitCode').map((f) => f.name as keyof ProjectInput)
