import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { Change, FundReceipt } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText, instantText, today } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { colon, parts } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { FindingsList, head, isOpen } from '@/ui/findings'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { ReasonDialog } from '@/ui/reason-dialog'
import { FactsSection } from '@/ui/record-facts'
import { type FileStore, RecordFiles } from '@/ui/record-files'
import { RecordHistory } from '@/ui/record-history'
import { Refusal, WhyNot } from '@/ui/refusal'
import { Answer } from '@/ui/states'
import { useFieldText } from '../units/field-text'
import { FieldsDialog } from '../units/fields-dialog'
import { removeSigningFile, takeSigningFile } from './queries'
import { ReceiptMarks } from './receipt-marks'
import {
  addReceiptFile,
  deleteReceipt,
  type ReceiptStep,
  receiptFieldsQuery,
  receiptFilesQuery,
  receiptHistoryQuery,
  receiptQuery,
  receiptStepFieldsQuery,
  takeReceiptStep,
} from './receipt-queries'
import { receiptWords } from './receipt-words'

const sections = ['money', 'proof', 'entry'] as const

export function Component() {
  const t = useWords(receiptWords)
  const { id = '' } = useParams()
  const receipt = useQuery(receiptQuery(id))
  const fields = useQuery(receiptFieldsQuery()).data ?? []
  const ofField = useFieldText()
  const toList = <Link to={paths.receipts}>{t('toList')}</Link>
  return (
    <Answer query={receipt} back={toList}>
      {(known) => (
        <>
          <PageHead
            title={known.signedProjectName}
            lead={
              <>
                <Marks receipt={known} />
                <span>
                  {known.code} · {known.unitName}
                </span>
              </>
            }
            actions={<Actions receipt={known} />}
          >
            {toList} <Link to={paths.signedProject(known.signedProjectId)}>{known.signedProject}</Link>
          </PageHead>
          <Notices receipt={known} />
          {sections.map((key) => (
            <FactsSection
              key={key}
              title={t(`section${key}`)}
              fields={fields.filter((f) => f.section === key && !f.name.includes('/'))}
              record={known}
              text={(field, value) => ofField(field, value)}
            />
          ))}
          <Beside receipt={known} />
          <Proofs receipt={known} />
          <section className="zs-card">
            <h2>{t('sectionHistory')}</h2>
            <History id={known.id} />
          </section>
        </>
      )}
    </Answer>
  )
}

const explainedBy = (receipt: FundReceipt) => (rule: string) =>
  receipt.justifications.find((j) => j.rule === rule)?.text ?? ''

function Marks({ receipt }: { receipt: FundReceipt }) {
  return (
    <ReceiptMarks
      of={{
        example: receipt.example,
        open: receipt.findings.filter((f) => isOpen(f, explainedBy(receipt))).length,
        twice: receipt.proofTwin !== undefined && receipt.proofVerdict === undefined,
        same: receipt.proofVerdict === 'SAME',
        reportedMonth: receipt.reportedMonth,
        locked: receipt.locked,
      }}
    />
  )
}

function Notices({ receipt }: { receipt: FundReceipt }) {
  const t = useWords(receiptWords)
  const { proofTwin, proofVerdict, verdictReason } = receipt
  return (
    <>
      {proofTwin && (
        <p className="zs-note">
          {t('twinOf', { unit: proofTwin.unitName, code: proofTwin.code })}{' '}
          {proofVerdict && t(`verdict${proofVerdict}`, { reason: verdictReason ?? '' })}
        </p>
      )}
      <FindingsList findings={receipt.findings.filter((f) => isOpen(f, explainedBy(receipt)))} />
      <WhyNot items={receipt.whyNot} actionText={(action) => (action in words ? t(words[action as Action]) : action)} />
    </>
  )
}

/** The papers that prove it: files of its project. */
function Proofs({ receipt }: { receipt: FundReceipt }) {
  const t = useWords(receiptWords)
  const caller = useCaller()
  const project = receipt.signedProjectId
  const store: FileStore = {
    add: (file, _purpose, progress) => addReceiptFile(receipt.id, file, progress),
    remove: (fileId) => removeSigningFile(project, fileId),
    take: (file) => takeSigningFile(project, file),
    purposes: ['PROOF'],
    most: 200,
    stale: ['receipts', receipt.id],
  }
  return (
    <section className="zs-card">
      <h2>{t('sectionFiles')}</h2>
      <RecordFiles
        files={useQuery(receiptFilesQuery(receipt.id))}
        store={store}
        canChange={caller.can('receipts:write')}
      />
    </section>
  )
}

