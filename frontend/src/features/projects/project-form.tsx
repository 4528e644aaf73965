import { Alert } from 'antd'
import { useSyncExternalStore } from 'react'
import type { Finding, Project, ProjectField, ProjectInput } from '@/api/types'
import { instantText } from '@/lib/dates'
import { colon } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { head, jumpTo } from '@/ui/findings'
import { type FormSection, RecordForm } from '@/ui/record-form'
import { recordWords } from '@/ui/record-words'
import { FieldControl, quantityOf } from '../units/field-control'
import { useFieldText } from '../units/field-text'
import { AppraisalsSection } from './appraisals-section'
import { AttachmentsSection } from './attachments-section'
import { PrinciplesSection } from './principles-section'
import type { Name, ProjectDraft } from './project-draft'
import { type SectionKey, sectionOf, sections } from './sections'
import { projectWords } from './words'

const unasked = new Set(['externalId', 'unitCode', 'callYear', 'principleChecks', 'justifications'])
const partly = new Set(['principleChecks'])

export function ProjectForm({
  draft,
  fields,
  judged,
  onRecordChanged,
}: {
  draft: ProjectDraft
  fields: readonly ProjectField[]
  judged: boolean
  onRecordChanged: () => void
}) {
  const t = useWords(projectWords)
  const r = useWords(recordWords)
  const { unitCode } = useCaller()
  const { values, base } = useSyncExternalStore(draft.subscribe, draft.get)
  const valueText = useFieldText()
  const editable = (name: string) => isEditable(base, name)
  const naming = fields.find((f) => f.name === 'name')?.label ?? t('name')
  const contents: Partial<Record<SectionKey, FormSection['content']>> = {
    principles: (told: readonly Finding[]) => (
      <PrinciplesSection
        checks={values.principleChecks ?? []}
        callYear={values.callYear}
        findings={told}
        disabled={!editable('principleChecks')}
        onChange={(checks) => draft.change('principleChecks', checks)}
      />
    ),
    appraisal: (told: readonly Finding[]) =>
      base ? (
        <AppraisalsSection id={base.id} findings={told} canAdd={base.allowedActions.includes('appraise')} />
      ) : (
        <p className="zs-quiet">{r('notYet', { label: naming })}</p>
      ),
    attachments: () =>
      base ? (
        <AttachmentsSection
          id={base.id}
          canChange={base.allowedActions.includes('attach')}
          onChanged={onRecordChanged}
        />
      ) : (
        <p className="zs-quiet">{r('saveFirst', { label: naming })}</p>
      ),
  }
  return (
    <RecordForm
      draft={draft}
      fields={fields}
      sections={sections.map(({ key, word }) => ({
        key,
        title: t(word),
        ...(contents[key] && { content: contents[key] }),
      }))}
      sectionOf={(pointer) => sectionOf(pointer, fields)}
      judged={judged}
      unasked={unasked}
      partly={partly}
      editable={editable}
      note={(name) => remark(base, name, (reason) => t('returnedField', { reason }))}
      unitOf={(field) => quantityOf(field)?.unit}
      valueText={valueText}
      lead={base?.returned && <Returned project={base} fields={fields} />}
      control={(field, control, value, change, disabled) => (
        <FieldControl
          field={field}
          control={control}
          value={value}
          disabled={disabled}
          unitCode={base?.unitCode ?? unitCode}
          onChange={change}
        />
      )}
    />
  )
}

function Returned({ project, fields }: { project: Project; fields: readonly ProjectField[] }) {
  const t = useWords(projectWords)
  const { returned } = project
  if (!returned) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('returnedBy', { by: returned.by, at: instantText(returned.at), reason: returned.reason })}
      description={
        <>
          {project.state === 'RETURNED' && <p>{t('reopenedOnly')}</p>}
          <ul>
            {returned.fields.map((f) => (
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
  )
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
