import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { AgreementTerms, Change, ProjectField, ProjectStage, SignedProject, StageStep } from '@/api/types'
import { paths } from '@/app/paths'
import { today } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { colon } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { FindingsList, head, isOpen } from '@/ui/findings'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { ReasonDialog } from '@/ui/reason-dialog'
import { FactsSection } from '@/ui/record-facts'
import { RecordHistory } from '@/ui/record-history'
import { Refusal, WhyNot } from '@/ui/refusal'
import { Answer } from '@/ui/states'
import { useFieldText } from '../units/field-text'
import { FieldsDialog } from '../units/fields-dialog'
import { EventChoice } from './event-choice'
import { LifeLine } from './life-line'
import {
  addAgreement,
  agreementFieldsQuery,
  deleteSigned,
  moveStage,
  signedProjectQuery,
  signingFieldsQuery,
  signingHistoryQuery,
  stageFieldsQuery,
} from './queries'
import { ReceiptsSection } from './receipts-section'
import { SigningMarks } from './signing-marks'
import { stages } from './stage-tag'
import { signingWords } from './words'

const sections = ['basic', 'agreement', 'amount', 'course'] as const
const apart = new Set(['unitCode', 'justifications', 'shares', 'externalId'])

export function Component() {
  const t = useWords(signingWords)
  const { id = '' } = useParams()
  const project = useQuery(signedProjectQuery(id))
  const fields = useQuery(signingFieldsQuery()).data ?? []
  const ofField = useFieldText()
  const toList = <Link to={paths.signedProjects}>{t('toList')}</Link>
  const text = (field: (typeof fields)[number], known: SignedProject, value: unknown) =>
    field.name === 'eventCode' && known.eventName ? known.eventName : ofField(field, value)
  return (
    <Answer query={project} back={toList}>
      {(known) => (
        <>
          <PageHead title={known.name} lead={<SigningMarks of={known} />} actions={<Actions project={known} />}>
            {toList}
          </PageHead>
          <Notices project={known} />
          <LifeLine project={known} />
          <Agreed project={known} />
          <ReceiptsSection project={known} />
          {sections.map((key) => (
            <FactsSection
              key={key}
              title={t(`section${key}`)}
              fields={fields.filter((f) => f.section === key && !apart.has(f.name) && !f.name.includes('/'))}
              record={known}
              text={(field, value) => text(field, known, value)}
            />
          ))}
          <section className="zs-card">
            <h2>{t('sectionHistory')}</h2>
            <History id={known.id} />
          </section>
        </>
      )}
    </Answer>
  )
}

function Notices({ project }: { project: SignedProject }) {
  const t = useWords(signingWords)
  const explained = (rule: string) => project.justifications.find((j) => j.rule === rule)?.text ?? ''
  const { exitReason, mergedInto, exclusionNote } = project
  return (
    <>
      {exitReason && (
        <p className="zs-note">
          {mergedInto ? t('merged', { code: mergedInto, reason: exitReason }) : t('ended', { reason: exitReason })}
        </p>
      )}
      {exclusionNote && <p className="zs-note">{t('excludedBecause', { reason: exclusionNote })}</p>}
      <FindingsList findings={project.findings.filter((f) => isOpen(f, explained))} />
      <WhyNot items={project.whyNot} actionText={(action) => t(action === 'delete' ? 'doDelete' : 'doAgree')} />
    </>
  )
}

