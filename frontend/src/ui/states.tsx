import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Spin } from 'antd'
import type { ReactNode } from 'react'
import { isProblem, OfflineError } from '@/api/problem'
import { useWords } from '@/lib/words'
import { useTitle } from './page-head'
import { uiWords } from './words'

/** @param again whether a first try came to nothing */
export function Loading({ again = false }: { again?: boolean }) {
  const t = useWords(uiWords)
  return (
    <div className="zs-state" role="status">
      <Spin size="small" />
      <span>{t(again ? 'loadingAgain' : 'loading')}</span>
    </div>
  )
}

export function Empty({ title, children }: { title?: string; children?: ReactNode }) {
  const t = useWords(uiWords)
  return (
    <div className="zs-state zs-state-empty">
      <p className="zs-state-title">{title ?? t('empty')}</p>
      {children}
    </div>
  )
}

/** Says what happened in the words of the server, and what can be done next. */
export function Failed({ error, retry, back }: { error: unknown; retry?: () => void; back?: ReactNode }) {
  const t = useWords(uiWords)
  const status = isProblem(error) ? error.status : undefined
  const lost = status === 404
  const barred = status === 403
  const title = lost ? t('notFound') : barred ? t('forbidden') : t('failed')
  const next = lost
    ? t('notFoundNext')
    : barred
      ? t('forbiddenNext')
      : error instanceof OfflineError
        ? t('failedOffline')
        : isProblem(error)
          ? error.message
          : undefined
  // Where there is a way back, the record was the page.
  useTitle(back ? title : undefined)
  const Title = back ? 'h1' : 'p'
  return (
    <div className="zs-state zs-state-failed" role="alert">
      <Title className="zs-state-title">{title}</Title>
      {next && <p>{next}</p>}
      {isProblem(error) && error.requestId && !lost && !barred && (
        <p className="zs-quiet">{t('failedRequest', { id: error.requestId })}</p>
      )}
      {retry && !lost && !barred && <Button onClick={retry}>{t('retry')}</Button>}
      {back}
    </div>
  )
}

/** Pending, error, empty, answer: in that order, on every page. */
export function Answer<T>({
  query,
  isEmpty,
  empty,
  back,
  children,
}: {
  query: UseQueryResult<T>
  /** Where to go from a record that is not there. */
  back?: ReactNode
  isEmpty?: (data: T) => boolean
  empty?: ReactNode
  children: (data: T) => ReactNode
}) {
  if (query.isPending) return <Loading again={query.failureCount > 0} />
  if (query.isError && query.data === undefined)
    return <Failed error={query.error} retry={() => void query.refetch()} back={back} />
  if (isEmpty?.(query.data as T)) return <>{empty ?? <Empty />}</>
  return <>{children(query.data as T)}</>
}
