import type { Finding, MonthlyEntry } from '@/api/types'
import {
  type Column,
  columns,
  type EntryNames,
  type Part,
  read,
  same,
  textOf,
  type Wrong,
  wordFor,
} from './entry-parts'
import { asksForWord } from './entry-row'
import type { Edit } from './month-draft'

/** What a cell's finding is of: the name behind the pointer within the row. */
const partOf = ({ pointer }: Finding): string => pointer.split('/')[1] ?? ''

/** What is typed in a cell and can not be read. */
export function wrongIn(edit: Edit | undefined, part: Part, names: EntryNames): Wrong | undefined {
  const typed = edit?.[part]
  return typed && read(part, typed.text, names).wrong
}

/** The findings of a cell; one that asked for what is typed meanwhile is settled. */
export function findingsAt(
  part: string,
  entry: MonthlyEntry,
  edit: Edit | undefined,
  refused: readonly Finding[],
): Finding[] {
  const filled = edit?.[part as Column]?.text.trim()
  return [...refused, ...entry.findings].filter(
    (finding) => partOf(finding) === part && !(finding.rule === 'REQUIRED' && filled),
  )
}

/** The word that answers a rule, typed or stored. */
export const wordOf = (rule: string, entry: MonthlyEntry, edit: Edit | undefined): string =>
  edit?.[wordFor(rule)]?.text ?? entry.justifications.find((given) => given.rule === rule)?.text ?? ''

/** What keeps a row from being submitted, with pointers to the cells of the page. */
export function owedIn(entry: MonthlyEntry, edit: Edit | undefined, refused: readonly Finding[]): Finding[] {
  const place = `/entries/${entry.signedProject}`
  return [
    ...refused.map((finding) => ({ ...finding, pointer: place + finding.pointer })),
    ...entry.findings
      .filter((finding) =>
        asksForWord(finding)
          ? !wordOf(finding.rule, entry, edit).trim()
          : finding.severity === 'BLOCK' &&
            !(finding.rule === 'REQUIRED' && edit?.[partOf(finding) as Column]?.text.trim()),
      )
      .map((finding) => ({
        ...finding,
        pointer: place + (asksForWord(finding) ? `/${wordFor(finding.rule)}` : finding.pointer),
      })),
  ]
}

/** News against last month, saved or just typed. */
export const isChanged = (entry: MonthlyEntry, edit: Edit | undefined, names: EntryNames): boolean =>
  entry.changed ||
  columns.some((part) => edit?.[part] && !same(part, edit[part].text, textOf(entry, part, names), names))

/** Completed investment of the month in yuan, as typed where that can be read. */
export function investmentOf(entry: MonthlyEntry, edit: Edit | undefined, names: EntryNames): number {
  const typed = edit?.completedInvestmentYuan
  const meant = typed && read('completedInvestmentYuan', typed.text, names)
  return meant && !meant.wrong ? Number(meant.value ?? 0) : entry.completedInvestmentYuan
}
