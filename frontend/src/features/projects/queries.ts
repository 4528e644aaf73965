import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, idempotent, ifMatch, mergePatch, ok } from '@/api/client'
import { download, upload } from '@/api/files'
import type { AppraisalInput, Attachment, NewProject, Project, ProjectInput, ProjectQuery } from '@/api/types'
import { language } from '@/lib/words'

export const projectsQuery = (query: ProjectQuery) =>
  queryOptions({
    queryKey: ['projects', 'list', query, language()],
    queryFn: () => ok(api().GET('/api/v1/projects', { params: { query } })),
    placeholderData: keepPreviousData,
  })

export const projectQuery = (id: string) =>
  queryOptions({
    queryKey: ['projects', id, language()],
    queryFn: () => ok(api().GET('/api/v1/projects/{id}', { params: { path: { id } } })),
  })

export const projectFieldsQuery = () =>
  queryOptions({
    queryKey: ['project-fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/project-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const principlesQuery = () =>
  queryOptions({
    queryKey: ['principles', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/principles'))).items,
    staleTime: 10 * 60_000,
  })

export const callsQuery = () =>
  queryOptions({
    queryKey: ['calls', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/calls'))).items,
    staleTime: 60_000,
  })

export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['projects', id, 'history', language()],
    queryFn: ({ pageParam }) =>
      ok(
        api().GET('/api/v1/projects/{id}/history', {
          params: { path: { id }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

export const changesQuery = (id: string) =>
  queryOptions({
    queryKey: ['projects', id, 'changes', language()],
    queryFn: () => ok(api().GET('/api/v1/projects/{id}/changes', { params: { path: { id } } })),
  })

export const duplicatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['projects', id, 'duplicates', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/projects/{id}/duplicates', { params: { path: { id } } }))).items,
  })

export const appraisalsQuery = (id: string) =>
  queryOptions({
    queryKey: ['projects', id, 'appraisals'],
    queryFn: async () => (await ok(api().GET('/api/v1/projects/{id}/appraisals', { params: { path: { id } } }))).items,
  })

export const attachmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['projects', id, 'attachments'],
    queryFn: async () => (await ok(api().GET('/api/v1/projects/{id}/attachments', { params: { path: { id } } }))).items,
  })

export const createProject = (body: NewProject, key: string) =>
  ok(api().POST('/api/v1/projects', { body, ...idempotent(key) }))

export const updateProject = (id: string, version: number, body: ProjectInput) =>
  ok(api().PATCH('/api/v1/projects/{id}', { params: { path: { id }, header: ifMatch(version) }, body, ...mergePatch }))

export const deleteProject = (id: string, version: number) =>
  ok(api().DELETE('/api/v1/projects/{id}', { params: { path: { id }, header: ifMatch(version) } }))

/** Judges fields as submission would; stores nothing. */
export const checkProject = async (body: ProjectInput & { id?: string }, signal: AbortSignal) =>
  (await ok(api().POST('/api/v1/projects/check', { body, signal }))).findings

export const beginReview = (id: string, version: number) =>
  ok(api().POST('/api/v1/projects/{id}/begin-review', { params: { path: { id }, header: ifMatch(version) } }))

const verbs = [
  'submit',
  'recall',
  'return',
  'accept',
  'publish',
  'unpublish',
  'negotiate',
  'sign',
  'withdraw',
  'archive',
  'reopen',
] as const
export type Verb = (typeof verbs)[number]
export const isVerb = (action: string): action is Verb => (verbs as readonly string[]).includes(action)

/** Moves a project along its life; which moves are open stands in its `allowedActions`. */
export const transition = (
  project: Pick<Project, 'id' | 'version'>,
  verb: Verb,
  body: { reason?: string; fields?: { pointer: string; reason: string }[] } = {},
): Promise<Project> =>
  ok(
    api().POST(`/api/v1/projects/{id}/${verb}`, {
      params: { path: { id: project.id }, header: ifMatch(project.version) },
      body,
    }),
  )

export const giveVerdict = (
  { id, version }: Pick<Project, 'id' | 'version'>,
  otherId: string,
  verdict: 'SAME' | 'NEW' | 'MERGE',
  reason: string,
) =>
  ok(
    api().POST('/api/v1/projects/{id}/duplicates/{otherId}/verdict', {
      params: { path: { id, otherId }, header: ifMatch(version) },
      body: { verdict, reason },
    }),
  )

/** One record of one meeting for all the projects it spoke of. */
export const recordAppraisal = (projectIds: string[], body: AppraisalInput, key: string) =>
  ok(api().POST('/api/v1/appraisals', { body: { ...body, projectIds }, ...idempotent(key) }))

export const addAttachment = (id: string, file: File, purpose: string, progress: (share: number) => void) =>
  upload<Attachment>(`/api/v1/projects/${id}/attachments`, file, { purpose }, progress)

export const removeAttachment = (id: string, attachmentId: string) =>
  ok(api().DELETE('/api/v1/projects/{id}/attachments/{attachmentId}', { params: { path: { id, attachmentId } } }))

export const takeAttachment = (id: string, attachment: Pick<Attachment, 'id' | 'name'>) =>
  download(`/api/v1/projects/${id}/attachments/${attachment.id}`, attachment.name)
