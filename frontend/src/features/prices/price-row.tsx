import { Button } from 'antd'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { Finding, PriceReportLine } from '@/api/types'
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
export const nameOf = ({ itemName, parkName, condition }: PriceReportLine): string =>
  [itemName, parkName, condition].filter(Boolean).join(' ')
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
  onAdd,
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
  /** Asks for a park or a condition of the item. */
  onAdd: () => void
  onPaste: (event: ClipboardEvent, column: number) => void
  onKeyDown: (event: KeyboardEvent, column: number) => void
}) {
  const t = useWords(priceWords)
  const { line, price } = row
  const shown = shownIn(row, edit, year)
  const wrong = wrongIn(edit)
  const findings = [...errors, ...(price?.findings ?? [])]
  const percent = changeOn(line.last?.priceLow, figure(shown.low))
  const name = nameOf(line)
  const removed = edit?.removed === true
  const emptied = isEmptied(row, edit)
  const mayGo = editable && (price?.allowedActions.includes('delete') || (!price && edit?.line))
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
      disabled={!editable || removed}
      onChange={(event) => change({ [part]: event.target.value })}
      onPaste={(event) => onPaste(event, column)}
      onKeyDown={(event) => onKeyDown(event, column)}
    />
  )
  return (
    <tr data-removed={removed || undefined}>
      <td className="zs-name">
        <div>
          <span className="zs-price-name">{name}</span>{' '}
          <span className="zs-unit">{inBrackets(unitText(line.unitOfMeasure))}</span>{' '}
          {line.required && (
            <Tag tone={price ? 'plain' : 'amber'} mark={price ? '✓' : '!'}>
              {t('required')}
            </Tag>
          )}
          {editable && (
            <span className="zs-price-tools">
              <Button
                size="small"
                type="text"
                aria-label={t('addPlaceTo', { name })}
                title={t('addPlace')}
                onClick={onAdd}
              >
                ＋
              </Button>
              {mayGo && (
                <Button
                  size="small"
                  type="text"
                  aria-label={t(removed ? 'keepPriceOf' : 'removePriceOf', { name })}
                  title={t(removed ? 'keepPrice' : 'removePrice')}
                  onClick={() => change(price ? { removed: !removed } : { line: undefined })}
                >
                  {removed ? '↶' : '×'}
                </Button>
              )}
            </span>
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
          disabled={!editable || removed}
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
          {removed && <span className="zs-refusal">{t('removing')}</span>}
          {!removed && emptied && price?.priceLow !== undefined && (
            <span className="zs-refusal">
              {t('stillThere', { price: priceText({ ...price, priceLow: price.priceLow }) })}
            </span>
          )}
          {!removed && emptied && mayGo && (
            <Button size="small" onClick={() => change({ removed: true })}>
              {t('removePrice')}
            </Button>
          )}
          {price?.returned && price.state === 'RETURNED' && (
            <span className="zs-refusal">{t('returnedWith', { reason: price.returned })}</span>
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
              disabled={!editable || removed}
              onChange={(event) => change({ explanation: event.target.value })}
            />
          )}
        </div>
      </td>
    </tr>
  )
}
