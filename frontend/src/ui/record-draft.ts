import { isProblem, isTransient } from '@/api/problem'
import type { Finding } from '@/api/types'
import { dropDraft, findDraft, keepDraft } from '@/lib/drafts'
import { newId } from '@/lib/id'
import { head } from './findings'

/** What every record that is filled in as a form brings along. */
export type DraftRecord = {
  id: string
  version: number
  findings: readonly Finding[]
  updatedAt: string
  updatedBy: string
  allowedActions: readonly string[]
  whyNot?: readonly { action: string; message: string }[]
}
export type Justified = { justifications?: { rule: string; text: string }[] | null }
export type FieldName<V> = keyof V & string
export type Conflict<V> = { name: FieldName<V>; mine: unknown; theirs: unknown }

/** Where the fields of a form go. */
export type Keeper<R, V> = {
  /** The name of the form among what this computer keeps. */
  form: string
  /** The field without which there is no record. */
  naming: FieldName<V>
  create: (body: V, key: string) => Promise<R>
  update: (id: string, version: number, body: V) => Promise<R>
  check: (body: V & { id?: string }, signal: AbortSignal) => Promise<Finding[]>
}

export type DraftState<R, V> = {
  values: V
  /** The record as the server last gave it; absent until it was created. */
  base: R | undefined
  status: 'clean' | 'unnamed' | 'unsaved' | 'saving' | 'saved' | 'offline' | 'refused' | 'closed'
  at?: number
  /** What the rules say of the values as they stand. */
  findings: readonly Finding[]
  conflicts?: { current: R; fields: Conflict<V>[] }
  restoredAt?: number
  closedBecause?: string
}

/** How long after the last keystroke; the server is asked rarely enough for a slow line. */
const CHECK_AFTER = 500
const SAVE_AFTER = 1_500
const KEEP_AFTER = 200
const RETRY_AFTER = 8_000

const bare = (value: unknown): unknown => {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null
  return typeof value === 'string' ? value.trim() || null : value
}
/** Equal to the server, which trims texts and knows no empty ones. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(bare(a)) === JSON.stringify(bare(b))

/** What a record or a set of fields holds under this name. */
const fieldOf = (of: object | undefined, name: string): unknown => (of as Record<string, unknown> | undefined)?.[name]

/** A new record clears nothing: what is empty is left out; its name is there, or it would not be sent. */
const said = <V>(body: V): V =>
  Object.fromEntries(Object.entries(body as object).filter(([, value]) => value !== null)) as V

type Kept<V> = { values: V; was: V; create?: { body: V; key: string } }

/**
 * One form being filled in: what was typed, what the server has, and the way from one to the other.
 * Saves by itself, keeps a copy on this computer first, merges field by field with what others saved.
 */
export class RecordDraft<R extends DraftRecord, V extends Justified> {
  private readonly keeper: Keeper<R, V>
  private readonly user: string
  private readonly names: readonly FieldName<V>[]
  private readonly listeners = new Set<() => void>()
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()
  private running: Promise<void> | undefined
  private check: AbortController | undefined
  private refused: { value: unknown; finding: Finding }[] = []
  private creation: { body: V; key: string } | undefined
  private snapshot: DraftState<R, V>
  private ended = false

  constructor(keeper: Keeper<R, V>, user: string, names: readonly FieldName<V>[], record?: R) {
    this.keeper = keeper
    this.user = user
    this.names = names
    this.snapshot = {
      values: record ? this.fieldsOf(record) : ({} as V),
      base: record,
      status: record ? 'clean' : 'unnamed',
      findings: record?.findings ?? [],
    }
  }

  readonly get = (): DraftState<R, V> => this.snapshot
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Looks for what an earlier visit could not save, and listens for the line to come back. */
  async start(): Promise<void> {
    this.ended = false
    globalThis.addEventListener('online', this.retry)
    const kept = await findDraft<Kept<V>>(this.user, this.keeper.form, this.key())
    if (!kept || this.ended || Object.keys(kept.values.values).length === 0) {
      this.later('check', 0, () => this.judge())
      return
    }
    this.creation = kept.values.create
    const values = { ...this.snapshot.values }
    const fields: Conflict<V>[] = []
    for (const name of Object.keys(kept.values.values) as FieldName<V>[]) {
      const mine = kept.values.values[name]
      const theirs = this.stored(name)
      const untouched = !this.snapshot.base || same(theirs, kept.values.was[name]) || same(theirs, mine)
      if (untouched) Object.assign(values, { [name]: mine })
      else fields.push({ name, mine, theirs })
    }
    const { base } = this.snapshot
    this.set({
      values,
      restoredAt: kept.savedAt,
      status: 'unsaved',
      ...(fields.length > 0 && base && { conflicts: { current: base, fields } }),
    })
    this.later('check', 0, () => this.judge())
    if (fields.length === 0) this.later('save', 0, () => void this.save())
  }

