import { useQuery } from '@tanstack/react-query'
import { useWords } from '@/lib/words'
import { fieldName } from '@/ui/field-name'
import type { Kind } from './kinds'
import { fieldsQuery } from './queries'
import { bulkWords } from './words'

/** A field that a column can be. `unit` where its figures need one. */
export type SheetField = { name: string; label: string; unit?: string | undefined }

/** The form's fields and the columns that only a sheet has. */
export function useSheetFields(kind: Kind): readonly SheetField[] {
  const t = useWords(bulkWords)
  const fields = useQuery(fieldsQuery(kind)).data ?? []
  return [
    { name: 'code', label: t('fieldCode') },
    ...fields
      .filter(({ type }) => type !== 'OBJECTS')
      .map((field) => ({
        name: field.name,
        label: fieldName(field, fields),
        unit: field.type === 'MONEY' || field.type === 'DECIMAL' ? (field.unit ?? undefined) : undefined,
      })),
    ...(kind === 'projects'
      ? [
          { name: 'principleExceptions', label: t('fieldPrinciples') },
          { name: 'appraisalHeldOn', label: t('fieldHeldOn') },
          { name: 'appraisalBody', label: t('fieldBody') },
          { name: 'appraisalConclusion', label: t('fieldConclusion') },
        ]
      : []),
    { name: 'justificationText', label: t('fieldJustification') },
  ]
}

/** What offices write, the usual one first; any other stands in the file's own header. */
const units: Readonly<Record<string, readonly string[]>> = {
  元: ['万元', '元', '千元', '百万元', '亿元'],
  亩: ['亩', '公顷', '平方米', '平方公里'],
  平方米: ['平方米', '万平方米', '公顷'],
  '吨/年': ['吨/年', '万吨/年'],
  '千瓦时/年': ['万千瓦时/年', '千瓦时/年'],
}

export const unitsOf = ({ unit }: SheetField): readonly string[] => (unit ? (units[unit] ?? [unit]) : [])
