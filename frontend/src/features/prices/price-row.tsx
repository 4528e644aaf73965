import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { Finding } from '@/api/types'
import { dayText } from '@/lib/dates'
import { inBrackets, unitText } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { priceText } from '@/ui/charts/price-text'
import { FindingLine } from '@/ui/findings'
import { Tag } from '@/ui/state-tag'
import { changeOn, type Edit, figure, type GridRow, isEmptied, shownIn, wrongIn } from './grid-edits'
import { priceWords } from './words'

/** What is typed in the columns of the grid, from left to right. */
export const columnParts = ['low', 'high', 'from'] as const
export const cellId = (row: number, column: number) => `price-${row}-${column}`

/** One price of the grid: last period's, this one's, the change and what is to be said of it. */
export function PriceRow({
  row,
  year,
  at,
  edit,
  errors,
  editable,
  change,
  onPaste,
  onKeyDown,
}: {
  row: GridRow
  year: number
  at: number
  edit: Edit | undefined
  errors: readonly Finding[]
  editable: boolean
  change: (part: Edit) => void
  onPaste: (event: ClipboardEvent, column: number) => void
  onKeyDown: (event: KeyboardEvent, column: number) => void
}) {
  const t = useWords(priceWords)
  const { line, price } = row
  const shown = shownIn(row, edit, year)
  const wrong = wrongIn(edit)
  const findings = [...errors, ...(price?.findings ?? [])]
  const percent = changeOn(line.last?.priceLow, figure(shown.low))
  const name = [line.itemName, line.parkName, line.condition].filter(Boolean).join(' ')
  const emptied = isEmptied(row, edit)
  const cell = (column: number, part: 'low' | 'high') => (
    <input
      id={cellId(at, column)}
      aria-label={`${name} ${t(part)}`}
      aria-invalid={
        wrong[part] || (part === 'low' && (emptied || findings.some((f) => f.severity === 'BLOCK'))) || undefined
      }
      data-changed={edit?.[part] !== undefined}
      inputMode="decimal"
      autoComplete="off"
      value={shown[part]}
      disabled={!editable}
      onChange={(event) => change({ [part]: event.target.value })}
      onPaste={(event) => onPaste(event, column)}
      onKeyDown={(event) => onKeyDown(event, column)}
    />
  )
  return (
    <tr>
      <td className="zs-name">
        <div>
          {name} <span className="zs-unit">{inBrackets(unitText(line.unitOfMeasure))}</span>{' '}
          {line.required && (
            <Tag tone={price ? 'plain' : 'amber'} mark={price ? '✓' : '!'}>
              {t('required')}
            </Tag>
          )}
        </div>
      </td>
      <td className="zs-number" data-label={t('last')}>
        <div>
          {line.last && priceText(line.last)}
          {line.last && <div className="zs-quiet">{dayText(line.last.validFrom)}</div>}
        </div>
      </td>
      <td className="zs-number" data-label={t('low')}>
        {cell(0, 'low')}
      </td>
      <td className="zs-number" data-label={t('high')}>
        {cell(1, 'high')}
      </td>
      <td data-label={t('validFrom')}>
        <input
          id={cellId(at, 2)}
          aria-label={`${name} ${t('validFrom')}`}
          aria-invalid={wrong.from || undefined}
          data-changed={edit?.from !== undefined}
          inputMode="numeric"
          autoComplete="off"
          placeholder={`${year}-01-01`}
          value={shown.from}
          disabled={!editable}
          onChange={(event) => change({ from: event.target.value })}
          onPaste={(event) => onPaste(event, 2)}
          onKeyDown={(event) => onKeyDown(event, 2)}
        />
      </td>
      <td className="zs-number" data-label={t('change')}>
        {percent !== undefined &&
          (percent === 0 ? t('same') : t('changeOf', { percent: percent > 0 ? `+${percent}` : percent }))}
      </td>
      <td data-label={t('explain')}>
        <div className="zs-stack">
          {wrong.low || wrong.high ? <span className="zs-refusal">{t('notNumber')}</span> : null}
          {emptied && price?.priceLow !== undefined && (
            <span className="zs-refusal">
              {t('stillThere', { price: priceText({ ...price, priceLow: price.priceLow }) })}
            </span>
          )}
          {wrong.from && <span className="zs-refusal">{t('notDay')}</span>}
          {findings.map((finding) => (
            <FindingLine key={finding.rule + finding.message} finding={finding} />
          ))}
          {price?.findings.some((f) => f.severity === 'EXPLAIN') && (
            <textarea
              aria-label={`${name} ${t('explain')}`}
              rows={2}
              maxLength={500}
              value={shown.explanation}
              disabled={!editable}
              onChange={(event) => change({ explanation: event.target.value })}
            />
          )}
        </div>
      </td>
    </tr>
  )
}
