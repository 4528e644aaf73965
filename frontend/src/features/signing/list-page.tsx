import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { AgreementKind, SignedProjectRow } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText, instantText } from '@/lib/dates'
import { moneyText, wanText } from '@/lib/money'
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
import { Ageing } from './ageing'
import { eventsQuery, signedProjectsQuery } from './queries'
import { StageTag, stages } from './stage-tag'
import { signingWords } from './words'

const filters = [
  'q',
  'stage',
  'unitCode',
  'agreementKind',
  'eventCode',
  'creditedTo',
  'origin',
  'industryCode',
  'locationCode',
  'signedFrom',
  'signedTo',
  'updatedFrom',
  'updatedTo',
  'stageFrom',
  'stageTo',
  'counted',
  'hasFindings',
  'excluded',
  'hasOpenDuplicates',
  'creditedKind',
  'creditedOn',
  'creditedFrom',
  'creditedUnit',
  'stageAtLeast',
  'reachedFrom',
  'reachedTo',
  'plannedStartTo',
  'sort',
]
const kinds: readonly AgreementKind[] = ['INTENT', 'FRAMEWORK', 'CONTRACT']

export function Component() {
  const t = useWords(signingWords)
  const u = useWords(uiWords)
  const caller = useCaller()
  const navigate = useNavigate()
  const state = useListState()
  const shown = Object.fromEntries(filters.map((key) => [key, state.get(key) || undefined]))
  const query = { ...shown, limit: 50, count: true, ...(state.cursor && { cursor: state.cursor }) }
  const list = useQuery(signedProjectsQuery(query))
  const all = useSigningColumns()
  const columns = useColumns('signed-projects', all)
  const rows = list.data?.items ?? []
  const writes = caller.can('signed-projects:write')
  const narrowed = state.search.size > 0
  const totals = list.data?.totals
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <>
            <ColumnChoice columns={all} chosen={columns.chosen} choose={columns.choose} />
            <ExportButton path="/api/v1/signed-projects" query={shown} />
            {writes && (
              <Button onClick={() => void navigate(paths.importsOf('signed-projects'))}>{t('bulkImport')}</Button>
            )}
            {writes && (
              <Button type="primary" onClick={() => void navigate(paths.newSignedProject)}>
                {t('new')}
              </Button>
            )}
          </>
        }
      />
      <SavedViews
        list="signed-projects"
        user={caller.user.username}
        state={state}
        given={[
          { name: t('viewAll'), search: '' },
          { name: t('viewInTalks'), search: 'stage=NEGOTIATING,INTENT' },
          { name: t('viewNotStarted'), search: 'stage=SIGNED,REGISTERED,PERMITTING' },
          { name: t('viewIncomplete'), search: 'counted=false' },
          { name: t('viewDuplicates'), search: 'hasOpenDuplicates=true' },
          { name: t('viewEnded'), search: 'stage=TERMINATED,MERGED' },
        ]}
      />
      <Ageing />
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
            {writes && <Link to={paths.newSignedProject}>{t('new')}</Link>}
          </span>
        </Empty>
      ) : (
        <div className="zs-stack zs-stretch">
          {totals && (
            <p className="zs-quiet">
              {t('totals', {
                contract: moneyText(totals.contractYuan),
                framework: moneyText(totals.frameworkYuan),
                intent: moneyText(totals.intentYuan),
              })}
            </p>
          )}
          <DataTable
            caption={t('title')}
            columns={columns.shown}
            rows={rows}
            rowKey={(row) => row.id}
            rowName={(row) => row.name}
            sort={state.get('sort') || '-updatedAt'}
            onSort={(sort) => state.set({ sort })}
          />
          <Pager state={state} shown={rows.length} total={list.data.total} nextCursor={list.data.nextCursor} />
        </div>
      )}
    </>
  )
}

function Filters({ state }: { state: ListState }) {
  const t = useWords(signingWords)
  const u = useWords(uiWords)
  const { unitCode } = useCaller()
  const units = useQuery({ ...unitsQuery(), enabled: !unitCode }).data ?? []
  const events = useQuery(eventsQuery()).data?.items ?? []
  return (
    <search className="zs-filters" aria-label={u('filters')}>
      <KeywordFilter state={state} label={t('keyword')} hint={t('keywordHint')} />
      <ChoiceFilter
        several
        state={state}
        name="stage"
        label={t('stage')}
        any={t('anyStage')}
        width={160}
        options={stages.map((value) => ({ value, label: t(`stage${value}`) }))}
      />
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
        name="agreementKind"
        label={t('kind')}
        any={t('anyKind')}
        options={kinds.map((value) => ({ value, label: t(`kind${value}`) }))}
      />
      <ChoiceFilter
        state={state}
        name="eventCode"
        label={t('event')}
        any={t('event')}
        width={220}
        options={[
          { value: 'NONE', label: t('direct') },
          ...events.map(({ code, name, year }) => ({ value: code, label: `${year} ${name}` })),
        ]}
      />
      <ChoiceFilter
        state={state}
        name="counted"
        label={t('counted')}
        any={t('anyCounted')}
        options={[
          { value: 'true', label: t('countedYes') },
          { value: 'false', label: t('countedNo') },
        ]}
      />
      {[...state.search.keys()].some((key) => key !== 'sort') && (
        <Button onClick={state.clear}>{u('clearFilters')}</Button>
      )}
    </search>
  )
}

function useSigningColumns(): Column<SignedProjectRow>[] {
  const t = useWords(signingWords)
  const { unitCode } = useCaller()
  const wan = (yuan: number | undefined) => yuan !== undefined && wanText(yuan)
  return [
    {
      key: 'name',
      title: t('name'),
      name: true,
      sort: { up: 'name', down: '-name' },
      cell: (row) => (
        <>
          <Link to={paths.signedProject(row.id)}>{row.name}</Link>
          <div className="zs-quiet">{row.code}</div>
        </>
      ),
    },
    { key: 'stage', title: t('stage'), short: true, cell: (row) => <StageTag stage={row.stage} /> },
    ...(unitCode
      ? []
      : [{ key: 'unit', title: t('unit'), short: true, cell: (row: SignedProjectRow) => row.unitName }]),
    {
      key: 'kind',
      title: t('kind'),
      short: true,
      cell: (row) => row.agreementKind && t(`kind${row.agreementKind}`),
    },
    {
      key: 'amount',
      title: t('amount'),
      unit: t('wan'),
      numeric: true,
      sort: { up: 'agreedAmountYuan', down: '-agreedAmountYuan' },
      cell: (row) => wan(row.agreedAmountYuan),
    },
    {
      key: 'outside',
      title: t('outside'),
      unit: t('wan'),
      numeric: true,
      usual: false,
      cell: (row) => wan(row.agreedOutsideYuan),
    },
    {
      key: 'signedOn',
      title: t('signedOn'),
      short: true,
      sort: { up: 'signedOn', down: '-signedOn' },
      cell: (row) => row.signedOn && dayText(row.signedOn),
    },
    {
      key: 'stageOn',
      title: t('stageOn'),
      short: true,
      usual: false,
      cell: (row) => row.stageOn && dayText(row.stageOn),
    },
    { key: 'investor', title: t('investor'), cell: (row) => row.investor },
    {
      key: 'event',
      title: t('event'),
      minor: true,
      cell: (row) => row.eventName ?? (row.signedOn && t('direct')),
    },
    { key: 'industry', title: t('industry'), usual: false, cell: (row) => row.industryName },
    {
      key: 'counted',
      title: t('counted'),
      short: true,
      cell: (row) => (row.blocking > 0 ? t('countedNo') : t('countedYes')),
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
