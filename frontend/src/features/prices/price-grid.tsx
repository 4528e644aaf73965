import { Checkbox } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import type { Finding, PriceReport } from '@/api/types'
import { dayText } from '@/lib/dates'
import { inBrackets, unitText } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { priceText } from '@/ui/charts/price-text'
import { FindingLine } from '@/ui/findings'
import { Tag } from '@/ui/state-tag'
import { changeOn, type Edit, figure, type GridRow, shownIn, wrongIn } from './grid-edits'
import { useGrid } from './use-grid'
import { priceWords } from './words'

const cellId = (row: number, column: number) => `price-${row}-${column}`
const statusWords = {
  clean: undefined,
  unsaved: 'unsaved',
  saving: 'saving',
  saved: 'saved',
  refused: 'notSaved',
  lost: 'saveLost',
} as const

/** The year's prices as the sheet that offices know: last period beside each cell, paste, Enter and arrows. */
export function PriceGrid({ report, editable }: { report: PriceReport; editable: boolean }) {
  const t = useWords(priceWords)
  const grid = useGrid(report)
  const [onlyOwed, setOnlyOwed] = useState(false)
  const rows = grid.rows.filter(({ line, price }) => !onlyOwed || line.required || price)
  const status = statusWords[grid.status]

  const paste = (event: ClipboardEvent, at: number, column: number) => {
    const lines = event.clipboardData
      .getData('text/plain')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
    if (lines.length < 2 && !lines[0]?.includes('\t')) return
    event.preventDefault()
    grid.change(
      lines.flatMap((line, i) => {
        const row = rows[at + i]
        const [first = '', second] = line.split('\t')
        if (!row) return []
        const part: Edit =
          column === 1
            ? { high: first.trim() }
            : { low: first.trim(), ...(second !== undefined && { high: second.trim() }) }
        return [{ row, part }]
      }),
    )
  }
  const move = (event: KeyboardEvent, at: number, column: number) => {
    if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault()
      grid.undo()
      return
    }
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const target = step !== 0 && document.getElementById(cellId(at + step, column))
    if (!(target instanceof HTMLInputElement)) return
    event.preventDefault()
    target.focus()
    target.select()
  }
  return (
    <div className="zs-stack zs-stretch">
      <div className="zs-row">
        <Checkbox checked={onlyOwed} onChange={(event) => setOnlyOwed(event.target.checked)}>
          {t('onlyRequired')}
        </Checkbox>
        <span role="status">{status && t(status)}</span>
      </div>
      {editable && <p className="zs-quiet">{t('pasteHelp')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section className="zs-table-frame zs-price-grid" aria-label={t('reportsTitle')} tabIndex={0}>
        <table className="zs-table">
          <caption className="zs-visually-hidden">{t('reportTitle', { year: report.year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              <th scope="col" className="zs-number">
                {t('last')}
              </th>
              <th scope="col" className="zs-number">
                {t('low')}
              </th>
              <th scope="col" className="zs-number">
                {t('high')}
              </th>
              <th scope="col">{t('validFrom')}</th>
              <th scope="col" className="zs-number">
                {t('change')}
              </th>
              <th scope="col">{t('explain')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Row
                key={row.key}
                row={row}
                year={report.year}
                at={at}
                edit={grid.edits[row.key]}
                errors={grid.refused[row.key] ?? []}
                editable={editable && (!row.price || row.price.allowedActions.includes('edit'))}
                change={(part) => grid.change([{ row, part }])}
                onPaste={(event, column) => paste(event, at, column)}
                onKeyDown={(event, column) => move(event, at, column)}
              />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function Row({
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
  const cell = (column: number, part: 'low' | 'high') => (
    <input
      id={cellId(at, column)}
      aria-label={`${name} ${t(part)}`}
      aria-invalid={wrong[part] || (part === 'low' && findings.some((f) => f.severity === 'BLOCK')) || undefined}
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
          aria-label={`${name} ${t('validFrom')}`}
          aria-invalid={wrong.from || undefined}
          data-changed={edit?.from !== undefined}
          inputMode="numeric"
          autoComplete="off"
          placeholder={`${year}-01-01`}
          value={shown.from}
          disabled={!editable}
          onChange={(event) => change({ from: event.target.value })}
        />
      </td>
      <td className="zs-number" data-label={t('change')}>
        {percent !== undefined &&
          (percent === 0 ? t('same') : t('changeOf', { percent: percent > 0 ? `+${percent}` : percent }))}
      </td>
      <td data-label={t('explain')}>
        <div className="zs-stack">
          {wrong.low || wrong.high ? <span className="zs-refusal">{t('notNumber')}</span> : null}
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
