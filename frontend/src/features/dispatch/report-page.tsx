import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { MonthlyAdjustment, MonthlyEntry, MonthlyReport } from '@/api/types'
import { paths } from '@/app/paths'
import { monthText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { useEdits } from '@/ui/grid/use-kept-edits'
import { useListState } from '@/ui/list-state'
import { PageHead } from '@/ui/page-head'
import { WhyNot } from '@/ui/refusal'
import { Answer } from '@/ui/states'
import { Adjustments } from './adjustments'
import { type EntryNames, namesOf } from './entry-parts'
import { MonthGrid, owedOf } from './month-grid'
import {
  adjustmentsQuery,
  entriesQuery,
  entryFieldsQuery,
  permitFieldsQuery,
  reportQuery,
  statusQuery,
} from './queries'
import { ReportActions } from './report-actions'
import { ReportArticles } from './report-articles'
import { ReportNotices } from './report-notices'
import { ReportTexts } from './report-texts'
import { ReviewBar } from './review-bar'
import { Revision, Revisions } from './revisions'
import type { Ticks } from './ticks'
import { ReportStateTag, TimelinessTag } from './timing'
import { useMonth } from './use-month'
import './dispatch.css'
import { dispatchWords } from './words'

const NO_ADJUSTMENTS: readonly MonthlyAdjustment[] = []

/** A unit's month: what is asked, what is to be settled, what happens next. */
export function Component() {
  const t = useWords(dispatchWords)
  const { month = '', unit = '' } = useParams()
  const report = useQuery(reportQuery(month, unit))
  const entries = useQuery(entriesQuery(month, unit))
  const fields = useQuery(entryFieldsQuery())
  const permits = useQuery(permitFieldsQuery())
  const names = useMemo(
    () => (fields.data && permits.data ? namesOf(fields.data, permits.data) : undefined),
    [fields.data, permits.data],
  )
  const back = <Link to={`${paths.months}?month=${month}`}>{t('toMonth')}</Link>
  return (
    <Answer query={report} back={back}>
      {(known) => (
        <Answer query={entries} back={back}>
          {({ items }) => (
            <Answer query={fields.data ? permits : fields} back={back}>
              {() =>
                names && (
                  <Report key={`${known.month}-${known.unitCode}`} report={known} entries={items} names={names} />
                )
              }
            </Answer>
          )}
        </Answer>
      )}
    </Answer>
  )
}

function Report({ report, entries, names }: { report: MonthlyReport; entries: MonthlyEntry[]; names: EntryNames }) {
  const t = useWords(dispatchWords)
  const caller = useCaller()
  const list = useListState()
  const editable = report.allowedActions.includes('edit')
  const draft = useMonth(report, entries, names, editable)
  const { report: now } = useEdits(draft)
  const owed = now && owedOf(draft, names, t)
  const adjustments = useQuery(adjustmentsQuery(report.month, report.unitCode)).data ?? NO_ADJUSTMENTS
  const adjusted = useMemo(() => byProject(adjustments), [adjustments])
  const returned = useMemo(() => remarksOf(report), [report])
  const mayReturn = report.allowedActions.includes('return')
  const [returning, setReturning] = useState(false)
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const ticks = useTicks(entries, reasons, setReasons)
  const frozen = useQuery(statusQuery(report.month)).data?.frozenAt !== undefined
  const revision = Number(list.get('revision'))
  const verbs: Record<string, string> = {
    edit: t('doEdit'),
    submit: t('doSubmit'),
    return: t('doReturn'),
    accept: t('doAccept'),
    extend: t('doExtend'),
  }
  const back = <Link to={`${paths.months}?month=${report.month}`}>{t('toMonth')}</Link>
  return (
    <>
      <PageHead
        title={t('reportTitle', { unit: report.unitName, month: monthText(report.month) })}
        lead={
          <>
            <ReportStateTag state={report.state} />
            <TimelinessTag timing={report.timing} />
          </>
        }
        actions={
          !revision && (
            <>
              {mayReturn && !returning && <Button onClick={() => setReturning(true)}>{t('doReturn')}</Button>}
              <ReportActions report={report} draft={draft} names={names} owed={owed} />
            </>
          )
        }
      >
        {back}
      </PageHead>
      {revision ? (
        <Revision report={report} revision={revision} names={names} />
      ) : (
        <>
          <ReportNotices report={report} />
          <WhyNot items={report.whyNot} actionText={(action) => verbs[action] ?? action} />
          <MonthGrid
            draft={draft}
            names={names}
            editable={editable}
            owed={owed}
            returned={returned}
            adjusted={adjusted}
            ticks={returning ? ticks.byRow : undefined}
          />
          <ReportTexts draft={draft} editable={editable} ticks={returning ? ticks.all : undefined} />
          {(adjustments.length > 0 || frozen) && (
            <Adjustments
              report={report}
              entries={entries}
              items={adjustments}
              mayAdd={frozen && (caller.can('monthly-reports:write') || caller.can('monthly-reports:review'))}
            />
          )}
          <ReportArticles report={report} />
          <Revisions report={report} />
          {returning && (
            <ReviewBar
              report={report}
              ticks={ticks.all}
              onDone={() => {
                setReturning(false)
                setReasons({})
              }}
            />
          )}
        </>
      )}
    </>
  )
}

const byProject = (adjustments: readonly MonthlyAdjustment[]) => {
  const rows = new Map<string, MonthlyAdjustment[]>()
  for (const one of adjustments) rows.set(one.signedProject, [...(rows.get(one.signedProject) ?? []), one])
  return rows
}

/** What the bureau wrote, by row and field; '' is the whole row. */
function remarksOf({ returned, state }: MonthlyReport) {
  const rows = new Map<string, Record<string, string>>()
  for (const { pointer, reason } of state === 'RETURNED' ? (returned?.fields ?? []) : []) {
    const [, of, code = '', part = ''] = pointer.split('/')
    if (of === 'entries') rows.set(code, { ...rows.get(code), [part]: reason })
  }
  return rows
}

/** The ticks of each row by itself: one that is set draws one row anew. */
function useTicks(
  entries: readonly MonthlyEntry[],
  reasons: Readonly<Record<string, string>>,
  set: (change: (now: Readonly<Record<string, string>>) => Readonly<Record<string, string>>) => void,
) {
  const [known] = useState(() => new Map<string, { words: string; ticks: Ticks }>())
  return useMemo(() => {
    const change: Ticks['change'] = (pointer, reason) =>
      set((now) => {
        const { [pointer]: _, ...others } = now
        return reason === undefined ? others : { ...others, [pointer]: reason }
      })
    const byRow = new Map<string, Ticks>()
    for (const { signedProject: code } of entries) {
      const own = Object.entries(reasons).filter(([pointer]) => `${pointer}/`.startsWith(`/entries/${code}/`))
      const words = JSON.stringify(own)
      let row = known.get(code)
      if (row?.words !== words) {
        row = { words, ticks: { reasons: Object.fromEntries(own), change } }
        known.set(code, row)
      }
      byRow.set(code, row.ticks)
    }
    return { byRow, all: { reasons, change } as Ticks }
  }, [entries, reasons, set, known])
}
