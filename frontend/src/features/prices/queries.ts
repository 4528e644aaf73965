import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, idempotent, ifMatch, ok } from '@/api/client'
import type { PriceCell, PriceReport } from '@/api/types'
import { language } from '@/lib/words'

export const itemsQuery = () =>
  queryOptions({
    queryKey: ['prices', 'items', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/factor-items'))).items,
    staleTime: 10 * 60_000,
  })

export const comparisonQuery = (query: {
  item: string
  asOf?: string
  from?: string
  to?: string
  condition?: string
}) =>
  queryOptions({
    queryKey: ['prices', 'comparison', query, language()],
    queryFn: () => ok(api().GET('/api/v1/factor-prices/comparison', { params: { query } })),
    placeholderData: keepPreviousData,
  })

export type Needs = {
  waterTonPerYear?: number
  powerKwhPerYear?: number
  gasCubicMetrePerYear?: number
  landMu?: number
}

export const costQuery = (query: Needs) =>
  queryOptions({
    queryKey: ['prices', 'cost', query, language()],
    queryFn: () => ok(api().GET('/api/v1/factor-prices/cost', { params: { query } })),
    placeholderData: keepPreviousData,
  })

export const reportsQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['prices', 'reports', year, language()],
    queryFn: async () =>
      (await ok(api().GET('/api/v1/price-reports', { params: { query: year === undefined ? {} : { year } } }))).items,
  })

const at = (year: number, unitCode: string) => ({ path: { year, unitCode } })

export const reportQuery = (year: number, unitCode: string) =>
  queryOptions({
    queryKey: ['prices', 'report', year, unitCode, language()],
    queryFn: () => ok(api().GET('/api/v1/price-reports/{year}/{unitCode}', { params: at(year, unitCode) })),
  })

/** Stores what is good and says of each cell what became of it. */
export const saveCells = ({ year, unitCode }: PriceReport, cells: PriceCell[], key: string) =>
  ok(
    api().POST('/api/v1/price-reports/{year}/{unitCode}/cells', {
      params: at(year, unitCode),
      body: { cells },
      ...idempotent(key),
    }),
  )

/** What has no price yet gets last period's. */
export const carryForward = ({ year, unitCode }: PriceReport) =>
  ok(
    api().POST('/api/v1/price-reports/{year}/{unitCode}/carry-forward', {
      params: at(year, unitCode),
      body: {},
      ...idempotent(),
    }),
  )

export type Step = 'submit' | 'return' | 'accept'

export const takeStep = (
  { year, unitCode, revision }: PriceReport,
  step: Step,
  reason: string,
  fields: { pointer: string; reason: string }[] = [],
) =>
  ok(
    api().POST(`/api/v1/price-reports/{year}/{unitCode}/${step}`, {
      params: { ...at(year, unitCode), header: ifMatch(revision) },
      body: { ...(reason && { reason }), ...(fields.length > 0 && { fields }) } as { reason: string },
    }),
  )
