import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { ProjectField, SignedProject } from '@/api/types'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { head } from '@/ui/findings'
import { PageHead } from '@/ui/page-head'
import { RecordForm } from '@/ui/record-form'
import { SaveNote } from '@/ui/save-note'
import { Answer } from '@/ui/states'
import { FieldControl, quantityOf } from '../units/field-control'
import { useFieldText } from '../units/field-text'
import { EventChoice } from './event-choice'
import { signedProjectQuery, signingFieldsQuery } from './queries'
import { SigningDraft } from './signing-draft'
import { SigningMarks } from './signing-marks'
import { signingWords } from './words'

/** Asked of programs; the stage has a step of its own. */
const unasked = new Set(['externalId', 'unitCode', 'justifications', 'shares', 'stage'])
const sections = ['basic', 'agreement', 'amount', 'course'] as const
/** What is planned lies ahead. */
const planned = new Set(['plannedStartOn', 'plannedCompletionOn'])

export function Component() {
  const { id } = useParams()
  const fields = useQuery(signingFieldsQuery())
  return (
    <Answer query={fields} back={<ToList />}>
      {(known) => (id ? <Existing id={id} fields={known} /> : <Form key="new" fields={known} />)}
    </Answer>
  )
}

function ToList() {
  const t = useWords(signingWords)
  return <Link to={paths.signedProjects}>{t('toList')}</Link>
}

function Existing({ id, fields }: { id: string; fields: ProjectField[] }) {
  // What the server has now, not what a list remembered: the form builds on its version.
  const project = useQuery({ ...signedProjectQuery(id), staleTime: 0, gcTime: 0 })
  return (
    <Answer query={project} back={<ToList />}>
      {(known) => <Form key={id} fields={fields} project={known} />}
    </Answer>
  )
}

/** What it is merged into is asked where it is. */
const unaskedOf = (project?: SignedProject) =>
  project?.stage === 'MERGED' ? unasked : new Set([...unasked, 'mergedInto'])

/** The names of what the form may send. */
const inputNames = (fields: readonly ProjectField[]) =>
  fields
    .filter((f) => !f.name.includes('/') && f.name !== 'unitCode' && f.name !== 'stage' && f.name !== 'shares')
    .map((f) => f.name)

function Form({ fields, project }: { fields: ProjectField[]; project?: SignedProject }) {
  const t = useWords(signingWords)
  const { user, unitCode } = useCaller()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const valueText = useFieldText()
  const [draft] = useState(() => new SigningDraft(user.username, inputNames(fields), project))
  const state = useSyncExternalStore(draft.subscribe, draft.get)
  const { base, values } = state
  const label = fields.find((f) => f.name === 'name')?.label ?? t('name')

  useEffect(() => {
    void draft.start()
    return () => {
      draft.stop()
      void queries.invalidateQueries({ queryKey: ['signed-projects'] })
    }
  }, [draft, queries])
  useEffect(() => {
    if (project) draft.rebase(project)
  }, [draft, project])
  // A new one got its address while one was typing: a reload must find it, the form must not be torn down.
  const created = !project && base?.id
  useEffect(() => {
    if (created) globalThis.history.replaceState(globalThis.history.state, '', paths.editSignedProject(created))
  }, [created])

  return (
    <>
      <PageHead
        title={(typeof values.name === 'string' && values.name.trim()) || t('new')}
        lead={base && <SigningMarks of={base} />}
      />
      <RecordForm
        draft={draft}
        fields={fields}
        sections={sections.map((key) => ({ key, title: t(`section${key}`) }))}
        sectionOf={(pointer) => fields.find((f) => f.name === head(pointer))?.section ?? 'basic'}
        judged={project !== undefined}
        unasked={unaskedOf(project)}
        editable={() => !base || base.allowedActions.includes('edit')}
        unitOf={(field) => quantityOf(field)?.unit ?? field.unit ?? undefined}
        valueText={valueText}
        control={(field, control, value, change, disabled) =>
          field.name === 'eventCode' ? (
            <EventChoice
              control={control}
              value={value as string | null | undefined}
              disabled={disabled}
              onChange={change}
            />
          ) : (
            <FieldControl
              field={field}
              control={control}
              value={value}
              disabled={disabled}
              unitCode={base?.unitCode ?? unitCode}
              ahead={planned.has(field.name)}
              onChange={change}
            />
          )
        }
      />
      <div className="zs-bar">
        <SaveNote state={state} naming={label} />
        <Button
          type="primary"
          onClick={() =>
            void draft.flush().then(() => navigate(base ? paths.signedProject(base.id) : paths.signedProjects))
          }
        >
          {t(base ? 'toRecord' : 'toList')}
        </Button>
      </div>
    </>
  )
}
