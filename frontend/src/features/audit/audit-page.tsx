import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import type { HistoryEntry } from '@/api/types'
import { unitsQuery } from '@/features/units/queries'
import { dayText, instantDayText, timeText } from '@/lib/dates'
import { inBrackets } from '@/lib/punctuation'
import { useLanguage, useWords } from '@/lib/words'
import { actions, useActionText } from '@/ui/actions'
import { type Column, DataTable } from '@/ui/data-table'
import { type ListState, useListState } from '@/ui/list-state'
import { Pager } from '@/ui/list-tools'
import { PageHead } from '@/ui/page-head'
import { Answer, Empty } from '@/ui/states'
import { ChangeLine, useValueText } from '@/ui/timeline'
import { auditQuery } from './queries'
import { auditWords, isCause, isKind, kinds } from './words'
import './audit.css'

const filters = ['from', 'to', 'actor', 'subjectKind', 'subjectId', 'action', 'unitCode'] as const

/** The trail as the auditor reads it: conditions in the address, newest first, nothing to press that would change it. */
export function Component() {
  const t = useWords(auditWords)
  const lang = useLanguage()
  const state = useListState()
  const units = useQuery(unitsQuery())
  const asked = Object.fromEntries(filters.map((key) => [key, state.get(key)]).filter(([, value]) => value))
  const entries = useQuery(auditQuery({ ...asked, limit: 50, ...(state.cursor && { cursor: state.cursor }) }))
  const filtered = Object.keys(asked).length > 0
  const actionText = useActionText()
  const kindText = (kind: string) => (isKind(kind) ? t(`kind_${kind}`) : kind)
  const columns: Column<HistoryEntry>[] = [
    {
      key: 'at',
      title: t('at'),
      cell: ({ at }) => (
        <time dateTime={at} className="zs-audit-time">
          {instantDayText(at, lang)} {timeText(at)}
        </time>
      ),
    },
    {
      key: 'actor',
      title: t('actor'),
      cell: ({ actor }) => (
        <>
          {actor.kind === 'SYSTEM' ? t('actorSYSTEM') : actor.displayName}
          {actor.kind !== 'SYSTEM' && (
            <div className="zs-quiet">{actor.name + inBrackets(t(`actor${actor.kind}`))}</div>
          )}
        </>
      ),
    },
    { key: 'action', title: t('action'), cell: ({ action }) => <span title={action}>{actionText(action)}</span> },
    {
      key: 'subject',
      title: t('subject'),
      cell: (entry) => (
        <>
          {kindText(entry.subjectKind)}{' '}
          {entry.subjectId !== 'unknown' && <span className="zs-audit-id">{entry.subjectId}</span>}
          {entry.version ? <div className="zs-quiet">{t('version', { version: entry.version })}</div> : null}
        </>
      ),
    },
    {
      key: 'unit',
      title: t('unit'),
      cell: ({ unitCode }) => units.data?.find((unit) => unit.code === unitCode)?.name ?? unitCode ?? '—',
    },
    { key: 'changes', title: t('changes'), cell: (entry) => <Changes entry={entry} /> },
  ]
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Filters
        // Conditions typed but not sent follow the address when it changes under them.
        key={state.search.toString()}
        state={state}
        units={units.data?.map(({ code, name }) => ({ code, name })) ?? []}
        kindText={kindText}
        filtered={filtered}
      />
      <Answer
        query={entries}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty title={t('empty')}>
            {filtered && (
              <>
                <p>{t('emptyNext')}</p>
                <Button onClick={state.clear}>{t('clear')}</Button>
              </>
            )}
          </Empty>
        }
      >
        {({ items, nextCursor }) => (
          <>
            <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(entry) => String(entry.id)} />
            <Pager state={state} shown={items.length} nextCursor={nextCursor} />
          </>
        )}
      </Answer>
    </>
  )
}

function Changes({ entry }: { entry: HistoryEntry }) {
  const t = useWords(auditWords)
  const text = useValueText()
  return (
    <>
      {entry.reason && (
        <p>{t('reason', { reason: isCause(entry.reason) ? t(`cause_${entry.reason}`) : entry.reason })}</p>
      )}
      {entry.changes.length > 0 && (
        <details>
          <summary>{t('changesCount', { count: entry.changes.length })}</summary>
          <ul className="zs-audit-changes">
            {entry.changes.map((change) => (
              <li key={change.pointer}>
                <ChangeLine change={change} text={text} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {entry.requestId && <p className="zs-quiet zs-audit-id">{t('request', { id: entry.requestId })}</p>}
    </>
  )
}

function Filters({
  state,
  units,
  kindText,
  filtered,
}: {
  state: ListState
  units: { code: string; name: string }[]
  kindText: (kind: string) => string
  filtered: boolean
}) {
  const t = useWords(auditWords)
  const actionText = useActionText()
  const lang = useLanguage()
  const item = (key: (typeof filters)[number], label: string, control: ReactNode) => (
    <div className="zs-filter">
      <label htmlFor={`audit-${key}`}>{label}</label>
      {control}
    </div>
  )
  const text = (key: 'from' | 'to' | 'actor' | 'subjectId', label: string, hint?: string) =>
    item(
      key,
      label,
      <Input
        id={`audit-${key}`}
        name={key}
        type={key === 'from' || key === 'to' ? 'date' : 'text'}
        title={(key === 'from' || key === 'to') && state.get(key) ? dayText(state.get(key), lang) : undefined}
        placeholder={hint}
        maxLength={100}
        defaultValue={state.get(key)}
      />,
    )
  const select = (
    key: 'subjectKind' | 'action' | 'unitCode',
    label: string,
    options: { value: string; label: string }[],
  ) =>
    item(
      key,
      label,
      <select id={`audit-${key}`} name={key} className="zs-audit-select" defaultValue={state.get(key)}>
        <option value="">{t('any')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>,
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the browsers this serves
    <form
      role="search"
      className="zs-filters"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget)
        state.set(
          Object.fromEntries(
            filters.map((key) => [
              key,
              String(typed.get(key) ?? '')
                .normalize('NFKC')
                .trim() || undefined,
            ]),
          ),
        )
      }}
    >
      {text('from', t('from'))}
      {text('to', t('to'))}
      {text('actor', t('actor'), t('actorHint'))}
      {select(
        'subjectKind',
        t('kind'),
        kinds.map((kind) => ({ value: kind, label: kindText(kind) })),
      )}
      {text('subjectId', t('subjectId'))}
      {select(
        'action',
        t('action'),
        [...new Set([...actions, ...(state.get('action') ? [state.get('action')] : [])])].map((action) => ({
          value: action,
          label: actionText(action),
        })),
      )}
      {select(
        'unitCode',
        t('unit'),
        // Units arrive after the form: the chosen one must be there before them.
        units.length > 0 || !state.get('unitCode')
          ? units.map(({ code, name }) => ({ value: code, label: name }))
          : [{ value: state.get('unitCode'), label: state.get('unitCode') }],
      )}
      <Button htmlType="submit" type="primary">
        {t('find')}
      </Button>
      {filtered && <Button onClick={state.clear}>{t('clear')}</Button>}
    </form>
  )
}
