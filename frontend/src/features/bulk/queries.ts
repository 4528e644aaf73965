import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, idempotent, ok } from '@/api/client'
import { download, post } from '@/api/files'
import { lines } from '@/api/lines'
import type { Import, ImportRow } from '@/api/types'
import { newId } from '@/lib/id'
import { language } from '@/lib/words'
import type { Reading } from './held-file'
import type { Kind } from './kinds'
import { mediaTypeOf } from './media-types'

export const isOver = ({ state }: Pick<Import, 'state'>): boolean => state !== 'QUEUED' && state !== 'RUNNING'

/** @param patience between looks, in milliseconds, while the import is under way */
export const importQuery = (id: string, patience: number) =>
  queryOptions({
    queryKey: ['imports', 'one', id, language()],
    queryFn: () => ok(api().GET('/api/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : patience),
  })

export const importsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['imports', 'list', language()],
    queryFn: ({ pageParam }) =>
      ok(api().GET('/api/v1/imports', { params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

/** The form of a kind; prices have none yet: their columns are known by the server alone. */
const forms = {
  projects: '/api/v1/project-fields',
  premises: '/api/v1/premises-fields',
  'land-parcels': '/api/v1/land-parcel-fields',
  'factor-prices': undefined,
} as const

export const fieldsQuery = (kind: Kind) =>
  queryOptions({
    queryKey: ['fields', kind, language()],
    queryFn: async () => {
      const form = forms[kind]
      return form ? (await ok(api().GET(form))).items : []
    },
    staleTime: 10 * 60_000,
  })

/** More rows than this are not held in the page; the file has them all. */
export const MOST_ROWS = 300

/**
 * The first rows with one verdict, read from the stream of all of them and no further than needed.
 *
 * @param expected how many there are by the import's own count
 */
export const rowsQuery = (id: string, status: ImportRow['status'], expected: number) =>
  queryOptions({
    queryKey: ['imports', 'rows', id, status, language()],
    queryFn: async ({ signal }) => {
      const found: ImportRow[] = []
      const wanted = Math.min(expected, MOST_ROWS)
      for await (const line of lines(`/api/v1/imports/${id}/results.ndjson`, signal)) {
        const row = JSON.parse(line) as ImportRow
        if (row.status === status) found.push(row)
        if (found.length >= wanted) break
      }
      return found
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

const pairs = (of: Record<string, string>): string =>
  Object.entries(of)
    // A header is known by its letters and digits; the marks that part the pairs can go.
    .map(([name, value]) => `${name.replaceAll(/[,，:：]/g, ' ')}:${value}`)
    .join(',')

/** Hands the file in for a plan; nothing is stored by it. */
export function planImport(
  kind: Kind,
  file: File,
  reading: Reading,
  progress: (share: number) => void,
  signal: AbortSignal,
) {
  const query = new URLSearchParams({ kind, dryRun: 'true', fileName: file.name })
  const units = pairs(reading.units)
  const columns = pairs(reading.columns)
  if (units) query.set('units', units)
  if (columns) query.set('columns', columns)
  const headers = { 'Content-Type': mediaTypeOf(file.name) ?? '', 'Idempotency-Key': newId() }
  return post<Import>(`/api/v1/imports?${query}`, file, headers, progress, signal)
}

export const applyImport = (id: string) =>
  ok(api().POST('/api/v1/imports/{id}/apply', { params: { path: { id } }, ...idempotent() }))

export const revertImport = (id: string) =>
  ok(api().POST('/api/v1/imports/{id}/revert', { params: { path: { id } }, ...idempotent() }))

export const cancelImport = (id: string) =>
  ok(api().POST('/api/v1/imports/{id}/cancel', { params: { path: { id } }, ...idempotent() }))

/** The file as it came in, with a note on every cell that needs a second look: mended, it is the next upload. */
export const takeResults = (id: string) => download(`/api/v1/imports/${id}/results.xlsx`)

export const takeTemplate = (kind: Kind) => download(`/api/v1/templates/${kind}.xlsx`)

/** The template filled with the unit's own rows. */
export const takeOwnRows = (kind: Kind) => download(`/api/v1/templates/${kind}.xlsx?rows=own`)
