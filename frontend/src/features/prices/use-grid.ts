import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { OfflineError } from '@/api/problem'
import type { Finding, PriceReport } from '@/api/types'
import { cellOf, type Edit, type GridRow, rowsOf, shownIn, wrongIn } from './grid-edits'
import { reportQuery, saveCells } from './queries'

/** How long after the last keystroke. */
const SAVE_AFTER = 1_200
const TRY_AGAIN = 10_000

type Status = 'clean' | 'unsaved' | 'saving' | 'saved' | 'refused' | 'lost'

type Change = { row: GridRow; part: Edit }

/** What is typed into the grid, saved by itself, row by row; what is refused stays, with its reason. */
export function useGrid(report: PriceReport) {
  const queries = useQueryClient()
  const [edits, setEdits] = useState<Readonly<Record<string, Edit>>>({})
  const [refused, setRefused] = useState<Readonly<Record<string, readonly Finding[]>>>({})
  const [status, setStatus] = useState<Status>('clean')
  const history = useRef<{ mark: string; before: readonly Change[] }[]>([])
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
      setStatus(
        Object.values(now.edits).some((edit) => Object.values(wrongIn(edit)).some(Boolean)) ? 'refused' : 'saved',
      )
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

  const change = (changes: readonly Change[]) => {
    const before = changes.map(({ row, part }) => {
      const shown = shownIn(row, latest.current.edits[row.key], latest.current.report.year)
      const keys = Object.keys(part) as (keyof Edit)[]
      return { row, part: Object.fromEntries(keys.map((key) => [key, shown[key]])) as Edit }
    })
    // One word typed letter by letter is one step.
    const mark = changes.map(({ row, part }) => [row.key, ...Object.keys(part)].join(' ')).join()
    if (changes.length > 1 || mark !== history.current.at(-1)?.mark) history.current.push({ mark, before })
    take(changes)
  }
  const undo = () => {
    const last = history.current.pop()
    if (last) take(last.before)
  }
  const take = (changes: readonly Change[]) => {
    setEdits((before) => {
      const next = { ...before }
      for (const { row, part } of changes) next[row.key] = { ...next[row.key], ...part }
      return next
    })
    setStatus('unsaved')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void latest.current.save(), SAVE_AFTER)
  }
  // A line that was down is tried again: at once when the browser says that it is back, and every few seconds, for not all do.
  useEffect(() => {
    if (status !== 'lost') return
    const again = () => void latest.current.save()
    const every = setInterval(again, TRY_AGAIN)
    globalThis.addEventListener('online', again)
    return () => {
      clearInterval(every)
      globalThis.removeEventListener('online', again)
    }
  }, [status])
  // Leaving the page sends what is left.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      if (Object.keys(latest.current.edits).length > 0) void latest.current.save()
    },
    [],
  )
  return { rows, edits, refused, status, change, undo }
}
