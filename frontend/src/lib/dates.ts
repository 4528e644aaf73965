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

/** `2021-03` as people write a month. */
export function monthText(month: string, lang: Language = language()): string {
  const [year, number] = month.split('-').map(Number)
  if (lang === 'zh') return `${year}年${number}月`
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
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

/** A day as people type it in a sheet (2026-1-5, 2026.1.5, 2026年1月5日, 20260105); undefined for what is none. */
export function parseDay(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  const found = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain)
  if (!found) return undefined
  const [, year = '', month = '', day = ''] = found
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written) ? written : undefined
}
