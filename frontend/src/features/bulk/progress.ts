import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { lines } from '@/api/lines'
import type { Import, ImportProgress } from '@/api/types'
import { importQuery, isOver } from './queries'

/** While events come, a look now and then is enough; without them the looks are the progress. */
const BESIDE_EVENTS = 15_000
const WITHOUT_EVENTS = 1_500

/** An import that tells of itself until it is over: by events with the session's header, else by looking again. */
export function useImport(id: string) {
  const queries = useQueryClient()
  const [told, setTold] = useState<ImportProgress & { id: string }>()
  const [patience, setPatience] = useState(WITHOUT_EVENTS)
  const query = useQuery(importQuery(id, patience))
  const running = query.data !== undefined && !isOver(query.data)

  useEffect(() => {
    if (!running) return
    const stop = new AbortController()
    const follow = async () => {
      try {
        for await (const line of lines(`/api/v1/imports/${id}/events`, stop.signal, 'text/event-stream')) {
          if (!line.startsWith('data:')) continue
          setPatience(BESIDE_EVENTS)
          setTold({ ...(JSON.parse(line.slice('data:'.length)) as ImportProgress), id })
        }
      } catch {
        // A proxy that holds streams back, a line that drops: the looks go on.
      }
      if (stop.signal.aborted) return
      setPatience(WITHOUT_EVENTS)
      await queries.invalidateQueries({ queryKey: ['imports'] })
    }
    void follow()
    return () => stop.abort()
  }, [id, running, queries])

  const rowsRead = Math.max(told?.id === id ? told.rowsRead : 0, query.data?.rowsRead ?? 0)
  return { query, rowsRead }
}

/** Which of the four steps an import stands at. */
export const stepOf = (of: Import): 'mapping' | 'plan' | 'done' => {
  if (!of.dryRun) return 'done'
  return of.state === 'COMPLETED' ? 'plan' : 'mapping'
}
