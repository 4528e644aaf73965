import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { LedgerRow, ReceiptRow } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText, instantText } from '@/lib/dates'
import { wanText } from '@/lib/money'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { ChoiceFilter } from '@/ui/choice-filter'
import { type Column, DataTable } from '@/ui/data-table'
import { KeywordFilter } from '@/ui/keyword-filter'
import { type ListState, useListState } from '@/ui/list-state'
import { ColumnChoice, ExportButton, Pager, SavedViews, useColumns } from '@/ui/list-tools'
import { PageHead } from '@/ui/page-head'
import { Empty, Failed, Loading } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { unitsQuery } from '../units/queries'
import { ColumnSetExport } from './column-set-export'
import { CountingNote } from './counting-note'
import { SumStrip } from './fund-sums'
import { ReceiptMarks } from './receipt-marks'
import { ledgerQuery, receiptsQuery } from './receipt-queries'
import { receiptWords } from './receipt-words'

const filters = [
  'q',
  'unitCode',
  'signedProject',
  'eventCode',
  'origin',
  'form',
  'use',
  'receivedFrom',
  'receivedTo',
  'reportedMonth',
  'assessed',
  'reviewed',
  'recognised',
  'differs',
  'proofTwice',
  'pastYear',
  'hasFindings',
  'sort',
]
const origins = ['OUTSIDE_REGION', 'IN_REGION', 'IN_CITY', 'OVERSEAS'] as const
const uses = ['LAND', 'CONSTRUCTION', 'EQUIPMENT', 'WORKING_CAPITAL', 'OTHER'] as const

export function Component() {
  const t = useWords(receiptWords)
  const u = useWords(uiWords)
  const caller = useCaller()
  const navigate = useNavigate()
  const state = useListState()
  const shown = Object.fromEntries(filters.map((key) => [key, state.get(key) || undefined]))
  const query = { ...shown, limit: 50, count: true, ...(state.cursor && { cursor: state.cursor }) }
  const list = useQuery(receiptsQuery(query))
  const all = useReceiptColumns()
  const columns = useColumns('receipts', all)
  const rows = list.data?.items ?? []
  const writes = caller.can('receipts:write')
  const narrowed = state.search.size > 0
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ColumnChoice columns={all} chosen={columns.chosen} choose={columns.choose} />
            <ExportButton path="/api/v1/receipts" query={shown} />
            <ColumnSetExport query={shown} />
            {writes && <Button onClick={() => void navigate(paths.importsOf('receipts'))}>{t('bulkImport')}</Button>}
            {writes && (
              <Button type="primary" onClick={() => void navigate(paths.newReceipt)}>
                {t('new')}
              </Button>
            )}
          </>
        }
      />
      <SavedViews
        list="receipts"
        user={caller.user.username}
        state={state}
        given={[
          { name: t('viewAll'), search: '' },
          { name: t('viewUnreported'), search: 'reportedMonth=NONE' },
          { name: t('viewOpen'), search: 'hasFindings=true' },
          { name: t('viewUnreviewed'), search: 'reviewed=false' },
          { name: t('viewDiffers'), search: 'differs=true' },
          { name: t('viewTwice'), search: 'proofTwice=true' },
          { name: t('viewPast'), search: 'pastYear=true' },
        ]}
      />
      <Filters state={state} />
      {list.isPending ? (
        <Loading again={list.failureCount > 0} />
      ) : list.isError && !list.data ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={narrowed ? u('empty') : t('empty')}>
          {narrowed ? <p>{t('emptyNext')}</p> : writes && <p>{t('emptyFirst')}</p>}
          <span className="zs-actions">
            {narrowed && <Button onClick={state.clear}>{u('clearFilters')}</Button>}
            {writes && <Link to={paths.newReceipt}>{t('new')}</Link>}
          </span>
        </Empty>
      ) : (
        <div className="zs-stack zs-stretch">
          {list.data.totals && <SumStrip sums={list.data.totals} />}
          <DataTable
            caption={t('title')}
            columns={columns.shown}
            rows={rows}
            rowKey={(row) => row.id}
            rowName={(row) => row.code}
            sort={state.get('sort') || '-updatedAt'}
            onSort={(sort) => state.set({ sort })}
          />
          <Pager state={state} shown={rows.length} total={list.data.total} nextCursor={list.data.nextCursor} />
          {!caller.unitCode && <ByUnit query={shown} />}
        </div>
      )}
      <CountingNote />
    </>
  )
}

