import type { ProjectField } from '@/api/types'
import { inBrackets, unitText } from '@/lib/punctuation'

/** The label of a field; where another of its form has the same, its unit says which one it is. */
export const fieldName = (field: ProjectField, form: readonly ProjectField[]): string =>
  field.unit && form.some(({ name, label }) => name !== field.name && label === field.label)
    ? field.label + inBrackets(unitText(field.unit))
    : field.label
