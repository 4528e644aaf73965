import { Button, Checkbox } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useState } from 'react'
import type { PriceReportLine } from '@/api/types'
import { useWords } from '@/lib/words'
import { blockOf } from '@/ui/grid/clipboard'
import { GridStatus, Restored } from '@/ui/grid/grid-status'
import { goTo, gridMove } from '@/ui/grid/keys'
import { useEdits } from '@/ui/grid/use-kept-edits'
import type { GridDraft } from './grid-draft'
import { type Edit, rowsOf, shownIn } from './grid-edits'
import { PlaceDialog } from './place-dialog'
import { cellId, columnParts, nameOf, PriceRow } from './price-row'
import { priceWords } from './words'

/** The year's prices as the sheet that offices know: last period beside each cell, paste, Enter and arrows. */
export function PriceGrid({ grid, editable }: { grid: GridDraft; editable: boolean }) {
  const t = useWords(priceWords)
  const state = useEdits(grid)
  const { report, edits, refused, restoredAt, removed } = state
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

  const paste = (event: ClipboardEvent, at: number, column: number) => {
    const block = blockOf(event.clipboardData.getData('text/plain'))
    if (!block) return
    event.preventDefault()
    grid.change(
      block.flatMap((cells, i) => {
        const row = rows[at + i]
        if (!row) return []
        const part: Edit = {}
        cells.forEach((text, n) => {
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
    const key = gridMove(event)
    if (!key) return
    if (key === 'undo') grid.undo()
    else if (key === 'fill') fillDown(at, column)
    else if (!goTo(cellId(at + key.rows, column + key.columns))) return
    event.preventDefault()
  }
  return (
    <div className="zs-stack zs-stretch">
      <div className="zs-row zs-grid-head">
        <Checkbox checked={onlyOwed} onChange={(event) => setOnlyOwed(event.target.checked)}>
          {t('onlyRequired')}
        </Checkbox>
        <GridStatus state={state} />
        {removed && (
          <Button size="small" onClick={() => grid.undo()}>
            {t('takeBack', { name: nameOf(removed.line) })}
          </Button>
        )}
      </div>
      <Restored at={restoredAt} />
      {editable && <p className="zs-quiet">{t('pasteHelp')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section className="zs-table-frame zs-grid zs-price-grid" aria-label={t('reportsTitle')} tabIndex={0}>
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
