import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useWords } from '@/lib/words'
import { Empty, Failed, Loading } from '@/ui/states'
import { Timeline } from '@/ui/timeline'
import { historyQuery } from './queries'
import { useChangeText } from './value-text'
import { projectWords } from './words'

/** The word for a verb of the record's history; an unknown one is shown as it is. */
export function useActionText(): (action: string) => string {
  const t = useWords(projectWords)
  const known: Record<string, string> = {
    create: t('actionCreate'),
    update: t('actionUpdate'),
    submit: t('actionSubmit'),
    recall: t('actionRecall'),
    return: t('actionReturn'),
    accept: t('actionAccept'),
    publish: t('actionPublish'),
    unpublish: t('actionUnpublish'),
    negotiate: t('actionNegotiate'),
    sign: t('actionSign'),
    withdraw: t('actionWithdraw'),
    archive: t('actionArchive'),
    reopen: t('actionReopen'),
    delete: t('actionDelete'),
    appraise: t('actionAppraise'),
    attach: t('actionAttach'),
    detach: t('actionDetach'),
    'begin-review': t('actionBeginReview'),
    verdict: t('actionVerdict'),
    invite: t('actionInvite'),
  }
  return (action) => known[action] ?? action
}

export function ProjectHistory({ id }: { id: string }) {
  const t = useWords(projectWords)
  const actionText = useActionText()
  const valueText = useChangeText()
  const history = useInfiniteQuery(historyQuery(id))
  if (history.isPending) return <Loading />
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
