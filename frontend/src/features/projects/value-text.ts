import { useQuery } from '@tanstack/react-query'
import type { Appraisal, Attachment, Change, PrincipleCheck, ProjectField, ProjectState } from '@/api/types'
import { areaText } from '@/lib/area'
import { dayText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { inBrackets, parts, withUnit } from '@/lib/punctuation'
import { grouped, plain } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { useValueText } from '@/ui/timeline'
import { uiWords } from '@/ui/words'
import { useCodeNames } from './code-names'
import { projectFieldsQuery } from './queries'
import { head } from './sections'
import { projectWords } from './words'

/** The value of a project's field as a person reads it, with its unit. */
export function useProjectValueText(): (field: ProjectField | undefined, value: unknown) => string {
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
    const one = (v: unknown) =>
      typeof v === 'string' ? (field.options?.find((o) => o.value === v)?.label ?? names(field.name, v) ?? v) : any(v)
    return Array.isArray(value) ? parts(value.map(one)) : one(value)
  }
}

/** A value of a project's history: its fields as the form has them, and what the product adds in its own words. */
export function useChangeText(): (change: Change, value: unknown) => string {
  const t = useWords(projectWords)
  const u = useWords(uiWords)
  const names = useCodeNames()
  const ofField = useProjectValueText()
  const fields = useQuery(projectFieldsQuery()).data
  const list = <T>(value: unknown, word: (one: T) => string) =>
    parts((Array.isArray(value) ? value : [value]).map((one) => word(one as T)))
  return (change, value) => {
    const name = head(change.pointer)
    if (value === null || value === undefined) return u('none')
    if (name === 'state') return u(`state${value as ProjectState}`)
    if (name === 'appraisals')
      return list<Appraisal>(value, (a) => `${dayText(a.heldOn)} ${a.body} ${t(`conclusion${a.conclusion}`)}`)
    if (name === 'attachments') return list<Attachment>(value, (file) => file.name)
    if (name === 'justifications') return list<{ text: string }>(value, (given) => given.text)
    if (name === 'principleChecks')
      return list<PrincipleCheck>(
        value,
        ({ check, answer, note }) =>
          `${names(name, check) ?? check} ${t(`answer${answer}`)}${note ? inBrackets(note) : ''}`,
      )
    return ofField(
      fields?.find((field) => field.name === name),
      value,
    )
  }
}
