import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PriceReport } from '@/api/types'
import { useCaller } from '@/session/caller'
import { useKeeping } from '@/ui/grid/use-kept-edits'
import { GridDraft } from './grid-draft'
import { reportQuery, saveCells } from './queries'

/** The grid of a report as it is being filled in; one that may not be changed finds and keeps nothing. */
export function useGrid(report: PriceReport, editable: boolean): GridDraft {
  const { user } = useCaller()
  const queries = useQueryClient()
  const [draft] = useState(
    () =>
      new GridDraft(user.username, report, async (seen, cells, key) => {
        const saved = await saveCells(seen, cells, key)
        queries.setQueryData(reportQuery(seen.year, seen.unitCode).queryKey, saved.report)
        return saved
      }),
  )
  useEffect(() => draft.see(report), [draft, report])
  useKeeping(draft, editable)
  return draft
}
