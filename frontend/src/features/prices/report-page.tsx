import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { PriceReport } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText } from '@/lib/dates'
import { colon, listed } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Refusal, WhyNot } from '@/ui/refusal'
import { Answer } from '@/ui/states'
import type { GridDraft } from './grid-draft'
import { PriceGrid } from './price-grid'
import { carryForward, reportQuery, type Step, takeStep } from './queries'
import { ReportState } from './report-state'
import { isComplete, type Places, ReturnPlaces, remarksOf } from './return-places'
import { useGrid } from './use-grid'
import './prices.css'
import { priceWords } from './words'

/** A unit's prices of a year: last period beside each cell, the rest unchanged in one step, then submitted. */
export function Component() {
  const t = useWords(priceWords)
  const { year = '', unit = '' } = useParams()
  const report = useQuery(reportQuery(Number(year), unit))
  return (
    <Answer query={report} back={<Link to={paths.priceReports}>{t('back')}</Link>}>
      {(known) => <Report key={`${known.year}${known.unitCode}`} report={known} />}
    </Answer>
  )
}

function Report({ report }: { report: PriceReport }) {
  const t = useWords(priceWords)
  const { unitCode } = useCaller()
  const navigate = useNavigate()
  const missing = report.missing.map((code) => report.lines.find((line) => line.itemCode === code)?.itemName ?? code)
  const asked = (report.returned?.fields ?? []).flatMap(({ pointer, reason }) => {
    const line = report.lines.find(({ itemCode }) => pointer === `/items/${itemCode}`)
    return line ? [line.itemName + colon() + reason] : []
  })
  const own = unitCode === report.unitCode
  const editable = own && report.state !== 'SUBMITTED'
  const grid = useGrid(report, editable)
  return (
    <>
      <PageHead
        title={t('reportTitle', { year: report.year })}
        lead={
          <>
            <ReportState state={report.state} late={report.late} />
            <span>{report.unitName}</span>
            <span>
              {report.daysLeft >= 0
                ? t('dueOn', { day: dayText(report.deadline), count: report.daysLeft })
                : t('overdue', { day: dayText(report.deadline) })}
            </span>
          </>
        }
        actions={
          <>
            {own && <Button onClick={() => void navigate(paths.importsOf('factor-prices'))}>{t('upload')}</Button>}
            <ReportActions report={report} grid={grid} />
          </>
        }
      >
        {!unitCode && <Link to={paths.priceReports}>{t('toReports')}</Link>}
      </PageHead>
      {report.returned && report.state === 'RETURNED' && (
        <Alert
          type="warning"
          showIcon
          title={t('returnedBy', { by: report.returned.by, reason: report.returned.reason })}
          description={asked.length > 0 && t('returnAsks') + listed(asked)}
        />
      )}
      <p className={missing.length > 0 ? 'zs-note' : 'zs-quiet'}>
        {missing.length > 0 ? t('missingItems', { count: missing.length, items: listed(missing) }) : t('ready')}
      </p>
      <WhyNot
        items={report.whyNot}
        actionText={(action) => (action in verbs ? t(verbs[action as keyof typeof verbs]) : action)}
      />
      <PriceGrid grid={grid} editable={editable} />
      {own && <p className="zs-quiet">{t('conditionsHelp')}</p>}
    </>
  )
}

const verbs = { submit: 'submit', return: 'return', accept: 'accept', 'carry-forward': 'carry' } as const
const steps: readonly Step[] = ['submit', 'accept', 'return']
const asks = { submit: 'askSubmit', return: 'askReturn', accept: 'askAccept' } as const

function ReportActions({ report, grid }: { report: PriceReport; grid: GridDraft }) {
  const t = useWords(priceWords)
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Step>()
  const [places, setPlaces] = useState<Places>({})
  const done = async (words: string) => {
    setAsked(undefined)
    setPlaces({})
    notify(words)
    await queries.invalidateQueries({ queryKey: ['prices'] })
    void queries.invalidateQueries({ queryKey: ['duties'] })
  }
  const carry = useMutation({
    mutationFn: async () => {
      await grid.flush()
      return carryForward(report)
    },
    onSuccess: () => done(t('carried')),
  })
  // What was typed last goes along; what can not be saved is said at the grid, and the report stays.
  const ask = async (step: Step) => {
    if (step !== 'submit' || (await grid.flush())) setAsked(step)
  }
  const run = useMutation({
    mutationFn: ({ step, reason }: { step: Step; reason: string }) =>
      takeStep(report, step, reason, step === 'return' ? remarksOf(places) : []),
    onSuccess: (_, { step }) => done(t('done', { action: t(step) })),
  })
  const allowed = (action: string) => report.allowedActions.includes(action)
  return (
    <>
      {allowed('carry-forward') && (
        <Button title={t('carryHelp')} loading={carry.isPending} onClick={() => carry.mutate()}>
          {t('carry')}
        </Button>
      )}
      {steps
        .filter((step) => allowed(step))
        .map((step) => (
          <Button key={step} type={step === 'return' ? 'default' : 'primary'} onClick={() => void ask(step)}>
            {t(step)}
          </Button>
        ))}
      {carry.error && <Refusal error={carry.error} />}
      {asked && (
        <ReasonDialog
          title={t(asked)}
          consequence={t(asks[asked])}
          action={t(asked)}
          needsReason={asked === 'return'}
          busy={run.isPending}
          problem={run.error && <Refusal error={run.error} />}
          onCancel={() => {
            run.reset()
            setAsked(undefined)
          }}
          ready={asked !== 'return' || isComplete(places)}
          onConfirm={(reason) => run.mutate({ step: asked, reason })}
        >
          {asked === 'return' && <ReturnPlaces report={report} places={places} change={setPlaces} />}
        </ReasonDialog>
      )}
    </>
  )
}