/** What all agreements together say; nothing new where there is only the first. */
function Agreed({ project }: { project: SignedProject }) {
  const t = useWords(signingWords)
  const { kind, amountYuan, outsideYuan, investor } = project.agreed
  if (!kind || (kind === project.agreementKind && amountYuan === project.agreedAmountYuan)) return null
  const facts = [
    [t('agreedKind'), t(`kind${kind}`)],
    [t('amount'), amountYuan !== undefined && moneyText(amountYuan)],
    [t('outside'), outsideYuan !== undefined && moneyText(outsideYuan)],
    [t('agreedInvestor'), investor],
  ] as const
  return (
    <section className="zs-card">
      <h2>{t('sectionAgreed')}</h2>
      <dl className="zs-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What shows that a stage was reached; each has its own. */
const evidence: Partial<Record<string, ProjectStage>> = {
  companyName: 'REGISTERED',
  registeredCapitalYuan: 'REGISTERED',
  documentNumber: 'PERMITTING',
  startKind: 'STARTED',
  aboveScaleOn: 'PRODUCING',
  mergedInto: 'MERGED',
}

/** A reason is asked for where the stage goes back or the project ends. */
const isAsked = (now: ProjectStage) => (field: ProjectField, values: Record<string, unknown>) => {
  const to = stages.find((stage) => stage === values.stage)
  if (field.name === 'reason')
    return to !== undefined && (stages.indexOf(to) < stages.indexOf(now) || to === 'TERMINATED' || to === 'MERGED')
  const own = evidence[field.name]
  return own === undefined || own === to
}

type Asked = 'stage' | 'agree' | 'delete'

/** What may be done to it now, as the server says. */
function Actions({ project }: { project: SignedProject }) {
  const t = useWords(signingWords)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Asked>()
  const stageFields = useQuery({ ...stageFieldsQuery(), enabled: asked === 'stage' }).data
  const agreementFields = useQuery({ ...agreementFieldsQuery(), enabled: asked === 'agree' }).data
  const run = useMutation({
    mutationFn: async (values: Record<string, unknown>) => {
      if (asked === 'delete') return void (await deleteSigned(project))
      return asked === 'stage'
        ? await moveStage(project, values as StageStep)
        : await addAgreement(project, values as AgreementTerms)
    },
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
  return (
    <>
      {may('stage') && (
        <Button type="primary" onClick={() => setAsked('stage')}>
          {t('doStage')}
        </Button>
      )}
      {may('agree') && <Button onClick={() => setAsked('agree')}>{t('doAgree')}</Button>}
      {may('edit') && <Button onClick={() => void navigate(paths.editSignedProject(project.id))}>{t('doEdit')}</Button>}
      {may('delete') && (
        <Button danger onClick={() => setAsked('delete')}>
          {t('doDelete')}
        </Button>
      )}
      {asked === 'stage' && stageFields && (
        <FieldsDialog
          title={t('doStage') + about}
          lead={t('askStage')}
          fields={stageFields}
          begin={{ on: today() }}
          asked={isAsked(project.stage)}
          action={t('save')}
          busy={run.isPending}
          error={run.error}
          onCancel={close}
          onConfirm={(values) => run.mutate(values)}
        />
      )}
      {asked === 'agree' && agreementFields && (
        <FieldsDialog
          title={t('doAgree') + about}
          lead={t('askAgree')}
          fields={agreementFields}
          begin={{ signedOn: today() }}
          choose={(field, control, value, change) =>
            field.name === 'eventCode' ? (
              <EventChoice control={control} value={value as string | null | undefined} onChange={change} />
            ) : undefined
          }
          action={t('save')}
          busy={run.isPending}
          error={run.error}
          onCancel={close}
          onConfirm={(values) => run.mutate(values)}
        />
      )}
      {asked === 'delete' && (
        <ReasonDialog
          title={t('doDelete') + about}
          consequence={t('askDelete')}
          action={t('doDelete')}
          needsReason={false}
          danger
          busy={run.isPending}
          problem={run.error && <Refusal error={run.error} />}
          onCancel={close}
          onConfirm={() => run.mutate({})}
        />
      )}
    </>
  )
}

function History({ id }: { id: string }) {
  const fields = useQuery(signingFieldsQuery()).data
  const ofField = useFieldText()
  const valueText = (change: Change, value: unknown) =>
    ofField(
      fields?.find((field) => field.name === head(change.pointer)),
      value,
    )
  return <RecordHistory history={useInfiniteQuery(signingHistoryQuery(id))} valueText={valueText} />
}
