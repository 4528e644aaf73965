import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, ifMatch, mergePatch, ok } from '@/api/client'
import type { Indicator, IndicatorFields, Ranking, TargetCell, TargetGrid } from '@/api/types'
import { language } from '@/lib/words'

export const indicatorsQuery = () =>
  queryOptions({
    queryKey: ['indicators', language()],
    queryFn: async (): Promise<Indicator[]> => (await ok(api().GET('/api/v1/indicators'))).items,
  })

export const indicatorFieldsQuery = () =>
  queryOptions({
    queryKey: ['indicators', 'fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/indicator-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const openMonthsQuery = () =>
  queryOptions({
    queryKey: ['months', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/months'))).items,
  })

export const rankingQuery = (month: string, indicator: string) =>
  queryOptions({
    queryKey: ['rankings', month, indicator, language()],
    queryFn: (): Promise<Ranking> => ok(api().GET('/api/v1/rankings', { params: { query: { month, indicator } } })),
    placeholderData: keepPreviousData,
    enabled: month !== '',
  })

export const gridQuery = (year: number) =>
  queryOptions({
    queryKey: ['targets', year, language()],
    queryFn: (): Promise<TargetGrid> =>
      ok(api().GET('/api/v1/target-grids/{year}', { params: { path: { year: String(year) } } })),
    placeholderData: keepPreviousData,
  })

export const replaceGrid = ({ year, version }: TargetGrid, targets: TargetCell[]): Promise<TargetGrid> =>
  ok(
    api().PUT('/api/v1/target-grids/{year}', {
      params: { path: { year: String(year) }, header: ifMatch(version) },
      body: { targets },
    }),
  )

export const updateIndicator = ({ code, version }: Indicator, body: IndicatorFields): Promise<Indicator> =>
  ok(
    api().PATCH('/api/v1/indicators/{code}', {
      params: { path: { code }, header: ifMatch(version) },
      body,
      ...mergePatch,
    }),
  )
