import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { DataTable } from '@/ui/data-table'
import { useListState } from '@/ui/list-state'
import { ColumnChoice, ExportButton, Pager, SavedViews, useColumns } from '@/ui/list-tools'
import { PageHead } from '@/ui/page-head'
import { Empty, Failed, Loading } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { ConfirmSelection } from './confirm-selection'
import { about, type Kind, titleOf, useKind } from './kinds'
import { useListingColumns } from './listing-columns'
import { ListingFilters } from './listing-filters'
import { states } from './listing-marks'
import { ListingPanel } from './listing-panel'
import { listingsQuery } from './queries'
import { premisesWords } from './words'

const common = [
  'q',
  'state',
  'unitCode',
  'locationCode',
  'publiclyListed',
  'changedSince',
  'hasFindings',
  'verified',
  'updatedFrom',
  'updatedTo',
]
const filters: Record<Kind, readonly string[]> = {
  premises: [
    ...common,
    'kind',
    'offer',
    'minFreeAreaSqm',
    'maxFreeAreaSqm',
    'minStoreyHeightM',
    'minFloorLoadTonPerSqm',
    'minPowerKva',
    'minCraneTon',
    'maxRentYuanPerSqmMonth',
    'sort',
  ],
  'land-parcels': [...common, 'landUse', 'minAreaMu', 'maxAreaMu', 'maxStartPriceWanPerMu', 'sort'],
}

/** What a row still shows while one of them stands open beside the list. */
const kept = new Set(['name', 'parcelNo', 'state', 'freshness'])

export function Component() {
  const kind = useKind()
  return <List key={kind} kind={kind} />
}

function List({ kind }: { kind: Kind }) {
  const t = useWords(premisesWords)
  const u = useWords(uiWords)
  const caller = useCaller()
  const navigate = useNavigate()
  const state = useListState()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [confirmable, setConfirmable] = useState<ReadonlySet<string>>(new Set())
  const shown = Object.fromEntries(filters[kind].map((key) => [key, state.get(key) || undefined]))
  const query = { ...shown, limit: 50, count: true, ...(state.cursor && { cursor: state.cursor }) }
  const list = useQuery(listingsQuery(kind, query))
  const all = useListingColumns(kind, (row) => state.open('open', row.id))
  const columns = useColumns(kind, all)
  const rows = list.data?.items ?? []
  const openId = state.get('open')
  const open = rows.find((row) => row.id === openId)
  const writes = caller.can(`${kind}:write`)
  const select = (keys: Set<string>) => {
    // Pages come and go: which of the selected can be confirmed is remembered with them.
    const now = rows.filter((row) => row.allowedActions.includes('confirm')).map((row) => row.id)
    const known = new Set([...confirmable, ...now])
    setSelected(keys)
    setConfirmable(new Set([...keys].filter((key) => known.has(key))))
  }
  const narrowed = [...state.search.keys()].some((key) => key !== 'open')
  const onOffer = states[kind].slice(0, 2).join(',')
  return (
    <>
      <PageHead
        title={t(`title-${kind}`)}
        actions={
          <>
            <ColumnChoice columns={all} chosen={columns.chosen} choose={columns.choose} />
            <ExportButton path={`/api/v1/${kind}`} query={shown} />
            {writes && <Button onClick={() => void navigate(paths.importsOf(kind))}>{t('bulkImport')}</Button>}
            {writes && (
              <Button type="primary" onClick={() => void navigate(about[kind].create)}>
                {t(`new-${kind}`)}
              </Button>
            )}
          </>
        }
      />
      <SavedViews
        list={kind}
        user={caller.user.username}
        state={state}
        given={[
          { name: t('viewAll'), search: '' },
          { name: t('viewOnOffer'), search: `state=${onOffer}` },
          { name: t('viewStale'), search: 'verified=false' },
          { name: t('viewToPublish'), search: `publiclyListed=false&state=${onOffer}` },
          { name: t('viewChanged'), search: 'changedSince=true' },
          { name: t('viewPublic'), search: 'publiclyListed=true' },
        ]}
      />
      <ListingFilters kind={kind} state={state} />
      {selected.size > 0 && (
        <div className="zs-selection" role="status">
          {u('selected', { count: selected.size })}
          <span className="zs-actions">
            {confirmable.size > 0 && (
              <ConfirmSelection kind={kind} ids={[...confirmable]} onDone={() => select(new Set())} />
            )}
            <Button type="text" onClick={() => select(new Set())}>
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
        <Empty title={narrowed ? u('empty') : t(`empty-${kind}`)}>
          {narrowed ? <p>{t('emptyNext')}</p> : writes && <p>{t(`emptyFirst-${kind}`)}</p>}
          <span className="zs-actions">
            {narrowed && <Button onClick={state.clear}>{u('clearFilters')}</Button>}
            {writes && <Link to={about[kind].create}>{t(`new-${kind}`)}</Link>}
          </span>
        </Empty>
      ) : (
        <div className={openId ? 'zs-split' : undefined}>
          <div className="zs-stack zs-stretch">
            <DataTable
              caption={t(`title-${kind}`)}
              columns={openId ? columns.shown.filter((c) => kept.has(c.key)) : columns.shown}
              rows={rows}
              rowKey={(row) => row.id}
              rowName={titleOf}
              sort={state.get('sort') || '-updatedAt'}
              onSort={(sort) => state.set({ sort })}
              current={openId}
              {...(writes && { selection: { keys: selected, change: select } })}
            />
            <Pager state={state} shown={rows.length} total={list.data.total} nextCursor={list.data.nextCursor} />
          </div>
          {openId && (
            <ListingPanel
              kind={kind}
              id={openId}
              name={open ? titleOf(open) : ''}
              onClose={() => state.open('open', undefined)}
            />
          )}
        </div>
      )}
    </>
  )
}
