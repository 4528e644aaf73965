import { useSyncExternalStore } from 'react'
import { onSessionChange, sessionState } from '@/api/token'
import type { Role, User } from '@/api/types'

export const useSession = () => useSyncExternalStore(onSessionChange, sessionState)

export type Caller = {
  user: User
  is: (...roles: Role[]) => boolean
  /** The server decides; this only spares people buttons that would be refused. */
  can: (permission: string) => boolean
  /** The unit whose rows this person keeps; absent for the city's people. */
  unitCode: string | undefined
}

export function callerOf(user: User): Caller {
  return {
    user,
    is: (...roles) => roles.some((role) => user.roles.includes(role)),
    can: (permission) => user.permissions.includes(permission),
    unitCode: user.unitCode ?? undefined,
  }
}

/** Who is signed in; only below `RequireSession`. */
export function useCaller(): Caller {
  const { user } = useSession()
  if (!user) throw new Error('nobody is signed in here')
  return callerOf(user)
}
