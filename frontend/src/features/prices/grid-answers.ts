import type { Finding, PriceReport } from '@/api/types'
import { type Edit, type Edits, type GridRow, rowsOf, sameRow } from './grid-edits'

export type CellResult = { cell: number; errors: Finding[] }
export type Sent = { row: GridRow; edit: Edit }
type Refused = Readonly<Record<string, readonly Finding[]>>

/** What the server said of each row that was sent. */
export const answered = (sent: readonly Sent[], results: readonly CellResult[]) =>
  sent.map(({ row, edit }, i) => ({ row, edit, errors: results.find(({ cell }) => cell === i)?.errors ?? [] }))

/** What is still typed once the server has answered, and why it did not take a row. */
export function answer(
  was: { report: PriceReport; edits: Edits; refused: Refused },
  sent: readonly Sent[],
  results: readonly CellResult[],
  report: PriceReport,
): { edits: Edits; refused: Refused } {
  const edits: Record<string, Edit> = { ...was.edits }
  const refused: Record<string, readonly Finding[]> = { ...was.refused }
  const before = rowsOf(was.report, edits)
  const after = rowsOf(report)
  for (const { row, edit, errors } of answered(sent, results)) {
    const typed = edits[row.key]
    if (typed === edit) {
      if (errors.length > 0) refused[row.key] = errors
      else delete edits[row.key]
    } else if (typed && errors.length === 0) {
      // Typed on meanwhile, upon what was just stored.
      const version = sameRow(after, row)?.price?.version
      edits[row.key] = { ...typed, ...(version !== undefined && { version }) }
    }
  }
  // Where a price of several in one place went, the others moved up: what is typed moves with its price.
  for (const row of before) {
    const to = row.price && sameRow(after, row)?.key
    if (!to || to === row.key) continue
    for (const all of [edits, refused] as Record<string, unknown>[]) {
      if (all[row.key]) all[to] = all[row.key]
      delete all[row.key]
    }
  }
  return { edits, refused }
}
