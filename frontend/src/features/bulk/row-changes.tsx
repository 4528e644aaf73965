import { useQuery } from '@tanstack/react-query'
import type { Appraisal, ImportRow, ProjectField } from '@/api/types'
import { dayText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { parts, withUnit } from '@/lib/punctuation'
import { grouped, plain } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { ChangeLine, useValueText } from '@/ui/timeline'
import { industriesQuery, unitsQuery } from '../units/queries'
import type { Kind } from './kinds'
import { fieldsQuery } from './queries'
import { bulkWords } from './words'

/** Old and new value of each field of a changed row, as the form shows them. */
export function RowChanges({ kind, changes }: { kind: Kind; changes: ImportRow['changes'] }) {
  const t = useWords(bulkWords)
  const fields = useQuery(fieldsQuery(kind)).data
  const text = useText()
  return (
    <ul className="zs-row-lines">
      {changes.map(({ pointer = '', from, to }) => {
        const name = pointer.split('/')[1] ?? ''
        const field = fields?.find((one) => one.name === name)
        const label = field?.label ?? (name === 'appraisals' ? t('fieldAppraisal') : name)
        return (
          <li key={pointer}>
            <ChangeLine change={{ pointer, label, from, to }} text={(value) => text(name, field, value)} />
          </li>
        )
      })}
    </ul>
  )
}

function useText(): (name: string, field: ProjectField | undefined, value: unknown) => string {
  const t = useWords(bulkWords)
  const any = useValueText()
  const units = useQuery(unitsQuery()).data
  const industries = useQuery(industriesQuery()).data
  return (name, field, value) => {
    if (name === 'appraisals' && value) {
      const held = value as Appraisal
      return `${dayText(held.heldOn)} ${held.body} ${t(`conclusion${held.conclusion}`)}`
    }
    if (typeof value === 'number' && field) {
      if (field.type === 'MONEY') return moneyText(value)
      return field.name === 'callYear' ? String(value) : withUnit(grouped(plain(value)), field.unit)
    }
    const one = (code: unknown) =>
      field?.options?.find((option) => option.value === code)?.label ??
      (field?.codes === 'industries' ? industries : field?.codes === 'locations' ? units : undefined)?.find(
        (named) => named.code === code,
      )?.name ??
      any(code)
    return Array.isArray(value) ? parts(value.map(one)) : one(value)
  }
}
