import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, idempotent, ifMatch, mergePatch, ok } from '@/api/client'
import { download, upload } from '@/api/files'
import type { LandParcelQuery, ListingFile, PremisesQuery } from '@/api/types'
import { language } from '@/lib/words'
import type { Justified } from '@/ui/record-draft'
import type { Kind, Listing, ListingRow } from './kinds'

/** What a form sends: the fields by the names of the server's form description. */
export type ListingInput = Justified & { [name: string]: unknown }

export const listingsQuery = (kind: Kind, query: PremisesQuery & LandParcelQuery) =>
  queryOptions({
    queryKey: [kind, 'list', query, language()],
    queryFn: async () => {
      const { items, nextCursor, total } = await ok(api().GET(`/api/v1/${kind}`, { params: { query } }))
      return { items: items as ListingRow[], nextCursor, total }
    },
    placeholderData: keepPreviousData,
  })

export const listingQuery = (kind: Kind, id: string) =>
  queryOptions({
    queryKey: [kind, id, language()],
    queryFn: (): Promise<Listing> => ok(api().GET(`/api/v1/${kind}/{id}`, { params: { path: { id } } })),
  })

export const fieldsQuery = (kind: Kind) =>
  queryOptions({
    queryKey: [kind, 'fields', language()],
    queryFn: async () =>
      (await ok(api().GET(kind === 'premises' ? '/api/v1/premises-fields' : '/api/v1/land-parcel-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const historyQuery = (kind: Kind, id: string) =>
  infiniteQueryOptions({
    queryKey: [kind, id, 'history', language()],
    queryFn: ({ pageParam }) =>
      ok(
        api().GET(`/api/v1/${kind}/{id}/history`, {
          params: { path: { id }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

export const filesQuery = (kind: Kind, id: string) =>
  queryOptions({
    queryKey: [kind, id, 'files'],
    queryFn: async () => (await ok(api().GET(`/api/v1/${kind}/{id}/attachments`, { params: { path: { id } } }))).items,
  })

export const createListing = (kind: Kind, body: ListingInput, key: string): Promise<Listing> =>
  ok(api().POST(`/api/v1/${kind}`, { body: body as never, ...idempotent(key) }))

export const updateListing = (kind: Kind, id: string, version: number, body: ListingInput): Promise<Listing> =>
  ok(
    api().PATCH(`/api/v1/${kind}/{id}`, {
      params: { path: { id }, header: ifMatch(version) },
      body: body as never,
      ...mergePatch,
    }),
  )

/** Judges fields as publication would; stores nothing. */
export const checkListing = async (kind: Kind, body: ListingInput, signal: AbortSignal) =>
  (await ok(api().POST(`/api/v1/${kind}/check`, { body: body as never, signal }))).findings

export const deleteListing = (kind: Kind, { id, version }: Pick<Listing, 'id' | 'version'>) =>
  ok(api().DELETE(`/api/v1/${kind}/{id}`, { params: { path: { id }, header: ifMatch(version) } }))

export type Verb = 'confirm' | 'negotiate' | 'withdraw' | 'reopen' | 'publish' | 'unpublish'
export type HandOver = { to: string; on: string }

type Seen = Pick<Listing, 'id' | 'version'>

/** A step of its life; which ones are open stands in its `allowedActions`. */
export const takeStep = (kind: Kind, { id, version }: Seen, verb: Verb, reason: string): Promise<Listing> =>
  ok(
    api().POST(`/api/v1/${kind}/{id}/${verb}`, {
      params: { path: { id }, header: ifMatch(version) },
      body: reason ? { reason } : {},
    }),
  )

/** Premises got a project, or a parcel was granted. */
export const handOver = (kind: Kind, { id, version }: Seen, { to, on }: HandOver): Promise<Listing> => {
  const params = { path: { id }, header: ifMatch(version) }
  return kind === 'premises'
    ? ok(api().POST('/api/v1/premises/{id}/reuse', { params, body: { project: to, on } }))
    : ok(api().POST('/api/v1/land-parcels/{id}/grant', { params, body: { on, ...(to && { grantee: to }) } }))
}

/** Says of all of them that nothing has changed: all or none. */
export const confirmAll = (kind: Kind, ids: string[]) =>
  ok(api().POST(`/api/v1/${kind}/confirm`, { body: { ids }, ...idempotent() }))

const filePath = (kind: Kind, id: string, fileId = '') => `/api/v1/${kind}/${id}/attachments${fileId && `/${fileId}`}`

export const addFile = (kind: Kind, id: string, file: File, purpose: string, progress: (share: number) => void) =>
  upload<ListingFile>(filePath(kind, id), file, { purpose }, progress)

export const removeFile = (kind: Kind, id: string, fileId: string) =>
  ok(api().DELETE(`/api/v1/${kind}/{id}/attachments/{fileId}`, { params: { path: { id, fileId } } }))

export const takeFile = (kind: Kind, id: string, file: Pick<ListingFile, 'id' | 'name'>) =>
  download(filePath(kind, id, file.id), file.name)
