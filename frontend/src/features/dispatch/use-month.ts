import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { MonthlyEntry, MonthlyReport } from '@/api/types'
import { useCaller } from '@/session/caller'
import { useKeeping } from '@/ui/grid/use-kept-edits'
import type { EntryNames } from './entry-parts'
import { MonthDraft } from './month-draft'
import { entriesQuery, reportQuery, updateReport, writeEntries } from './queries'

/** The month of a unit as it is being filled in; what is stored is what other pages show at once. */
export function useMonth(
  report: MonthlyReport,
  entries: readonly MonthlyEntry[],
  names: EntryNames,
  editable: boolean,
): MonthDraft {
  const { user } = useCaller()
  const queries = useQueryClient()
  const { month, unitCode } = report
  const [draft] = useState(
    () =>
      new MonthDraft(user.username, report, entries, names, {
        rows: async (rows) => {
          const saved = await writeEntries(month, unitCode, rows)
          const now = new Map(saved.results.map(({ entry }) => [entry?.signedProject, entry]))
          queries.setQueryData(
            entriesQuery(month, unitCode).queryKey,
            (known) => known && { ...known, items: known.items.map((entry) => now.get(entry.signedProject) ?? entry) },
          )
          queries.setQueryData(reportQuery(month, unitCode).queryKey, saved.report)
          return saved
        },
        texts: async (seen, fields) => {
          const saved = await updateReport(seen, fields)
          queries.setQueryData(reportQuery(month, unitCode).queryKey, saved)
          return saved
        },
      }),
  )
  useEffect(() => draft.see(report, entries, names), [draft, report, entries, names])
  useKeeping(draft, editable)
  return draft
}
