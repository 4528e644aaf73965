import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, idempotent, ifMatch, mergePatch, ok } from '@/api/client'
import { download, upload } from '@/api/files'
import type {
  AgeingLimits,
  AgeingLimitsFields,
  AgreementTerms,
  EventFields,
  PermitChecklist,
  SignedProject,
  SignedProjectQuery,
  SigningFile,
  StageStep,
} from '@/api/types'
import { language } from '@/lib/words'
import type { Justified } from '@/ui/record-draft'

/** What the form sends: the fields by the names of the server's form description. */
export type SigningInput = Justified & { [name: string]: unknown }

const KEY = 'signed-projects'

export const signedProjectsQuery = (query: SignedProjectQuery) =>
  queryOptions({
    queryKey: [KEY, 'list', query, language()],
    queryFn: () => ok(api().GET('/api/v1/signed-projects', { params: { query } })),
    placeholderData: keepPreviousData,
  })

/** What stands still, by kind; each opens its list. */
export const ageingQuery = () =>
  queryOptions({
    queryKey: [KEY, 'ageing', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/signed-project-ageing'))).items,
  })

/** How far the contracts of each event got; each figure opens its list. */
export const landingQuery = (query: { limit: number; cursor?: string }) =>
  queryOptions({
    queryKey: ['signing-events', 'landing', query, language()],
    queryFn: () => ok(api().GET('/api/v1/signing-event-landing', { params: { query } })),
    placeholderData: keepPreviousData,
  })

export const eventLandingQuery = (code: string) =>
  queryOptions({
    queryKey: ['signing-events', code, 'landing', language()],
    queryFn: async () =>
      (await ok(api().GET('/api/v1/signing-event-landing/{code}', { params: { path: { code } } }))).items,
  })

export const ageingLimitsQuery = () =>
  queryOptions({
    queryKey: [KEY, 'ageing', 'limits'],
    queryFn: (): Promise<AgeingLimits> => ok(api().GET('/api/v1/ageing-limits')),
  })

export const ageingLimitsFieldsQuery = () =>
  queryOptions({
    queryKey: [KEY, 'fields', 'ageing', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/ageing-limits-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const putAgeingLimits = (version: number, body: AgeingLimitsFields): Promise<AgeingLimits> =>
  ok(api().PUT('/api/v1/ageing-limits', { params: { header: ifMatch(version) }, body }))

export const signedProjectQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id, language()],
    queryFn: (): Promise<SignedProject> => ok(api().GET('/api/v1/signed-projects/{id}', { params: { path: { id } } })),
  })

export const signingFieldsQuery = () =>
  queryOptions({
    queryKey: [KEY, 'fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/signed-project-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const agreementFieldsQuery = () =>
  queryOptions({
    queryKey: [KEY, 'agreement-fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/signing-agreement-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const stageFieldsQuery = () =>
  queryOptions({
    queryKey: [KEY, 'stage-fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/stage-step-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const permitFieldsQuery = () =>
  queryOptions({
    queryKey: [KEY, 'permit-fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/permit-checklist-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const eventFieldsQuery = () =>
  queryOptions({
    queryKey: ['signing-events', 'fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/signing-event-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const stagesQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id, 'stages', language()],
    queryFn: async () =>
      (await ok(api().GET('/api/v1/signed-projects/{id}/stages', { params: { path: { id } } }))).items,
  })

export const agreementsQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id, 'agreements', language()],
    queryFn: async () =>
      (await ok(api().GET('/api/v1/signed-projects/{id}/agreements', { params: { path: { id } } }))).items,
  })

/** How the reserve project that it comes from got here. */
export const reserveStepsQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id, 'reserve-steps', language()],
    queryFn: async () =>
      (await ok(api().GET('/api/v1/signed-projects/{id}/reserve-steps', { params: { path: { id } } }))).items,
  })

export const signingDuplicatesQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id, 'duplicates', language()],
    queryFn: async () =>
      (await ok(api().GET('/api/v1/signed-projects/{id}/duplicates', { params: { path: { id } } }))).items,
  })

export const signingFilesQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id, 'files'],
    queryFn: async () =>
      (await ok(api().GET('/api/v1/signed-projects/{id}/files', { params: { path: { id } } }))).items,
  })

export const addSigningFile = (id: string, file: File, purpose: string, progress: (share: number) => void) =>
  upload<SigningFile>(`/api/v1/signed-projects/${id}/files`, file, { purpose }, progress)

export const removeSigningFile = (id: string, fileId: string) =>
  ok(api().DELETE('/api/v1/signed-projects/{id}/files/{fileId}', { params: { path: { id, fileId } } }))

export const takeSigningFile = (id: string, file: Pick<SigningFile, 'id' | 'name'>) =>
  download(`/api/v1/signed-projects/${id}/files/${file.id}`, file.name)

export const signingHistoryQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [KEY, id, 'history', language()],
    queryFn: ({ pageParam }) =>
      ok(
        api().GET('/api/v1/signed-projects/{id}/history', {
          params: { path: { id }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

/** The newest events: what a form offers and the page of events begins with. */
export const eventsQuery = (query: { q?: string; year?: string; limit?: string; cursor?: string } = {}) =>
  queryOptions({
    queryKey: ['signing-events', 'list', query, language()],
    queryFn: () => ok(api().GET('/api/v1/signing-events', { params: { query: { limit: '200', ...query } as never } })),
    placeholderData: keepPreviousData,
  })

export const createSigned = (body: SigningInput, key: string): Promise<SignedProject> =>
  ok(api().POST('/api/v1/signed-projects', { body: body as never, ...idempotent(key) }))

export const updateSigned = (id: string, version: number, body: SigningInput): Promise<SignedProject> =>
  ok(
    api().PATCH('/api/v1/signed-projects/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body: body as never,
      ...mergePatch,
    }),
  )

/** Judges fields as counting would; stores nothing. */
export const checkSigned = async (body: SigningInput, signal: AbortSignal) =>
  (await ok(api().POST('/api/v1/signed-projects/check', { body: body as never, signal }))).findings

type Seen = Pick<SignedProject, 'id' | 'version'>
const seen = ({ id, version }: Seen) => ({ path: { id }, header: ifMatch(version) })

export const deleteSigned = (project: Seen) =>
  ok(api().DELETE('/api/v1/signed-projects/{id}', { params: seen(project) }))

export const moveStage = (project: Seen, body: StageStep): Promise<SignedProject> =>
  ok(api().POST('/api/v1/signed-projects/{id}/stages', { params: seen(project), body }))

export const addAgreement = (project: Seen, body: AgreementTerms): Promise<SignedProject> =>
  ok(api().POST('/api/v1/signed-projects/{id}/agreements', { params: seen(project), body }))

export const statePermits = (project: Seen, body: PermitChecklist): Promise<SignedProject> =>
  ok(api().PUT('/api/v1/signed-projects/{id}/permits', { params: seen(project), body }))

/** The bureau leaves it out of the assessment, or takes it in again. */
export const exclude = (project: Seen, body: { exclusion: string; reason: string }): Promise<SignedProject> =>
  ok(api().POST('/api/v1/signed-projects/{id}/exclude', { params: seen(project), body }))

export const include = (project: Seen, reason: string): Promise<SignedProject> =>
  ok(api().POST('/api/v1/signed-projects/{id}/include', { params: seen(project), body: { reason } }))

export const judgeSigned = (project: Seen, otherId: string, verdict: 'SAME' | 'NEW' | 'MERGE', reason: string) =>
  ok(
    api().POST('/api/v1/signed-projects/{id}/duplicates/{otherId}/verdict', {
      params: { path: { id: project.id, otherId }, header: ifMatch(project.version) },
      body: { verdict, reason },
    }),
  )

export const createEvent = (body: EventFields, key: string) =>
  ok(api().POST('/api/v1/signing-events', { body, ...idempotent(key) }))

export const updateEvent = ({ code, version }: { code: string; version: number }, body: EventFields) =>
  ok(
    api().PATCH('/api/v1/signing-events/{code}', {
      params: { path: { code }, header: ifMatch(version) },
      body,
      ...mergePatch,
    }),
  )
