import { isProblem } from '@/api/problem'
import type { Finding, MonthlyEntry, MonthlyEntryInput, MonthlyReport, MonthlyReportFields } from '@/api/types'
import { type EditState, KeptEdits } from '@/ui/grid/kept-edits'
import { type EntryNames, type Part, read, same, textOf } from './entry-parts'
import { rowOf } from './entry-row'

/** The texts of the report itself are a row of their own. */
export const REPORT = ''
export const texts = ['experience', 'problems', 'suggestions', 'reserveNote'] as const
export type TextPart = (typeof texts)[number]
type Any = Part | TextPart

/** What was typed in the cells of a row, and what stood there when the typing began. */
export type Edit = Readonly<Partial<Record<Any, { text: string; was: string }>>>
export type Change = { code: string; part: Any; text: string }

export type MonthState = EditState<Edit> & { report: MonthlyReport; entries: readonly MonthlyEntry[] }

type Result = { row: number; status: string; errors: readonly Finding[]; entry?: MonthlyEntry }
export type Save = {
  /** Stores rows and says of each what became of it. */
  rows: (rows: MonthlyEntryInput[]) => Promise<{ results: readonly Result[]; report: MonthlyReport }>
  texts: (report: MonthlyReport, fields: Partial<MonthlyReportFields>) => Promise<MonthlyReport>
}

const partsOf = (edit: Edit | undefined) => Object.entries(edit ?? {}) as [Any, { text: string; was: string }][]

/** What is typed into a unit's month: its projects and its texts, saved by itself. */
export class MonthDraft extends KeptEdits<Edit, Change, MonthState> {
  private names: EntryNames
  private readonly save: Save
  /** Cells as the server refused them: not sent again before they are changed. */
  private readonly turnedDown = new Set<string>()

  constructor(user: string, report: MonthlyReport, entries: readonly MonthlyEntry[], names: EntryNames, save: Save) {
    super(user, 'monthly-report', `${report.month}-${report.unitCode}`, {
      report,
      entries,
      edits: {},
      refused: {},
      status: 'clean',
    })
    this.names = names
    this.save = save
  }

  /** The report moved on by another way; of each row the newer one counts. */
  see(report: MonthlyReport, entries: readonly MonthlyEntry[], names: EntryNames): void {
    this.names = names
    const known = new Map(this.snapshot.entries.map((entry) => [entry.signedProject, entry]))
    this.set({
      report: report.version >= this.snapshot.report.version ? report : this.snapshot.report,
      entries: entries.map((entry) => {
        const mine = known.get(entry.signedProject)
        return mine && mine.version > entry.version ? mine : entry
      }),
    })
  }

  /** What stands on the server, as a cell would show it. */
  stored(code: string, part: Any): string {
    const { report, entries } = this.snapshot
    if (code === REPORT) return report[part as TextPart] ?? ''
    const entry = entries.find(({ signedProject }) => signedProject === code)
    return entry ? textOf(entry, part as Part, this.names) : ''
  }

  shown(code: string, part: Any): string {
    return this.snapshot.edits[code]?.[part]?.text ?? this.stored(code, part)
  }

  /** A colleague changed the cell since: the own text waits until one decides. */
  isClash(code: string, part: Any): boolean {
    const typed = this.snapshot.edits[code]?.[part]
    const now = this.stored(code, part)
    return typed !== undefined && !this.same(part, typed.was, now) && !this.same(part, typed.text, now)
  }

  change(changes: readonly Change[]): void {
    this.remember(
      changes.map(({ code, part }) => `${code} ${part}`).join(),
      changes.map(({ code, part }) => ({ code, part, text: this.shown(code, part) })),
    )
    this.take(changes)
  }

  /** What the colleague wrote is to stand. */
  takeTheirs(code: string, part: Any): void {
    this.change([{ code, part, text: this.stored(code, part) }])
  }

  protected putBack(changes: readonly Change[]): void {
    this.take(changes)
  }

  protected restore(kept: Readonly<Record<string, Edit>>): boolean {
    const known = new Set([REPORT, ...this.snapshot.entries.map(({ signedProject }) => signedProject)])
    const edits: Record<string, Edit> = {}
    for (const [code, edit] of Object.entries(kept)) {
      const left = partsOf(edit).filter(
        ([part, { text }]) => known.has(code) && !this.same(part, text, this.stored(code, part)),
      )
      if (left.length > 0) edits[code] = Object.fromEntries(left)
    }
    if (Object.keys(edits).length === 0) return false
    this.typed({ edits: { ...edits, ...this.snapshot.edits } })
    return true
  }