/** 审核数、认定数 beside what was declared. */
function Beside({ receipt }: { receipt: FundReceipt }) {
  const t = useWords(receiptWords)
  const { reviewedYuan, cutReason, reviewedAt, reviewedBy, recognisedYuan, recognisedOn } = receipt
  const facts = [
    [
      t('reviewed'),
      reviewedYuan === undefined ? t('notYet') : moneyText(reviewedYuan),
      parts(
        [
          reviewedBy ?? '',
          reviewedAt ? instantText(reviewedAt) : '',
          cutReason ? t('cut', { reason: cutReason }) : '',
        ].filter(Boolean),
      ),
    ],
    [
      t('recognised'),
      recognisedYuan === undefined ? t('notYet') : moneyText(recognisedYuan),
      recognisedOn ? dayText(recognisedOn) : '',
    ],
  ] as const
  return (
    <section className="zs-card">
      <h2>{t('sectionBeside')}</h2>
      <dl className="zs-facts">
        {facts.map(([label, value, more]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {more && <div className="zs-quiet">{more}</div>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const words = {
  edit: 'doEdit',
  delete: 'doDelete',
  review: 'doReview',
  recognise: 'doRecognise',
  judgeProof: 'doJudge',
} as const
type Action = keyof typeof words

/** What may be done to it now, as the server says. */
function Actions({ receipt }: { receipt: FundReceipt }) {
  const t = useWords(receiptWords)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<ReceiptStep | 'delete'>()
  const step = asked === 'delete' ? undefined : asked
  const fields = useQuery({ ...receiptStepFieldsQuery(step ?? 'review'), enabled: step !== undefined }).data
  const run = useMutation({
    mutationFn: async (values: Record<string, unknown>) =>
      step ? await takeReceiptStep(receipt, step, values) : void (await deleteReceipt(receipt)),
    onSuccess: async (answer) => {
      setAsked(undefined)
      notify(t(answer ? 'done' : 'deleted'))
      if (answer) queries.setQueryData(receiptQuery(receipt.id).queryKey, answer)
      else void navigate(paths.receipts)
      await queries.invalidateQueries({ queryKey: ['receipts'] })
    },
  })
  const close = () => {
    run.reset()
    setAsked(undefined)
  }
  const may = (action: string) => receipt.allowedActions.includes(action)
  const about = colon() + receipt.code
  const edit = () => void navigate(paths.editReceipt(receipt.id))
  const lead =
    step === 'review'
      ? t('askReview', { amount: moneyText(receipt.amountYuan ?? 0) })
      : step === 'recognise'
        ? t('askRecognise')
        : t('askJudge', { unit: receipt.proofTwin?.unitName ?? '', code: receipt.proofTwin?.code ?? '' })
  return (
    <>
      {may('judgeProof') && !receipt.proofVerdict && (
        <Button type="primary" onClick={() => setAsked('judgeProof')}>
          {t('doJudge')}
        </Button>
      )}
      {may('review') && (
        <Button type={receipt.reviewedYuan === undefined ? 'primary' : 'default'} onClick={() => setAsked('review')}>
          {t('doReview')}
        </Button>
      )}
      {may('recognise') && <Button onClick={() => setAsked('recognise')}>{t('doRecognise')}</Button>}
      {may('edit') ? (
        <Button type="primary" onClick={edit}>
          {t('doEdit')}
        </Button>
      ) : (
        may('enter') && <Button onClick={edit}>{t('doEnter')}</Button>
      )}
      {may('delete') && (
        <Button danger onClick={() => setAsked('delete')}>
          {t('doDelete')}
        </Button>
      )}
      {step && fields && (
        <FieldsDialog
          title={t(words[step]) + about}
          lead={lead}
          fields={fields}
          begin={
            step === 'recognise'
              ? { recognisedOn: today(), recognisedYuan: receipt.recognisedYuan ?? receipt.reviewedYuan }
              : {}
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
  const own = useQuery(receiptFieldsQuery()).data ?? []
  const review = useQuery(receiptStepFieldsQuery('review')).data ?? []
  const recognition = useQuery(receiptStepFieldsQuery('recognise')).data ?? []
  const fields = [...own, ...review, ...recognition]
  const ofField = useFieldText()
  const valueText = (change: Change, value: unknown) =>
    ofField(
      fields.find((field) => field.name === head(change.pointer)),
      value,
    )
  return <RecordHistory history={useInfiniteQuery(receiptHistoryQuery(id))} valueText={valueText} />
}