  /** Leaves the page: what is not saved yet is sent, and stands on this computer until it arrived. */
  stop(): void {
    globalThis.removeEventListener('online', this.retry)
    this.check?.abort()
    for (const name of ['check', 'keep', 'retry']) this.cancel(name)
    if (this.changes().length > 0) {
      void this.keep()
      this.cancel('save')
      void this.save()
    }
    this.ended = true
  }

  change(name: FieldName<V>, value: unknown): void {
    this.set({ values: { ...this.snapshot.values, [name]: value }, status: 'unsaved' })
    this.later('keep', KEEP_AFTER, () => void this.keep())
    this.later('check', CHECK_AFTER, () => this.judge())
    this.later('save', SAVE_AFTER, () => void this.save())
  }

  explain(rule: string, text: string): void {
    const others = (this.snapshot.values.justifications ?? []).filter((j) => j.rule !== rule)
    this.change('justifications' as FieldName<V>, text.trim() ? [...others, { rule, text }] : others)
  }

  /** Everything typed is on the server when this is true. */
  async flush(): Promise<boolean> {
    this.cancel('save')
    await this.save()
    return this.changes().length === 0 && this.snapshot.base !== undefined
  }

  /** The record moved on by another way (an appraisal was recorded, a file added): take it up, keep what is typed. */
  rebase(record: R): void {
    const { base } = this.snapshot
    if (!base || record.version === base.version) return
    this.merge(record)
  }

  settle(choices: Readonly<Record<string, 'mine' | 'theirs'>>): void {
    const { conflicts, values } = this.snapshot
    if (!conflicts) return
    const next = { ...values }
    for (const { name, mine, theirs } of conflicts.fields)
      Object.assign(next, { [name]: choices[name] === 'theirs' ? theirs : mine })
    const { conflicts: _settled, ...rest } = this.snapshot
    this.replace({ ...rest, values: next, status: 'unsaved' })
    void this.save()
  }

  discardRestored(): void {
    const { restoredAt: _gone, conflicts: _too, ...rest } = this.snapshot
    const values = rest.base ? this.fieldsOf(rest.base) : ({} as V)
    this.creation = undefined
    this.replace({ ...rest, values, status: rest.base ? 'clean' : 'unnamed' })
    void dropDraft(this.user, this.keeper.form, this.key())
    this.later('check', 0, () => this.judge())
  }

  private fieldsOf(record: R): V {
    return Object.fromEntries(this.names.map((name) => [name, fieldOf(record, name)])) as V
  }

  private stored(name: FieldName<V>): unknown {
    return fieldOf(this.snapshot.base, name)
  }

  private changes(): FieldName<V>[] {
    return this.names.filter((name) => !same(this.snapshot.values[name], this.stored(name)))
  }

  private key(): string {
    return this.snapshot.base?.id ?? 'new'
  }

  private async keep(): Promise<void> {
    const names = this.changes()
    if (names.length === 0) return dropDraft(this.user, this.keeper.form, this.key())
    const pick = (from: object | undefined) => Object.fromEntries(names.map((n) => [n, fieldOf(from, n)])) as V
    const { values, base } = this.snapshot
    await keepDraft<Kept<V>>(this.user, this.keeper.form, this.key(), {
      values: { values: pick(values), was: pick(base), ...(this.creation && { create: this.creation }) },
      savedAt: Date.now(),
    })
  }

