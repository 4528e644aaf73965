import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, idempotent, ifMatch, ok } from '@/api/client'
import type { FundColumnChoice, FundColumnSet, FundColumnSetFields, ReceiptQuery } from '@/api/types'
import { language } from '@/lib/words'

export const COLUMN_SETS = 'fund-column-sets'

export const columnSetsQuery = () =>
  queryOptions({
    queryKey: [COLUMN_SETS],
    queryFn: async (): Promise<FundColumnSet[]> => (await ok(api().GET('/api/v1/fund-column-sets'))).items,
  })

export const fundColumnsQuery = () =>
  queryOptions({
    queryKey: [COLUMN_SETS, 'fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/fund-columns'))).items,
    staleTime: 10 * 60_000,
  })

/** The first rows of what is listed, in these columns. */
export const previewQuery = (columns: FundColumnChoice[], query: ReceiptQuery) =>
  queryOptions({
    queryKey: [COLUMN_SETS, 'preview', columns, query, language()],
    queryFn: async ({ signal }) =>
      (await ok(api().POST('/api/v1/fund-column-sets/check', { params: { query }, body: { columns }, signal }))).rows,
    placeholderData: keepPreviousData,
    retry: false,
  })

export const createColumnSet = (set: FundColumnSetFields, key: string): Promise<FundColumnSet> =>
  ok(api().POST('/api/v1/fund-column-sets', { body: set, ...idempotent(key) }))

type Seen = Pick<FundColumnSet, 'id' | 'version'>
const seen = ({ id, version }: Seen) => ({ path: { id }, header: ifMatch(version) })

export const putColumnSet = (set: Seen, to: FundColumnSetFields): Promise<FundColumnSet> =>
  ok(api().PUT('/api/v1/fund-column-sets/{id}', { params: seen(set), body: to }))

export const deleteColumnSet = (set: Seen) => ok(api().DELETE('/api/v1/fund-column-sets/{id}', { params: seen(set) }))
