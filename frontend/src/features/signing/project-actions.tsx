import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { AgreementTerms, PermitChecklist, SignedProject, StageStep } from '@/api/types'
import { paths } from '@/app/paths'
import { colon } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { notify } from '@/ui/notice'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Refusal } from '@/ui/refusal'
import { FieldsDialog } from '../units/fields-dialog'
import { type Asked, isAsked, useAsked, type Values } from './asked-fields'
import { EventChoice } from './event-choice'
import {
  addAgreement,
  deleteSigned,
  exclude,
  include,
  moveStage,
  signedProjectQuery,
  statePermits,
  updateSigned,
} from './queries'
import { signingWords } from './words'

/** The word of each action, also where it may not be done. */
export const actionWords: Partial<Record<string, 'doStage' | 'doAgree' | 'doDelete' | 'doExclude' | 'doInclude'>> = {
  stage: 'doStage',
  agree: 'doAgree',
  delete: 'doDelete',
  exclude: 'doExclude',
  include: 'doInclude',
}

/** What is sent for what was asked; nothing comes back for what is deleted. */
const send = (asked: Asked, project: SignedProject, values: Values): Promise<SignedProject | undefined> => {
  switch (asked) {
    case 'stage':
      return moveStage(project, values as StageStep)
    case 'agree':
      return addAgreement(project, values as AgreementTerms)
    case 'permits':
      return statePermits(project, values as PermitChecklist)
    case 'shares':
      return updateSigned(project.id, project.version, {
        shares: Object.entries(values).flatMap(([unitCode, percent]) =>
          percent == null ? [] : [{ unitCode, percent }],
        ),
      })
    case 'exclude':
      return exclude(project, { exclusion: String(values.exclusion), reason: String(values.reason) })
    case 'include':
      return include(project, String(values.reason ?? ''))
    case 'delete':
      return deleteSigned(project).then(() => undefined)
  }
}

const dialogs = {
  stage: ['doStage', 'askStage'],
  agree: ['doAgree', 'askAgree'],
  permits: ['doPermits', 'askPermits'],
  shares: ['doShares', 'askShares'],
  exclude: ['doExclude', 'askExclude'],
} as const

/** What may be done to it now, as the server says. */
export function ProjectActions({ project }: { project: SignedProject }) {
  const t = useWords(signingWords)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Asked>()
  const { fields, begin } = useAsked(asked, project)
  const run = useMutation({
    mutationFn: ({ what, values }: { what: Asked; values: Values }) => send(what, project, values),
    onSuccess: async (answer) => {
      setAsked(undefined)
      notify(t(answer ? 'done' : 'deleted'))
      if (answer) queries.setQueryData(signedProjectQuery(project.id).queryKey, answer)
      else void navigate(paths.signedProjects)
      await queries.invalidateQueries({ queryKey: ['signed-projects'] })
      void queries.invalidateQueries({ queryKey: ['signing-events'] })
    },
  })
  const close = () => {
    run.reset()
    setAsked(undefined)
  }
  const may = (action: string) => project.allowedActions.includes(action)
  const about = colon() + project.name
  const button = (what: Asked, action: string, word: Parameters<typeof t>[0], primary = false) =>
    may(action) && (
      <Button
        {...(primary && { type: 'primary' })}
        danger={what === 'delete' || what === 'exclude'}
        onClick={() => setAsked(what)}
      >
        {t(word)}
      </Button>
    )
  return (
    <>
      {button('stage', 'stage', 'doStage', true)}
      {button('agree', 'agree', 'doAgree')}
      {button('permits', 'permit', 'doPermits')}
      {button('shares', 'edit', 'doShares')}
      {may('edit') && <Button onClick={() => void navigate(paths.editSignedProject(project.id))}>{t('doEdit')}</Button>}
      {button('exclude', 'exclude', 'doExclude')}
      {button('include', 'include', 'doInclude')}
      {button('delete', 'delete', 'doDelete')}
      {asked && asked in dialogs && fields.length > 0 && (
        <FieldsDialog
          title={t(dialogs[asked as keyof typeof dialogs][0]) + about}
          lead={t(dialogs[asked as keyof typeof dialogs][1])}
          fields={fields}
          begin={begin}
          {...(asked === 'stage' && { asked: isAsked(project.stage) })}
          choose={(field, control, value, change) =>
            field.name === 'eventCode' ? (
              <EventChoice control={control} value={value as string | null | undefined} onChange={change} />
            ) : undefined
          }
          action={t(asked === 'exclude' ? 'doExclude' : 'save')}
          busy={run.isPending}
          error={run.error}
          onCancel={close}
          onConfirm={(values) => run.mutate({ what: asked, values })}
        />
      )}
      {(asked === 'delete' || asked === 'include') && (
        <ReasonDialog
          title={t(asked === 'delete' ? 'doDelete' : 'doInclude') + about}
          consequence={t(asked === 'delete' ? 'askDelete' : 'askInclude')}
          action={t(asked === 'delete' ? 'doDelete' : 'doInclude')}
          needsReason={false}
          danger={asked === 'delete'}
          busy={run.isPending}
          problem={run.error && <Refusal error={run.error} />}
          onCancel={close}
          onConfirm={(reason) => run.mutate({ what: asked, values: { reason } })}
        />
      )}
    </>
  )
}