  private take(changes: readonly Change[]): void {
    const edits: Record<string, Edit> = { ...this.snapshot.edits }
    const refused = { ...this.snapshot.refused }
    for (const { code, part, text } of changes) {
      const { [part]: typed, ...others } = edits[code] ?? {}
      const now = this.stored(code, part)
      // Who types again has seen what a colleague wrote there.
      const was = typed && !this.isClash(code, part) ? typed.was : now
      const gone = !this.isSaving() && text === now
      edits[code] = gone ? others : { ...others, [part]: { text, was } }
      if (partsOf(edits[code]).length === 0) delete edits[code]
      refused[code] = (refused[code] ?? []).filter(({ pointer }) => pointer !== `/${part}` && pointer !== '')
    }
    this.typed({ edits, refused })
  }

  protected next(): (() => Promise<void>) | undefined {
    const rows = this.snapshot.entries.flatMap((entry) => {
      const parts = this.ready(entry.signedProject)
      return parts.length > 0 ? [{ entry, parts }] : []
    })
    if (rows.length > 0)
      return async () => {
        const { results, report } = await this.save.rows(
          rows.map(({ entry, parts }) => rowOf(entry, parts, this.names)),
        )
        this.set({ report })
        for (const [i, sent] of rows.entries())
          this.took(
            sent,
            results.find(({ row }) => row === i),
          )
      }
    const said = this.ready(REPORT)
    return said.length > 0 ? () => this.sendTexts(said) : undefined
  }

  private async sendTexts(parts: readonly (readonly [Any, string])[]): Promise<void> {
    const fields = Object.fromEntries(parts.map(([part, text]) => [part, text.trim() || null]))
    try {
      const report = await this.save.texts(this.snapshot.report, fields as Partial<MonthlyReportFields>)
      this.set({ report })
      this.stand(REPORT, parts)
    } catch (error) {
      // Somebody else wrote meanwhile: what lies beside goes again upon it, the same text waits for a decision.
      const current = isProblem(error, 412) ? (error.problem as { current?: MonthlyReport }).current : undefined
      if (!current) throw error
      this.set({ report: current })
    }
  }

  /** The cells of a row that the server would take now, as they are typed. */
  private ready(code: string): (readonly [Any, string])[] {
    return partsOf(this.snapshot.edits[code])
      .filter(
        ([part, { text }]) =>
          !this.same(part, text, this.stored(code, part)) &&
          !this.turnedDown.has(cellKey(code, part, text)) &&
          !this.isClash(code, part) &&
          (code === REPORT || !read(part as Part, text, this.names).wrong),
      )
      .map(([part, { text }]) => [part, text] as const)
  }

  private took(
    { entry: seen, parts }: { entry: MonthlyEntry; parts: readonly (readonly [Any, string])[] },
    result: Result | undefined,
  ): void {
    const code = seen.signedProject
    const now = result?.entry
    if (now) this.set({ entries: this.snapshot.entries.map((entry) => (entry.signedProject === code ? now : entry)) })
    if (result?.status !== 'REJECTED') {
      this.stand(code, parts)
      return
    }
    // Another version: the next round merges field by field.
    if (now && now.version !== seen.version) return
    const told = parts.filter(([part]) => result.errors.some(({ pointer }) => pointer.split('/')[1] === part))
    for (const [part, text] of told.length > 0 ? told : parts) this.turnedDown.add(cellKey(code, part, text))
    this.set({ refused: { ...this.snapshot.refused, [code]: result.errors } })
  }

  /** These cells are stored; what was typed on meanwhile is typed upon them. */
  private stand(code: string, parts: readonly (readonly [Any, string])[]): void {
    const edit = { ...this.snapshot.edits[code] } as Record<Any, { text: string; was: string }>
    for (const [part, text] of parts) {
      const typed = edit[part]
      if (typed && typed.text !== text) edit[part] = { text: typed.text, was: this.stored(code, part) }
      else delete edit[part]
    }
    const { [code]: _, ...others } = this.snapshot.edits
    const { [code]: __, ...refused } = this.snapshot.refused
    this.set({ edits: partsOf(edit).length > 0 ? { ...others, [code]: edit } : others, refused })
  }

  protected differing(): Readonly<Record<string, Edit>> {
    return Object.fromEntries(
      Object.entries(this.snapshot.edits)
        .map(([code, edit]) => [
          code,
          Object.fromEntries(
            partsOf(edit).filter(([part, { text }]) => !this.same(part, text, this.stored(code, part))),
          ),
        ])
        .filter(([, edit]) => partsOf(edit as Edit).length > 0),
    ) as Record<string, Edit>
  }

  protected isOpen(): boolean {
    return Object.keys(this.differing()).length > 0
  }

  private same(part: Any, a: string, b: string): boolean {
    return same(part as Part, a, b, this.names)
  }
}

const cellKey = (code: string, part: Any, text: string) => `${code} ${part} ${text}`
