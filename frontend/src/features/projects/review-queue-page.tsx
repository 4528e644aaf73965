import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '@/app/paths'
import { instantText } from '@/lib/dates'
import { wanText } from '@/lib/money'
import { useWords } from '@/lib/words'
import { DataTable } from '@/ui/data-table'
import { useListState } from '@/ui/list-state'
import { Pager } from '@/ui/list-tools'
import { PageHead } from '@/ui/page-head'
import { Answer, Empty } from '@/ui/states'
import { ProjectFilters } from './project-filters'
import { ProjectMarks } from './project-marks'
import { projectsQuery } from './queries'
import { projectWords } from './words'

/** What the units submitted and nobody has decided: first come, first served. */
export function Component() {
  const t = useWords(projectWords)
  const state = useListState()
  const filter = (key: string) => state.get(key) || undefined
  const query = {
    state: 'SUBMITTED',
    q: filter('q'),
    unitCode: filter('unitCode'),
    callYear: filter('callYear'),
    groupCode: filter('groupCode'),
    sort: filter('sort') ?? 'submittedAt',
    limit: 50,
    count: true,
    cursor: state.cursor,
  }
  const list = useQuery(projectsQuery(query))
  return (
    <>
      <PageHead title={t('reviewTitle')} lead={t('reviewLead')} />
      <ProjectFilters state={state} only={['unitCode', 'callYear', 'groupCode']} />
      <Answer
        query={list}
        isEmpty={(page) => page.items.length === 0}
        empty={
          state.search.size > 0 ? (
            <Empty>
              <p>{t('emptyNext')}</p>
            </Empty>
          ) : (
            <Empty title={t('reviewEmpty')}>
              <p>{t('reviewEmptyNext')}</p>
            </Empty>
          )
        }
      >
        {(page) => (
          <>
            <DataTable
              caption={t('reviewTitle')}
              rows={page.items}
              rowKey={(row) => row.id}
              sort={state.get('sort') || 'submittedAt'}
              onSort={(sort) => state.set({ sort })}
              columns={[
                {
                  key: 'name',
                  name: true,
                  title: t('name'),
                  cell: (row) => <Link to={paths.reviewProject(row.id)}>{row.name}</Link>,
                },
                { key: 'unit', title: t('unit'), cell: (row) => row.unitName },
                { key: 'industry', title: t('industry'), cell: (row) => row.industryName },
                {
                  key: 'total',
                  title: t('totalInvestment'),
                  unit: t('wan'),
                  numeric: true,
                  sort: { up: 'totalInvestmentYuan', down: '-totalInvestmentYuan' },
                  cell: (row) => row.totalInvestmentYuan != null && wanText(row.totalInvestmentYuan),
                },
                {
                  key: 'marks',
                  title: t('state'),
                  cell: (row) => (
                    <span className="zs-marks">
                      <ProjectMarks project={row} where={false} />
                    </span>
                  ),
                },
                {
                  key: 'submittedAt',
                  title: t('submittedAt'),
                  sort: { up: 'submittedAt', down: '-submittedAt' },
                  cell: (row) => row.submittedAt && instantText(row.submittedAt),
                },
              ]}
            />
            <Pager state={state} shown={page.items.length} total={page.total} nextCursor={page.nextCursor} />
          </>
        )}
      </Answer>
    </>
  )
}
