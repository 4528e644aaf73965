import { type Language, language } from './words'

const ZONE = 'Asia/Shanghai'

const parts = (instant: string | number | Date) => {
  const found = new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  return Object.fromEntries(found.map(({ type, value }) => [type, value])) as Record<string, string>
}

/** The day of an instant in Asia/Shanghai, `2021-04-10`. */
export const dayOf = (instant: string | number | Date): string => {
  const { year, month, day } = parts(instant)
  return `${year}-${month}-${day}`
}

export const today = (): string => dayOf(Date.now())

/** `2021-04-10` as 2021年4月10日. */
export function dayText(day: string, lang: Language = language()): string {
  const [y = 0, m = 1, d = 1] = day.slice(0, 10).split('-').map(Number)
  if (lang === 'zh') return `${y}年${m}月${d}日`
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(
    Date.UTC(y, m - 1, d),
  )
}

export const instantDayText = (instant: string, lang: Language = language()): string => dayText(dayOf(instant), lang)

/** 09:30 in Asia/Shanghai. */
export const timeText = (instant: string | number | Date): string => {
  const { hour, minute } = parts(instant)
  return `${hour}:${minute}`
}

/** 2021年4月10日 09:30 */
export const instantText = (instant: string, lang: Language = language()): string =>
  `${instantDayText(instant, lang)} ${timeText(instant)}`
