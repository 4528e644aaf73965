import type { TargetCell, TargetGrid } from '@/api/types'
import { wanInput } from '@/lib/money'
import { COUNT, MONEY, parseQuantity, plain } from '@/lib/quantity'

/** What was typed, by place; a place that is not in it stands as the server has it. */
export type Typed = Readonly<Record<string, string>>
type Quantity = TargetGrid['items'][number]['quantity']

export const placeOf = (unitCode: string, indicator: string): string => `${unitCode}/${indicator}`

/** As the input shows it: amounts in 万元, counts as they are. */
export const shown = (quantity: Quantity, value: number): string =>
  quantity === 'YUAN' ? wanInput(value) : plain(value)

/** The value of the API; null for an empty cell, undefined for what is no number. */
export function amountOf(quantity: Quantity, text: string): number | null | undefined {
  if (text.trim() === '' || text.trim() === '—') return null
  const parsed = parseQuantity(quantity === 'YUAN' ? MONEY : COUNT, text)
  return parsed.ok ? Number(parsed.value) : undefined
}

/** A block copied from a sheet, cell by cell; undefined for a single value, which the input takes by itself. */
export function block(text: string): string[][] | undefined {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  if (lines.length < 2 && !lines[0]?.includes('\t')) return undefined
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()))
}

/** The whole year as it is to be: what was typed, and what was there already. */
export function cellsOf(grid: TargetGrid, typed: Typed, docNo: string): { cells: TargetCell[]; wrong: string[] } {
  const cells: TargetCell[] = []
  const wrong: string[] = []
  for (const { unitCode } of grid.units)
    for (const { indicator, quantity } of grid.indicators) {
      const place = placeOf(unitCode, indicator)
      const present = grid.items.find((one) => one.unitCode === unitCode && one.indicator === indicator)
      const text = typed[place]
      const value = text === undefined ? present?.value : amountOf(quantity, text)
      if (text !== undefined && value === undefined) wrong.push(place)
      if (value === undefined || value === null) continue
      const paper = present && value === present.value ? present.docNo : docNo || present?.docNo
      cells.push({ unitCode, indicator, value, ...(paper && { docNo: paper }) })
    }
  return { cells, wrong }
}
