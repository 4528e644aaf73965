import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { YearBoardRow } from '@/api/types'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { type Column, DataTable } from '@/ui/data-table'
import { Answer } from '@/ui/states'
import { yearBoardQuery } from './queries'
import { TimelinessMark } from './timing'
import { dispatchWords } from './words'

/** Who reported the months of a year: a row a unit, a cell a month, each opening its report. */
export function YearBoard({ year }: { year: string }) {
  const t = useWords(dispatchWords)
  const { unitCode } = useCaller()
  const board = useQuery(yearBoardQuery(year))
  return (
    <section className="zs-card">
      <h2>{t('yearTitle', { year })}</h2>
      <Answer query={board}>
        {({ items }) => {
          const months = [...new Set(items.flatMap((row) => row.months.map((cell) => cell.month)))].sort()
          const columns: Column<YearBoardRow>[] = [
            {
              key: 'unit',
              name: true,
              title: t('unit'),
              cell: (row) => (
                <>
                  {row.unitName}
                  <div className="zs-quiet">
                    {t('yearTally', { onTime: row.onTime, late: row.late, missing: row.missing })}
                  </div>
                </>
              ),
            },
            ...months.map((month) => ({
              key: month,
              title: String(Number(month.slice(5))),
              short: true,
              cell: (row: YearBoardRow) => {
                const cell = row.months.find((one) => one.month === month)
                if (!cell) return null
                const mark = <TimelinessMark timeliness={cell.timeliness} />
                return unitCode && unitCode !== row.unitCode ? (
                  mark
                ) : (
                  <Link to={paths.monthlyReport(month, row.unitCode)}>{mark}</Link>
                )
              },
            })),
          ]
          return (
            <DataTable
              caption={t('yearTitle', { year })}
              columns={columns}
              rows={items}
              rowKey={(row) => row.unitCode}
              rowName={(row) => row.unitName}
            />
          )
        }}
      </Answer>
    </section>
  )
}
