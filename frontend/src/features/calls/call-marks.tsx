import type { Call } from '@/api/types'
import { useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import { callWords } from './words'

const marks = {
  UPCOMING: { mark: '○', tone: 'plain' },
  OPEN: { mark: '▸', tone: 'blue' },
  CLOSED: { mark: '▪', tone: 'plain' },
} as const

export function CallState({ state }: { state: Call['state'] }) {
  const t = useWords(callWords)
  return <Tag {...marks[state]}>{t(`state${state}`)}</Tag>
}

/** How many days stay; the last three and the last one are said louder, and what is over is simply over. */
export function DaysLeft({ days }: { days: number }) {
  const t = useWords(callWords)
  if (days < 0) return <CallState state="CLOSED" />
  if (days > 3) return <>{t('daysMore', { count: days })}</>
  return (
    <Tag tone="amber" mark="!">
      {days === 0 ? t('daysLast') : t('daysMore', { count: days })}
    </Tag>
  )
}
