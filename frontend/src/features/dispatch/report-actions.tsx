import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { isProblem } from '@/api/problem'
import type { Finding, MonthlyReport } from '@/api/types'
import { paths } from '@/app/paths'
import { moneyText } from '@/lib/money'
import { useWords } from '@/lib/words'
import { FindingsList, fieldId } from '@/ui/findings'
import { goTo } from '@/ui/grid/keys'
import { useEdits } from '@/ui/grid/use-kept-edits'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Refusal } from '@/ui/refusal'
import { investmentOf, isChanged } from './entry-findings'
import type { EntryNames } from './entry-parts'
import { ExtendButton } from './extend-button'
import type { MonthDraft } from './month-draft'
import { NEXT_STEP, owedOf } from './month-grid'
import { acceptReport, statusQuery, submitReport } from './queries'
import { useReported } from './use-reported'
import { dispatchWords } from './words'

type Step = 'submit' | 'none' | 'accept'

/** What can be done with the report now: submitted, confirmed as unchanged, accepted; the next one after. */
export function ReportActions({
  report,
  draft,
  names,
  owed,
}: {
  report: MonthlyReport
  draft: MonthDraft
  names: EntryNames
  owed: readonly Finding[]
}) {
  const t = useWords(dispatchWords)
  const { done, failed } = useReported(report)
  const state = useEdits(draft)
  const [asked, setAsked] = useState<Step>()
  const run = useMutation({
    mutationFn: async (step: Step) => {
      const seen = draft.get().report
      return step === 'accept' ? acceptReport(seen) : submitReport(seen, step === 'none')
    },
    onSuccess: async (now) => {
      setAsked(undefined)
      await done(now)
    },
    onError: failed,
  })
  const may = (action: string) => report.allowedActions.includes(action)
  const changed = state.entries.filter((entry) => isChanged(entry, state.edits[entry.signedProject], names))
  const written = report.submissions > 0 || changed.length > 0 || Object.keys(state.edits).length > 0
  // What was typed last goes along; what stands in the way is shown at its place.
  const ask = async (step: Step) => {
    const saved = await draft.flush()
    const first = owedOf(draft, names, t)[0]
    if (first && !goTo(fieldId(first.pointer))) document.getElementById('owed')?.focus()
    if (first || !saved) return
    if (step === 'none') run.mutate(step)
    else setAsked(step)
  }
  const open = run.error && isProblem(run.error, 422) ? run.error.findings : []
  const problem =
    open.length > 0 ? (
      <FindingsList findings={open} title={t('openFindings', { count: open.length })} />
    ) : (
      run.error && <Refusal error={run.error} />
    )
  const word = asked && ({ submit: 'Submit', none: 'SubmitNone', accept: 'Accept' } as const)[asked]
  return (
    <>
      {may('submit') && owed.length > 0 && (
        <strong id="owed" className="zs-owed" tabIndex={-1}>
          {t('openFindings', { count: owed.length })}
        </strong>
      )}
      {may('submit') && !written && (
        <Button
          id={NEXT_STEP}
          type="primary"
          loading={run.isPending}
          title={t('askSubmitNone')}
          onClick={() => void ask('none')}
        >
          {t('doSubmitNone')}
        </Button>
      )}
      {may('submit') && (
        <Button {...(written && { id: NEXT_STEP, type: 'primary' as const })} onClick={() => void ask('submit')}>
          {t('doSubmit')}
        </Button>
      )}
      <ExtendButton report={report} />
      {may('accept') && (
        <Button type="primary" onClick={() => setAsked('accept')}>
          {t('doAccept')}
        </Button>
      )}
      <NextOne report={report} />
      {!asked && problem}
      {word && (
        <ReasonDialog
          title={t(`do${word}`)}
          consequence={
            <>
              {asked === 'submit' && (
                <p>
                  {t('sums', {
                    all: state.entries.length,
                    changed: changed.length,
                    sum: moneyText(
                      state.entries.reduce(
                        (sum, one) => sum + investmentOf(one, state.edits[one.signedProject], names),
                        0,
                      ),
                    ),
                  })}
                </p>
              )}
              <p>{t(`ask${word}`)}</p>
            </>
          }
          action={t(`do${word}`)}
          needsReason={false}
          busy={run.isPending}
          problem={problem}
          onCancel={() => {
            run.reset()
            setAsked(undefined)
          }}
          onConfirm={() => run.mutate(asked)}
        />
      )}
    </>
  )
}

/** The next unit's report of the month that waits for the bureau. */
function NextOne({ report }: { report: MonthlyReport }) {
  const t = useWords(dispatchWords)
  const navigate = useNavigate()
  const reviews = [...report.allowedActions, ...report.whyNot.map(({ action }) => action)].includes('accept')
  const status = useQuery({ ...statusQuery(report.month), enabled: reviews })
  const next = status.data?.items.find(({ state, unitCode }) => state === 'SUBMITTED' && unitCode !== report.unitCode)
  if (!reviews || !next) return null
  return (
    <Button
      type={report.state === 'SUBMITTED' ? 'default' : 'primary'}
      onClick={() => void navigate(paths.monthlyReport(report.month, next.unitCode))}
    >
      {t('nextOne', { unit: next.unitName })}
    </Button>
  )
}
