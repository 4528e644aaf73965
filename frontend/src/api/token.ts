import { apiOrigin } from '@/lib/config'
import { language } from '@/lib/words'
import type { Session, User } from './types'

/**
 * The access token lives in memory only; the refresh token is a cookie no script can read.
 * A refresh token is good for one use, so tabs take turns, and calls that fail together share one refresh.
 */
type State = { token?: string; user?: User; status: 'unknown' | 'anonymous' | 'signed-in' | 'expired' }

let state: State = { status: 'unknown' }
const listeners = new Set<() => void>()
const set = (next: State) => {
  state = next
  for (const listener of listeners) listener()
}

export const sessionState = (): State => state
export const onSessionChange = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// Tells a page load whether a refresh is worth asking for; says nothing about who it was.
const HINT = 'zs-signed-in'
const hint = {
  get: () => {
    try {
      return localStorage.getItem(HINT) === '1'
    } catch {
      return true
    }
  },
  set: (on: boolean) => {
    try {
      if (on) localStorage.setItem(HINT, '1')
      else localStorage.removeItem(HINT)
    } catch {
      // without storage every page load asks
    }
  },
}

const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('zs-session')
// biome-ignore lint/suspicious/noExplicitAny: Node's test environment wants the timer not to hold the process
;(tabs as any)?.unref?.()
if (tabs) {
  tabs.onmessage = ({ data }) => {
    // What is being typed here is not lost by leaving there: this tab asks for the password over it.
    if (data === 'signed-out' && state.user) set({ user: state.user, status: 'expired' })
  }
}

export function beginSession(session: Session): void {
  hint.set(true)
  set({ token: session.accessToken, user: session.user, status: 'signed-in' })
}

export function endSession(): void {
  hint.set(false)
  tabs?.postMessage('signed-out')
  set({ status: 'anonymous' })
}

/** Replaces what is known of the person without touching the token (after a change of password). */
export function updateUser(user: User): void {
  set({ ...state, user })
}

let running: Promise<boolean> | undefined

/** One refresh at a time in this page, and one at a time among the tabs where the browser offers locks. */
export function refreshSession(): Promise<boolean> {
  running ??= alone(refreshOnce).finally(() => {
    running = undefined
  })
  return running
}

const alone = async (work: () => Promise<boolean>): Promise<boolean> =>
  globalThis.navigator?.locks ? navigator.locks.request('zs-refresh', work) : work()

async function refreshOnce(): Promise<boolean> {
  const answer = await globalThis.fetch(`${apiOrigin()}/api/v1/auth/refresh`, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Accept-Language': language() === 'en' ? 'en' : 'zh-CN' },
  })
  if (answer.ok) {
    const session = (await answer.json()) as Session
    if (state.user && state.user.id !== session.user.id) {
      // Someone else signed in, in another tab: nothing on this page may go out under their name.
      globalThis.location.reload()
      return false
    }
    beginSession(session)
    return true
  }
  if (answer.status === 401 || answer.status === 403) {
    hint.set(false)
    // Someone was at work here: the page stays, and asks for the password over what was typed.
    set(state.user ? { user: state.user, status: 'expired' } : { status: 'anonymous' })
    return false
  }
  throw new TypeError(`refresh answered ${answer.status}`)
}

/** At page load: take up the session of the cookie, if there seems to be one. */
export async function resumeSession(): Promise<void> {
  if (state.status !== 'unknown') return
  if (!hint.get()) {
    set({ status: 'anonymous' })
    return
  }
  try {
    await refreshSession()
  } catch {
    set({ status: 'anonymous' })
  }
}

/** Resolves with true when someone signed in again, false when they left. */
export function signedInAgain(): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = onSessionChange(() => {
      if (state.status === 'expired') return
      stop()
      resolve(state.status === 'signed-in')
    })
  })
}
