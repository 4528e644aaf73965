import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { Import, ImportRow, ImportTally } from '@/api/types'
import { grouped } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import { bySeverity, FindingLine } from '@/ui/findings'
import { Failed, Loading } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { type Kind, pagesOf, useKind } from './kinds'
import { rowsQuery } from './queries'
import { RowChanges } from './row-changes'
import { bulkWords } from './words'

type Status = ImportRow['status']

/** What needs a look first stands first. */
export const statuses: readonly { status: Status; count: Exclude<keyof ImportTally, 'total'> }[] = [
  { status: 'REJECTED', count: 'rejected' },
  { status: 'CREATED', count: 'created' },
  { status: 'UPDATED', count: 'updated' },
  { status: 'UNCHANGED', count: 'unchanged' },
  { status: 'NOT_APPLIED', count: 'notApplied' },
]

/** The counts of an import, each opening the rows it counts. */
export function RowsByStatus({ of }: { of: Import }) {
  const t = useWords(bulkWords)
  const shown = statuses.filter(({ status, count }) => status !== 'NOT_APPLIED' || of.rows[count] > 0)
  const first = shown.find(({ count }) => of.rows[count] > 0) ?? shown[0]
  const [chosen, setChosen] = useState<Status>()
  const open = shown.find(({ status }) => status === chosen) ?? first
  if (!open) return null
  return (
    <>
      <fieldset className="zs-counts" aria-label={t('rowsTotal', { count: of.rows.total })}>
        {shown.map(({ status, count }) => (
          <button
            key={status}
            type="button"
            className="zs-count-card"
            data-status={of.rows[count] > 0 ? status : undefined}
            aria-pressed={status === open.status}
            onClick={() => setChosen(status)}
          >
            <strong>{grouped(String(of.rows[count]))}</strong> <span>{t(status)}</span>
          </button>
        ))}
      </fieldset>
      <RowList key={open.status} of={of} status={open.status} expected={of.rows[open.count]} />
    </>
  )
}

const PAGE = 20

export function RowList({ of, status, expected }: { of: Import; status: Status; expected: number }) {
  const t = useWords(bulkWords)
  const u = useWords(uiWords)
  const kind = useKind(of)
  const [page, setPage] = useState(0)
  const query = useQuery({ ...rowsQuery(of.id, status, expected), enabled: expected > 0 })
  if (expected === 0) return <p className="zs-quiet">{t('noRows')}</p>
  if (query.isPending) return <Loading />
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />
  const rows = query.data
  const pages = Math.ceil(rows.length / PAGE)
  const columns = columnsOf(status, kind, t, (row) => (
    <Record row={row} {...(!of.dryRun && !of.revertsImport && { page: pagesOf[kind].one })} />
  ))
  return (
    <>
      <DataTable
        caption={t(status)}
        columns={columns}
        rows={rows.slice(page * PAGE, (page + 1) * PAGE)}
        rowKey={(row) => String(row.row)}
      />
      {(pages > 1 || rows.length < expected) && (
        <div className="zs-pager">
          <span className="zs-quiet">
            {rows.length < expected
              ? t('moreRows', { shown: rows.length, count: grouped(String(expected - rows.length)) })
              : t('pageOf', { page: page + 1, pages })}
          </span>
          <span className="zs-actions">
            <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
              {u('previous')}
            </Button>
            <Button disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
              {u('next')}
            </Button>
          </span>
        </div>
      )}
    </>
  )
}

/** By the name that the row itself gives, with its number below. */
function Record({ row, page }: { row: ImportRow; page?: ((id: string) => string) | undefined }) {
  const t = useWords(bulkWords)
  const key = row.code ?? row.externalId
  const name = row.name ?? key ?? (row.status === 'CREATED' ? t('newRecord') : '—')
  const shown = page && row.id && row.code ? <Link to={page(row.id)}>{name}</Link> : name
  if (!row.name || !key) return shown
  return (
    <>
      {shown}
      <div className="zs-quiet">{key}</div>
    </>
  )
}

function columnsOf(
  status: Status,
  kind: Kind,
  t: (key: 'row' | 'record' | 'why' | 'whatChanges' | 'toSettle') => string,
  record: (row: ImportRow) => ReactNode,
): Column<ImportRow>[] {
  const settle: Column<ImportRow> = {
    key: 'findings',
    title: t('toSettle'),
    cell: ({ findings }) => <Settle findings={findings} />,
  }
  const columns: Column<ImportRow>[] = [
    { key: 'row', title: t('row'), numeric: true, cell: (row) => row.row },
    { key: 'record', title: t('record'), name: true, cell: record },
  ]
  if (status === 'REJECTED')
    columns.push({
      key: 'why',
      title: t('why'),
      cell: (row) => (
        <ul className="zs-row-lines">
          {row.errors.map((error) => (
            <li key={error.rule + error.pointer + error.message}>
              {typeof error.params.column === 'string' && <strong>{error.params.column} </strong>}
              {error.message}
            </li>
          ))}
        </ul>
      ),
    })
  if (status === 'UPDATED')
    columns.push({
      key: 'changes',
      title: t('whatChanges'),
      cell: (row) => <RowChanges kind={kind} changes={row.changes} />,
    })
  if (status === 'CREATED' || status === 'UPDATED' || status === 'UNCHANGED') columns.push(settle)
  return columns
}

/** More than this would bury the rows below: it opens when asked for. */
const FEW = 2

function Settle({ findings }: { findings: ImportRow['findings'] }) {
  const t = useWords(bulkWords)
  if (findings.length === 0) return <span className="zs-quiet">{t('settled')}</span>
  const list = (
    <ul className="zs-row-lines">
      {[...findings].sort(bySeverity).map((finding) => (
        <li key={finding.rule + finding.pointer + finding.message}>
          <FindingLine finding={finding} />
        </li>
      ))}
    </ul>
  )
  if (findings.length <= FEW) return list
  return (
    <details>
      <summary>{t('settleCount', { count: findings.length })}</summary>
      {list}
    </details>
  )
}
