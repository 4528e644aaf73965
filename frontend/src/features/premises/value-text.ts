import { useQuery } from '@tanstack/react-query'
import type { Change, ListingState } from '@/api/types'
import { dayText } from '@/lib/dates'
import { parts } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { head } from '@/ui/findings'
import { uiWords } from '@/ui/words'
import { useFieldText } from '../units/field-text'
import type { Kind } from './kinds'
import { fieldsQuery } from './queries'
import { premisesWords } from './words'

const days = new Set(['verifiedOn', 'verifiedUntil', 'takenOn'])

/** A value of the history: fields as the form has them, and what the product adds in its own words. */
export function useChangeText(kind: Kind): (change: Change, value: unknown) => string {
  const t = useWords(premisesWords)
  const u = useWords(uiWords)
  const ofField = useFieldText()
  const fields = useQuery(fieldsQuery(kind)).data
  const each = (value: unknown, member: 'name' | 'text') =>
    parts(
      (Array.isArray(value) ? value : [value]).map((one) => String((one as Record<string, unknown>)?.[member] ?? one)),
    )
  return (change, value) => {
    const name = head(change.pointer)
    if (value === null || value === undefined) return u('none')
    if (name === 'state') return t(`state${value as ListingState}`)
    if (days.has(name)) return dayText(String(value))
    if (name === 'files') return each(value, 'name')
    if (name === 'justifications') return each(value, 'text')
    return ofField(
      fields?.find((field) => field.name === name),
      value,
    )
  }
}
