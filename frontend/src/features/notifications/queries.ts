import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, idempotent, ifMatch, ok } from '@/api/client'
import { lines } from '@/api/lines'
import type { NotificationSettings, UnreadNotifications } from '@/api/types'
import { language } from '@/lib/words'

export const UNREAD = ['notifications', 'unread'] as const
export const LISTS = ['notifications', 'list'] as const

/** @param patience between looks, in milliseconds */
export const unreadQuery = (patience: number) =>
  queryOptions({
    queryKey: UNREAD,
    queryFn: async () => {
      const query = { unread: true, limit: 1, count: true }
      return (await ok(api().GET('/api/v1/notifications', { params: { query } }))).total ?? 0
    },
    refetchInterval: patience,
  })

export const inboxQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...LISTS, unread, language()],
    queryFn: ({ pageParam }) =>
      ok(
        api().GET('/api/v1/notifications', {
          params: { query: { limit: 30, ...(unread && { unread }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

/** How the inbox stands, now and at each change, until the server ends the stream. */
export async function* unreadEvents(signal: AbortSignal): AsyncGenerator<UnreadNotifications> {
  for await (const line of lines('/api/v1/notifications/events', signal, 'text/event-stream')) {
    if (line.startsWith('data:')) yield JSON.parse(line.slice('data:'.length)) as UnreadNotifications
  }
}

export const readOne = (id: string) =>
  ok(api().POST('/api/v1/notifications/{id}/read', { params: { path: { id } }, ...idempotent() }))

/** @param upTo the newest that was on the screen */
export const readAll = (upTo: string) =>
  ok(api().POST('/api/v1/notifications/read', { body: { upTo }, ...idempotent() }))

export const settingsQuery = () =>
  queryOptions({
    queryKey: ['notifications', 'settings', language()],
    queryFn: () => ok(api().GET('/api/v1/notifications/settings')),
  })

export const saveSettings = ({ version, email, language: mails, kinds }: NotificationSettings) =>
  ok(
    api().PUT('/api/v1/notifications/settings', {
      params: { header: ifMatch(version) },
      body: {
        ...(email && { email }),
        language: mails,
        kinds: kinds.map(({ kind, inbox, mail }) => ({ kind, inbox, mail })),
      },
    }),
  )
