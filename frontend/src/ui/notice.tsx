import { useSyncExternalStore } from 'react'

let current: { text: string; at: number } | undefined
const listeners = new Set<() => void>()
const set = (next: typeof current) => {
  current = next
  for (const listener of listeners) listener()
}

/** Long enough to be read, and spoken by a screen reader; nothing that must be read stands here only. */
const SHOWN_FOR = 6_000

/** Says in passing that something was done. */
export function notify(text: string): void {
  const at = Date.now()
  set({ text, at })
  setTimeout(() => {
    if (current?.at === at) set(undefined)
  }, SHOWN_FOR)
}

export function Notices() {
  const notice = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
  return (
    <div className="zs-notices" role="status">
      {notice && <span>✓ {notice.text}</span>}
    </div>
  )
}
