import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '@/api/client'
import { language } from '@/lib/words'
import type { Outlines } from '@/ui/charts/outlines'

// Reference data changes a few times a year; names come in the language of the interface.
const reference = { staleTime: 10 * 60_000 }

export const unitsQuery = () =>
  queryOptions({
    queryKey: ['units', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/units'))).items,
    ...reference,
  })

export const industriesQuery = () =>
  queryOptions({
    queryKey: ['industries', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/industries'))).items,
    ...reference,
  })

export const parksQuery = () =>
  queryOptions({
    queryKey: ['parks', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/parks'))).items,
    ...reference,
  })

/** Divisions of GB/T 4754-2017. */
export const gbIndustriesQuery = () =>
  queryOptions({
    queryKey: ['gb-industries', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/gb-industries'))).items,
    ...reference,
  })

/** The units' outlines for a map; without features while the bureau has installed none. */
export const outlinesQuery = () =>
  queryOptions({
    queryKey: ['outlines'],
    queryFn: async () => (await ok(api().GET('/api/v1/public/map-outlines'))) as unknown as Outlines,
    ...reference,
  })
