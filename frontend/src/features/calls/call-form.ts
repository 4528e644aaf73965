import type { Call } from '@/api/types'
import type { CallTerms } from './queries'

const names = [
  'year',
  'name',
  'planningFrom',
  'planningTo',
  'deadline',
  'minimumInvestmentYuan',
  'lateSubmissions',
  'industryCodes',
  'principleCodes',
  'quotas',
] as const

export const termsOf = (call: Call): CallTerms =>
  Object.fromEntries(names.map((name) => [name, call[name]])) as unknown as CallTerms

/** What a merge patch has to say: the terms that differ from what was read, of quotas the units that do. */
export function changedTerms(before: CallTerms, now: CallTerms): Partial<CallTerms> {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const quotas = now.quotas.filter(
    ({ unitCode, quota }) => before.quotas.find((q) => q.unitCode === unitCode)?.quota !== quota,
  )
  return {
    ...Object.fromEntries(
      names.filter((name) => name !== 'quotas' && !same(before[name], now[name])).map((name) => [name, now[name]]),
    ),
    ...(quotas.length > 0 && { quotas }),
  }
}
