import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PublicLandParcel, PublicPremises } from '@/api/types'
import { openPage } from '@/test/open-page'
import { answers, problem, server } from '@/test/server'

const ID = '0190a000-0000-7000-8000-0000000000e1'
const premises: PublicPremises = {
  id: ID,
  code: 'ORD-PRM-150622-0001',
  name: '标准厂房3号',
  unitCode: '150622',
  unitName: '准格尔旗',
  state: 'IDLE',
  ownerOffice: '开发区管委会',
  ownerPhone: '0477-4000000',
  floorAreaSqm: 8000,
  freeAreaSqm: 5000,
  storeyHeightM: 9,
  powerKva: 1000,
  offer: 'RENT',
  priceOnRequest: true,
  verifiedUntil: '2026-12-31',
  publishedAt: '2026-03-01T09:00:00+08:00',
  updatedAt: '2026-03-01T09:00:00+08:00',
  example: false,
}
const parcel: PublicLandParcel = {
  id: ID,
  code: 'ORD-LND-150627-0001',
  parcelNo: 'A-17',
  unitCode: '150627',
  unitName: '伊金霍洛旗',
  state: 'AVAILABLE',
  computedAreaMu: 29.026,
  landUse: 'INDUSTRIAL_2',
  longitude: 109.75,
  latitude: 39.56,
  contactPhone: '0477-8000000',
  verifiedUntil: '2026-09-30',
  unverifiedSince: '2026-10-01',
  publishedAt: '2026-03-01T09:00:00+08:00',
  updatedAt: '2026-03-01T09:00:00+08:00',
  example: false,
}

let asked: URLSearchParams[]
beforeEach(() => {
  asked = []
  answers('/public/units', { items: [] })
  answers(`/public/premises/${ID}`, premises)
  answers(`/public/land-parcels/${ID}`, parcel)
  server.use(
    http.get('*/api/v1/public/premises', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ items: [premises], total: 1 })
    }),
  )
})

describe('the public list of premises', () => {
  it('asks for what its address says, and shows the facts one compares by', async () => {
    openPage('/public/premises?minFreeAreaSqm=3000&offer=RENT')
    expect(await screen.findByText('5,000 平方米')).toBeTruthy()
    expect(screen.getByText('面议')).toBeTruthy()
    expect(screen.getByText('核实有效至2026年12月31日')).toBeTruthy()
    expect(Object.fromEntries(asked.at(-1) ?? [])).toMatchObject({ minFreeAreaSqm: '3000', offer: 'RENT' })
  })

  it('can be taken along as files of the same conditions', async () => {
    openPage('/public/premises?offer=RENT')
    const link = await screen.findByRole('link', { name: 'CSV' })
    expect(link.getAttribute('href')).toContain('/public/premises.csv?offer=RENT')
  })
})

describe('the public page of a site', () => {
  it('names the office to call', async () => {
    openPage(`/public/premises/${ID}`)
    const call = await screen.findByRole('link', { name: '拨打 0477-4000000' })
    expect(call.getAttribute('href')).toBe('tel:04774000000')
    expect(screen.getByText('开发区管委会')).toBeTruthy()
  })

  it('says since when a parcel has not been verified', async () => {
    openPage(`/public/land-parcels/${ID}`)
    expect(await screen.findByText('自2026年10月1日起未核实，来电请先确认')).toBeTruthy()
    expect(screen.getByText(/29.026 亩/)).toBeTruthy()
    expect(screen.getByText('东经 109.75°，北纬 39.56°')).toBeTruthy()
  })

  it('leads on from one that is no longer public', async () => {
    server.use(http.get('*/api/v1/public/premises/:id', () => problem(404, '没有')))
    openPage('/public/premises/gone')
    expect(await screen.findByText('这条信息没有公开，或已不再公开')).toBeTruthy()
  })
})

describe('what it would cost here', () => {
  const price = (id: string, low: number) => ({
    id,
    priceLow: low,
    priceHigh: low,
    middle: low,
    unitOfMeasure: '元/立方米',
    validFrom: '2026-01-01',
    example: true,
  })

  it('shows each place with the prices used and their dates, the lowest total first', async () => {
    const unit = (unitCode: string, unitName: string, low: number) => ({
      unitCode,
      unitName,
      lines: [
        {
          use: 'WATER',
          itemCode: 'WATER_INDUSTRIAL',
          costLowYuan: low * 100_000,
          costHighYuan: low * 100_000,
          prices: [price(unitCode, low)],
        },
      ],
      missing: [],
      totalLowYuan: low * 100_000,
      totalHighYuan: low * 100_000,
    })
    answers('/public/factor-prices/cost', {
      asOf: '2026-11-25',
      needs: [
        { use: 'WATER', itemCode: 'WATER_INDUSTRIAL', itemName: '工业用水', quantity: 100_000, quantityUnit: '吨/年' },
      ],
      units: [unit('150602', '东胜区', 5.2), unit('150622', '准格尔旗', 4.32)],
      cheapestUnitCode: '150622',
    })
    const { hands, router } = openPage('/public/cost')
    await hands.type(await screen.findByLabelText('用水（吨/年）'), '10,0000')
    await hands.click(screen.getByRole('button', { name: '计算' }))
    const places = await screen.findAllByRole('heading', { level: 2 })
    expect(places.map((place) => place.textContent)).toEqual(['准格尔旗 ✓ 合计最低', '东胜区 '])
    expect(screen.getByText('4.32 元/立方米，2026年1月1日起执行')).toBeTruthy()
    expect(screen.getByText(/示例价格/)).toBeTruthy()
    expect(router.state.location.search).toBe('?waterTonPerYear=100000')
  })
})
