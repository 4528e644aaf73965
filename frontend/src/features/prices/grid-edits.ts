import type { PriceCell, PriceReport, PriceReportLine } from '@/api/types'
import { parseDay } from '@/lib/dates'

type Price = PriceReportLine['prices'][number]

/** One row of the grid: a price that is there, or the place of one that is missing. */
export type GridRow = { key: string; line: PriceReportLine; price?: Price }

/** What was typed in a row and has not reached the server; `version` is the stored price's as it was seen. */
export type Edit = {
  low?: string
  high?: string
  from?: string
  explanation?: string
  version?: number
  /** The price is to be deleted. */
  removed?: boolean
  /** The place of a row that the report does not have: a park or condition added here, or a price taken back. */
  line?: PriceReportLine | undefined
  /** The deleted price that is entered again. */
  of?: Price | undefined
}
export type Edits = Readonly<Record<string, Edit>>

export const placeOf = ({ itemCode, parkName, condition }: PriceReportLine): string =>
  [itemCode, parkName, condition].join('|')

/** The rows of the report; those that were added here stand after the others of their item. */
export function rowsOf({ lines }: PriceReport, edits: Edits = {}): GridRow[] {
  const rows: GridRow[] = lines.flatMap((line) => {
    const place = placeOf(line)
    if (line.prices.length === 0) return [{ key: `${place}|0`, line }]
    return line.prices.map((price, i) => ({ key: `${place}|${i}`, line, price }))
  })
  const known = new Set(rows.map(({ key }) => key))
  for (const [key, { line }] of Object.entries(edits)) {
    if (!line || known.has(key)) continue
    const last = rows.map((row) => row.line.itemCode).lastIndexOf(line.itemCode)
    rows.splice(last < 0 ? rows.length : last + 1, 0, { key, line })
  }
  return rows
}

/** The row in which a price of that place is entered: one that is empty, else a new one. */
export function rowFor(report: PriceReport, edits: Edits, line: PriceReportLine): GridRow {
  const there = rowsOf(report, edits).filter((row) => placeOf(row.line) === placeOf(line))
  return (
    there.find(({ price }) => !price) ?? {
      key: `${placeOf(line)}|${there.length}`,
      line: { ...line, prices: [] },
    }
  )
}

/** The same row in a later report: a price is itself wherever it stands, and nothing else. */
export const sameRow = (rows: readonly GridRow[], { key, price }: GridRow): GridRow | undefined =>
  rows.find((row) => (price ? row.price?.id === price.id : row.key === key))

/** Full-width digits and grouped thousands are figures too; what is none is undefined. */
export function figure(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '')
  return /^\d{1,9}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined
}

/** What stands in the cells of a row: as typed, else as stored. */
export const shownIn = ({ price }: GridRow, edit: Edit | undefined, year: number) => ({
  low: edit?.low ?? (price?.priceLow === undefined ? '' : String(price.priceLow)),
  high:
    edit?.high ?? (price?.priceHigh === undefined || price.priceHigh === price.priceLow ? '' : String(price.priceHigh)),
  from: edit?.from ?? price?.validFrom ?? `${year}-01-01`,
  explanation: edit?.explanation ?? price?.justifications.map(({ text }) => text).join('；') ?? '',
})

/** Nothing of it differs from what is stored. A price in error that is typed again is confirmed by that, so it differs. */
export function isAsStored(row: GridRow, edit: Edit, year: number): boolean {
  if (edit.removed) return !row.price
  if (edit.line && !row.price) return false
  if (edit.low?.trim() && row.price?.findings.some(({ severity }) => severity === 'BLOCK')) return false
  const typed = shownIn(row, edit, year)
  const stored = shownIn(row, undefined, year)
  return (['low', 'high', 'from', 'explanation'] as const).every((part) => typed[part].trim() === stored[part])
}

/** There is nothing to store yet: a day was typed, and no price. */
export const isIdle = ({ price }: GridRow, edit: Edit): boolean =>
  !price && !edit.low?.trim() && !edit.high?.trim() && !wrongIn(edit).from

/** The cell was emptied, but its price is still there: emptying is no order to delete. */
export const isEmptied = ({ price }: GridRow, edit: Edit | undefined): boolean =>
  price !== undefined && edit?.low?.trim() === ''

const isWrong = (text: string): boolean => text.trim() !== '' && figure(text) === undefined

export const wrongIn = (edit: Edit | undefined): { low: boolean; high: boolean; from: boolean } => ({
  low: isWrong(edit?.low ?? ''),
  high: isWrong(edit?.high ?? ''),
  from: edit?.from !== undefined && parseDay(edit.from) === undefined,
})

/** The cell as it is sent; undefined while there is no price in it that could be kept. */
export function cellOf(row: GridRow, edit: Edit, report: PriceReport): PriceCell | undefined {
  const { price, line } = row
  if (edit.removed && price)
    return {
      itemCode: line.itemCode,
      unitCode: report.unitCode,
      code: price.code,
      version: edit.version ?? price.version,
      remove: true,
      justifications: [],
    }
  const shown = shownIn(row, edit, report.year)
  const low = figure(shown.low)
  const validFrom = parseDay(shown.from)
  if (low === undefined || isWrong(shown.high) || validFrom === undefined) return undefined
  const high = figure(shown.high)
  const like = price ?? edit.of
  const rules = like?.findings.filter(({ severity }) => severity === 'EXPLAIN').map(({ rule }) => rule) ?? []
  const justifications =
    edit.explanation === undefined
      ? (like?.justifications ?? [])
      : rules.filter(() => edit.explanation?.trim()).map((rule) => ({ rule, text: edit.explanation?.trim() ?? '' }))
  return {
    itemCode: line.itemCode,
    unitCode: report.unitCode,
    ...(line.parkName !== undefined && { parkName: line.parkName }),
    ...(line.condition !== undefined && { condition: line.condition }),
    ...(price && { code: price.code, version: edit.version ?? price.version }),
    ...(like?.composition !== undefined && { composition: like.composition }),
    ...(like?.sourceDocument !== undefined && { sourceDocument: like.sourceDocument }),
    ...(like?.note !== undefined && { note: like.note }),
    priceLow: low,
    ...(high !== undefined && { priceHigh: high }),
    validFrom,
    justifications,
  }
}

/** The change on last period in percent, one decimal; by the low bound, as the table shows it. */
export const changeOn = (last: number | undefined, now: number | undefined): number | undefined =>
  last === undefined || last === 0 || now === undefined ? undefined : Math.round(((now - last) / last) * 1000) / 10
