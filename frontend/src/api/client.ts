import createClient, { type Client } from 'openapi-fetch'
import { apiOrigin } from '@/lib/config'
import { newId } from '@/lib/id'
import { language } from '@/lib/words'
import { OfflineError, ProblemError } from './problem'
import { refreshSession, sessionState, signedInAgain } from './token'
import type { Problem, paths } from './types'

/** Sends with the bearer token; an expired one is renewed in silence, an ended session waits for the password. */
export async function send(request: Request): Promise<Response> {
  // The body of a Request can be read once: every try sends its own copy.
  const attempt = async () => {
    const copy = request.clone()
    const { token } = sessionState()
    if (token) copy.headers.set('Authorization', `Bearer ${token}`)
    copy.headers.set('Accept-Language', language() === 'en' ? 'en' : 'zh-CN')
    try {
      return await globalThis.fetch(copy)
    } catch (error) {
      if (request.signal.aborted) throw error
      throw new OfflineError()
    }
  }
  const isPublic = new URL(request.url).pathname.startsWith('/api/v1/public/')
  const answer = await attempt()
  if (answer.status !== 401 || isPublic || !sessionState().user) return answer
  try {
    if (await refreshSession()) return attempt()
  } catch {
    throw new OfflineError()
  }
  return (await signedInAgain()) ? attempt() : answer
}

let client: Client<paths> | undefined

/** Made on first use, when `config.json` has been read. */
export const api = (): Client<paths> => {
  client ??= createClient<paths>({ baseUrl: apiOrigin(), fetch: send, credentials: 'include' })
  return client
}

type Answer<T> = { data?: T; error?: unknown; response: Response }

/** The data of a good answer; everything else is thrown as what it is. */
export async function ok<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call
  if (response.ok) return data as T
  throw asProblem(error, response)
}

export function asProblem(body: unknown, response: Response): ProblemError {
  const problem: Problem =
    typeof body === 'object' && body !== null && 'title' in body
      ? (body as Problem)
      : { type: 'about:blank', title: `${response.status} ${response.statusText}`.trim(), status: response.status }
  return new ProblemError(problem, response.status, response.headers.get('X-Request-Id'))
}

/** The header of a write to a record as it was seen; a newer one on the server answers 412 with itself. */
export const ifMatch = (version: number | string) => ({ 'If-Match': `"${version}"` })

/** How a partial update is sent (RFC 7396). */
export const mergePatch = { headers: { 'Content-Type': 'application/merge-patch+json' } }

/** A key that makes a repeated POST the same POST. */
export const idempotent = (key: string = newId()): { headers: Record<string, string> } => ({
  headers: { 'Idempotency-Key': key },
})
