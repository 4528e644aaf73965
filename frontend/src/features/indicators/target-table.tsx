import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type ClipboardEvent, useState } from 'react'
import type { TargetGrid } from '@/api/types'
import { wanText } from '@/lib/money'
import { grouped, plain } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import { notify } from '@/ui/notice'
import { Refusal } from '@/ui/refusal'
import { replaceGrid } from './queries'
import { amountOf, block, cellsOf, placeOf, shown, type Typed } from './target-draft'
import { indicatorWords } from './words'

type Indicator = TargetGrid['indicators'][number]
type Line = { key: string; name: string; unit?: string }

/** Columns that every year begins with; further ones come with their first target. */
const USUAL = ['OUTSIDE_FUNDS', 'SIGNED_OF_YEAR', 'STARTED_OF_YEAR']

/** A year's targets as the sheet that offices know; what the units sum to stands against the city's. */
export function TargetTable({ grid }: { grid: TargetGrid }) {
  const t = useWords(indicatorWords)
  const queries = useQueryClient()
  const editable = grid.allowedActions.includes('edit')
  const [typed, setTyped] = useState<Typed>({})
  const [docNo, setDocNo] = useState('')
  const [added, setAdded] = useState<string[]>([])
  const isShown = ({ indicator }: Indicator) =>
    [...USUAL, ...added].includes(indicator) || grid.items.some((one) => one.indicator === indicator)
  const indicators = grid.indicators.filter(isShown)
  const { cells, wrong } = cellsOf(grid, typed, docNo.trim())
  const changes = Object.keys(typed).length
  const run = useMutation({
    mutationFn: () => replaceGrid(grid, cells),
    onSuccess: async (saved) => {
      notify(t('saved'))
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['targets', saved.year] }),
        queries.invalidateQueries({ queryKey: ['rankings'] }),
      ])
    },
  })
  const present = (unit: string, indicator: string) =>
    grid.items.find((one) => one.unitCode === unit && one.indicator === indicator)
  const put = (entries: [Indicator, string, string][]) =>
    setTyped((now) => {
      const next = { ...now }
      for (const [{ indicator, quantity }, unit, text] of entries) {
        const was = present(unit, indicator)
        const place = placeOf(unit, indicator)
        const same = text === (was ? shown(quantity, was.value) : '')
        if (same) delete next[place]
        else next[place] = text
      }
      return next
    })
  const paste = (event: ClipboardEvent, unit: string, indicator: string) => {
    const given = block(event.clipboardData.getData('text/plain'))
    if (!given) return
    event.preventDefault()
    const row = grid.units.findIndex((one) => one.unitCode === unit)
    const column = indicators.findIndex((one) => one.indicator === indicator)
    put(
      given.flatMap((line, i) =>
        line.flatMap((text, n): [Indicator, string, string][] => {
          const place = grid.units[row + i]
          const to = indicators[column + n]
          return place && to ? [[to, place.unitCode, text]] : []
        }),
      ),
    )
  }
  const text = ({ quantity }: Indicator, value: number | undefined) =>
    value === undefined ? t('none') : quantity === 'YUAN' ? wanText(value) : grouped(plain(value))
  const lines: Line[] = [
    ...grid.units.map(({ unitCode, unitName, city }) => ({
      key: unitCode,
      unit: unitCode,
      name: city ? t('city') : unitName,
    })),
    ...(grid.indicators.some((one) => one.units !== undefined)
      ? [
          { key: 'sum', name: t('sum') },
          { key: 'difference', name: t('difference') },
        ]
      : []),
  ]
  const columns: Column<Line>[] = [
    { key: 'unit', name: true, title: t('unit'), cell: ({ name }) => name },
    ...indicators.map((one) => ({
      key: one.indicator,
      title: one.name,
      unit: t(one.quantity === 'YUAN' ? 'wan' : 'projects'),
      numeric: true,
      cell: ({ key, unit, name }: Line) => {
        if (unit === undefined) return text(one, key === 'sum' ? one.units : one.difference)
        const set = present(unit, one.indicator)
        const mark = set?.example && <div className="zs-quiet">{t('example')}</div>
        if (!editable)
          return (
            <>
              {text(one, set?.value)}
              {mark}
            </>
          )
        const place = placeOf(unit, one.indicator)
        const value = typed[place] ?? (set ? shown(one.quantity, set.value) : '')
        return (
          <>
            <input
              className="zs-target"
              aria-label={t('targetOf', { unit: name, indicator: one.name })}
              aria-invalid={amountOf(one.quantity, value) === undefined}
              data-changed={typed[place] !== undefined}
              inputMode="decimal"
              autoComplete="off"
              value={value}
              onPaste={(event) => paste(event, unit, one.indicator)}
              onChange={(event) => put([[one, unit, event.target.value]])}
            />
            {mark}
          </>
        )
      },
    })),
  ]
  const more = grid.indicators.filter((one) => !isShown(one))
  return (
    <div className="zs-stack zs-stretch">
      {editable && (
        <div className="zs-filters">
          <div className="zs-filter">
            <label htmlFor="doc-no">{t('docNo')}</label>
            <Input
              id="doc-no"
              style={{ width: 240 }}
              maxLength={100}
              placeholder="鄂招商发〔2021〕3号"
              value={docNo}
              onChange={(event) => setDocNo(event.target.value)}
            />
            <span className="zs-quiet">{t('docNoHelp')}</span>
          </div>
          {more.length > 0 && (
            <div className="zs-filter">
              <label htmlFor="add-indicator">{t('addIndicator')}</label>
              <Select
                id="add-indicator"
                style={{ width: 240 }}
                value={null}
                options={more.map((one) => ({ value: one.indicator, label: one.name }))}
                onChange={(code: string) => setAdded((now) => [...now, code])}
              />
            </div>
          )}
        </div>
      )}
      {editable && <p className="zs-quiet">{t('pasteHelp')}</p>}
      <DataTable caption={t('showTargets')} columns={columns} rows={lines} rowKey={(line) => line.key} />
      <p className="zs-quiet">{t('aboveCity')}</p>
      {run.error && <Refusal error={run.error} />}
      {editable && (
        <div className="zs-row">
          <Button
            type="primary"
            disabled={changes === 0 || wrong.length > 0}
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            {t('save')}
          </Button>
          {changes > 0 && <Button onClick={() => setTyped({})}>{t('revert')}</Button>}
          <span role="status">
            {wrong.length > 0
              ? t('wrong', { count: wrong.length })
              : changes > 0
                ? t('unsaved', { count: changes })
                : ''}
          </span>
        </div>
      )}
    </div>
  )
}
