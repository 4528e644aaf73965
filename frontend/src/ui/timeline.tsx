import type { Change, ProjectHistoryEntry } from '@/api/types'
import { instantText } from '@/lib/dates'
import { parts } from '@/lib/punctuation'
import { grouped, plain } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { uiWords } from './words'

/** A value of a change as a person reads it. */
export function useValueText(): (value: unknown) => string {
  const t = useWords(uiWords)
  const text = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('none')
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (typeof value === 'number') return grouped(plain(value))
    if (Array.isArray(value)) return parts(value.map(text))
    if (typeof value === 'object') return Object.values(value).filter(Boolean).map(text).join(' ')
    return String(value)
  }
  return text
}

const absent = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

export function ChangeLine({ change, text }: { change: Change; text: (value: unknown) => string }) {
  const t = useWords(uiWords)
  const key = absent(change.from) ? 'changedTo' : absent(change.to) ? 'changedCleared' : 'changedFrom'
  return (
    <span>
      <strong>{change.label}</strong> {t(key, { from: text(change.from), to: text(change.to) })}
    </span>
  )
}

/** More than this is a form filled in, not a correction: it opens when asked for. */
const FEW = 6

function Changes({ changes, text }: { changes: readonly Change[]; text: (change: Change, value: unknown) => string }) {
  const t = useWords(uiWords)
  const told = changes.filter(({ from, to }) => !(absent(from) && absent(to)))
  if (told.length === 0) return null
  const list = (
    <ul>
      {told.map((change) => (
        <li key={change.pointer}>
          <ChangeLine change={change} text={(value) => text(change, value)} />
        </li>
      ))}
    </ul>
  )
  if (told.length <= FEW) return list
  return (
    <details>
      <summary>{t('changedFields', { count: told.length })}</summary>
      {list}
    </details>
  )
}

/** Who did what when and why, newest first. */
export function Timeline({
  entries,
  actionText,
  valueText,
}: {
  entries: readonly ProjectHistoryEntry[]
  actionText: (action: string) => string
  valueText: (change: Change, value: unknown) => string
}) {
  const t = useWords(uiWords)
  return (
    <ol className="zs-timeline">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p>
            <time dateTime={entry.at}>{instantText(entry.at)}</time>{' '}
            <strong>{entry.actor.kind === 'SYSTEM' ? t('nobody') : entry.actor.displayName}</strong>{' '}
            {actionText(entry.action)}
          </p>
          {entry.reason && <p className="zs-note">{entry.reason}</p>}
          <Changes changes={entry.changes} text={valueText} />
        </li>
      ))}
    </ol>
  )
}
