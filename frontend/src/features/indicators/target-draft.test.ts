import { describe, expect, it } from 'vitest'
import type { TargetGrid } from '@/api/types'
import { amountOf, block, cellsOf, placeOf, shown } from './target-draft'

const grid: TargetGrid = {
  year: 2021,
  version: 3,
  indicators: [
    { indicator: 'OUTSIDE_FUNDS', name: '区外到位资金', quantity: 'YUAN' },
    { indicator: 'SIGNED_OF_YEAR', name: '新签约项目数', quantity: 'PROJECTS' },
  ],
  units: [
    { unitCode: '150600', unitName: '鄂尔多斯市', city: true },
    { unitCode: '150622', unitName: '准格尔旗', city: false },
  ],
  items: [
    {
      id: '00000000-0000-0000-0000-000000000001',
      version: 0,
      year: 2021,
      unitCode: '150622',
      unitName: '准格尔旗',
      indicator: 'OUTSIDE_FUNDS',
      indicatorName: '区外到位资金',
      quantity: 'YUAN',
      value: 2_500_000_000,
      docNo: '旧文号',
      example: false,
      updatedAt: '2021-01-05T09:00:00+08:00',
      updatedBy: '市商务局',
    },
  ],
  allowedActions: ['edit'],
}

describe('a target as it is typed', () => {
  it('is an amount in 万元 or a whole number of projects', () => {
    expect(amountOf('YUAN', '25亿')).toBe(2_500_000_000)
    expect(amountOf('YUAN', '250000')).toBe(2_500_000_000)
    expect(amountOf('PROJECTS', '8')).toBe(8)
    expect(amountOf('PROJECTS', '8.5')).toBeUndefined()
    expect(amountOf('YUAN', '很多')).toBeUndefined()
    expect(amountOf('YUAN', ' ')).toBeNull()
    expect(shown('YUAN', 2_500_000_000)).toBe('250000')
  })
})

describe('the year as it is sent', () => {
  it('is what was typed and what was there already, the new paper on what has changed', () => {
    const typed = { [placeOf('150600', 'SIGNED_OF_YEAR')]: '80' }
    expect(cellsOf(grid, typed, '新文号')).toEqual({
      cells: [
        { unitCode: '150600', indicator: 'SIGNED_OF_YEAR', value: 80, docNo: '新文号' },
        { unitCode: '150622', indicator: 'OUTSIDE_FUNDS', value: 2_500_000_000, docNo: '旧文号' },
      ],
      wrong: [],
    })
  })

  it('takes back what was emptied and names what is no number', () => {
    const typed = { [placeOf('150622', 'OUTSIDE_FUNDS')]: '', [placeOf('150622', 'SIGNED_OF_YEAR')]: 'viel' }
    expect(cellsOf(grid, typed, '')).toEqual({ cells: [], wrong: ['150622/SIGNED_OF_YEAR'] })
  })
})

describe('what is pasted', () => {
  it('is a block of cells, unless it is a single value', () => {
    expect(block('10\t20\r\n30\t40\r\n')).toEqual([
      ['10', '20'],
      ['30', '40'],
    ])
    expect(block('10')).toBeUndefined()
  })
})
