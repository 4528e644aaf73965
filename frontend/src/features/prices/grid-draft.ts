import { isTransient } from '@/api/problem'
import type { Finding, PriceCell, PriceReport, PriceReportLine } from '@/api/types'
import { dropDraft, findDraft, keepDraft } from '@/lib/drafts'
import { newId } from '@/lib/id'
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

export type GridState = {
  report: PriceReport
  edits: Edits
  /** Why the server did not take a row. */
  refused: Readonly<Record<string, readonly Finding[]>>
  status: 'clean' | 'unsaved' | 'saving' | 'saved' | 'refused' | 'lost'
  /** What the server said of the whole report, where it took no row at all. */
  failure?: string | undefined
  restoredAt?: number
  /** Whose price was deleted by the last step: it can be taken back. */
  removed?: GridRow | undefined
}

/** Stores rows and says of each what became of it; the same key makes a repetition the same request. */
export type Save = (
  report: PriceReport,
  cells: PriceCell[],
  key: string,
) => Promise<{ results: CellResult[]; report: PriceReport }>

const FORM = 'price-report'
/** How long after the last keystroke. */
const SAVE_AFTER = 1_200
const KEEP_AFTER = 200
const RETRY_AFTER = 8_000

/**
 * What is typed into the grid of a report, saved by itself, row by row. A copy stands on this computer until the server
 * has it; what the server refuses stays in its cell with the reason.
 */
export class GridDraft {
  private readonly user: string
  private readonly save: Save
  private readonly listeners = new Set<() => void>()
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly history: { mark: string; before: readonly Change[] }[] = []
  private readonly turnedDown = new WeakSet<Edit>()
  private attempt: { words: string; key: string } | undefined
  private running: Promise<void> | undefined
  private snapshot: GridState
  private ended = false

  constructor(user: string, report: PriceReport, save: Save) {
    this.user = user
    this.save = save
    this.snapshot = { report, edits: {}, refused: {}, status: 'clean' }
  }

  readonly get = (): GridState => this.snapshot
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Finds what an earlier visit could not save, and listens for the line to come back. */
  async start(): Promise<void> {
    this.ended = false
    globalThis.addEventListener('online', this.retry)
    const kept = await findDraft<Edits>(this.user, FORM, this.key())
    if (!kept || this.ended) return
    const changes = rowsOf(this.snapshot.report, kept.values).flatMap((row) => {
      const part = kept.values[row.key]
      return part && !this.snapshot.edits[row.key] && !isAsStored(row, part, this.snapshot.report.year)
        ? [{ row, part }]
        : []
    })
    if (changes.length === 0) return
    this.change(changes)
    this.set({ restoredAt: kept.savedAt })
  }

  /** Leaves the page: what is not saved yet is sent, and stands on this computer until it arrived. */
  stop(): void {
    globalThis.removeEventListener('online', this.retry)
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
    this.ended = true
    if (Object.keys(this.snapshot.edits).length === 0) return
    void this.keep()
    void this.flush()
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
    // One word typed letter by letter is one step.
    const mark = changes.map(({ row, part }) => [row.key, ...Object.keys(part)].join(' ')).join()
    if (changes.length > 1 || mark !== this.history.at(-1)?.mark) this.history.push({ mark, before })
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

  undo(): void {
    const last = this.history.pop()
    if (!last) return
    this.take(last.before.map((change) => this.restored(change)))
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

  /** Everything typed is on the server when this is true. */
  async flush(): Promise<boolean> {
    this.cancel('save')
    this.running ??= this.saveAll().finally(() => {
      this.running = undefined
    })
    await this.running
    return !this.isOpen()
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
      if (nowhere || (!this.running && isAsStored(now, edit, this.snapshot.report.year))) delete edits[key]
      else edits[key] = edit
      delete refused[key]
    }
    this.set({ edits, refused, status: 'unsaved', failure: undefined })
    this.later('keep', KEEP_AFTER, () => void this.keep())
    this.later('save', SAVE_AFTER, () => void this.flush())
  }

  private async saveAll(): Promise<void> {
    // Typing goes on while a save is under way: again until nothing is left that the server would take.
    for (let round = 0; round < 8; round++) {
      const { report, edits } = this.snapshot
      const sent = rowsOf(report, edits).flatMap((row) => {
        const edit = edits[row.key]
        const cell =
          edit && !this.turnedDown.has(edit) && !isAsStored(row, edit, report.year) && cellOf(row, edit, report)
        return edit && cell ? [{ row, edit, cell }] : []
      })
      if (sent.length === 0) return this.settle()
      this.set({ status: 'saving' })
      const cells = sent.map(({ cell }) => cell)
      // An answer that got lost may have stored them: the same words with the same key.
      const words = JSON.stringify(cells)
      if (this.attempt?.words !== words) this.attempt = { words, key: newId() }
      try {
        const { results, report: after } = await this.save(report, cells, this.attempt.key)
        this.attempt = undefined
        this.took(sent, results, after)
      } catch (error) {
        return this.failed(error)
      }
    }
  }

  private took(sent: readonly Sent[], results: readonly CellResult[], report: PriceReport): void {
    for (const { edit, errors } of answered(sent, results)) if (errors.length > 0) this.turnedDown.add(edit)
    this.set({ report, ...answer(this.snapshot, sent, results, report) })
  }

  private failed(error: unknown): void {
    void this.keep()
    if (isTransient(error)) {
      this.set({ status: 'lost' })
      this.later('retry', RETRY_AFTER, this.retry)
    } else this.set({ status: 'refused', failure: (error as Error).message })
  }

  private settle(): void {
    const { report } = this.snapshot
    const rows = new Map(rowsOf(report, this.snapshot.edits).map((row) => [row.key, row]))
    const left = Object.entries(this.snapshot.edits).filter(([key, edit]) => {
      const row = rows.get(key)
      return !row || !isAsStored(row, edit, report.year)
    })
    this.set({ edits: Object.fromEntries(left) })
    this.set({ status: this.isOpen() ? 'refused' : 'saved' })
    void this.keep()
  }

  /** Something is typed that the server should have and has not. */
  private isOpen(): boolean {
    const { edits, report } = this.snapshot
    const rows = new Map(rowsOf(report, edits).map((row) => [row.key, row]))
    return Object.entries(edits).some(([key, edit]) => {
      const row = rows.get(key)
      return !row || !isIdle(row, edit)
    })
  }

  private keep(): Promise<void> {
    const { edits } = this.snapshot
    return Object.keys(edits).length === 0
      ? dropDraft(this.user, FORM, this.key())
      : keepDraft<Edits>(this.user, FORM, this.key(), { values: edits, savedAt: Date.now() })
  }

  private key(): string {
    return `${this.snapshot.report.year}-${this.snapshot.report.unitCode}`
  }

  private readonly retry = (): void => {
    if (Object.keys(this.snapshot.edits).length > 0) void this.flush()
  }

  private set(part: Partial<GridState>): void {
    this.snapshot = { ...this.snapshot, ...part }
    for (const listener of this.listeners) listener()
  }

  private later(name: string, after: number, work: () => void): void {
    this.cancel(name)
    if (!this.ended) this.timers.set(name, setTimeout(work, after))
  }

  private cancel(name: string): void {
    clearTimeout(this.timers.get(name))
  }
}
