import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { LISTS, UNREAD, unreadEvents, unreadQuery } from './queries'

/** While events come, a look now and then is enough; without them the looks are the news. */
const BESIDE_EVENTS = 10 * 60_000
const WITHOUT_EVENTS = 60_000
const AGAIN = 1_000
const LONGEST_PAUSE = 5 * 60_000

const visible = () => document.visibilityState === 'visible'

/**
 * How many are unread, as it happens: by events with the session's header, else by looking again. Only a tab that is seen
 * holds a stream: a browser has few connections to one server, and a clerk many tabs.
 */
export function useUnread(): number | undefined {
  const queries = useQueryClient()
  const [patience, setPatience] = useState(WITHOUT_EVENTS)
  const [seen, setSeen] = useState(visible)
  const { data } = useQuery(unreadQuery(patience))

  useEffect(() => {
    const look = () => setSeen(visible())
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])

  useEffect(() => {
    if (!seen) return
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let newest: string | undefined
    let pause = AGAIN
    const follow = async () => {
      try {
        for await (const { unread, newest: last } of unreadEvents(stop.signal)) {
          pause = AGAIN
          setPatience(BESIDE_EVENTS)
          const changed = queries.getQueryData(UNREAD) !== unread || (newest !== undefined && last !== newest)
          newest = last ?? ''
          queries.setQueryData(UNREAD, unread)
          if (changed) void queries.invalidateQueries({ queryKey: LISTS })
        }
      } catch {
        // A proxy that holds streams back, a line that drops: the looks go on.
        pause = Math.min(pause * 2, LONGEST_PAUSE)
      }
      if (stop.signal.aborted) return
      setPatience(WITHOUT_EVENTS)
      timer = setTimeout(() => void follow(), pause)
    }
    void follow()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [seen, queries])

  return data
}
