import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AcceptedPrice, PriceComparison } from '@/api/types'
import { PriceChart, PriceViews, seriesOf, tilesOf, timeOf } from './compared-prices'
import { drawn, type Outlines } from './outlines'
import { classes, classOf } from './shades'
import { apart, scale } from './steps'

const price = (id: string, middle: number, validFrom: string, part: Partial<AcceptedPrice> = {}): AcceptedPrice => ({
  id,
  priceLow: middle,
  priceHigh: middle,
  middle,
  unitOfMeasure: '元/立方米',
  validFrom,
  example: false,
  ...part,
})
const comparison = (units: PriceComparison['units']): PriceComparison => ({
  itemCode: 'WATER_INDUSTRIAL',
  itemName: '工业用水',
  category: 'WATER',
  unitOfMeasure: '元/立方米',
  partial: false,
  from: '2020-01-01',
  to: '2024-12-31',
  units,
  count: 2,
  composedDiffers: false,
})

describe('labels at one place', () => {
  it('stand apart, in their order and within the plot', () => {
    expect(apart([100, 40], 13, 292)).toEqual([100, 40])
    expect(apart([100, 101, 99], 13, 292)).toEqual([112, 125, 99])
    const low = apart([290, 291, 292], 13, 292)
    expect(low).toEqual([266, 279, 292])
  })
})

describe('the map', () => {
  const square = (west: number) => [
    [west, 39],
    [west + 1, 39],
    [west + 1, 40],
    [west, 40],
    [west, 39],
  ]
  const outlines = {
    approvalNumber: '蒙S（2021）012号',
    features: [
      { properties: { unitCode: '150602' }, geometry: { type: 'Polygon', coordinates: [square(109)] } },
      { properties: { unitCode: '150622' }, geometry: { type: 'MultiPolygon', coordinates: [[square(110)]] } },
    ],
  } as unknown as Outlines

  it('is drawn with the north above, and as wide as the city is there', () => {
    const { width, areas } = drawn(outlines, 100)
    expect(width).toBeCloseTo(2 * 100 * Math.cos((39.5 * Math.PI) / 180), 3)
    expect(areas[0]?.path.startsWith('M0.0 100.0L')).toBe(true)
    expect(areas[1]?.x).toBeCloseTo(width * 0.75, 3)
    expect(areas[1]?.y).toBeCloseTo(50, 3)
  })

  it('is offered where outlines are installed, and carries the number of their approval', () => {
    const of = comparison([
      { unitCode: '150602', unitName: '东胜区', prices: [price('a', 2, '2020-01-01')] },
      { unitCode: '1506A1', unitName: '某园区', prices: [price('b', 3, '2020-01-01')] },
    ])
    const none = render(<PriceViews view="bars" outlines={{ features: [] }} change={() => undefined} />)
    expect(screen.queryByRole('button', { name: '地图' })).toBeNull()
    none.unmount()
    render(<PriceViews view="map" outlines={outlines} change={() => undefined} />)
    expect(screen.getByRole('button', { name: '地图' })).toBeTruthy()
    render(<PriceChart of={of} view="map" short={new Map()} outlines={outlines} />)
    expect(screen.getByText('审图号：蒙S（2021）012号')).toBeTruthy()
    expect(screen.getByText('图上没有界线的：某园区 3')).toBeTruthy()
  })

  it('is of tiles where there are no outlines, whatever the address says', () => {
    render(<PriceChart of={comparison([])} view="map" short={new Map()} outlines={undefined} />)
    expect(screen.getByText(/示意图，按大致方位排列/)).toBeTruthy()
  })
})

describe('classes of figures', () => {
  it('part the range evenly and hold every value', () => {
    const among = classes([2, 4, 7, 12, 8, 3])
    expect(among).toHaveLength(5)
    expect(among[0]?.from).toBe(2)
    expect(among.at(-1)?.to).toBe(12)
    expect([2, 3.9, 4, 12].map((value) => classOf(value, among))).toEqual([0, 0, 1, 4])
  })

  it('are as few as the values', () => {
    expect(classes([5, 5])).toEqual([{ from: 5, to: 5 }])
    expect(classes([])).toEqual([])
  })
})

describe('an axis', () => {
  it('ends at a round figure above all values', () => {
    expect(scale(4.3)).toEqual([0, 2, 4, 6])
    expect(scale(0.0061)).toEqual([0, 0.002, 0.004, 0.006, 0.008])
    expect(scale(0)).toEqual([0, 1])
  })
})

describe('the course of a price', () => {
  const units = [
    {
      unitCode: '150622',
      unitName: '准格尔旗',
      prices: [
        price('b', 5, '2022-01-01'),
        price('a', 4, '2019-01-01', { validTo: '2021-12-31' }),
        price('c', 3, '2020-01-01', { parkName: '大路产业园' }),
      ],
    },
  ]

  it('is one line for each place, oldest first, the last to the end', () => {
    const series = seriesOf(comparison(units), '2024-12-31')
    expect(series.map(({ label, last }) => [label, last])).toEqual([
      ['准格尔旗', '5 元/立方米'],
      ['准格尔旗 大路产业园', '3 元/立方米'],
    ])
    expect(series[0]?.steps).toEqual([
      { from: '2019-01-01', to: '2021-12-31', value: 4 },
      { from: '2022-01-01', to: '2024-12-31', value: 5 },
    ])
  })

  it('asks for whole years up to the day', () => {
    expect(timeOf('time', '2024-05-06', 3)).toEqual({ from: '2021-01-01', to: '2024-05-06' })
    expect(timeOf('bars', '2024-05-06', 3)).toEqual({ asOf: '2024-05-06' })
    expect(timeOf('tiles', '', 3)).toEqual({})
  })
})

describe('the schematic map', () => {
  const units = [
    { unitCode: '150622', unitName: '准格尔旗', prices: [price('a', 4, '2024-01-01'), price('b', 3, '2024-01-01')] },
    { unitCode: '150623', unitName: '鄂托克前旗', prices: [] },
    { unitCode: '999999', unitName: '新区', prices: [price('c', 6, '2024-01-01')] },
  ]

  it('shows the least of several, and units it does not know below the others', () => {
    const tiles = tilesOf(comparison(units), new Map([['150622', '准旗']]))
    expect(tiles[0]).toEqual({ unitCode: '150622', name: '准旗', value: 3, text: '3 +' })
    render(<PriceChart of={comparison(units)} view="tiles" short={new Map()} outlines={undefined} />)
    expect(screen.getByText('鄂托克前旗')).toBeTruthy()
    expect(screen.getByText('无数据')).toBeTruthy()
    expect(Number(screen.getByText('新区').getAttribute('y'))).toBeGreaterThan(
      Number(screen.getByText('鄂托克前旗').getAttribute('y')),
    )
  })
})
