import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { isProblem } from '@/api/problem'
import type { Finding, Project, ProjectField } from '@/api/types'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { Dialog } from '@/ui/dialog'
import { FindingLine, isOpen, jumpTo } from '@/ui/findings'
import { PageHead } from '@/ui/page-head'
import { SaveNote } from '@/ui/save-note'
import { Answer } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { ProjectDraft } from './project-draft'
import { inputNames, ProjectForm } from './project-form'
import { ProjectMarks } from './project-marks'
import { projectFieldsQuery, projectQuery, transition } from './queries'
import { projectWords } from './words'

/** Creating and editing are one form: a project exists from the moment it has a name. */
export function Component() {
  const { id } = useParams()
  const fields = useQuery(projectFieldsQuery())
  return (
    <Answer query={fields} back={<ToList />}>
      {(known) => (id ? <Existing id={id} fields={known} /> : <Form key="new" fields={known} />)}
    </Answer>
  )
}

function ToList() {
  const t = useWords(projectWords)
  return <Link to={paths.projects}>{t('toList')}</Link>
}

function Existing({ id, fields }: { id: string; fields: ProjectField[] }) {
  // What the server has now, not what a list remembered: the form builds on its version.
  const project = useQuery({ ...projectQuery(id), staleTime: 0, gcTime: 0 })
  return (
    <Answer query={project} back={<ToList />}>
      {(known) => <Form key={id} fields={fields} project={known} />}
    </Answer>
  )
}

function Form({ fields, project }: { fields: ProjectField[]; project?: Project }) {
  const t = useWords(projectWords)
  const { user, can } = useCaller()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [draft] = useState(() => new ProjectDraft(user.username, inputNames(fields), project))
  const state = useSyncExternalStore(draft.subscribe, draft.get)
  const { base } = state
  // An empty form does not scold: what is missing is said of fields one has left, and of all once one wants to submit.
  const [judged, setJudged] = useState(project !== undefined)

  useEffect(() => {
    void draft.start()
    return () => {
      draft.stop()
      void queries.invalidateQueries({ queryKey: ['projects'] })
    }
  }, [draft, queries])
  useEffect(() => {
    if (project) draft.rebase(project)
  }, [draft, project])
  // A new project got its address while one was typing: a reload must find it, the form must not be torn down.
  const created = !project && base?.id
  useEffect(() => {
    if (created) globalThis.history.replaceState(globalThis.history.state, '', paths.editProject(created))
  }, [created])

  const refresh = async () => {
    if (base) draft.rebase(await queries.fetchQuery({ ...projectQuery(base.id), staleTime: 0 }))
  }
  return (
    <>
      <PageHead title={state.values.name?.trim() || t('newProject')} lead={base && <ProjectMarks project={base} />} />
      <ProjectForm draft={draft} fields={fields} judged={judged} onRecordChanged={() => void refresh()} />
      <div className="zs-bar">
        <SaveNote state={state} naming={fields.find((f) => f.name === 'name')?.label ?? t('name')} />
        <span className="zs-actions">
          <Button
            onClick={() => void draft.flush().then(() => navigate(base ? paths.project(base.id) : paths.projects))}
          >
            {t(base ? 'toProject' : 'toList')}
          </Button>
          {can('projects:submit') && (!base || base.state === 'DRAFT' || base.state === 'RETURNED') && (
            <SubmitButton draft={draft} onMissing={() => setJudged(true)} />
          )}
        </span>
      </div>
    </>
  )
}

/** Saves first, then says what is missing, or asks once and submits. */
function SubmitButton({ draft, onMissing }: { draft: ProjectDraft; onMissing: () => void }) {
  const t = useWords(projectWords)
  const u = useWords(uiWords)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState<readonly Finding[]>()
  const [refusal, setRefusal] = useState('')

  const prepare = async () => {
    setBusy(true)
    setRefusal('')
    const saved = await draft.flush()
    setBusy(false)
    const { base, values, findings } = draft.get()
    const explained = (rule: string) => values.justifications?.find((j) => j.rule === rule)?.text ?? ''
    const open = (base && saved ? base.findings : findings).filter((f) => isOpen(f, explained))
    if (open.length > 0) {
      setMissing(open)
      onMissing()
    } else if (!base) jumpTo('/name')
    else if (saved) setAsking(true)
  }
  const submit = async () => {
    const { base } = draft.get()
    if (!base) return
    setBusy(true)
    try {
      await transition(base, 'submit')
      await queries.invalidateQueries({ queryKey: ['projects'] })
      void navigate(paths.project(base.id), { state: { done: 'submit' } })
    } catch (error) {
      setAsking(false)
      if (isProblem(error) && error.findings.length > 0) setMissing(error.findings)
      else setRefusal((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button type="primary" loading={busy} onClick={() => void prepare()}>
        {t('submit')}
      </Button>
      {refusal && <Alert type="error" showIcon title={refusal} />}
      {missing && (
        <Dialog
          title={t('missingTitle', { count: missing.length })}
          okText={t('backToForm')}
          cancelText={u('close')}
          onCancel={() => setMissing(undefined)}
          onOk={() => {
            const first = missing[0]
            setMissing(undefined)
            // The dialog gives the focus back when it closes: jump after that.
            if (first) setTimeout(() => jumpTo(first.pointer), 100)
          }}
        >
          <p>{t('missingText')}</p>
          <ul className="zs-stack">
            {missing.map((f) => (
              <li key={f.rule + f.pointer}>
                <FindingLine finding={f} />
              </li>
            ))}
          </ul>
        </Dialog>
      )}
      {asking && (
        <Dialog
          title={t('submitTitle', { name: draft.get().values.name ?? '' })}
          okText={t('submit')}
          cancelText={u('cancel')}
          confirmLoading={busy}
          onCancel={() => setAsking(false)}
          onOk={() => void submit()}
        >
          {t('submitText')}
        </Dialog>
      )}
    </>
  )
}
