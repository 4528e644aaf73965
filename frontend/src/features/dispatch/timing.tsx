import type { MonthlyReport, MonthStatus } from '@/api/types'
import { dayText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import { dispatchWords } from './words'

type Row = MonthStatus['items'][number]

const states: Record<Row['state'], { mark: string; tone: string }> = {
  OPEN: { mark: '○', tone: 'plain' },
  DRAFT: { mark: '✎', tone: 'blue' },
  SUBMITTED: { mark: '▸', tone: 'blue' },
  RETURNED: { mark: '↩', tone: 'amber' },
  ACCEPTED: { mark: '✓', tone: 'green' },
}
const times: Record<Row['timing']['timeliness'], { mark: string; tone: string }> = {
  PENDING: { mark: '○', tone: 'plain' },
  ON_TIME: { mark: '✓', tone: 'green' },
  LATE: { mark: '!', tone: 'amber' },
  MISSING: { mark: '×', tone: 'red' },
}

export function ReportStateTag({ state }: { state: Row['state'] }) {
  const t = useWords(dispatchWords)
  return (
    <Tag tone={states[state].tone} mark={states[state].mark}>
      {t(`state${state}`)}
    </Tag>
  )
}

/** The mark alone, for a cell of a board; the word is for those who can not see it. */
export function TimelinessMark({ timeliness }: { timeliness: Row['timing']['timeliness'] }) {
  const t = useWords(dispatchWords)
  const { mark, tone } = times[timeliness]
  return (
    <Tag tone={tone} mark={mark}>
      {t(`time${timeliness}`)}
    </Tag>
  )
}

/** On time, late by how much, or missing: by the first submission. */
export function TimelinessTag({ timing }: Pick<Row, 'timing'>) {
  const t = useWords(dispatchWords)
  const { mark, tone } = times[timing.timeliness]
  const late = timing.lateBySeconds ?? 0
  const time =
    late >= 86_400
      ? t('days', { count: Math.floor(late / 86_400) })
      : late >= 3_600
        ? t('hours', { count: Math.floor(late / 3_600) })
        : t('minutes', { count: Math.ceil(late / 60) })
  return (
    <>
      <Tag tone={tone} mark={mark}>
        {t(`time${timing.timeliness}`)}
      </Tag>
      {late > 0 && <span className="zs-quiet"> {t('lateBy', { time })}</span>}
    </>
  )
}

/** More time shows beside the day that it moves, with who granted it and why. */
export function Extension({ timing }: Pick<MonthlyReport, 'timing'>) {
  const t = useWords(dispatchWords)
  const { extension } = timing
  if (!extension) return null
  return (
    <div className="zs-quiet">
      {t('extended', { day: dayText(extension.until), reason: extension.reason, by: extension.approvedBy })}
    </div>
  )
}
