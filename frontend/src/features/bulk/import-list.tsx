import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { Import } from '@/api/types'
import { paths } from '@/app/paths'
import { instantText } from '@/lib/dates'
import { listed } from '@/lib/punctuation'
import { grouped } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import { Empty, Failed, Loading } from '@/ui/states'
import { useKind } from './kinds'
import { importsQuery } from './queries'
import { statuses } from './rows-table'
import { bulkWords } from './words'

/** @param own whether only the reader's own unit's are listed */
export function ImportList({ own }: { own: boolean }) {
  const t = useWords(bulkWords)
  const list = useInfiniteQuery(importsQuery())
  const columns: Column<Import>[] = [
    {
      key: 'file',
      name: true,
      title: t('file'),
      cell: (of) => <Link to={paths.import(of.id)}>{of.fileName ?? t('fileUnnamed')}</Link>,
    },
    {
      key: 'what',
      title: t('what'),
      short: true,
      cell: (of) => t(of.revertsImport ? 'kindRevert' : of.dryRun ? 'kindPlan' : 'kindImport'),
    },
    { key: 'kind', title: t('kinds'), short: true, cell: (of) => <KindName of={of} /> },
    { key: 'state', title: t('state'), short: true, cell: (of) => t(`state${of.state}`) },
    { key: 'counts', title: t('counts'), cell: (of) => <Counts of={of} /> },
    { key: 'when', title: t('when'), short: true, cell: (of) => instantText(of.createdAt) },
    { key: 'who', title: t('who'), cell: (of) => of.createdBy },
  ]
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="zs-stack zs-stretch" aria-labelledby="earlier">
      <h2 id="earlier">{t('earlier')}</h2>
      {list.isPending ? (
        <Loading />
      ) : list.isError && rows.length === 0 ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={t(own ? 'earlierNone' : 'earlierNoneAny')} />
      ) : (
        <DataTable caption={t('earlier')} columns={columns} rows={rows} rowKey={(of) => of.id} />
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </section>
  )
}

function KindName({ of }: { of: Import }) {
  const t = useWords(bulkWords)
  return <>{t(`kind-${useKind(of)}`)}</>
}

function Counts({ of }: { of: Import }) {
  const t = useWords(bulkWords)
  if (of.revertsImport) return <>{t('rowsTotal', { count: of.rows.total })}</>
  const some = statuses.filter(({ count }) => of.rows[count] > 0)
  return <>{listed(some.map(({ status, count }) => `${t(status)} ${grouped(String(of.rows[count]))}`))}</>
}
