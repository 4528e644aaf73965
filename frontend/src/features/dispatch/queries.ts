import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, idempotent, ifMatch, mergePatch, ok } from '@/api/client'
import type { Month, MonthlyEntryInput, MonthlyReport, MonthlyReportFields } from '@/api/types'
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

export const updateReport = (report: MonthlyReport, body: MonthlyReportFields): Promise<MonthlyReport> =>
  ok(
    api().PATCH('/api/v1/monthly-reports/{month}/{unitCode}', {
      params: seen(report),
      body,
      ...mergePatch,
    }),
  )

export const writeEntry = (report: MonthlyReport, entry: MonthlyEntryInput) =>
  ok(
    api().PATCH('/api/v1/monthly-reports/{month}/{unitCode}/entries', {
      params: seen(report),
      body: { entries: [entry] },
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

export const returnReport = (report: MonthlyReport, reason: string): Promise<MonthlyReport> =>
  ok(api().POST('/api/v1/monthly-reports/{month}/{unitCode}/return', { params: seen(report), body: { reason } }))

export const freezeMonth = ({ month, version }: Pick<Month, 'month' | 'version'>, reason: string) =>
  ok(
    api().POST('/api/v1/months/{month}/freeze', {
      params: { path: { month }, header: ifMatch(version) },
      body: { reason },
      ...idempotent(),
    }),
  )
