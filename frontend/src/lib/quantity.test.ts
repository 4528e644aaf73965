import { describe, expect, it } from 'vitest'
import { areaText } from './area'
import { moneyText, wanInput, wanText } from './money'
import { AREA, COUNT, MONEY, POWER, parseQuantity } from './quantity'

const yuan = (text: string) => {
  const parsed = parseQuantity(MONEY, text)
  return parsed.ok ? parsed.value : parsed.reason
}

describe('money as people type it', () => {
  it.each([
    ['1.2亿', '120000000'],
    ['1.2亿元', '120000000'],
    ['1,200万', '12000000'],
    ['500万元', '5000000'],
    ['500', '5000000'],
    ['499', '4990000'],
    ['５００万元', '5000000'],
    ['1亿2000万', '120000000'],
    ['1亿2000万元', '120000000'],
    ['5000000元', '5000000'],
    ['￥1,234.56元', '1234.56'],
    ['1.23456789亿', '123456789'],
    ['0.1', '1000'],
    ['3千万', '30000000'],
    ['120 million', '120000000'],
    [' 1 亿 ', '100000000'],
  ])('%s is %s yuan', (text, expected) => {
    expect(yuan(text)).toBe(expected)
  })

  it.each(['abc', '-5', '1e9', '1,2亿', '1.2.3', '亿', '1万2亿元', '5十', 'NaN', '1亿2000'])(
    'does not guess at %s',
    (text) => {
      expect(yuan(text)).toBe('FORMAT')
    },
  )

  it('refuses what yuan with two decimals can not hold', () => {
    expect(yuan('1.234元')).toBe('PRECISION')
    expect(yuan('10000万亿')).toBe('TOO_LARGE')
    expect(yuan('1000000亿')).toBe('100000000000000')
    expect(yuan('10000000亿')).toBe('TOO_LARGE')
  })
})

describe('other quantities', () => {
  it('turns square metres and hectares into mu exactly', () => {
    expect(parseQuantity(AREA, '80530㎡')).toEqual({ ok: true, value: '120.795' })
    expect(parseQuantity(AREA, '8公顷')).toEqual({ ok: true, value: '120' })
    expect(parseQuantity(AREA, '120.5')).toEqual({ ok: true, value: '120.5' })
  })
  it('reads electricity in 万千瓦时 unless another unit is written', () => {
    expect(parseQuantity(POWER, '500')).toEqual({ ok: true, value: '5000000' })
    expect(parseQuantity(POWER, '500千瓦时')).toEqual({ ok: true, value: '500' })
    expect(parseQuantity(POWER, '500万度')).toEqual({ ok: true, value: '5000000' })
  })
  it('counts people in whole numbers', () => {
    expect(parseQuantity(COUNT, '1,200人')).toEqual({ ok: true, value: '1200' })
    expect(parseQuantity(COUNT, '1.5')).toEqual({ ok: false, reason: 'PRECISION' })
  })
})

describe('amounts as people read them', () => {
  it('picks the unit that keeps it short and exact', () => {
    expect(moneyText(120000000, 'zh')).toBe('1.2亿元')
    expect(moneyText(5000000, 'zh')).toBe('500万元')
    expect(moneyText(1234.5, 'zh')).toBe('1,234.5元')
    expect(moneyText(120000000, 'en')).toBe('CNY 120 million')
  })
  it('rounds half up in tables and not at all in inputs', () => {
    expect(wanText(12345650)).toBe('1,234.57')
    expect(wanInput(12345650.12)).toBe('1234.565012')
  })
  it('shows the same area in three units', () => {
    expect(areaText(120.795, 'zh')).toBe('120.795 亩 ≈ 80,530 平方米 ≈ 8.05 公顷')
  })
})
