import { isProblem, isTransient } from '@/api/problem'
import type { Finding, NewProject, Project, ProjectInput } from '@/api/types'
import { dropDraft, findDraft, keepDraft } from '@/lib/drafts'
import { newId } from '@/lib/id'
import { checkProject, createProject, updateProject } from './queries'

export type Name = keyof ProjectInput
type Values = ProjectInput
export type Conflict = { name: Name; mine: unknown; theirs: unknown }

export type DraftState = {
  values: Values
  /** The record as the server last gave it; absent until it was created. */
  base: Project | undefined
  status: 'clean' | 'unnamed' | 'unsaved' | 'saving' | 'saved' | 'offline' | 'refused' | 'closed'
  at?: number
  /** What the rules say of the values as they stand. */
  findings: readonly Finding[]
  conflicts?: { current: Project; fields: Conflict[] }
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

/** A new record clears nothing: what is empty is left out; its name is there, or it would not be sent. */
const said = (body: Values): NewProject =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)) as NewProject

type Kept = { values: Values; was: Values; create?: { body: NewProject; key: string } }

/**
 * One form being filled in: what was typed, what the server has, and the way from one to the other.
 * Saves by itself, keeps a copy on this computer first, merges field by field with what others saved.
 */
export class ProjectDraft {
  private readonly user: string
  private readonly names: readonly Name[]
  private readonly listeners = new Set<() => void>()
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()
  private running: Promise<void> | undefined
  private check: AbortController | undefined
  private refused: { value: unknown; finding: Finding }[] = []
  private creation: { body: NewProject; key: string } | undefined
  private snapshot: DraftState
  private ended = false

  constructor(user: string, names: readonly Name[], project?: Project) {
    this.user = user
    this.names = names
    this.snapshot = {
      values: project ? this.fieldsOf(project) : {},
      base: project,
      status: project ? 'clean' : 'unnamed',
      findings: project?.findings ?? [],
    }
  }

