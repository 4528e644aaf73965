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

export function ChangeLine({ change }: { change: Change }) {
  const t = useWords(uiWords)
  const text = useValueText()
  const absent = (value: unknown) => value === null || value === undefined || value === ''
  const key = absent(change.from) ? 'changedTo' : absent(change.to) ? 'changedCleared' : 'changedFrom'
  return (
    <span>
      <strong>{change.label}</strong> {t(key, { from: text(change.from), to: text(change.to) })}
    </span>
  )
}

/** Who did what when and why, newest first. */
export function Timeline({
  entries,
  actionText,
}: {
  entries: readonly ProjectHistoryEntry[]
  actionText: (action: string) => string
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
          {entry.changes.length > 0 && (
            <ul>
              {entry.changes.map((change) => (
                <li key={change.pointer}>
                  <ChangeLine change={change} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
