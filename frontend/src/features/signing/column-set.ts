import type { FundColumn, FundColumnChoice, FundColumnSet, FundColumnSetFields } from '@/api/types'

export type MoneyUnit = NonNullable<FundColumnChoice['unit']>
/** A column while it is being written: `key` stays with it wherever it goes. */
export type DraftColumn = { key: number; heading: string; field: string; unit?: MoneyUnit }
export type DraftSet = { name: string; common: boolean; columns: readonly DraftColumn[] }

/** As offices write them behind a heading, in Chinese whatever the language of the page: the file is for another office. */
const written: Record<MoneyUnit, string> = { YUAN: '（元）', WAN: '（万元）', YI: '（亿元）' }
/** In which amounts are usually wanted. */
const usual: MoneyUnit = 'WAN'

export const begin = (set?: FundColumnSet): DraftSet => ({
  name: set?.name ?? '',
  common: set?.common ?? false,
  columns: (set?.columns ?? []).map(({ heading, field, unit }, key) => ({
    key,
    heading,
    field,
    ...(unit && { unit }),
  })),
})

/** What may be added: each field once, an empty column as often as one likes. */
export const offered = (all: readonly FundColumn[], { columns }: DraftSet) =>
  all.filter((one) => one.repeats || !columns.some((column) => column.field === one.field))

/** At the right end, under the heading that the ledger has; another one where that heading is taken. */
export function add(draft: DraftSet, column: FundColumn): DraftSet {
  const taken = new Set(draft.columns.map((one) => one.heading))
  const plain = column.money ? column.labelZh + written[usual] : column.labelZh
  let heading = plain
  for (let n = 2; taken.has(heading); n++) heading = plain + n
  const key = Math.max(-1, ...draft.columns.map((one) => one.key)) + 1
  const added = { key, heading, field: column.field, ...(column.money && { unit: usual }) }
  return { ...draft, columns: [...draft.columns, added] }
}

/** One place to the left or to the right; nothing moves beyond the ends. */
export function move({ columns, ...set }: DraftSet, at: number, by: -1 | 1): DraftSet {
  const moved = columns[at]
  const beside = columns[at + by]
  if (!moved || !beside) return { ...set, columns }
  const changed = [...columns]
  changed[at] = beside
  changed[at + by] = moved
  return { ...set, columns: changed }
}

export const remove = ({ columns, ...set }: DraftSet, at: number): DraftSet => ({
  ...set,
  columns: columns.filter((_, place) => place !== at),
})

export const rename = ({ columns, ...set }: DraftSet, at: number, heading: string): DraftSet => ({
  ...set,
  columns: columns.map((column, place) => (place === at ? { ...column, heading } : column)),
})

/** A unit that the heading names goes with it: amounts never stand under the wrong one. */
export const measure = ({ columns, ...set }: DraftSet, at: number, unit: MoneyUnit): DraftSet => ({
  ...set,
  columns: columns.map((column, place) =>
    place === at && column.unit
      ? { ...column, unit, heading: column.heading.replace(written[column.unit], written[unit]) }
      : column,
  ),
})

export const choices = ({ columns }: DraftSet): FundColumnChoice[] =>
  columns.map(({ heading, field, unit }) => ({ heading: heading.trim(), field, ...(unit && { unit }) }))

export const body = (draft: DraftSet): FundColumnSetFields => ({
  name: draft.name.trim(),
  common: draft.common,
  columns: choices(draft),
})

/** Whether it may be sent: the server says what else is wrong. */
export const isWhole = ({ name, columns }: DraftSet) =>
  name.trim() !== '' && columns.length > 0 && columns.every(({ heading }) => heading.trim() !== '')
