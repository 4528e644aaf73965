import { isTransient } from '@/api/problem'
import type { Finding } from '@/api/types'
import { dropDraft, findDraft, keepDraft } from '@/lib/drafts'

export type EditState<E> = {
  /** What was typed and has not reached the server, by row. */
  edits: Readonly<Record<string, E>>
  /** Why the server did not take a row. */
  refused: Readonly<Record<string, readonly Finding[]>>
  status: 'clean' | 'unsaved' | 'saving' | 'saved' | 'refused' | 'lost'
  /** What the server said of all of it, where it took no row at all. */
  failure?: string | undefined
  savedAt?: number
  restoredAt?: number
}

/** How long after the last keystroke. */
const SAVE_AFTER = 1_200
const KEEP_AFTER = 200
const RETRY_AFTER = 8_000
/** Typing goes on while a save is under way: so often a save follows another at once. */
const ROUNDS = 8

/**
 * What is typed into the rows of a grid, saved by itself. A copy stands on this computer until the server has it; what
 * the server refuses stays in its cell with the reason.
 */
export abstract class KeptEdits<E extends object, C, S extends EditState<E>> {
  protected readonly user: string
  private readonly form: string
  private readonly key: string
  private readonly listeners = new Set<() => void>()
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly history: { mark: string; before: readonly C[] }[] = []
  private running: Promise<void> | undefined
  private ended = false
  protected snapshot: S

  /** @param form and key: where the copy on this computer stands */
  protected constructor(user: string, form: string, key: string, first: S) {
    this.user = user
    this.form = form
    this.key = key
    this.snapshot = first
  }

  readonly get = (): S => this.snapshot
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Takes over what an earlier visit kept; false when none of it is news. */
  protected abstract restore(kept: Readonly<Record<string, E>>): boolean
  /** Sends what the server would take now; undefined when there is nothing. */
  protected abstract next(): (() => Promise<void>) | undefined
  /** The edits that still differ from what is stored. */
  protected abstract differing(): Readonly<Record<string, E>>
  /** Something is typed that the server should have and has not. */
  protected abstract isOpen(): boolean
  /** Puts back what stood there. */
  protected abstract putBack(changes: readonly C[]): void

  /** Finds what an earlier visit could not save, and listens for the line to come back. */
  async start(): Promise<void> {
    this.ended = false
    globalThis.addEventListener('online', this.retry)
    const kept = await findDraft<Readonly<Record<string, E>>>(this.user, this.form, this.key)
    if (kept && !this.ended && this.restore(kept.values)) this.set({ restoredAt: kept.savedAt } as Partial<S>)
  }

  /** Leaves the page: what is not saved yet is sent, and stands on this computer until it arrived. */
  stop(): void {
    globalThis.removeEventListener('online', this.retry)
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
    this.ended = true
    if (!this.hasEdits()) return
    void this.keep()
    void this.flush()
  }

  undo(): void {
    const last = this.history.pop()
    if (last) this.putBack(last.before)
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

  protected isSaving(): boolean {
    return this.running !== undefined
  }

  /**
   * One step of undo; a word typed letter by letter is one, and so is a block that was pasted.
   *
   * @param mark of the cells that changed
   */
  protected remember(mark: string, before: readonly C[]): void {
    if (before.length > 1 || mark !== this.history.at(-1)?.mark) this.history.push({ mark, before })
  }

  /** Shows what was typed, keeps it, and saves it soon. */
  protected typed(part: Partial<S>): void {
    this.set({ ...part, status: 'unsaved', failure: undefined })
    this.later('keep', KEEP_AFTER, () => void this.keep())
    this.later('save', SAVE_AFTER, () => void this.flush())
  }

  private async saveAll(): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      const send = this.next()
      if (!send) return this.settle()
      this.set({ status: 'saving' } as Partial<S>)
      try {
        await send()
      } catch (error) {
        return this.failed(error)
      }
    }
  }

  private failed(error: unknown): void {
    void this.keep()
    if (isTransient(error)) {
      this.set({ status: 'lost' } as Partial<S>)
      this.later('retry', RETRY_AFTER, this.retry)
    } else this.set({ status: 'refused', failure: (error as Error).message } as Partial<S>)
  }

  private settle(): void {
    this.set({ edits: this.differing() } as Partial<S>)
    this.set((this.isOpen() ? { status: 'refused' } : { status: 'saved', savedAt: Date.now() }) as Partial<S>)
    void this.keep()
  }

  private keep(): Promise<void> {
    return this.hasEdits()
      ? keepDraft(this.user, this.form, this.key, { values: this.snapshot.edits, savedAt: Date.now() })
      : dropDraft(this.user, this.form, this.key)
  }

  private hasEdits(): boolean {
    return Object.keys(this.snapshot.edits).length > 0
  }

  private readonly retry = (): void => {
    if (this.hasEdits()) void this.flush()
  }

  protected set(part: Partial<S>): void {
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
