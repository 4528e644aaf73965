import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { isProblem } from '@/api/problem'
import type { Project } from '@/api/types'
import { paths } from '@/app/paths'
import { colon } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { notify } from '@/ui/notice'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Refusal } from '@/ui/refusal'
import { deleteProject, isVerb, projectQuery, transition } from './queries'
import { projectWords } from './words'

/** `return` has its own place: the review page, where fields are ticked. */
const offered = [
  'submit',
  'accept',
  'publish',
  'negotiate',
  'sign',
  'recall',
  'unpublish',
  'reopen',
  'withdraw',
  'archive',
  'delete',
] as const
type Offered = (typeof offered)[number]
const owesReason = new Set<Offered>(['withdraw', 'archive', 'reopen', 'unpublish'])
const dangerous = new Set<Offered>(['delete', 'archive', 'withdraw', 'unpublish'])
const word = (action: Offered) => `${action[0]?.toUpperCase()}${action.slice(1)}` as Capitalize<Offered>

/** The step one expects next; when it is not offered, its reason stands where the button would be. */
const expected: Partial<Record<Project['state'], Offered>> = {
  DRAFT: 'submit',
  RETURNED: 'submit',
  SUBMITTED: 'accept',
  ACCEPTED: 'publish',
}

/** What may be done to this record now, as the server says; the first is the primary one. */
export function ProjectActions({ project, reviewing = false }: { project: Project; reviewing?: boolean }) {
  const t = useWords(projectWords)
  const { can } = useCaller()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Offered>()
  const actions = offered.filter((action) => project.allowedActions.includes(action))

  const run = useMutation({
    mutationFn: async ({ action, reason }: { action: Offered; reason: string }) => {
      if (action === 'delete') return void (await deleteProject(project.id, project.version))
      if (isVerb(action)) return await transition(project, action, reason ? { reason } : {})
    },
    onSuccess: async (answer, { action }) => {
      setAsked(undefined)
      notify(t('done', { action: t(`do${word(action)}`) }))
      if (answer) queries.setQueryData(projectQuery(project.id).queryKey, answer)
      await queries.invalidateQueries({ queryKey: ['projects'], refetchType: action === 'delete' ? 'none' : 'active' })
      void queries.invalidateQueries({ queryKey: ['duties'] })
      if (action === 'delete') void navigate(paths.projects)
    },
    onError: (error) => {
      if (isProblem(error, 412)) void queries.invalidateQueries({ queryKey: ['projects', project.id] })
    },
  })
  const edit = project.allowedActions.includes('edit')
  const review = !reviewing && can('projects:review') && project.allowedActions.includes('return')
  const hindered = project.whyNot.find((w) => w.action === expected[project.state])
  return (
    <>
      {hindered && <span className="zs-quiet">{hindered.message}</span>}
      {edit && (
        <Button
          type={actions[0] === 'submit' ? 'default' : 'primary'}
          onClick={() => void navigate(paths.editProject(project.id))}
        >
          {t('doEdit')}
        </Button>
      )}
      {review && <Button onClick={() => void navigate(paths.reviewProject(project.id))}>{t('doReturn')}</Button>}
      {actions.map((action, i) => (
        <Button
          key={action}
          type={i === 0 && !dangerous.has(action) ? 'primary' : 'default'}
          danger={dangerous.has(action)}
          onClick={() => {
            run.reset()
            setAsked(action)
          }}
        >
          {t(`do${word(action)}`)}
        </Button>
      ))}
      {asked && (
        <ReasonDialog
          title={t(`do${word(asked)}`) + colon() + project.name}
          consequence={t(`ask${word(asked)}`)}
          action={t(`do${word(asked)}`)}
          needsReason={owesReason.has(asked)}
          danger={dangerous.has(asked)}
          busy={run.isPending}
          problem={run.error && <Refusal error={run.error} />}
          onCancel={() => setAsked(undefined)}
          onConfirm={(reason) => run.mutate({ action: asked, reason })}
        />
      )}
    </>
  )
}
