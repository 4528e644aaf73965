import { queryOptions } from '@tanstack/react-query'
import { api, idempotent, mergePatch, ok } from '@/api/client'
import type { Call } from '@/api/types'
import { language } from '@/lib/words'

export const callsQuery = () =>
  queryOptions({
    queryKey: ['calls', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/calls'))).items,
  })

export const callQuery = (year: number) =>
  queryOptions({
    queryKey: ['calls', year, language()],
    queryFn: () => ok(api().GET('/api/v1/calls/{year}', { params: { path: { year } } })),
  })

export const progressQuery = (year: number) =>
  queryOptions({
    queryKey: ['calls', year, 'progress', language()],
    queryFn: () => ok(api().GET('/api/v1/calls/{year}/progress', { params: { path: { year } } })),
  })

export const extensionsQuery = (year: number) =>
  queryOptions({
    queryKey: ['calls', year, 'extensions', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/calls/{year}/extensions', { params: { path: { year } } }))).items,
  })

export const principlesQuery = () =>
  queryOptions({
    queryKey: ['principles', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/principles'))).items,
    staleTime: 10 * 60_000,
  })

export type CallTerms = Pick<
  Call,
  | 'year'
  | 'name'
  | 'planningFrom'
  | 'planningTo'
  | 'deadline'
  | 'minimumInvestmentYuan'
  | 'lateSubmissions'
  | 'industryCodes'
  | 'principleCodes'
  | 'quotas'
>

export const createCall = (body: CallTerms, key: string) =>
  ok(api().POST('/api/v1/calls', { body, ...idempotent(key) }))

export const updateCall = (year: number, version: number, body: Partial<CallTerms>) =>
  ok(
    // A merge patch names only what changes; the generated type speaks of the whole.
    api().PATCH('/api/v1/calls/{year}', {
      params: { path: { year } },
      body: body as CallTerms,
      ...mergePatch(version),
    }),
  )

export type ExtensionInput = { unitCode: string; until: string; grantedBy: string; reason: string }

export const grantExtension = (year: number, body: ExtensionInput, key: string) =>
  ok(api().POST('/api/v1/calls/{year}/extensions', { params: { path: { year } }, body, ...idempotent(key) }))