function Filters({ state }: { state: ListState }) {
  const t = useWords(receiptWords)
  const u = useWords(uiWords)
  const { unitCode } = useCaller()
  const units = useQuery({ ...unitsQuery(), enabled: !unitCode }).data ?? []
  return (
    <search className="zs-filters" aria-label={u('filters')}>
      <KeywordFilter state={state} label={t('keyword')} hint={t('keywordHint')} />
      {!unitCode && (
        <ChoiceFilter
          several
          state={state}
          name="unitCode"
          label={t('unit')}
          any={t('anyUnit')}
          width={160}
          options={units.filter((x) => x.reports).map((x) => ({ value: x.code, label: x.name }))}
        />
      )}
      <ChoiceFilter
        several
        state={state}
        name="origin"
        label={t('origin')}
        any={t('anyOrigin')}
        options={origins.map((value) => ({ value, label: t(`origin${value}`) }))}
      />
      <ChoiceFilter
        several
        state={state}
        name="use"
        label={t('use')}
        any={t('anyUse')}
        options={uses.map((value) => ({ value, label: t(`use${value}`) }))}
      />
      <ChoiceFilter
        state={state}
        name="assessed"
        label={t('assessed')}
        any={t('anyAssessed')}
        options={[
          { value: 'true', label: t('assessed') },
          { value: 'false', label: t('notAssessed') },
        ]}
      />
      {[...state.search.keys()].some((key) => key !== 'sort') && (
        <Button onClick={state.clear}>{u('clearFilters')}</Button>
      )}
    </search>
  )
}

function useReceiptColumns(): Column<ReceiptRow>[] {
  const t = useWords(receiptWords)
  const { unitCode } = useCaller()
  const wan = (yuan: number | undefined) => yuan !== undefined && wanText(yuan)
  const money = (key: string, title: string, of: (row: ReceiptRow) => number | undefined): Column<ReceiptRow> => ({
    key,
    title,
    unit: t('wan'),
    numeric: true,
    cell: (row) => wan(of(row)),
  })
  return [
    {
      key: 'project',
      title: t('project'),
      name: true,
      cell: (row) => (
        <>
          <Link to={paths.receipt(row.id)}>{row.signedProjectName}</Link>
          <div className="zs-quiet">{row.code}</div>
        </>
      ),
    },
    ...(unitCode ? [] : [{ key: 'unit', title: t('unit'), short: true, cell: (row: ReceiptRow) => row.unitName }]),
    {
      key: 'receivedOn',
      title: t('receivedOn'),
      short: true,
      sort: { up: 'receivedOn', down: '-receivedOn' },
      cell: (row) => row.receivedOn && dayText(row.receivedOn),
    },
    {
      ...money('amount', t('amount'), (row) => row.amountYuan),
      sort: { up: 'amountYuan', down: '-amountYuan' },
    },
    { key: 'origin', title: t('origin'), short: true, cell: (row) => row.origin && t(`origin${row.origin}`) },
    money('reviewed', t('reviewed'), (row) => row.reviewedYuan),
    money('recognised', t('recognised'), (row) => row.recognisedYuan),
    money('entered', t('entered'), (row) => row.enteredAmountYuan),
    { key: 'use', title: t('use'), short: true, usual: false, cell: (row) => row.use && t(`use${row.use}`) },
    { key: 'payer', title: t('payer'), usual: false, cell: (row) => row.payer },
    {
      key: 'proof',
      title: t('proof'),
      usual: false,
      cell: (row) => [row.proofKind, row.proofNumber].filter(Boolean).join(' '),
    },
    {
      key: 'state',
      title: t('state'),
      cell: (row) => (
        <ReceiptMarks
          of={{
            example: row.example,
            open: row.blocking + row.explaining,
            twice: row.proofTwice,
            assessed: row.assessed,
            reportedMonth: row.reportedMonth,
            locked: row.locked,
          }}
        />
      ),
    },
    {
      key: 'updatedAt',
      minor: true,
      short: true,
      usual: false,
      title: t('updatedAt'),
      sort: { up: 'updatedAt', down: '-updatedAt' },
      cell: (row) => instantText(row.updatedAt),
    },
  ]
}

/** The ledger by unit; each row opens what it sums. */
function ByUnit({ query }: { query: Record<string, string | undefined> }) {
  const t = useWords(receiptWords)
  const { sort: _, ...narrowing } = query
  const summary = useQuery(ledgerQuery(narrowing as never))
  const money = (key: string, title: string, of: (row: LedgerRow) => number): Column<LedgerRow> => ({
    key,
    title,
    unit: t('wan'),
    numeric: true,
    cell: (row) => wanText(of(row)),
  })
  if (!summary.data) return null
  return (
    <section className="zs-card">
      <h2>{t('byUnit')}</h2>
      <DataTable
        caption={t('byUnit')}
        rows={summary.data.items}
        rowKey={(row) => row.unitCode}
        rowName={(row) => row.unitName}
        columns={[
          {
            key: 'unit',
            title: t('unit'),
            name: true,
            cell: (row) => <Link to={`${paths.receipts}?${row.href.split('?')[1]}`}>{row.unitName}</Link>,
          },
          { key: 'receipts', title: t('receipts'), numeric: true, cell: (row) => row.sums.receipts },
          money('declared', t('sumDeclared'), (row) => row.sums.declaredYuan),
          money('domestic', t('domestic'), (row) => row.sums.domesticYuan),
          money('outside', t('outside'), (row) => row.sums.outsideYuan),
          money('assessed', t('assessed'), (row) => row.sums.assessedYuan),
          money('reviewed', t('sumReviewed'), (row) => row.sums.reviewedYuan),
          money('recognised', t('sumRecognised'), (row) => row.sums.recognisedYuan),
          money('entered', t('entered'), (row) => row.sums.enteredYuan),
          money('unentered', t('sumUnentered'), (row) => row.unenteredYuan),
        ]}
      />
    </section>
  )
}
