import type { Finding, MonthlyEntry, MonthlyEntryInput } from '@/api/types'
import { type EntryNames, type Part, read } from './entry-parts'

const WORD = 'word/'

/** A stage that goes back or ends bars the report until its reason is given: the word is asked for like others. */
const ASKS_FOR_A_REASON = 'V23'
export const asksForWord = ({ severity, rule }: Finding): boolean =>
  severity === 'EXPLAIN' || rule === ASKS_FOR_A_REASON

/** The rules that a row has or asks a word for, those that ask first. */
export const rulesOf = (entry: MonthlyEntry): string[] => [
  ...new Set([
    ...entry.findings.filter(asksForWord).map(({ rule }) => rule),
    ...entry.justifications.map(({ rule }) => rule),
  ]),
]

/** A row as it is sent: what was typed, upon the version that was seen. */
export function rowOf(
  entry: MonthlyEntry,
  parts: readonly (readonly [string, string])[],
  names: EntryNames,
): MonthlyEntryInput {
  const fields: Record<string, unknown> = { signedProject: entry.signedProject, version: entry.version }
  const words = new Map(entry.justifications.map(({ rule, text }) => [rule, text]))
  for (const [part, text] of parts) {
    const { value } = read(part as Part, text, names) as { value: unknown }
    if (part.startsWith(WORD)) words.set(part.slice(WORD.length), text.trim())
    // A permit is taken from the list by null.
    else if (part === 'permits')
      fields.permits = {
        ...Object.fromEntries(Object.keys(entry.permits).map((permit) => [permit, null])),
        ...(value as object),
      }
    else fields[part] = value
  }
  if (parts.some(([part]) => part.startsWith(WORD)))
    fields.justifications = [...words].filter(([, text]) => text).map(([rule, text]) => ({ rule, text }))
  return fields as MonthlyEntryInput
}
