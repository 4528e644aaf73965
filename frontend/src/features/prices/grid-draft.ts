import { Attempt } from '@/api/attempt'
import type { PriceCell, PriceReport, PriceReportLine } from '@/api/types'
import { type EditState, KeptEdits } from '@/ui/grid/kept-edits'
import { answer, answered, type CellResult, type Sent } from './grid-answers'
import {
  cellOf,
  type Edit,
  type Edits,
  type GridRow,
  isAsStored,
  isIdle,
  rowFor,
  rowsOf,
  sameRow,
  shownIn,
} from './grid-edits'

export type Change = { row: GridRow; part: Edit }

export type GridState = EditState<Edit> & {
  report: PriceReport
  /** Whose price was deleted by the last step: it can be taken back. */
  removed?: GridRow | undefined
}

/** Stores rows and says of each what became of it; the same key makes a repetition the same request. */
export type Save = (
  report: PriceReport,
  cells: PriceCell[],
  key: string,
) => Promise<{ results: CellResult[]; report: PriceReport }>

/** What is typed into the prices of a year, saved by itself, row by row. */
export class GridDraft extends KeptEdits<Edit, Change, GridState> {
  private readonly save: Save
  private readonly turnedDown = new WeakSet<Edit>()
  private readonly attempt = new Attempt()

  constructor(user: string, report: PriceReport, save: Save) {
    super(user, 'price-report', `${report.year}-${report.unitCode}`, {
      report,
      edits: {},
      refused: {},
      status: 'clean',
    })
    this.save = save
  }

  protected restore(kept: Edits): boolean {
    const changes = rowsOf(this.snapshot.report, kept).flatMap((row) => {
      const part = kept[row.key]
      return part && !this.snapshot.edits[row.key] && !isAsStored(row, part, this.snapshot.report.year)
        ? [{ row, part }]
        : []
    })
    if (changes.length > 0) this.change(changes)
    return changes.length > 0
  }

  /** The report moved on by another way (last period's prices were taken over): what is typed stays. */
  see(report: PriceReport): void {
    if (report !== this.snapshot.report) this.set({ report })
  }

  change(changes: readonly Change[]): void {
    const before = changes.map(({ row, part }) => {
      const edit = this.snapshot.edits[row.key]
      const now = {
        ...shownIn(row, edit, this.snapshot.report.year),
        removed: edit?.removed === true,
        line: edit?.line,
        of: edit?.of,
      }
      const { version: _, ...typed } = part
      const keys = Object.keys(typed) as (keyof typeof typed)[]
      return { row, part: Object.fromEntries(keys.map((key) => [key, now[key]])) as Edit }
    })
    this.remember(changes.map(({ row, part }) => [row.key, ...Object.keys(part)].join(' ')).join(), before)
    this.take(changes)
    this.set({ removed: changes.find(({ part }) => part.removed)?.row })
  }

  /** A row of its own for a price by park or condition. */
  place(line: PriceReportLine): GridRow {
    const row = rowFor(this.snapshot.report, this.snapshot.edits, line)
    if (!rowsOf(this.snapshot.report, this.snapshot.edits).some(({ key }) => key === row.key))
      this.change([{ row, part: { line: row.line } }])
    return row
  }

  protected putBack(changes: readonly Change[]): void {
    this.take(changes.map((change) => this.restored(change)))
    this.set({ removed: undefined })
  }

  /** What was deleted on the server already is entered again, in a row of its own. */
  private restored(change: Change): Change {
    const { report, edits } = this.snapshot
    const { price } = change.row
    if (change.part.removed !== false || !price) return change
    if (rowsOf(report).some((row) => row.price?.id === price.id)) return change
    const row = rowFor(report, edits, change.row.line)
    const { low, high, from, explanation } = shownIn(change.row, undefined, report.year)
    return { row, part: { low, high, from, explanation, of: price, line: row.line } }
  }

  private take(changes: readonly Change[]): void {
    const edits: Record<string, Edit> = { ...this.snapshot.edits }
    const refused = { ...this.snapshot.refused }
    const rows = rowsOf(this.snapshot.report)
    for (const { row, part } of changes) {
      const there = sameRow(rows, row)
      if (row.price && !there) continue
      const now = there ?? { key: row.key, line: row.line }
      const { key } = now
      const typed = edits[key]
      // A price is overwritten only as it was seen; who types again after a refusal has seen what stands there now.
      const seen = typed && !this.turnedDown.has(typed) ? typed.version : now.price?.version
      const edit = { ...typed, ...(seen !== undefined && { version: seen }), ...part }
      const nowhere = !edit.line && !rows.some((other) => other.key === key)
      if (nowhere || (!this.isSaving() && isAsStored(now, edit, this.snapshot.report.year))) delete edits[key]
      else edits[key] = edit
      delete refused[key]
    }
    this.typed({ edits, refused })
  }

  protected next(): (() => Promise<void>) | undefined {
    const { report, edits } = this.snapshot
    const sent = rowsOf(report, edits).flatMap((row) => {
      const edit = edits[row.key]
      const cell =
        edit && !this.turnedDown.has(edit) && !isAsStored(row, edit, report.year) && cellOf(row, edit, report)
      return edit && cell ? [{ row, edit, cell }] : []
    })
    if (sent.length === 0) return undefined
    return async () => {
      const cells = sent.map(({ cell }) => cell)
      const { results, report: after } = await this.attempt.of(cells, (key) => this.save(report, cells, key))
      this.took(sent, results, after)
    }
  }

  private took(sent: readonly Sent[], results: readonly CellResult[], report: PriceReport): void {
    for (const { edit, errors } of answered(sent, results)) if (errors.length > 0) this.turnedDown.add(edit)
    this.set({ report, ...answer(this.snapshot, sent, results, report) })
  }

  protected differing(): Edits {
    const { report, edits } = this.snapshot
    const rows = new Map(rowsOf(report, edits).map((row) => [row.key, row]))
    return Object.fromEntries(
      Object.entries(edits).filter(([key, edit]) => {
        const row = rows.get(key)
        return !row || !isAsStored(row, edit, report.year)
      }),
    )
  }

  protected isOpen(): boolean {
    const { edits, report } = this.snapshot
    const rows = new Map(rowsOf(report, edits).map((row) => [row.key, row]))
    return Object.entries(edits).some(([key, edit]) => {
      const row = rows.get(key)
      return !row || !isIdle(row, edit)
    })
  }
}
