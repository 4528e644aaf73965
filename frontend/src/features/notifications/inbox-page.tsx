import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { Notification } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText, instantText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { Tag } from '@/ui/state-tag'
import { Empty, Failed, Loading } from '@/ui/states'
import { inboxQuery, readAll, readOne } from './queries'
import { notificationWords } from './words'
import './notifications.css'

/** All one was told, newest first; each line opens the place it speaks of. */
export function Component() {
  const t = useWords(notificationWords)
  const [search] = useSearchParams()
  const unreadOnly = search.get('unread') === 'true'
  const inbox = useInfiniteQuery(inboxQuery(unreadOnly))
  const rows = inbox.data?.pages.flatMap((page) => page.items) ?? []
  const newest = rows[0]
  const anyUnread = rows.some(({ readAt }) => readAt === undefined)
  const all = useRead((upTo: string) => readAll(upTo))
  return (
    <>
      <PageHead
        title={t('title')}
        lead={<Link to={paths.account}>{t('toSettings')}</Link>}
        actions={
          newest &&
          anyUnread && (
            <Button
              loading={all.isPending}
              onClick={() => all.mutate(newest.id, { onSuccess: () => notify(t('allRead')) })}
            >
              {t('readAll')}
            </Button>
          )
        }
      />
      <nav className="zs-views" aria-label={t('views')}>
        <Link className="zs-view" to={paths.notifications} aria-current={unreadOnly ? undefined : 'page'}>
          {t('viewAll')}
        </Link>
        <Link
          className="zs-view"
          to={`${paths.notifications}?unread=true`}
          aria-current={unreadOnly ? 'page' : undefined}
        >
          {t('viewUnread')}
        </Link>
      </nav>
      {all.isError && <Failed error={all.error} />}
      {inbox.isPending ? (
        <Loading again={inbox.failureCount > 0} />
      ) : inbox.isError && rows.length === 0 ? (
        <Failed error={inbox.error} retry={() => void inbox.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={t(unreadOnly ? 'noneUnread' : 'none')}>
          <p>{t('noneNext')}</p>
        </Empty>
      ) : (
        <ul className="zs-inbox">
          {rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </ul>
      )}
      {inbox.hasNextPage && (
        <Button loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </>
  )
}

/** Reading shows at once in the list and at the bell. */
function useRead<V>(read: (what: V) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: read,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  })
}

function Line({ row }: { row: Notification }) {
  const t = useWords(notificationWords)
  const read = useRead(readOne)
  const unread = row.readAt === undefined
  return (
    <li className={unread ? 'zs-told zs-told-unread' : 'zs-told'}>
      {unread ? (
        <Tag tone="blue" mark="●">
          {t('unread')}
        </Tag>
      ) : (
        <Tag tone="plain" mark="○">
          {t('read')}
        </Tag>
      )}
      <div className="zs-told-words">
        <Link to={row.page} onClick={() => unread && read.mutate(row.id)}>
          {row.title}
        </Link>
        {row.words && <p className="zs-told-more">{row.words}</p>}
        <p className="zs-quiet">
          <time dateTime={row.createdAt}>{instantText(row.createdAt)}</time>
          {row.dueOn && <span className="zs-told-due">{t('due', { day: dayText(row.dueOn) })}</span>}
        </p>
        {read.isError && (
          <p role="alert" className="zs-refusal">
            {t('notMarked')}
          </p>
        )}
      </div>
      {unread && (
        <button
          type="button"
          className="zs-link"
          aria-label={t('markReadOf', { title: row.title })}
          disabled={read.isPending}
          onClick={() => read.mutate(row.id)}
        >
          {t('markRead')}
        </button>
      )}
    </li>
  )
}
