import { useEffect, useSyncExternalStore } from 'react'

export const useEdits = <S>(draft: { subscribe: (listener: () => void) => () => void; get: () => S }): S =>
  useSyncExternalStore(draft.subscribe, draft.get)

/** Finds and keeps what is typed while it may be; what may not be changed finds and keeps nothing. */
export function useKeeping(draft: { start: () => Promise<void>; stop: () => void }, editable: boolean): void {
  useEffect(() => {
    if (!editable) return
    void draft.start()
    return () => draft.stop()
  }, [draft, editable])
}
