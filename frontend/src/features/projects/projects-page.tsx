import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ProjectRow } from '@/api/types'
import { paths } from '@/app/paths'
import { wanText } from '@/lib/money'
import { grouped, inUnit } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { DataTable } from '@/ui/data-table'
import { useListState } from '@/ui/list-state'
import { ColumnChoice, ExportButton, Pager, SavedViews, useColumns } from '@/ui/list-tools'
import { PageHead } from '@/ui/page-head'
import { Empty, Failed, Loading } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { BulkSubmit } from './bulk-submit'
import { useProjectColumns } from './project-columns'
import { ProjectFilters } from './project-filters'
import { ProjectPanel } from './project-panel'
import { projectsQuery } from './queries'
import { projectWords } from './words'

const filters = [
  'q',
  'state',
  'unitCode',
  'callYear',
  'groupCode',
  'industryCode',
  'locationCode',
  'minInvestmentYuan',
  'maxInvestmentYuan',
  'late',
  'publiclyListed',
  'hasBlocking',
  'hasFindings',
  'appraised',
  'inGuide',
  'updatedFrom',
  'updatedTo',
  'asOf',
  'sort',
] as const

/** What a row still shows while one of them stands open beside the list. */
const kept = new Set(['name', 'state', 'totalInvestmentYuan'])

export function Component() {
  const t = useWords(projectWords)
  const u = useWords(uiWords)
  const caller = useCaller()
  const navigate = useNavigate()
  const state = useListState()
  const [selected, setSelected] = useState<ReadonlyMap<string, ProjectRow>>(new Map())
  const shown = Object.fromEntries(filters.map((key) => [key, state.get(key) || undefined]))
  const query = { ...shown, limit: 50, count: true, ...(state.cursor && { cursor: state.cursor }) }
  const list = useQuery(projectsQuery(query))
  const all = useProjectColumns((row) => state.open('open', row.id))
  const columns = useColumns('projects', all)
  const rows = list.data?.items ?? []
  const openId = state.get('open')
  const totals = list.data?.totals
  const writes = caller.can('projects:write')
  const submits = caller.can('projects:submit')

  const select = (keys: Set<string>) => {
    const known = new Map([...selected, ...rows.map((row) => [row.id, row] as const)])
    setSelected(new Map([...keys].flatMap((key) => (known.has(key) ? [[key, known.get(key) as ProjectRow]] : []))))
  }
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <>
            <ColumnChoice columns={all} chosen={columns.chosen} choose={columns.choose} />
            <ExportButton path="/api/v1/projects" query={shown} />
            {writes && <Button onClick={() => void navigate(paths.imports)}>{t('bulkImport')}</Button>}
            {writes && (
              <Button type="primary" onClick={() => void navigate(paths.newProject)}>
                {t('newProject')}
              </Button>
            )}
          </>
        }
      />
      <SavedViews
        list="projects"
        user={caller.user.username}
        state={state}
        given={[
          { name: t('viewAll'), search: '' },
          { name: t('viewDrafts'), search: 'state=DRAFT' },
          { name: t('viewReturned'), search: 'state=RETURNED' },
          { name: t('viewReview'), search: 'state=SUBMITTED' },
          { name: t('viewAccepted'), search: 'state=ACCEPTED' },
          { name: t('viewPublished'), search: 'state=PUBLISHED' },
        ]}
      />
      <ProjectFilters state={state} />
      {selected.size > 0 && (
        <div className="zs-selection" role="status">
          {u('selected', { count: selected.size })}
          <span className="zs-actions">
            {writes && (
              <Button onClick={() => void navigate(paths.newAppraisal([...selected.keys()]))}>
                {t('bulkAppraise', { count: selected.size })}
              </Button>
            )}
            {submits && <BulkSubmit rows={[...selected.values()]} onDone={() => setSelected(new Map())} />}
            <Button type="text" onClick={() => setSelected(new Map())}>
              {u('clearSelection')}
            </Button>
          </span>
        </div>
      )}
      {list.isPending ? (
        <Loading again={list.failureCount > 0} />
      ) : list.isError && !list.data ? (
        <Failed error={list.error} retry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={state.search.size > 0 ? u('empty') : t(caller.unitCode ? 'emptyUnit' : 'emptyAll')}>
          {state.search.size > 0 ? <p>{t('emptyNext')}</p> : writes && <p>{t('emptyFirst')}</p>}
          <span className="zs-actions">
            {state.search.size > 0 && <Button onClick={state.clear}>{u('clearFilters')}</Button>}
            {writes && <Link to={paths.newProject}>{t('newProject')}</Link>}
          </span>
        </Empty>
      ) : (
        <div className={openId ? 'zs-split' : undefined}>
          <div className="zs-stack zs-stretch">
            <DataTable
              caption={t('title')}
              columns={openId ? columns.shown.filter((c) => kept.has(c.key)) : columns.shown}
              rows={rows}
              rowKey={(row) => row.id}
              rowName={(row) => row.name}
              sort={state.get('sort') || '-updatedAt'}
              onSort={(sort) => state.set({ sort })}
              current={openId}
              {...((writes || submits) && { selection: { keys: new Set(selected.keys()), change: select } })}
              totals={
                totals
                  ? {
                      totalInvestmentYuan: wanText(totals.totalInvestmentYuan),
                      fixedInvestmentYuan: wanText(totals.fixedInvestmentYuan),
                      landAreaMu: grouped(inUnit(totals.landAreaMu, [1n, 1n], 2)),
                    }
                  : undefined
              }
            />
            <Pager state={state} shown={rows.length} total={list.data.total} nextCursor={list.data.nextCursor} />
          </div>
          {openId && (
            <ProjectPanel
              id={openId}
              name={rows.find((row) => row.id === openId)?.name ?? ''}
              onClose={() => state.open('open', undefined)}
            />
          )}
        </div>
      )}
    </>
  )
}
