// What the contract does not describe yet: accounts, API clients and the audit log. Goes when openapi.yaml has them.
import type { components } from './schema'

type S = PendingSchemas
type Op<Answer, Body = never, Query = Record<never, never>, Path = Record<never, never>> = {
  parameters: keyof Path extends never
    ? { query?: Query; header?: Record<string, string>; path?: never; cookie?: never }
    : { query?: Query; header?: Record<string, string>; path: Path; cookie?: never }
  requestBody?: [Body] extends [never] ? never : { content: { 'application/json': Body } }
  responses: {
    200: { headers: Record<string, unknown>; content: { 'application/json': Answer } }
    default: {
      headers: Record<string, unknown>
      content: { 'application/problem+json': components['schemas']['Problem'] }
    }
  }
}
type Id = { id: string }
type Listing = { q?: string; limit?: number; cursor?: string; sort?: string; count?: boolean }
type Page<T> = { items: T[]; nextCursor?: string | null; total?: number | null }

export interface PendingPaths {
  '/api/v1/users': {
    get: Op<Page<S['Account']>, never, Listing & { unitCode?: string; role?: string }>
    post: Op<S['Account'], S['AccountInput']>
  }
  '/api/v1/users/{id}': {
    get: Op<S['Account'], never, Record<never, never>, Id>
    patch: Op<S['Account'], Partial<S['AccountInput']> & { disabled?: boolean }, Record<never, never>, Id>
  }
  '/api/v1/users/{id}/password': { post: Op<undefined, { newPassword: string }, Record<never, never>, Id> }
  '/api/v1/users/{id}/unlock': { post: Op<undefined, never, Record<never, never>, Id> }
  '/api/v1/api-clients': {
    get: Op<Page<S['ApiClient']>, never, Listing>
    post: Op<S['ApiClient'] & { clientSecret: string }, S['ApiClientInput']>
  }
  '/api/v1/api-clients/{id}': {
    get: Op<S['ApiClient'], never, Record<never, never>, Id>
    patch: Op<S['ApiClient'], Partial<S['ApiClientInput']> & { disabled?: boolean }, Record<never, never>, Id>
  }
  '/api/v1/api-clients/{id}/secret': {
    post: Op<{ clientId: string; clientSecret: string }, never, Record<never, never>, Id>
  }
  '/api/v1/audit-log': {
    get: Op<
      Page<components['schemas']['HistoryEntry']>,
      never,
      Listing & {
        from?: string
        to?: string
        actor?: string
        subjectKind?: string
        subjectId?: string
        action?: string
        unitCode?: string
      }
    >
  }
}

export interface PendingSchemas {
  Account: {
    id: string
    version: number
    username: string
    displayName: string
    roles: components['schemas']['Role'][]
    unitCode?: string
    disabled: boolean
    lockedUntil?: string
    lastSignInAt?: string
    mustChangePassword: boolean
    createdAt: string
    allowedActions: string[]
    whyNot: components['schemas']['WhyNot'][]
  }
  AccountInput: {
    username: string
    displayName: string
    roles: components['schemas']['Role'][]
    unitCode?: string | null
    password?: string
  }
  ApiClient: {
    id: string
    version: number
    clientId: string
    name: string
    unitCode: string
    scopes: string[]
    allowedNetworks: string[]
    expiresOn?: string
    disabled: boolean
    lastUsedAt?: string
    createdAt: string
    allowedActions: string[]
    whyNot: components['schemas']['WhyNot'][]
  }
  ApiClientInput: {
    name: string
    unitCode: string
    scopes: string[]
    allowedNetworks: string[]
    expiresOn?: string | null
  }
}
