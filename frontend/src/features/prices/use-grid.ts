import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { OfflineError } from '@/api/problem'
import type { Finding, PriceReport } from '@/api/types'
import { cellOf, type Edit, type GridRow, rowsOf, wrongIn } from './grid-edits'
import { reportQuery, saveCells } from './queries'

/** How long after the last keystroke. */
const SAVE_AFTER = 1_200

type Status = 'clean' | 'unsaved' | 'saving' | 'saved' | 'refused' | 'lost'

/** What is typed into the grid, saved by itself, row by row; what is refused stays, with its reason. */
export function useGrid(report: PriceReport) {
  const queries = useQueryClient()
  const [edits, setEdits] = useState<Readonly<Record<string, Edit>>>({})
  const [refused, setRefused] = useState<Readonly<Record<string, readonly Finding[]>>>({})
  const [status, setStatus] = useState<Status>('clean')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ edits, report, save: async () => {} })
  const rows = rowsOf(report)

  const save = async () => {
    const now = latest.current
    const sent = rowsOf(now.report).flatMap((row) => {
      const edit = now.edits[row.key]
      const cell = edit && cellOf(row, edit, now.report)
      return edit && cell ? [{ row, edit, cell }] : []
    })
    if (sent.length === 0) {
      setStatus(Object.values(now.edits).some((edit) => wrongIn(edit).low || wrongIn(edit).high) ? 'refused' : 'saved')
      return
    }
    setStatus('saving')
    try {
      const { results, report: after } = await saveCells(
        now.report,
        sent.map(({ cell }) => cell),
      )
      const errors = Object.fromEntries(
        sent.map(({ row }, i) => [row.key, results.find(({ cell }) => cell === i)?.errors ?? []]),
      )
      queries.setQueryData(reportQuery(after.year, after.unitCode).queryKey, after)
      setRefused((before) => ({ ...before, ...errors }))
      // What was typed on while it was under way stays to be sent.
      setEdits((typed) => {
        const left = { ...typed }
        for (const { row, edit } of sent)
          if ((errors[row.key] ?? []).length === 0 && left[row.key] === edit) delete left[row.key]
        return left
      })
      setStatus(Object.values(errors).some((found) => found.length > 0) ? 'refused' : 'saved')
    } catch (error) {
      setStatus(error instanceof OfflineError ? 'lost' : 'refused')
    }
  }
  latest.current = { edits, report, save }

  const change = (changes: readonly { row: GridRow; part: Edit }[]) => {
    setEdits((before) => {
      const next = { ...before }
      for (const { row, part } of changes) next[row.key] = { ...next[row.key], ...part }
      return next
    })
    setStatus('unsaved')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void latest.current.save(), SAVE_AFTER)
  }
  // Leaving the page sends what is left.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      if (Object.keys(latest.current.edits).length > 0) void latest.current.save()
    },
    [],
  )
  return { rows, edits, refused, status, change }
}
