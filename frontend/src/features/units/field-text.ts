import type { ProjectField } from '@/api/types'
import { areaText } from '@/lib/area'
import { dayText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { parts, withUnit } from '@/lib/punctuation'
import { grouped, plain } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { useValueText } from '@/ui/timeline'
import { uiWords } from '@/ui/words'
import { useCodeNames } from './code-names'

/** The value of a form's field as a person reads it, with its unit. */
export function useFieldText(): (field: ProjectField | undefined, value: unknown) => string {
  const u = useWords(uiWords)
  const any = useValueText()
  const names = useCodeNames()
  return (field, value) => {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
      return u('none')
    if (!field) return any(value)
    if (typeof value === 'number') {
      if (field.type === 'MONEY') return moneyText(value)
      if (field.unit?.startsWith('亩')) return areaText(value)
      return field.name === 'callYear' ? String(value) : withUnit(grouped(plain(value)), field.unit)
    }
    if (field.type === 'DATE') return dayText(String(value))
    if (field.type === 'BOUNDS') return withUnit(String(value), field.unit)
    const one = (v: unknown) =>
      typeof v === 'string' ? (field.options?.find((o) => o.value === v)?.label ?? names(field.name, v) ?? v) : any(v)
    return Array.isArray(value) ? parts(value.map(one)) : one(value)
  }
}
