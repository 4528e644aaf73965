import { Alert } from 'antd'
import { instantText, timeText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { recordWords } from '@/ui/record-words'
import type { EditState } from './kept-edits'
import { gridWords } from './words'

/** Says at any moment where the words just typed are. */
export function GridStatus({
  state: { status, failure, savedAt },
}: {
  state: Pick<EditState<object>, 'status' | 'failure' | 'savedAt'>
}) {
  const t = useWords(gridWords)
  const text = {
    clean: '',
    unsaved: t('unsaved'),
    saving: t('saving'),
    saved: t('saved', { time: savedAt === undefined ? '' : timeText(savedAt) }),
    refused: t('notSaved'),
    lost: t('lost'),
  }[status]
  return (
    <span role="status" className={status === 'lost' || status === 'refused' ? 'zs-grid-alert' : undefined}>
      {failure ?? text}
    </span>
  )
}

/** What an earlier visit could not save is back. */
export function Restored({ at }: { at: number | undefined }) {
  const r = useWords(recordWords)
  if (at === undefined) return null
  return <Alert type="info" showIcon title={r('restored', { time: instantText(new Date(at).toISOString()) })} />
}
