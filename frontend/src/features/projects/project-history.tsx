import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useWords } from '@/lib/words'
import { useActionText } from '@/ui/actions'
import { Empty, Failed, Loading } from '@/ui/states'
import { Timeline } from '@/ui/timeline'
import { historyQuery } from './queries'
import { useChangeText } from './value-text'
import { projectWords } from './words'

export function ProjectHistory({ id }: { id: string }) {
  const t = useWords(projectWords)
  const actionText = useActionText()
  const valueText = useChangeText()
  const history = useInfiniteQuery(historyQuery(id))
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
