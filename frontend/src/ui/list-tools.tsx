import { Button, Checkbox, Input, Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import { download } from '@/api/files'
import { comma } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import type { Column } from './data-table'
import type { ListState } from './list-state'
import { uiWords } from './words'

function remembered<T>(key: string, otherwise: T): T {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? otherwise
  } catch {
    return otherwise
  }
}

function remember(key: string, value: unknown) {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // kept for this page only
  }
}

/** Which columns this reader wants to see; kept on this computer. */
export function useColumns<T>(list: string, columns: readonly Column<T>[]) {
  const key = `zs-columns-${list}`
  const usual = columns.filter((c) => c.usual !== false).map((c) => c.key)
  const [chosen, setChosen] = useState<string[]>(() => remembered(key, usual))
  return {
    shown: columns.filter((c) => chosen.includes(c.key)),
    chosen,
    choose: (next: string[]) => {
      setChosen(next)
      remember(key, next)
    },
  }
}

export function ColumnChoice<T>({
  columns,
  chosen,
  choose,
}: {
  columns: readonly Column<T>[]
  chosen: string[]
  choose: (keys: string[]) => void
}) {
  const t = useWords(uiWords)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className="zs-column-choice"
          value={chosen}
          options={columns.map((c) => ({ value: c.key, label: c.title }))}
          onChange={(keys) => keys.length > 0 && choose(keys)}
        />
      }
    >
      <Button>{t('columns')}</Button>
    </Popover>
  )
}

type View = { name: string; search: string }

/** Named sets of filters, kept on this computer for this person. */
export function SavedViews({
  list,
  user,
  state,
  given = [],
}: {
  list: string
  user: string
  state: ListState
  given?: View[]
}) {
  const t = useWords(uiWords)
  const key = `zs-views-${list}-${user}`
  const [views, setViews] = useState<View[]>(() => remembered(key, []))
  const [name, setName] = useState('')
  const now = new URLSearchParams(state.search)
  for (const passing of ['cursor', 'open']) now.delete(passing)
  const keep = (next: View[]) => {
    setViews(next)
    remember(key, next)
  }
  const same = (view: View) => new URLSearchParams(view.search).toString() === now.toString()
  return (
    <nav className="zs-views" aria-label={t('savedViews')}>
      {[...given, ...views].map((view) => (
        <button
          type="button"
          key={view.name}
          className="zs-view"
          aria-current={same(view) || undefined}
          onClick={() => state.show(view.search)}
        >
          {view.name}
        </button>
      ))}
      <Popover
        trigger="click"
        placement="bottomLeft"
        content={
          <form
            className="zs-save-view"
            onSubmit={(event) => {
              event.preventDefault()
              if (name.trim())
                keep([...views.filter((v) => v.name !== name.trim()), { name: name.trim(), search: now.toString() }])
              setName('')
            }}
          >
            <label htmlFor="view-name">{t('viewName')}</label>
            <Input id="view-name" value={name} maxLength={20} onChange={(event) => setName(event.target.value)} />
            <Button htmlType="submit" type="primary" disabled={!name.trim()}>
              {t('save')}
            </Button>
            {views.map((view) => (
              <div key={view.name} className="zs-row">
                <span>{view.name}</span>
                <Button size="small" onClick={() => keep(views.filter((v) => v.name !== view.name))}>
                  {t('remove')}
                </Button>
              </div>
            ))}
          </form>
        }
      >
        <Button type="text" size="small">
          {t('saveView')}
        </Button>
      </Popover>
    </nav>
  )
}

/** Exports exactly what is shown: the same filters and order, all rows. `path` is the list of the API without suffix. */
export function ExportButton({
  path,
  query,
  suffixes = ['xlsx', 'csv', 'ndjson'],
}: {
  path: string
  query: Record<string, string | number | boolean | undefined>
  suffixes?: readonly ('xlsx' | 'csv' | 'ndjson')[]
}) {
  const t = useWords(uiWords)
  const [busy, setBusy] = useState(false)
  const [open, setOpen] = useState(false)
  const [failure, setFailure] = useState('')
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(key, String(value))
  const take = async (suffix: string) => {
    setBusy(true)
    setFailure('')
    try {
      await download(`${path}.${suffix}?${search}`)
      setOpen(false)
    } catch (error) {
      setFailure((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="zs-stack">
          {suffixes.map((suffix) => (
            <Button key={suffix} type="text" disabled={busy} onClick={() => void take(suffix)}>
              {t(suffix === 'xlsx' ? 'exportXlsx' : suffix === 'csv' ? 'exportCsv' : 'exportNdjson')}
            </Button>
          ))}
          {failure && <span role="alert">{failure}</span>}
        </div>
      }
    >
      <Button loading={busy}>{t(busy ? 'exporting' : 'export')}</Button>
    </Popover>
  )
}

export function Pager({
  state,
  shown,
  total,
  nextCursor,
  children,
}: {
  state: ListState
  shown: number
  total?: number | null | undefined
  nextCursor?: string | null | undefined
  children?: ReactNode
}) {
  const t = useWords(uiWords)
  return (
    <div className="zs-pager">
      <span className="zs-quiet">
        {t('rowsShown', { count: shown })}
        {total != null && comma() + t('rowsTotal', { count: total })}
      </span>
      {children}
      <span className="zs-actions">
        {state.previous && <Button onClick={() => state.set({})}>{t('first')}</Button>}
        <Button disabled={!state.previous} onClick={() => state.previous?.()}>
          {t('previous')}
        </Button>
        <Button disabled={!nextCursor} onClick={() => nextCursor && state.next(nextCursor)}>
          {t('next')}
        </Button>
      </span>
    </div>
  )
}