  private save(): Promise<void> {
    if (this.snapshot.status === 'closed' || this.snapshot.conflicts) return Promise.resolve()
    this.running ??= this.saveAll().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  private async saveAll(): Promise<void> {
    // Typing goes on while a save is under way: again until nothing is left that the server would take.
    for (let round = 0; round < 8; round++) {
      const { values, base } = this.snapshot
      const names = this.changes().filter((name) => !this.isRefused(name))
      if (names.length === 0) {
        this.set({ status: this.changes().length > 0 ? 'refused' : base ? 'saved' : 'unnamed' })
        if (this.changes().length === 0) await dropDraft(this.user, this.keeper.form, this.key())
        return
      }
      if (!base && bare(values[this.keeper.naming]) === null) return this.set({ status: 'unnamed' })
      this.set({ status: 'saving' })
      const body = Object.fromEntries(names.map((name) => [name, bare(values[name])])) as V
      try {
        await this.send(body, base)
        this.set({ status: 'saved', at: Date.now() })
      } catch (error) {
        if (!this.recover(error, names, values)) return
      }
    }
  }

  private async send(body: V, base: R | undefined): Promise<void> {
    if (base) return this.take(await this.keeper.update(base.id, base.version, body))
    // An answer that got lost may have created it: the same words with the same key, then the rest as a change.
    this.creation ??= { body: said(body), key: newId() }
    const created = await this.keeper.create(this.creation.body, this.creation.key)
    this.creation = undefined
    await dropDraft(this.user, this.keeper.form, 'new')
    this.take(created)
  }

  private take(record: R): void {
    const { values } = this.snapshot
    this.set({ base: record })
    this.later('check', 0, () => this.judge())
    // What the server adds by itself (defaults) is shown; what was typed stays as it was typed.
    const next = { ...values }
    for (const name of this.names)
      if (values[name] === undefined) Object.assign(next, { [name]: fieldOf(record, name) })
    this.set({ values: next })
  }

  /** True if another round makes sense. */
  private recover(error: unknown, names: readonly FieldName<V>[], sent: V): boolean {
    if (isTransient(error)) {
      void this.keep()
      this.set({ status: 'offline', at: Date.now() })
      this.later('retry', RETRY_AFTER, this.retry)
      return false
    }
    if (isProblem(error, 412) && error.problem.current) return this.merge(error.problem.current as R)
    if (isProblem(error)) {
      this.creation = undefined
      const about = error.findings.filter((f) => names.includes(head(f.pointer) as FieldName<V>))
      if (about.length > 0) {
        this.refused = about.map((finding) => ({ value: sent[head(finding.pointer) as FieldName<V>], finding }))
        this.set({ findings: this.withRefused(this.snapshot.findings) })
        return true
      }
      this.set({ status: 'closed', closedBecause: error.message })
    }
    return false
  }

  private merge(current: R): boolean {
    const { values } = this.snapshot
    const next = { ...values }
    const fields: Conflict<V>[] = []
    for (const name of this.names) {
      const mine = values[name]
      const theirs = fieldOf(current, name)
      if (same(mine, this.stored(name))) Object.assign(next, { [name]: theirs })
      else if (!same(theirs, this.stored(name)) && !same(theirs, mine)) fields.push({ name, mine, theirs })
    }
    this.set({
      values: next,
      base: current,
      ...(fields.length > 0 && { conflicts: { current, fields }, status: 'unsaved' }),
    })
    this.later('check', 0, () => this.judge())
    return fields.length === 0
  }

  private judge(): void {
    this.check?.abort()
    this.check = new AbortController()
    const { values, base } = this.snapshot
    const sent = {} as V
    for (const name of this.names) {
      const value = bare(values[name])
      // A record of the server already has what is empty here: only a difference needs to be said.
      if (value !== null || (base && bare(this.stored(name)) !== null)) Object.assign(sent, { [name]: value })
    }
    this.keeper.check({ ...sent, ...(base && { id: base.id }) }, this.check.signal).then(
      (findings) => this.set({ findings: this.withRefused(findings) }),
      () => undefined, // the line is down: what was found last stays in view
    )
  }

  private isRefused(name: string): boolean {
    return this.refused.some(
      ({ value, finding }) => head(finding.pointer) === name && same(value, fieldOf(this.snapshot.values, name)),
    )
  }

  private withRefused(findings: readonly Finding[]): Finding[] {
    this.refused = this.refused.filter(({ finding }) => this.isRefused(head(finding.pointer)))
    const pointers = new Set(this.refused.map(({ finding }) => finding.pointer))
    return [...this.refused.map(({ finding }) => finding), ...findings.filter((f) => !pointers.has(f.pointer))]
  }

  private readonly retry = (): void => {
    if (this.changes().length > 0) void this.save()
  }

  private set(part: Partial<DraftState<R, V>>): void {
    this.replace({ ...this.snapshot, ...part })
  }

  private replace(next: DraftState<R, V>): void {
    this.snapshot = next
    for (const listener of this.listeners) listener()
  }

  private later(name: string, after: number, work: () => void): void {
    this.cancel(name)
    this.timers.set(name, setTimeout(work, after))
  }

  private cancel(name: string): void {
    clearTimeout(this.timers.get(name))
  }
}
