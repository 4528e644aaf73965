import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, ok } from '@/api/client'
import type { PublicProjectQuery } from '@/api/types'
import { apiOrigin } from '@/lib/config'
import { language } from '@/lib/words'
import type { Site, SiteKind } from './sites'

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

/** What yearly needs would cost in each unit, at accepted prices. */
export const publicCostQuery = (query: Record<string, number>) =>
  queryOptions({
    queryKey: ['public', 'cost', query, language()],
    queryFn: () => ok(api().GET('/api/v1/public/factor-prices/cost', { params: { query } })),
    placeholderData: keepPreviousData,
  })

/** What has a price. */
export const publicItemsQuery = () =>
  queryOptions({
    queryKey: ['public', 'items', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/public/factor-items'))).items,
    staleTime: 10 * 60_000,
  })

/** An item's accepted prices of all units, on a day or over a time. */
export const publicComparisonQuery = (query: { item: string; asOf?: string; from?: string; to?: string }) =>
  queryOptions({
    queryKey: ['public', 'comparison', query, language()],
    queryFn: () => ok(api().GET('/api/v1/public/factor-prices/comparison', { params: { query } })),
    placeholderData: keepPreviousData,
  })

const suffixes = ['csv', 'ndjson', 'geojson'] as const

/** The same rows as files, for programs and spreadsheets; open to anyone, so plain links do. */
export const publicFiles = (list: string, query: object): { name: string; href: string }[] => {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && !['limit', 'cursor', 'count'].includes(key)) search.set(key, String(value))
  const asked = search.toString()
  return suffixes.map((suffix) => ({
    name: suffix === 'geojson' ? 'GeoJSON' : suffix.toUpperCase(),
    href: `${apiOrigin()}/api/v1/public/${list}.${suffix}${asked && `?${asked}`}`,
  }))
}

export const publicSitesQuery = (kind: SiteKind, query: Record<string, string | number | boolean>) =>
  queryOptions({
    queryKey: ['public', kind, query, language()],
    queryFn: async () => {
      const page = await ok(api().GET(`/api/v1/public/${kind}`, { params: { query } }))
      return { ...page, items: page.items as Site[] }
    },
    placeholderData: keepPreviousData,
  })

export const publicSiteQuery = (kind: SiteKind, id: string) =>
  queryOptions({
    queryKey: ['public', kind, id, language()],
    queryFn: (): Promise<Site> => ok(api().GET(`/api/v1/public/${kind}/{id}`, { params: { path: { id } } })),
  })

export const publicReceiptQuery = (number: string) =>
  queryOptions({
    queryKey: ['public', 'receipt', number, language()],
    queryFn: () => ok(api().GET('/api/v1/public/report-receipts/{number}', { params: { path: { number } } })),
  })
