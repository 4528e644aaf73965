import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ComparedFigure, ComparedMonthRow } from '@/api/types'
import { paths } from '@/app/paths'
import { monthText } from '@/lib/dates'
import { wanText } from '@/lib/money'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import { Answer } from '@/ui/states'
import { comparisonQuery } from './queries'
import { dispatchWords } from './words'

/** The month's figures by unit, with the change on last month and on last year; each opens the report behind it. */
export function MonthFigures({ month }: { month: string }) {
  const t = useWords(dispatchWords)
  const compared = useQuery(comparisonQuery(month))
  const percent = (value: number | undefined) =>
    value === undefined ? t('noFigure') : `${value > 0 ? '+' : ''}${value.toFixed(1)}%`
  const figure = (key: 'completedInvestment' | 'fundsInPlace' | 'fundsOutside'): Column<ComparedMonthRow> => ({
    key,
    title: t(key),
    unit: t('figuresUnit'),
    numeric: true,
    cell: (row) => {
      const { value, onLastMonthPercent, onLastYearPercent }: ComparedFigure = row[key]
      if (value === undefined) return t('noFigure')
      return (
        <>
          {wanText(value)}
          <div className="zs-quiet">
            {t('onLastMonth')} {percent(onLastMonthPercent)}　{t('onLastYear')} {percent(onLastYearPercent)}
          </div>
        </>
      )
    },
  })
  return (
    <section className="zs-card">
      <h2>{t('figuresTitle', { month: monthText(month) })}</h2>
      <Answer query={compared}>
        {({ items, total }) => (
          <DataTable
            caption={t('figuresTitle', { month: monthText(month) })}
            columns={[
              {
                key: 'unit',
                name: true,
                title: t('unit'),
                cell: (row: ComparedMonthRow) =>
                  row.unitCode ? (
                    <Link to={paths.monthlyReport(month, row.unitCode)}>{row.unitName}</Link>
                  ) : (
                    <strong>{t('cityTotal')}</strong>
                  ),
              },
              figure('completedInvestment'),
              figure('fundsInPlace'),
              figure('fundsOutside'),
            ]}
            rows={total ? [...items, total] : items}
            rowKey={(row) => row.unitCode ?? 'city'}
            rowName={(row) => row.unitName ?? t('cityTotal')}
          />
        )}
      </Answer>
    </section>
  )
}
