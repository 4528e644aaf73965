import { useWords } from '@/lib/words'
import { premisesWords } from './words'

/** What may be done, in the order of the work. */
export const offered = [
  'publish',
  'confirm',
  'negotiate',
  'reuse',
  'grant',
  'reopen',
  'unpublish',
  'withdraw',
  'delete',
] as const
export type Offered = (typeof offered)[number]

export const word = <A extends string>(action: A) => `${action[0]?.toUpperCase()}${action.slice(1)}` as Capitalize<A>

const named = ['edit', 'attach', ...offered] as const

/** The word of a verb; one that is newer than this client is shown as it is. */
export function useVerbText(): (action: string) => string {
  const t = useWords(premisesWords)
  return (action) => {
    const known = named.find((one) => one === action)
    return known ? t(`do${word(known)}`) : action
  }
}
