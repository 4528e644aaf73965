import { queryOptions } from '@tanstack/react-query'
import { api, idempotent, ifMatch, mergePatch, ok } from '@/api/client'
import type { CallInput, CallPatch, ExtensionInput } from '@/api/types'
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

export type CallTerms = Required<CallInput>

export const createCall = (body: CallTerms, key: string) =>
  ok(api().POST('/api/v1/calls', { body, ...idempotent(key) }))

export const updateCall = (year: number, version: number, body: CallPatch) =>
  ok(api().PATCH('/api/v1/calls/{year}', { params: { path: { year }, header: ifMatch(version) }, body, ...mergePatch }))

export const grantExtension = (year: number, body: ExtensionInput, key: string) =>
  ok(api().POST('/api/v1/calls/{year}/extensions', { params: { path: { year } }, body, ...idempotent(key) }))
