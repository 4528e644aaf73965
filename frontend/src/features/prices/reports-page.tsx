import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from 'react-router'
import { paths } from '@/app/paths'
import { dayText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { type Column, DataTable } from '@/ui/data-table'
import { useListState } from '@/ui/list-state'
import { NumberFilter } from '@/ui/number-filter'
import { PageHead } from '@/ui/page-head'
import { Answer } from '@/ui/states'
import { reportsQuery } from './queries'
import { ReportState } from './report-state'
import { priceWords } from './words'

/** Which units have reported their prices of the year; a unit's own people go straight to theirs. */
export function Component() {
  const t = useWords(priceWords)
  const state = useListState()
  const { unitCode } = useCaller()
  const year = Number(state.get('year')) || undefined
  const reports = useQuery(reportsQuery(year))
  const own = unitCode && reports.data?.find((row) => row.unitCode === unitCode)
  if (own) return <Navigate to={paths.priceReport(own.year, own.unitCode)} replace />
  type Row = NonNullable<typeof reports.data>[number]
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      name: true,
      title: t('unit'),
      cell: (row) => <Link to={paths.priceReport(row.year, row.unitCode)}>{row.unitName}</Link>,
    },
    { key: 'state', title: t('state'), cell: (row) => <ReportState state={row.state} late={row.late} /> },
    {
      key: 'owed',
      title: t('owed'),
      numeric: true,
      cell: (row) => t('owedOf', { done: row.required - row.missing.length, required: row.required }),
    },
    { key: 'prices', title: t('price'), numeric: true, cell: (row) => row.prices },
    { key: 'deadline', short: true, title: t('deadline'), cell: (row) => dayText(row.deadline) },
  ]
  return (
    <>
      <PageHead title={t('reportsTitle')} />
      <search className="zs-filters">
        <NumberFilter state={state} name="year" label={t('year')} unit="" />
      </search>
      <Answer query={reports} isEmpty={(rows) => rows.length === 0}>
        {(rows) => (
          <DataTable caption={t('reportsTitle')} columns={columns} rows={rows} rowKey={(row) => row.unitCode} />
        )}
      </Answer>
    </>
  )
}