  readonly get = (): DraftState => this.snapshot
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Looks for what an earlier visit could not save, and listens for the line to come back. */
  async start(): Promise<void> {
    this.ended = false
    globalThis.addEventListener('online', this.retry)
    const kept = await findDraft<Kept>(this.user, 'project', this.key())
    if (!kept || this.ended || Object.keys(kept.values.values).length === 0) {
      this.later('check', 0, () => this.judge())
      return
    }
    this.creation = kept.values.create
    const values = { ...this.snapshot.values }
    const fields: Conflict[] = []
    for (const name of Object.keys(kept.values.values) as Name[]) {
      const mine = kept.values.values[name]
      const theirs = this.snapshot.base?.[name]
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

  change(name: Name, value: unknown): void {
    this.set({ values: { ...this.snapshot.values, [name]: value }, status: 'unsaved' })
    this.later('keep', KEEP_AFTER, () => void this.keep())
    this.later('check', CHECK_AFTER, () => this.judge())
    this.later('save', SAVE_AFTER, () => void this.save())
  }

  explain(rule: string, text: string): void {
    const others = (this.snapshot.values.justifications ?? []).filter((j) => j.rule !== rule)
    this.change('justifications', text.trim() ? [...others, { rule, text }] : others)
  }

  /** Everything typed is on the server when this is true. */
  async flush(): Promise<boolean> {
    this.cancel('save')
    await this.save()
    return this.changes().length === 0 && this.snapshot.base !== undefined
  }

  /** The record moved on by another way (an appraisal was recorded, a file added): take it up, keep what is typed. */
  rebase(project: Project): void {
    const { base } = this.snapshot
    if (!base || project.version === base.version) return
    this.merge(project)
  }

  settle(choices: Partial<Record<Name, 'mine' | 'theirs'>>): void {
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
    const values = rest.base ? this.fieldsOf(rest.base) : {}
    this.creation = undefined
    this.replace({ ...rest, values, status: rest.base ? 'clean' : 'unnamed' })
    void dropDraft(this.user, 'project', this.key())
    this.later('check', 0, () => this.judge())
  }

  private fieldsOf(project: Project): Values {
    return Object.fromEntries(this.names.map((name) => [name, project[name]])) as Values
  }

  private changes(): Name[] {
    const { values, base } = this.snapshot
    return this.names.filter((name) => !same(values[name], base?.[name]))
  }

  private key(): string {
    return this.snapshot.base?.id ?? 'new'
  }

  private async keep(): Promise<void> {
    const names = this.changes()
    if (names.length === 0) return dropDraft(this.user, 'project', this.key())
    const pick = (from: Values | undefined) => Object.fromEntries(names.map((n) => [n, from?.[n]])) as Values
    const { values, base } = this.snapshot
    await keepDraft<Kept>(this.user, 'project', this.key(), {
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
        if (this.changes().length === 0) await dropDraft(this.user, 'project', this.key())
        return
      }
      if (!base && !values.name?.trim()) return this.set({ status: 'unnamed' })
      this.set({ status: 'saving' })
      const body = Object.fromEntries(names.map((name) => [name, bare(values[name])])) as Values
      try {
        await this.send(body, base)
        this.set({ status: 'saved', at: Date.now() })
      } catch (error) {
        if (!this.recover(error, names, values)) return
      }
    }
  }

  private async send(body: Values, base: Project | undefined): Promise<void> {
    if (base) return this.take(await updateProject(base.id, base.version, body))
    // An answer that got lost may have created it: the same words with the same key, then the rest as a change.
    this.creation ??= { body: said(body), key: newId() }
    const created = await createProject(this.creation.body, this.creation.key)
    this.creation = undefined
    await dropDraft(this.user, 'project', 'new')
    this.take(created)
  }

  private take(project: Project): void {
    const { values } = this.snapshot
    this.set({ base: project })
    this.later('check', 0, () => this.judge())
    // What the server adds by itself (defaults) is shown; what was typed stays as it was typed.
    const next = { ...values }
    for (const name of this.names) if (values[name] === undefined) Object.assign(next, { [name]: project[name] })
    this.set({ values: next })
  }

  /** True if another round makes sense. */
  private recover(error: unknown, names: readonly Name[], sent: Values): boolean {
    if (isTransient(error)) {
      void this.keep()
      this.set({ status: 'offline', at: Date.now() })
      this.later('retry', RETRY_AFTER, this.retry)
      return false
    }
    if (isProblem(error, 412) && error.problem.current) return this.merge(error.problem.current as Project)
    if (isProblem(error)) {
      this.creation = undefined
      const about = error.findings.filter((f) => names.includes(f.pointer.split('/')[1] as Name))
      if (about.length > 0) {
        this.refused = about.map((finding) => ({ value: sent[finding.pointer.split('/')[1] as Name], finding }))
        this.set({ findings: this.withRefused(this.snapshot.findings) })
        return true
      }
      this.set({ status: 'closed', closedBecause: error.message })
    }
    return false
  }

  private merge(current: Project): boolean {
    const { values, base } = this.snapshot
    const next = { ...values }
    const fields: Conflict[] = []
    for (const name of this.names) {
      const mine = values[name]
      if (same(mine, base?.[name])) Object.assign(next, { [name]: current[name] })
      else if (!same(current[name], base?.[name]) && !same(current[name], mine))
        fields.push({ name, mine, theirs: current[name] })
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
    const sent: Values = {}
    for (const name of this.names) {
      const value = bare(values[name])
      // A record of the server already has what is empty here: only a difference needs to be said.
      if (value !== null || (base && bare(base[name]) !== null)) Object.assign(sent, { [name]: value })
    }
    checkProject({ ...sent, ...(base && { id: base.id }) }, this.check.signal).then(
      (findings) => this.set({ findings: this.withRefused(findings) }),
      () => undefined, // the line is down: what was found last stays in view
    )
  }

  private isRefused(name: Name): boolean {
    return this.refused.some(
      ({ value, finding }) => finding.pointer.split('/')[1] === name && same(value, this.snapshot.values[name]),
    )
  }

  private withRefused(findings: readonly Finding[]): Finding[] {
    this.refused = this.refused.filter(({ finding }) => this.isRefused(finding.pointer.split('/')[1] as Name))
    const pointers = new Set(this.refused.map(({ finding }) => finding.pointer))
    return [...this.refused.map(({ finding }) => finding), ...findings.filter((f) => !pointers.has(f.pointer))]
  }

  private readonly retry = (): void => {
    if (this.changes().length > 0) void this.save()
  }

  private set(part: Partial<DraftState>): void {
    this.replace({ ...this.snapshot, ...part })
  }

  private replace(next: DraftState): void {
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
