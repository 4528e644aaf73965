import { dayOf, instantText, timeText, today } from '@/lib/dates'
import { useWords } from '@/lib/words'
import type { DraftRecord, DraftState } from './record-draft'
import { recordWords } from './record-words'

const marks = {
  clean: '',
  unnamed: '○',
  unsaved: '…',
  saving: '…',
  saved: '✓',
  offline: '!',
  refused: '!',
  closed: '×',
}

/** The time of today, the day and time of any other day. */
const lately = (instant: string) => (dayOf(instant) === today() ? timeText(instant) : instantText(instant))

/** Says at any moment where the words just typed are. */
export function SaveNote<R extends DraftRecord, V>({
  state,
  naming,
}: {
  state: DraftState<R, V>
  /** The label of the field without which there is no record. */
  naming: string
}) {
  const t = useWords(recordWords)
  const time = state.at ? timeText(state.at) : state.base ? lately(state.base.updatedAt) : ''
  const text = {
    clean: t('saved', { time }),
    unnamed: t('notYet', { label: naming }),
    unsaved: t('unsaved'),
    saving: t('saving'),
    saved: t('saved', { time }),
    offline: t('savedLocally', { time }),
    refused: t('notSaved'),
    closed: t('closed', { reason: state.closedBecause ?? '' }),
  }[state.status]
  return (
    <span className={`zs-save zs-save-${state.status}`} role="status">
      <span aria-hidden="true">{marks[state.status] || '✓'}</span> {text}
    </span>
  )
}
