import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, idempotent, ifMatch, mergePatch, ok } from '@/api/client'
import { upload } from '@/api/files'
import type { FundCounting, FundCountingFields, FundReceipt, ReceiptQuery, SigningFile } from '@/api/types'
import { language } from '@/lib/words'
import type { Justified } from '@/ui/record-draft'

/** What the form sends: the fields by the names of the server's form description. */
export type ReceiptInput = Justified & { [name: string]: unknown }

const KEY = 'receipts'

export const receiptsQuery = (query: ReceiptQuery) =>
  queryOptions({
    queryKey: [KEY, 'list', query, language()],
    queryFn: () => ok(api().GET('/api/v1/receipts', { params: { query } })),
    placeholderData: keepPreviousData,
  })

export const ledgerQuery = (query: ReceiptQuery) =>
  queryOptions({
    queryKey: [KEY, 'summary', query, language()],
    queryFn: () => ok(api().GET('/api/v1/receipts/summary', { params: { query } })),
    placeholderData: keepPreviousData,
  })

export const receiptQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id, language()],
    queryFn: (): Promise<FundReceipt> => ok(api().GET('/api/v1/receipts/{id}', { params: { path: { id } } })),
  })

export const projectReceiptsQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'of', id, language()],
    queryFn: () =>
      ok(api().GET('/api/v1/signed-projects/{id}/receipts', { params: { path: { id }, query: { limit: 20 } } })),
  })

export const receiptFieldsQuery = () =>
  queryOptions({
    queryKey: [KEY, 'fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/receipt-fields'))).items,
    staleTime: 10 * 60_000,
  })

const steps = {
  review: '/api/v1/receipt-review-fields',
  recognise: '/api/v1/receipt-recognition-fields',
  judgeProof: '/api/v1/receipt-verdict-fields',
} as const
/** What the bureau does to a receipt. */
export type ReceiptStep = keyof typeof steps

export const receiptStepFieldsQuery = (step: ReceiptStep) =>
  queryOptions({
    queryKey: [KEY, 'fields', step, language()],
    queryFn: async () => (await ok(api().GET(steps[step]))).items,
    staleTime: 10 * 60_000,
  })

export const receiptHistoryQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [KEY, id, 'history', language()],
    queryFn: ({ pageParam }) =>
      ok(
        api().GET('/api/v1/receipts/{id}/history', {
          params: { path: { id }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

export const receiptFilesQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id, 'files'],
    queryFn: async () => (await ok(api().GET('/api/v1/receipts/{id}/files', { params: { path: { id } } }))).items,
  })

export const addReceiptFile = (id: string, file: File, progress: (share: number) => void) =>
  upload<SigningFile>(`/api/v1/receipts/${id}/files`, file, {}, progress)

export const countingQuery = () =>
  queryOptions({
    queryKey: [KEY, 'counting', language()],
    queryFn: (): Promise<FundCounting> => ok(api().GET('/api/v1/fund-counting')),
  })

export const putCounting = (version: number, body: FundCountingFields): Promise<FundCounting> =>
  ok(api().PUT('/api/v1/fund-counting', { params: { header: ifMatch(version) }, body }))

export const createReceipt = (body: ReceiptInput, key: string): Promise<FundReceipt> =>
  ok(api().POST('/api/v1/receipts', { body: body as never, ...idempotent(key) }))

export const updateReceipt = (id: string, version: number, body: ReceiptInput): Promise<FundReceipt> =>
  ok(
    api().PATCH('/api/v1/receipts/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body: body as never,
      ...mergePatch,
    }),
  )

/** Judges fields as reporting would; stores nothing. */
export const checkReceipt = async (body: ReceiptInput, signal: AbortSignal) =>
  (await ok(api().POST('/api/v1/receipts/check', { body: body as never, signal }))).findings

type Seen = Pick<FundReceipt, 'id' | 'version'>
const seen = ({ id, version }: Seen) => ({ path: { id }, header: ifMatch(version) })

export const deleteReceipt = (receipt: Seen) => ok(api().DELETE('/api/v1/receipts/{id}', { params: seen(receipt) }))

export const takeReceiptStep = (receipt: Seen, step: ReceiptStep, body: object): Promise<FundReceipt> => {
  const asked = { params: seen(receipt), body: body as never }
  if (step === 'review') return ok(api().POST('/api/v1/receipts/{id}/review', asked))
  if (step === 'recognise') return ok(api().POST('/api/v1/receipts/{id}/recognise', asked))
  return ok(api().POST('/api/v1/receipts/{id}/proof-verdict', asked))
}

export const countingFieldsQuery = () =>
  queryOptions({
    queryKey: [KEY, 'fields', 'counting', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/fund-counting-fields'))).items,
    staleTime: 10 * 60_000,
  })
