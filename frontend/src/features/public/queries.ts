import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, ok } from '@/api/client'
import type { PublicProjectQuery } from '@/api/types'
import { apiOrigin } from '@/lib/config'
import { language } from '@/lib/words'

export const publicProjectsQuery = (query: PublicProjectQuery) =>
  queryOptions({
    queryKey: ['public', 'projects', query, language()],
    queryFn: () => ok(api().GET('/api/v1/public/projects', { params: { query } })),
    placeholderData: keepPreviousData,
  })

export const publicProjectQuery = (id: string) =>
  queryOptions({
    queryKey: ['public', 'projects', id, language()],
    queryFn: () => ok(api().GET('/api/v1/public/projects/{id}', { params: { path: { id } } })),
  })

export const publicUnitsQuery = () =>
  queryOptions({
    queryKey: ['public', 'units', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/public/units'))).items.filter((unit) => unit.kind !== 'CITY'),
    staleTime: 10 * 60_000,
  })

export const publicIndustriesQuery = () =>
  queryOptions({
    queryKey: ['public', 'industries', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/public/industries'))).items,
    staleTime: 10 * 60_000,
  })

/** The same rows as a file, for programs and spreadsheets; open to anyone, so a plain link does. */
export const publicFile = (suffix: 'csv' | 'ndjson' | 'geojson', query: PublicProjectQuery): string => {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && !['limit', 'cursor', 'count'].includes(key)) search.set(key, String(value))
  const asked = search.toString()
  return `${apiOrigin()}/api/v1/public/projects.${suffix}${asked && `?${asked}`}`
}
