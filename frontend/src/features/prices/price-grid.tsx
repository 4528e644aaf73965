import { Alert, Button, Checkbox } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useState } from 'react'
import type { PriceReportLine } from '@/api/types'
import { instantText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { recordWords } from '@/ui/record-words'
import type { GridDraft } from './grid-draft'
import { type Edit, rowsOf, shownIn } from './grid-edits'
import { PlaceDialog } from './place-dialog'
import { cellId, columnParts, nameOf, PriceRow } from './price-row'
import { useGridState } from './use-grid'
import { priceWords } from './words'

const statusWords = {
  clean: undefined,
  unsaved: 'unsaved',
  saving: 'saving',
  saved: 'saved',
  refused: 'notSaved',
  lost: 'saveLost',
} as const

/** The year's prices as the sheet that offices know: last period beside each cell, paste, Enter and arrows. */
export function PriceGrid({ grid, editable }: { grid: GridDraft; editable: boolean }) {
  const t = useWords(priceWords)
  const r = useWords(recordWords)
  const { report, edits, refused, status: now, failure, restoredAt, removed } = useGridState(grid)
  const [onlyOwed, setOnlyOwed] = useState(false)
  const [adding, setAdding] = useState<PriceReportLine>()
  const [sought, setSought] = useState<string>()
  const rows = rowsOf(report, edits).filter(({ key, line, price }) => !onlyOwed || line.required || price || edits[key])
  const found = rows.findIndex(({ key }) => key === sought)
  useEffect(() => {
    if (found < 0) return
    document.getElementById(cellId(found, 0))?.focus()
    setSought(undefined)
  }, [found])
  const status = statusWords[now]

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
        if (!row) return []
        const part: Edit = {}
        line.split('\t').forEach((text, n) => {
          const name = columnParts[column + n]
          if (name) part[name] = text.trim()
        })
        return [{ row, part }]
      }),
    )
  }
  /** As in a sheet: the cell takes what stands in the one above. */
  const fillDown = (at: number, column: number) => {
    const above = rows[at - 1]
    const row = rows[at]
    const part = columnParts[column]
    if (above && row && part)
      grid.change([{ row, part: { [part]: shownIn(above, edits[above.key], report.year)[part] } }])
  }
  const move = (event: KeyboardEvent, at: number, column: number) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && /^[zd]$/i.test(event.key)) {
      event.preventDefault()
      if (/z/i.test(event.key)) grid.undo()
      else fillDown(at, column)
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
      <div className="zs-row zs-grid-head">
        <Checkbox checked={onlyOwed} onChange={(event) => setOnlyOwed(event.target.checked)}>
          {t('onlyRequired')}
        </Checkbox>
        <span role="status">{failure ?? (status && t(status))}</span>
        {removed && (
          <Button size="small" onClick={() => grid.undo()}>
            {t('takeBack', { name: nameOf(removed.line) })}
          </Button>
        )}
      </div>
      {restoredAt !== undefined && (
        <Alert type="info" showIcon title={r('restored', { time: instantText(new Date(restoredAt).toISOString()) })} />
      )}
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
              <PriceRow
                key={row.key}
                row={row}
                year={report.year}
                at={at}
                edit={edits[row.key]}
                errors={refused[row.key] ?? []}
                editable={editable && (!row.price || row.price.allowedActions.includes('edit'))}
                change={(part) => grid.change([{ row, part }])}
                onAdd={() => setAdding(row.line)}
                onPaste={(event, column) => paste(event, at, column)}
                onKeyDown={(event, column) => move(event, at, column)}
              />
            ))}
          </tbody>
        </table>
      </section>
      {adding && (
        <PlaceDialog
          line={adding}
          unitCode={report.unitCode}
          onCancel={() => setAdding(undefined)}
          onConfirm={(line) => {
            setAdding(undefined)
            setSought(grid.place(line).key)
          }}
        />
      )}
    </div>
  )
}
