import { useQuery } from '@tanstack/react-query'
import type { Appraisal, Attachment, Change, PrincipleCheck, ProjectState } from '@/api/types'
import { dayText } from '@/lib/dates'
import { inBrackets, parts } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { head } from '@/ui/findings'
import { uiWords } from '@/ui/words'
import { useFieldText } from '../units/field-text'
import { usePrincipleNames } from './principle-names'
import { projectFieldsQuery } from './queries'
import { projectWords } from './words'

/** A value of a project's history: its fields as the form has them, and what the product adds in its own words. */
export function useChangeText(): (change: Change, value: unknown) => string {
  const t = useWords(projectWords)
  const u = useWords(uiWords)
  const names = usePrincipleNames()
  const ofField = useFieldText()
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
        ({ check, answer, note }) => `${names(check) ?? check} ${t(`answer${answer}`)}${note ? inBrackets(note) : ''}`,
      )
    return ofField(
      fields?.find((field) => field.name === name),
      value,
    )
  }
}
