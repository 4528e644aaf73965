import { useLocation, useNavigate, useSearchParams } from 'react-router'

/**
 * Filters, order and page of a list live in the address: a list can be sent to a colleague, and "back" returns to the
 * same place. The pages behind are kept with the entry of the browser's history, for a cursor knows only forward.
 */
export function useListState() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const location = useLocation()
  const trail: string[] = (location.state as { trail?: string[] } | null)?.trail ?? []

  const go = (change: (next: URLSearchParams) => void, nextTrail: string[] = [], replace = false) => {
    const next = new URLSearchParams(search)
    change(next)
    void navigate({ pathname: location.pathname, search: next.toString() }, { state: { trail: nextTrail }, replace })
  }

  return {
    search,
    get: (key: string): string => search.get(key) ?? '',
    /** A changed condition starts at the first page again. */
    set: (changes: Record<string, string | undefined>, replace = false) =>
      go(
        (next) => {
          next.delete('cursor')
          for (const [key, value] of Object.entries(changes)) {
            if (value) next.set(key, value)
            else next.delete(key)
          }
        },
        [],
        replace,
      ),
    /** Opens or closes what stands beside the list without losing the page. */
    open: (key: string, value: string | undefined) =>
      go((next) => (value ? next.set(key, value) : next.delete(key)), trail),
    clear: () => void navigate({ pathname: location.pathname, search: '' }),
    show: (query: string) => void navigate({ pathname: location.pathname, search: query }),
    cursor: search.get('cursor') ?? undefined,
    next: (cursor: string) => go((next) => next.set('cursor', cursor), [...trail, search.get('cursor') ?? '']),
    previous:
      trail.length === 0
        ? undefined
        : () =>
            go(
              (next) => {
                const back = trail.at(-1)
                if (back) next.set('cursor', back)
                else next.delete('cursor')
              },
              trail.slice(0, -1),
            ),
  }
}

export type ListState = ReturnType<typeof useListState>
