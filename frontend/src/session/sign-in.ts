import type { QueryClient } from '@tanstack/react-query'
import { api, ok } from '@/api/client'
import { beginSession, endSession, updateUser } from '@/api/token'
import { clearDrafts } from '@/lib/drafts'

export async function signIn(username: string, password: string): Promise<void> {
  beginSession(await ok(api().POST('/api/v1/auth/login', { body: { username, password } })))
}

/** Ends the session here and on the server, and leaves nothing of it on a shared computer. */
export async function signOut(queries: QueryClient): Promise<void> {
  try {
    await ok(api().POST('/api/v1/auth/logout'))
  } catch {
    // the line may be down: this computer forgets all the same
  }
  await clearDrafts()
  queries.clear()
  endSession()
}

/** Afterwards a person whose password was set by someone else may do what their roles allow. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await ok(api().PUT('/api/v1/auth/password', { body: { currentPassword, newPassword } }))
  updateUser(await ok(api().GET('/api/v1/auth/me')))
}
