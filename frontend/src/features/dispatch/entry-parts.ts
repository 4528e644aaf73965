import type { MonthlyEntry, ProjectField } from '@/api/types'
import { parseDay } from '@/lib/dates'
import { wanInput } from '@/lib/money'
import { MONEY, parseQuantity } from '@/lib/quantity'

/** The columns that are typed into, from left to right; the word about rules stands after them. */
export const columns = [
  'stage',
  'stageOn',
  'completedInvestmentYuan',
  'progress',
  'problemKinds',
  'problems',
  'coordination',
  'nextPlan',
  'permits',
] as const
export type Column = (typeof columns)[number]

/** One thing that is typed in a row: a column, the kind of a start, or the word that answers a rule. */
export type Part = Column | 'startKind' | `word/${string}`
export const wordFor = (rule: string): Part => `word/${rule}`

type Named = { value: string; label: string }
/** What codes are called, in the words of the server's forms. */
export type EntryNames = {
  stage: readonly Named[]
  startKind: readonly Named[]
  problemKinds: readonly Named[]
  permits: readonly Named[]
  statuses: readonly Named[]
}

export function namesOf(fields: readonly ProjectField[], permits: readonly ProjectField[]): EntryNames {
  const options = (name: string) => fields.find((field) => field.name === name)?.options ?? []
  return {
    stage: options('stage'),
    startKind: options('startKind'),
    problemKinds: options('problemKinds'),
    // Without what stands in brackets, as the sheet of the upload has them.
    permits: permits.map(({ name, label }) => ({ value: name, label: label.replace(/\s*[（(].*/, '') })),
    statuses: permits[0]?.options ?? [],
  }
}

export const labelOf = (of: readonly Named[], value: string | undefined): string =>
  of.find((one) => one.value === value)?.label ?? value ?? ''
const codeOf = (of: readonly Named[], text: string): string | undefined =>
  of.find(({ value, label }) => value === text || label === text)?.value

export const kindsText = (kinds: readonly string[], names: EntryNames): string =>
  kinds.map((kind) => labelOf(names.problemKinds, kind)).join('、')
export const permitsText = (permits: Readonly<Record<string, string | undefined>>, names: EntryNames): string =>
  names.permits
    .filter(({ value }) => permits[value])
    .map(({ value, label }) => `${label}=${labelOf(names.statuses, permits[value])}`)
    .join('；')

type Said = Pick<MonthlyEntry, Column> & Partial<Pick<MonthlyEntry, 'startKind' | 'justifications'>>

/** What is said, as it stands in a cell. */
export function textOf(said: Said, part: Part, names: EntryNames): string {
  switch (part) {
    case 'stage':
      return labelOf(names.stage, said.stage)
    case 'startKind':
      return labelOf(names.startKind, said.startKind)
    case 'completedInvestmentYuan':
      return said.completedInvestmentYuan === 0 ? '' : wanInput(said.completedInvestmentYuan)
    case 'problemKinds':
      return kindsText(said.problemKinds, names)
    case 'permits':
      return permitsText(said.permits, names)
    case 'stageOn':
    case 'progress':
    case 'problems':
    case 'coordination':
    case 'nextPlan':
      return said[part] ?? ''
    default:
      return said.justifications?.find(({ rule }) => part === wordFor(rule))?.text ?? ''
  }
}

export type Wrong = 'notStage' | 'notStartKind' | 'notDay' | 'notMoney' | 'notKinds' | 'notPermits'
export type Read = { value: unknown; wrong?: undefined } | { wrong: Wrong }

/** What a text in a cell means to the server; what is not understood is never guessed. */
export function read(part: Part, typed: string, names: EntryNames): Read {
  const text = typed.trim()
  switch (part) {
    case 'stage': {
      const value = codeOf(names.stage, text)
      return value ? { value } : { wrong: 'notStage' }
    }
    case 'startKind': {
      const value = text === '' ? null : codeOf(names.startKind, text)
      return value === undefined ? { wrong: 'notStartKind' } : { value }
    }
    case 'stageOn': {
      const value = text === '' ? null : parseDay(text)
      return value === undefined ? { wrong: 'notDay' } : { value }
    }
    case 'completedInvestmentYuan': {
      if (text === '') return { value: null }
      const money = parseQuantity(MONEY, text)
      return money.ok ? { value: Number(money.value) || null } : { wrong: 'notMoney' }
    }
    case 'problemKinds': {
      const said = text.split(/[、，,;；\s]+/).filter(Boolean)
      const codes = new Set(said.map((one) => codeOf(names.problemKinds, one)))
      return codes.has(undefined)
        ? { wrong: 'notKinds' }
        : { value: names.problemKinds.map(({ value }) => value).filter((value) => codes.has(value)) }
    }
    case 'permits':
      return readPermits(text, names)
    default:
      return { value: text === '' ? null : text }
  }
}

function readPermits(text: string, names: EntryNames): Read {
  const said = new Map<string, string>()
  for (const one of text.split(/[;；\n]/).filter((part) => part.trim())) {
    const [permit = '', status = ''] = one.split(/[=＝:：]/)
    const code = codeOf(names.permits, permit.trim())
    const state = codeOf(names.statuses, status.trim())
    if (!code || !state) return { wrong: 'notPermits' }
    said.set(code, state)
  }
  return {
    value: Object.fromEntries(
      names.permits.filter(({ value }) => said.has(value)).map(({ value }) => [value, said.get(value)]),
    ),
  }
}

/** Two texts of a cell that mean the same. */
export function same(part: Part, a: string, b: string, names: EntryNames): boolean {
  if (a.trim() === b.trim()) return true
  const [one, other] = [read(part, a, names), read(part, b, names)]
  return !one.wrong && !other.wrong && JSON.stringify(one.value) === JSON.stringify(other.value)
}
