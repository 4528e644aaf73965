import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { isProblem } from '@/api/problem'
import type { MonthlyReport } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText, instantText, monthText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { Field } from '@/ui/field'
import { FindingsList } from '@/ui/findings'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Refusal } from '@/ui/refusal'
import { Answer } from '@/ui/states'
import { EntriesTable } from './entries-table'
import { acceptReport, reportFieldsQuery, reportQuery, returnReport, submitReport, updateReport } from './queries'
import { Extension, ReportStateTag, TimelinessTag } from './timing'
import { dispatchWords } from './words'

const texts = ['experience', 'problems', 'suggestions', 'reserveNote'] as const

/** A unit's month: what is asked, what is to be settled, what happens next. */
export function Component() {
  const t = useWords(dispatchWords)
  const { month = '', unit = '' } = useParams()
  const report = useQuery(reportQuery(month, unit))
  const back = <Link to={`${paths.months}?month=${month}`}>{t('toMonth')}</Link>
  return (
    <Answer query={report} back={back}>
      {(known) => (
        <>
          <PageHead
            title={t('reportTitle', { unit: known.unitName, month: monthText(known.month) })}
            lead={
              <>
                <ReportStateTag state={known.state} />
                <TimelinessTag timing={known.timing} />
              </>
            }
            actions={<Actions report={known} />}
          >
            {back}
          </PageHead>
          <Notices report={known} />
          <EntriesTable report={known} />
          <Texts key={`${known.month}-${known.unitCode}`} report={known} />
        </>
      )}
    </Answer>
  )
}

function Notices({ report }: { report: MonthlyReport }) {
  const t = useWords(dispatchWords)
  const { timing, returned, receipt } = report
  const day = dayText(timing.dueOn)
  const waits = timing.firstSubmittedAt === undefined
  return (
    <>
      {waits && (
        <p className="zs-note">
          {timing.daysLeft > 0
            ? t('daysLeft', { count: timing.daysLeft, day })
            : t(timing.daysLeft === 0 ? 'dueToday' : 'overdue', { day })}
        </p>
      )}
      <Extension timing={timing} />
      {report.state === 'RETURNED' && returned && (
        <p className="zs-note">{t('returned', { reason: returned.reason })}</p>
      )}
      {receipt && (
        <p className="zs-quiet">
          {t('receipt', {
            number: receipt.number,
            time: instantText(receipt.submittedAt),
            by: receipt.submittedBy,
            hash: receipt.contentHash.slice(0, 16),
          })}
        </p>
      )}
    </>
  )
}

/** The three texts that become articles of the brief, and the word on the reserve: kept when one leaves the field. */
function Texts({ report }: { report: MonthlyReport }) {
  const t = useWords(dispatchWords)
  const queries = useQueryClient()
  const fields = useQuery(reportFieldsQuery()).data ?? []
  const [typed, setTyped] = useState<Partial<Record<string, string>>>({})
  const save = useMutation({
    mutationFn: (change: Record<string, string | null>) => updateReport(report, change),
    onSuccess: (now) => {
      queries.setQueryData(reportQuery(report.month, report.unitCode).queryKey, now)
      notify(t('saved'))
    },
    onError: (error) => {
      // Somebody else wrote meanwhile: what is typed stays, and goes with the version that is then known.
      if (isProblem(error, 412)) void queries.invalidateQueries({ queryKey: ['monthly-reports', report.month] })
    },
  })
  const editable = report.allowedActions.includes('edit')
  return (
    <section className="zs-card">
      <h2>{t('texts')}</h2>
      <div className="zs-fields">
        {fields
          .filter((field) => texts.some((name) => name === field.name))
          .map((field) => {
            const stored = report[field.name as (typeof texts)[number]] ?? ''
            const value = typed[field.name] ?? stored
            return (
              <div key={field.name} className="zs-wide">
                <Field pointer={`/${field.name}`} label={field.label} necessity={field.necessity} help={field.help}>
                  {(control) => (
                    <Input.TextArea
                      {...control}
                      value={value}
                      disabled={!editable}
                      autoSize={{ minRows: 3, maxRows: 12 }}
                      {...(field.maxLength && { maxLength: field.maxLength, showCount: true })}
                      onChange={(event) => setTyped((now) => ({ ...now, [field.name]: event.target.value }))}
                      onBlur={() => value !== stored && save.mutate({ [field.name]: value.trim() || null })}
                    />
                  )}
                </Field>
              </div>
            )
          })}
      </div>
      {save.error && <Refusal error={save.error} />}
    </section>
  )
}

type Asked = 'submit' | 'none' | 'accept' | 'return'
const words = { submit: 'Submit', none: 'SubmitNone', accept: 'Accept', return: 'Return' } as const

function Actions({ report }: { report: MonthlyReport }) {
  const t = useWords(dispatchWords)
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Asked>()
  const run = useMutation({
    mutationFn: (reason: string) => {
      if (asked === 'accept') return acceptReport(report)
      if (asked === 'return') return returnReport(report, reason)
      return submitReport(report, asked === 'none')
    },
    onSuccess: async (now) => {
      setAsked(undefined)
      notify(t('done'))
      queries.setQueryData(reportQuery(report.month, report.unitCode).queryKey, now)
      await queries.invalidateQueries({ queryKey: ['monthly-reports'] })
      await queries.invalidateQueries({ queryKey: ['months'] })
      void queries.invalidateQueries({ queryKey: ['duties'] })
    },
    onError: (error) => {
      if (isProblem(error, 412)) void queries.invalidateQueries({ queryKey: ['monthly-reports', report.month] })
    },
  })
  const may = (action: string) => report.allowedActions.includes(action)
  const open = run.error && isProblem(run.error, 422) ? (run.error.problem.errors ?? []) : []
  const word = asked && words[asked]
  return (
    <>
      {may('submit') && <Button onClick={() => setAsked('none')}>{t('doSubmitNone')}</Button>}
      {may('submit') && (
        <Button type="primary" onClick={() => setAsked('submit')}>
          {t('doSubmit')}
        </Button>
      )}
      {may('return') && <Button onClick={() => setAsked('return')}>{t('doReturn')}</Button>}
      {may('accept') && (
        <Button type="primary" onClick={() => setAsked('accept')}>
          {t('doAccept')}
        </Button>
      )}
      {word && (
        <ReasonDialog
          title={t(`do${word}`)}
          consequence={t(`ask${word}`)}
          action={t(`do${word}`)}
          needsReason={asked === 'return'}
          busy={run.isPending}
          problem={
            open.length > 0 ? (
              <>
                <p>{t('openFindings', { count: open.length })}</p>
                <FindingsList findings={open} />
              </>
            ) : (
              run.error && <Refusal error={run.error} />
            )
          }
          onCancel={() => {
            run.reset()
            setAsked(undefined)
          }}
          onConfirm={(reason) => run.mutate(reason)}
        />
      )}
    </>
  )
}
