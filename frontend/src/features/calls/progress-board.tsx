import { Link, useSearchParams } from 'react-router'
import type { CallProgress } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText } from '@/lib/dates'
import { useLanguage, useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { type Column, DataTable } from '@/ui/data-table'
import { Tag } from '@/ui/state-tag'
import { DaysLeft } from './call-marks'
import { callWords } from './words'

type Standing = CallProgress['units'][number]

/** The states that count as accepted, as the quota counts them. */
const ACCEPTED = 'ACCEPTED,PUBLISHED,NEGOTIATING,SIGNED'

const share = ({ accepted, quota }: { accepted: number; quota: number }) => (quota === 0 ? 1 : accepted / quota)
const percent = (of: { accepted: number; quota: number }) => (of.quota === 0 ? '—' : `${(share(of) * 100).toFixed(1)}%`)

const orders: Record<string, (a: Standing, b: Standing) => number> = {
  share: (a, b) => share(a) - share(b),
  '-share': (a, b) => share(b) - share(a),
  daysLeft: (a, b) => a.daysLeft - b.daysLeft,
  '-daysLeft': (a, b) => b.daysLeft - a.daysLeft,
}

export function ProgressBoard({ progress }: { progress: CallProgress }) {
  const t = useWords(callWords)
  const lang = useLanguage()
  const caller = useCaller()
  const [search, setSearch] = useSearchParams()
  const sort = search.get('sort') ?? ''
  const { year, units } = progress
  const order = orders[sort]
  const rows = order ? [...units].sort(order) : units
  const own = caller.unitCode !== undefined

  /** Every figure opens the list it counts. */
  const figure = (of: Standing | undefined, what: string, count: number, filter: Record<string, string>) => {
    if (!caller.can('projects:read') || count === 0) return count
    const query = new URLSearchParams({ callYear: String(year), ...(of && { unitCode: of.unitCode }), ...filter })
    return (
      <Link
        to={{ pathname: paths.projects, search: `?${query}` }}
        aria-label={t('list', { unit: of?.unitName ?? t('board'), what, count })}
      >
        {count}
      </Link>
    )
  }
  const counted = (key: 'accepted' | 'submitted' | 'returned' | 'drafts', filter: Record<string, string>) => ({
    column: {
      key,
      title: t(key),
      numeric: true,
      cell: (row: Standing) => figure(row, t(key), row[key], filter),
    } satisfies Column<Standing>,
    total: figure(undefined, t(key), progress[key], filter),
  })
  const accepted = counted('accepted', { state: ACCEPTED })
  const submitted = counted('submitted', { state: 'SUBMITTED' })
  const returned = counted('returned', { state: 'RETURNED' })
  const drafts = counted('drafts', { state: 'DRAFT' })
  const late = units.reduce((sum, unit) => sum + unit.late, 0)
  const columns: Column<Standing>[] = [
    {
      key: 'unit',
      name: true,
      title: t('unit'),
      cell: (row) =>
        caller.can('calls:read') ? (
          <Link to={paths.roster(row.unitCode)} title={t('roster')}>
            {row.unitName}
          </Link>
        ) : (
          row.unitName
        ),
    },
    { key: 'quota', title: t('quota'), numeric: true, cell: (row) => row.quota },
    accepted.column,
    {
      key: 'share',
      title: t('share'),
      numeric: true,
      sort: { up: 'share', down: '-share' },
      cell: (row) => (
        <span className="zs-calls-share">
          <span className="zs-calls-track" aria-hidden="true">
            <span style={{ inlineSize: `${Math.min(share(row), 1) * 100}%` }} />
          </span>
          <span>{percent(row)}</span>
          {row.quotaReached && row.quota > 0 && (
            <Tag tone="green" mark="✓">
              {t('reached')}
            </Tag>
          )}
        </span>
      ),
    },
    submitted.column,
    returned.column,
    drafts.column,
    {
      key: 'late',
      title: t('lateCount'),
      numeric: true,
      cell: (row) => figure(row, t('lateCount'), row.late, { late: 'true' }),
    },
    {
      key: 'deadline',
      title: t('deadline'),
      cell: (row) => (
        <>
          {dayText(row.deadline, lang)}{' '}
          {row.extended && (
            <Tag tone="blue" mark="+">
              {t('extended')}
            </Tag>
          )}
        </>
      ),
    },
    {
      key: 'daysLeft',
      title: t('daysLeft'),
      sort: { up: 'daysLeft', down: '-daysLeft' },
      cell: (row) => <DaysLeft days={row.daysLeft} />,
    },
  ]
  const missing = Math.max(progress.quota - progress.accepted, 0)
  return (
    <>
      <p>
        {own
          ? t(missing > 0 ? 'boardOwn' : 'boardOwnDone', {
              accepted: progress.accepted,
              quota: progress.quota,
              missing,
            })
          : t('boardNow', {
              units: units.length,
              reached: units.filter((unit) => unit.quotaReached).length,
              silent: units.filter((unit) => unit.accepted + unit.submitted + unit.returned === 0).length,
              accepted: progress.accepted,
              quota: progress.quota,
            })}{' '}
        <span className="zs-quiet">{t('progressHelp')}</span>
      </p>
      <DataTable
        caption={t('board')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.unitCode}
        sort={sort}
        onSort={(next) =>
          setSearch((now) => {
            now.set('sort', next)
            return now
          })
        }
        totals={
          own
            ? undefined
            : {
                quota: progress.quota,
                accepted: accepted.total,
                share: percent(progress),
                submitted: submitted.total,
                returned: returned.total,
                drafts: drafts.total,
                late: figure(undefined, t('lateCount'), late, { late: 'true' }),
              }
        }
      />
    </>
  )
}
