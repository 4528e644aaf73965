import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Month, MonthStatus } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText, instantText, monthText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { type Column, DataTable } from '@/ui/data-table'
import { useListState } from '@/ui/list-state'
import { ExportButton } from '@/ui/list-tools'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Refusal } from '@/ui/refusal'
import { Answer, Empty } from '@/ui/states'
import { MonthFigures } from './month-figures'
import { freezeMonth, monthQuery, monthsQuery, statusQuery } from './queries'
import { Extension, ReportStateTag, TimelinessTag } from './timing'
import { dispatchWords } from './words'
import { YearBoard } from './year-board'

/** Who has reported the month: on time, late by how much, or missing. */
export function Component() {
  const t = useWords(dispatchWords)
  const state = useListState()
  const months = useQuery(monthsQuery())
  return (
    <Answer query={months}>
      {(known) => {
        const newest = [...known].sort((a, b) => b.month.localeCompare(a.month))
        const month = newest.find((one) => one.month === state.get('month')) ?? newest[0]
        if (!month)
          return (
            <>
              <PageHead title={t('title')} />
              <Empty title={t('noMonths')}>
                <p>{t('noMonthsNext')}</p>
              </Empty>
            </>
          )
        return (
          <>
            <PageHead
              title={t('title')}
              lead={
                <span>
                  {t('tally', {
                    units: month.units,
                    onTime: month.onTime,
                    late: month.late,
                    missing: month.missing,
                    accepted: month.accepted,
                  })}
                </span>
              }
              actions={
                <>
                  <ExportButton path={`/api/v1/months/${month.month}/status`} query={{}} suffixes={['xlsx', 'csv']} />
                  <Freeze month={month.month} />
                </>
              }
            />
            <div className="zs-filters">
              <div className="zs-field">
                <label htmlFor="month">{t('month')}</label>
                <Select
                  id="month"
                  style={{ width: 180 }}
                  value={month.month}
                  options={newest.map((one) => ({ value: one.month, label: monthText(one.month) }))}
                  onChange={(value: string) => state.set({ month: value })}
                />
              </div>
            </div>
            {month.frozenAt && <p className="zs-note">{t('frozenSince', { time: instantText(month.frozenAt) })}</p>}
            <Board month={month.month} />
            <MonthFigures month={month.month} />
            <YearBoard year={month.month.slice(0, 4)} />
          </>
        )
      }}
    </Answer>
  )
}

function Board({ month }: { month: string }) {
  const t = useWords(dispatchWords)
  const { unitCode } = useCaller()
  const status = useQuery(statusQuery(month))
  type Row = MonthStatus['items'][number]
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      name: true,
      title: t('unit'),
      // A unit reads its own report; of the others it sees whether they came.
      cell: (row) =>
        unitCode && unitCode !== row.unitCode ? (
          row.unitName
        ) : (
          <Link to={paths.monthlyReport(month, row.unitCode)}>{row.unitName}</Link>
        ),
    },
    { key: 'state', title: t('state'), short: true, cell: (row) => <ReportStateTag state={row.state} /> },
    { key: 'time', title: t('timeliness'), cell: (row) => <TimelinessTag timing={row.timing} /> },
    {
      key: 'due',
      title: t('due'),
      cell: (row) => (
        <>
          {dayText(row.timing.dueOn)}
          <Extension timing={row.timing} />
        </>
      ),
    },
    {
      key: 'first',
      title: t('firstSubmitted'),
      short: true,
      cell: (row) => row.timing.firstSubmittedAt && instantText(row.timing.firstSubmittedAt),
    },
  ]
  return (
    <Answer query={status}>
      {({ items }) => <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(row) => row.unitCode} />}
    </Answer>
  )
}

/** Closes the month; where that can not be yet, why. */
function Freeze({ month: code }: { month: string }) {
  const month = useQuery(monthQuery(code)).data
  return month ? <FreezeButton month={month} /> : null
}

function FreezeButton({ month }: { month: Month }) {
  const t = useWords(dispatchWords)
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const run = useMutation({
    mutationFn: (reason: string) => freezeMonth(month, reason),
    onSuccess: async () => {
      setAsked(false)
      notify(t('done'))
      await queries.invalidateQueries({ queryKey: ['months'] })
    },
  })
  const barred = month.whyNot.find(({ action }) => action === 'freeze')
  if (barred && !month.frozenAt)
    return (
      <Button danger disabled title={barred.message}>
        {t('doFreeze')}
      </Button>
    )
  if (!month.allowedActions.includes('freeze')) return null
  return (
    <>
      <Button danger onClick={() => setAsked(true)}>
        {t('doFreeze')}
      </Button>
      {asked && (
        <ReasonDialog
          title={`${t('doFreeze')} ${monthText(month.month)}`}
          consequence={
            <>
              <p>{t('askFreeze')}</p>
              {month.missing > 0 && <p className="zs-note">{t('willMiss', { count: month.missing })}</p>}
              {month.onTime + month.late > month.accepted && (
                <p className="zs-note">{t('notAccepted', { count: month.onTime + month.late - month.accepted })}</p>
              )}
            </>
          }
          action={t('doFreeze')}
          danger
          busy={run.isPending}
          problem={run.error && <Refusal error={run.error} />}
          onCancel={() => {
            run.reset()
            setAsked(false)
          }}
          onConfirm={(reason) => run.mutate(reason)}
        />
      )}
    </>
  )
}
