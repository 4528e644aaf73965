import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAttempt } from '@/api/attempt'
import type { AgreementKind, EventFields, SigningEvent } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText } from '@/lib/dates'
import { moneyText, wanText } from '@/lib/money'
import { parts } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { type Column, DataTable } from '@/ui/data-table'
import { KeywordFilter } from '@/ui/keyword-filter'
import { type ListState, useListState } from '@/ui/list-state'
import { Pager } from '@/ui/list-tools'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { Empty, Failed, Loading } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { FieldsDialog } from '../units/fields-dialog'
import { LandingBoard } from './landing-board'
import { createEvent, eventFieldsQuery, eventsQuery, updateEvent } from './queries'
import { signingWords } from './words'

const views = ['signed', 'landing'] as const

/** The events: what is credited to each, and what became of it. */
export function Component() {
  const t = useWords(signingWords)
  const caller = useCaller()
  const state = useListState()
  const [asked, setAsked] = useState<SigningEvent | 'new'>()
  const keeps = caller.can('signed-projects:review')
  const landing = state.get('view') === 'landing'
  return (
    <>
      <PageHead
        title={t('eventsTitle')}
        lead={
          <span className="zs-quiet">{t(landing ? 'landingLead' : 'apart') + (caller.unitCode ? t('own') : '')}</span>
        }
        actions={
          keeps && (
            <Button type="primary" onClick={() => setAsked('new')}>
              {t('newEvent')}
            </Button>
          )
        }
      />
      <nav className="zs-views" aria-label={t('eventViews')}>
        {views.map((one) => (
          <button
            key={one}
            type="button"
            className="zs-view"
            aria-current={(one === 'landing') === landing || undefined}
            onClick={() => state.show(one === 'landing' ? 'view=landing' : '')}
          >
            {t(one === 'landing' ? 'viewLanding' : 'viewSigned')}
          </button>
        ))}
      </nav>
      {landing ? <LandingBoard state={state} /> : <Signed state={state} edit={keeps ? setAsked : undefined} />}
      {asked && <EventDialog event={asked === 'new' ? undefined : asked} onDone={() => setAsked(undefined)} />}
    </>
  )
}

/** Each event with what is credited to it: a figure opens the list that it counts. */
function Signed({ state, edit }: { state: ListState; edit: ((event: SigningEvent) => void) | undefined }) {
  const t = useWords(signingWords)
  const u = useWords(uiWords)
  const q = state.get('q')
  const events = useQuery(eventsQuery({ limit: '50', ...(q && { q }), ...(state.cursor && { cursor: state.cursor }) }))
  const columns = useEventColumns(edit)
  const rows = events.data?.items ?? []
  return (
    <>
      <search className="zs-filters" aria-label={u('filters')}>
        <KeywordFilter state={state} label={t('keyword')} hint={t('event')} />
      </search>
      {events.isPending ? (
        <Loading again={events.failureCount > 0} />
      ) : events.isError && !events.data ? (
        <Failed error={events.error} retry={() => void events.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={t('eventsEmpty')}>{q && <Button onClick={state.clear}>{u('clearFilters')}</Button>}</Empty>
      ) : (
        <div className="zs-stack zs-stretch">
          <DataTable
            caption={t('eventsTitle')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.code}
            rowName={(row) => row.name}
          />
          <Pager state={state} shown={rows.length} nextCursor={events.data.nextCursor} />
        </div>
      )}
    </>
  )
}

function useEventColumns(edit: ((event: SigningEvent) => void) | undefined): Column<SigningEvent>[] {
  const t = useWords(signingWords)
  const column = (kind: AgreementKind): Column<SigningEvent> => ({
    key: kind,
    title: t(`kind${kind}`),
    unit: t('wan'),
    numeric: true,
    cell: (row) => {
      const of = row.columns.find((one) => one.kind === kind)
      if (!of || (of.projects === 0 && of.amountYuan === 0 && of.upgrades === 0)) return '—'
      return (
        <>
          {wanText(of.amountYuan)}
          <div>
            <Link to={`${paths.signedProjects}?creditedTo=${row.code}&agreementKind=${kind}`}>
              {of.projects} {t('projects')}
            </Link>
          </div>
          {of.upgrades > 0 && <div className="zs-quiet">{t('upgrades', { count: of.upgrades })}</div>}
          {of.ended > 0 && <div className="zs-quiet">{t('ended2', { count: of.ended })}</div>}
        </>
      )
    },
  })
  return [
    {
      key: 'name',
      title: t('event'),
      name: true,
      cell: (row) => (
        <>
          {row.name}
          <div className="zs-quiet">
            {row.code} · {row.dateUnknown ? `${row.year} ${t('unknownDate')}` : dayText(row.startsOn ?? '')}
            {row.place && ` · ${row.place}`}
          </div>
        </>
      ),
    },
    column('CONTRACT'),
    column('FRAMEWORK'),
    column('INTENT'),
    {
      key: 'stated',
      title: t('stated'),
      cell: (row) =>
        row.statedAmountYuan === undefined && row.statedProjects === undefined ? (
          <span className="zs-quiet">{t('unknownStated')}</span>
        ) : (
          <>
            {parts(
              [
                row.statedProjects === undefined ? '' : `${row.statedProjects} ${t('projects')}`,
                row.statedAmountYuan === undefined ? '' : moneyText(row.statedAmountYuan),
              ].filter(Boolean),
            )}
            {row.findings.length > 0 && (
              <div className="zs-quiet">
                {t('difference')}{' '}
                {parts(row.findings.map((finding) => String(finding.params.difference ?? '')).filter(Boolean))}
              </div>
            )}
          </>
        ),
    },
    ...(edit
      ? [
          {
            key: 'edit',
            title: t('doEdit'),
            minor: true,
            cell: (row: SigningEvent) => (
              <Button size="small" aria-label={`${t('editEvent')} ${row.name}`} onClick={() => edit(row)}>
                {t('doEdit')}
              </Button>
            ),
          },
        ]
      : []),
  ]
}

function EventDialog({ event, onDone }: { event: SigningEvent | undefined; onDone: () => void }) {
  const t = useWords(signingWords)
  const queries = useQueryClient()
  const fields = useQuery(eventFieldsQuery()).data
  const attempt = useAttempt()
  const run = useMutation({
    mutationFn: (values: EventFields) =>
      event ? updateEvent(event, values) : attempt.of(values, (key) => createEvent(values, key)),
    onSuccess: async () => {
      notify(t('done'))
      onDone()
      await queries.invalidateQueries({ queryKey: ['signing-events'] })
    },
  })
  if (!fields) return null
  const begin = event && Object.fromEntries(fields.map(({ name }) => [name, (event as never)[name]]))
  return (
    <FieldsDialog
      title={t(event ? 'editEvent' : 'newEvent')}
      fields={fields}
      begin={begin ?? {}}
      action={t('save')}
      busy={run.isPending}
      error={run.error}
      onCancel={onDone}
      onConfirm={(values) => run.mutate(values as EventFields)}
    />
  )
}
