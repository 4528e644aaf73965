import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Change, ProjectHistoryEntry } from '@/api/types'
import { useWords } from '@/lib/words'
import { useActionText } from './actions'
import { recordWords } from './record-words'
import { Empty, Failed, Loading } from './states'
import { Timeline } from './timeline'

/** What became of a record, newest first, page by page. */
export function RecordHistory({
  history,
  valueText,
}: {
  history: UseInfiniteQueryResult<InfiniteData<{ items: ProjectHistoryEntry[] }>>
  valueText: (change: Change, value: unknown) => string
}) {
  const t = useWords(recordWords)
  const actionText = useActionText()
  if (history.isPending) return <Loading again={history.failureCount > 0} />
  if (history.isError) return <Failed error={history.error} retry={() => void history.refetch()} />
  const entries = history.data.pages.flatMap((page) => page.items)
  if (entries.length === 0) return <Empty title={t('noHistory')} />
  return (
    <div className="zs-stack">
      <Timeline entries={entries} actionText={actionText} valueText={valueText} />
      {history.hasNextPage && (
        <Button loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </div>
  )
}
