import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, idempotent, ifMatch, mergePatch, ok } from '@/api/client'
import type { Account, AccountInput, ApiClient, ApiClientInput, MapOutlines, Roster, Unit } from '@/api/types'
import { language } from '@/lib/words'

export type UserQuery = {
  q?: string
  unitCode?: string
  role?: string
  locked?: boolean
  cursor?: string
  limit?: number
}

export const usersQuery = (query: UserQuery) =>
  queryOptions({
    queryKey: ['users', query, language()],
    queryFn: () => ok(api().GET('/api/v1/users', { params: { query } })),
    placeholderData: keepPreviousData,
  })

export const createUser = (body: AccountInput, key: string) =>
  ok(api().POST('/api/v1/users', { body, ...idempotent(key) }))

export const updateUser = (
  id: string,
  version: number,
  body: Partial<Omit<AccountInput, 'username' | 'password'>> & { disabled?: boolean },
) => ok(api().PATCH('/api/v1/users/{id}', { params: { path: { id }, header: ifMatch(version) }, body, ...mergePatch }))

export const resetPassword = ({ id, version }: Account, newPassword: string) =>
  ok(
    api().POST('/api/v1/users/{id}/password', {
      params: { path: { id }, header: ifMatch(version) },
      body: { newPassword },
    }),
  )

export const unlockUser = ({ id, version }: Account) =>
  ok(api().POST('/api/v1/users/{id}/unlock', { params: { path: { id }, header: ifMatch(version) } }))

export const clientsQuery = (query: { cursor?: string; limit?: number }) =>
  queryOptions({
    queryKey: ['api-clients', query, language()],
    queryFn: () => ok(api().GET('/api/v1/api-clients', { params: { query } })),
    placeholderData: keepPreviousData,
  })

export const createClient = (body: ApiClientInput, key: string) =>
  ok(api().POST('/api/v1/api-clients', { body, ...idempotent(key) }))

export const updateClient = (id: string, version: number, body: Partial<ApiClientInput> & { disabled?: boolean }) =>
  ok(
    api().PATCH('/api/v1/api-clients/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body,
      ...mergePatch,
    }),
  )

export const newSecret = ({ id, version }: ApiClient) =>
  ok(api().POST('/api/v1/api-clients/{id}/secret', { params: { path: { id }, header: ifMatch(version) } }))

export const rosterQuery = (code: string) =>
  queryOptions({
    queryKey: ['roster', code, language()],
    queryFn: () => ok(api().GET('/api/v1/units/{code}/roster', { params: { path: { code } } })),
  })

export const rosterFields = ['principalLeader', 'leaderInCharge', 'reporter', 'officePhone', 'officeAddress'] as const
export type RosterEntries = Pick<Roster, (typeof rosterFields)[number]>

export const replaceRoster = (code: string, version: number, body: RosterEntries): Promise<Roster> =>
  ok(api().PUT('/api/v1/units/{code}/roster', { params: { path: { code }, header: ifMatch(version) }, body }))

export const setLeadSubmitsOnly = (unit: Unit, leadSubmitsOnly: boolean): Promise<Unit> =>
  ok(
    api().PATCH('/api/v1/units/{code}', {
      params: { path: { code: unit.code }, header: ifMatch(unit.version) },
      body: { leadSubmitsOnly },
      ...mergePatch,
    }),
  )

export const mapOutlinesQuery = () =>
  queryOptions({
    queryKey: ['map-outlines'],
    queryFn: () => ok(api().GET('/api/v1/map-outlines')),
  })

export const replaceMapOutlines = ({ version }: MapOutlines, approvalNumber: string, outlines: Record<string, never>) =>
  ok(
    api().PUT('/api/v1/map-outlines', {
      params: { header: ifMatch(version) },
      body: { approvalNumber, outlines },
    }),
  )

export const removeMapOutlines = ({ version }: MapOutlines) =>
  ok(api().DELETE('/api/v1/map-outlines', { params: { header: ifMatch(version) } }))
