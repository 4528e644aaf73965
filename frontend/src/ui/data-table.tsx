import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { inBrackets } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { uiWords } from './words'

export type Column<T> = {
  key: string
  title: string
  /** The unit of a figure stands in the header, once. */
  unit?: string
  numeric?: boolean
  /** Not broken into lines: a date, a few words. */
  short?: boolean
  /** Names the record: the heading of its card on a phone. */
  name?: boolean
  /** Left out of the card of a phone. */
  minor?: boolean
  /** Shown unless the reader chose otherwise. */
  usual?: boolean
  /** Names of the sort orders of the API. */
  sort?: { up: string; down: string }
  cell: (row: T) => ReactNode
}

/**
 * A plain table: header cells that sort, rows that can be selected and opened, a line of totals.
 * On a phone each row becomes a card with its headers beside the values.
 */
export function DataTable<T>({
  caption,
  columns,
  rows,
  rowKey,
  rowName,
  sort,
  onSort,
  selection,
  totals,
  current,
}: {
  caption: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  rowName?: (row: T) => string
  sort?: string | undefined
  onSort?: (sort: string) => void
  selection?: { keys: ReadonlySet<string>; change: (keys: Set<string>) => void }
  totals?: Readonly<Record<string, ReactNode>> | undefined
  /** The row that stands open beside the list. */
  current?: string | undefined
}) {
  const t = useWords(uiWords)
  const all = rows.length > 0 && rows.every((row) => selection?.keys.has(rowKey(row)))
  const some = rows.some((row) => selection?.keys.has(rowKey(row)))
  const toggle = (keys: string[], on: boolean) => {
    const next = new Set(selection?.keys)
    for (const key of keys) on ? next.add(key) : next.delete(key)
    selection?.change(next)
  }
  return (
    // Wide tables scroll inside their own frame; the frame takes the keyboard so that arrows can scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section className="zs-table-frame" aria-label={caption} tabIndex={0}>
      <table className="zs-table">
        <caption className="zs-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className="zs-select">
                <Checkbox
                  checked={all}
                  indeterminate={some && !all}
                  aria-label={t('selectAll')}
                  onChange={(event) => toggle(rows.map(rowKey), event.target.checked)}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row)
            return (
              <tr key={key} aria-current={current === key || undefined}>
                {selection && (
                  <td className="zs-select">
                    <Checkbox
                      checked={selection.keys.has(key)}
                      aria-label={t('selectRow', { name: rowName?.(row) ?? key })}
                      onChange={(event) => toggle([key], event.target.checked)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td
                    key={column.key}
                    className={
                      [
                        column.numeric && 'zs-number',
                        column.short && 'zs-short',
                        column.name && 'zs-name',
                        column.minor && 'zs-minor',
                      ]
                        .filter(Boolean)
                        .join(' ') || undefined
                    }
                    data-label={column.title + (column.unit ? inBrackets(column.unit) : '')}
                  >
                    {/* One box: on a phone the header stands beside all of it. */}
                    <div>{column.cell(row)}</div>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {selection && <td className="zs-select" />}
              {columns.map((column, i) => (
                <td
                  key={column.key}
                  className={column.numeric ? 'zs-number' : i === 0 ? 'zs-name' : undefined}
                  data-label={
                    totals[column.key] === undefined
                      ? undefined
                      : column.title + (column.unit ? inBrackets(column.unit) : '')
                  }
                >
                  <div>{totals[column.key] ?? (i === 0 ? t('total') : null)}</div>
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

function HeaderCell<T>({
  column,
  sort,
  onSort,
}: {
  column: Column<T>
  sort: string | undefined
  onSort: ((sort: string) => void) | undefined
}) {
  const words = (
    <>
      {column.title}
      {column.unit && <span className="zs-unit">{inBrackets(column.unit)}</span>}
    </>
  )
  const up = column.sort && sort === column.sort.up
  const down = column.sort && sort === column.sort.down
  return (
    <th
      scope="col"
      className={column.numeric ? 'zs-number' : undefined}
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
    >
      {column.sort && onSort ? (
        <button
          type="button"
          className="zs-sort"
          onClick={() => column.sort && onSort(down ? column.sort.up : column.sort.down)}
        >
          {words}
          <span aria-hidden="true">{up ? ' ↑' : down ? ' ↓' : ' ↕'}</span>
        </button>
      ) : (
        words
      )}
    </th>
  )
}
