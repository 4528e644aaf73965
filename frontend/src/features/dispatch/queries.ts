import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, idempotent, ifMatch, mergePatch, ok } from '@/api/client'
import type {
  Month,
  MonthlyAdjustmentInput,
  MonthlyEntryInput,
  MonthlyExtensionInput,
  MonthlyReport,
  MonthlyReportFields,
} from '@/api/types'
import { language } from '@/lib/words'

const place = (month: string, unitCode: string) => ({ path: { month, unitCode } })
const seen = ({ month, unitCode, version }: MonthlyReport) => ({
  ...place(month, unitCode),
  header: ifMatch(version),
})

export const monthsQuery = () =>
  queryOptions({
    queryKey: ['months', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/months'))).items,
  })

/** With what can be done to it now. */
export const monthQuery = (month: string) =>
  queryOptions({
    queryKey: ['months', month, language()],
    queryFn: () => ok(api().GET('/api/v1/months/{month}', { params: { path: { month } } })),
  })

export const yearBoardQuery = (year: string) =>
  queryOptions({
    queryKey: ['months', 'year', year, language()],
    queryFn: () => ok(api().GET('/api/v1/year-board', { params: { query: { year } as never } })),
  })

/** With the change on last month and on last year. */
export const comparisonQuery = (month: string) =>
  queryOptions({
    queryKey: ['months', month, 'comparison', language()],
    queryFn: () => ok(api().GET('/api/v1/month-comparison/{month}', { params: { path: { month } } })),
  })

export const statusQuery = (month: string) =>
  queryOptions({
    queryKey: ['months', month, 'status', language()],
    queryFn: () => ok(api().GET('/api/v1/months/{month}/status', { params: { path: { month } } })),
    placeholderData: keepPreviousData,
  })

export const reportQuery = (month: string, unitCode: string) =>
  queryOptions({
    queryKey: ['monthly-reports', month, unitCode, language()],
    queryFn: (): Promise<MonthlyReport> =>
      ok(api().GET('/api/v1/monthly-reports/{month}/{unitCode}', { params: place(month, unitCode) })),
  })

/** A unit tracks a few hundred projects at most: they are read at once. */
export const entriesQuery = (month: string, unitCode: string) =>
  queryOptions({
    queryKey: ['monthly-reports', month, unitCode, 'entries', language()],
    queryFn: () =>
      ok(
        api().GET('/api/v1/monthly-reports/{month}/{unitCode}/entries', {
          params: { ...place(month, unitCode), query: { limit: 1000, count: true } },
        }),
      ),
  })

export const reportFieldsQuery = () =>
  queryOptions({
    queryKey: ['monthly-reports', 'fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/monthly-report-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const entryFieldsQuery = () =>
  queryOptions({
    queryKey: ['monthly-reports', 'entry-fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/monthly-entry-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const permitFieldsQuery = () =>
  queryOptions({
    queryKey: ['monthly-reports', 'permit-fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/permit-checklist-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const updateReport = (report: MonthlyReport, body: Partial<MonthlyReportFields>): Promise<MonthlyReport> =>
  ok(
    api().PATCH('/api/v1/monthly-reports/{month}/{unitCode}', {
      params: seen(report),
      body: body as MonthlyReportFields,
      ...mergePatch,
    }),
  )

/** Each row carries the version that was seen: two people do not overwrite one another. */
export const writeEntries = (month: string, unitCode: string, entries: MonthlyEntryInput[]) =>
  ok(
    api().PATCH('/api/v1/monthly-reports/{month}/{unitCode}/entries', {
      params: place(month, unitCode),
      body: { entries },
      ...mergePatch,
    }),
  )

export const submitReport = (report: MonthlyReport, noChange: boolean): Promise<MonthlyReport> =>
  ok(
    api().POST('/api/v1/monthly-reports/{month}/{unitCode}/submit', {
      params: seen(report),
      body: { noChange },
    }),
  )

export const acceptReport = (report: MonthlyReport): Promise<MonthlyReport> =>
  ok(api().POST('/api/v1/monthly-reports/{month}/{unitCode}/accept', { params: seen(report), body: {} }))

export const returnReport = (
  report: MonthlyReport,
  reason: string,
  fields: { pointer: string; reason: string }[],
): Promise<MonthlyReport> =>
  ok(
    api().POST('/api/v1/monthly-reports/{month}/{unitCode}/return', {
      params: seen(report),
      body: { reason, ...(fields.length > 0 && { fields }) },
    }),
  )

export const extendReport = (month: string, unitCode: string, body: MonthlyExtensionInput, key: string) =>
  ok(
    api().POST('/api/v1/monthly-reports/{month}/{unitCode}/extension', {
      params: place(month, unitCode),
      body,
      ...idempotent(key),
    }),
  )

export const adjustmentsQuery = (month: string, unitCode: string) =>
  queryOptions({
    queryKey: ['monthly-reports', month, unitCode, 'adjustments', language()],
    queryFn: async () =>
      (
        await ok(
          api().GET('/api/v1/monthly-reports/{month}/{unitCode}/adjustments', { params: place(month, unitCode) }),
        )
      ).items,
  })

export const adjust = (month: string, unitCode: string, body: MonthlyAdjustmentInput, key: string) =>
  ok(
    api().POST('/api/v1/monthly-reports/{month}/{unitCode}/adjustments', {
      params: place(month, unitCode),
      body,
      ...idempotent(key),
    }),
  )

export const revisionsQuery = (month: string, unitCode: string) =>
  queryOptions({
    queryKey: ['monthly-reports', month, unitCode, 'revisions', language()],
    queryFn: async () =>
      (await ok(api().GET('/api/v1/monthly-reports/{month}/{unitCode}/revisions', { params: place(month, unitCode) })))
        .items,
  })

export const revisionQuery = (month: string, unitCode: string, revision: number) =>
  queryOptions({
    queryKey: ['monthly-reports', month, unitCode, 'revisions', revision, language()],
    queryFn: () =>
      ok(
        api().GET('/api/v1/monthly-reports/{month}/{unitCode}/revisions/{revision}', {
          params: { path: { month, unitCode, revision } },
        }),
      ),
  })

export const freezeMonth = ({ month, version }: Pick<Month, 'month' | 'version'>, reason: string) =>
  ok(
    api().POST('/api/v1/months/{month}/freeze', {
      params: { path: { month }, header: ifMatch(version) },
      body: { reason },
      ...idempotent(),
    }),
  )
