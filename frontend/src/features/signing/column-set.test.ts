import { describe, expect, it } from 'vitest'
import type { FundColumn, FundColumnSet } from '@/api/types'
import { add, begin, body, isWhole, measure, move, offered, remove, rename } from './column-set'

const column = (part: Partial<FundColumn>): FundColumn => ({
  field: 'payer',
  group: 'RECEIPT',
  label: '出资方',
  labelZh: '出资方',
  money: false,
  repeats: false,
  ...part,
})
const amount = column({ field: 'amountYuan', label: 'Amount', labelZh: '到位金额', money: true })
const blank = column({ field: 'blank', label: '空栏', labelZh: '空栏', repeats: true })
const two = add(add(begin(), column({})), amount)
const headings = ({ columns }: { columns: readonly { heading: string }[] }) => columns.map(({ heading }) => heading)

describe('a set of columns', () => {
  it('grows to the right, amounts in 万元 and said so in Chinese', () => {
    expect(two.columns).toEqual([
      { key: 0, heading: '出资方', field: 'payer' },
      { key: 1, heading: '到位金额（万元）', field: 'amountYuan', unit: 'WAN' },
    ])
  })

  it('offers a field once and the empty column again, under headings of their own', () => {
    expect(offered([column({}), amount, blank], two)).toEqual([blank])
    const three = add(add(two, blank), blank)
    expect(headings(three)).toEqual(['出资方', '到位金额（万元）', '空栏', '空栏2'])
    expect(offered([blank], three)).toEqual([blank])
    expect(new Set(three.columns.map(({ key }) => key)).size).toBe(4)
  })

  it('moves a column one place and never beyond the ends', () => {
    expect(headings(move(two, 1, -1))).toEqual(['到位金额（万元）', '出资方'])
    expect(move(two, 0, -1)).toEqual(two)
    expect(move(two, 1, 1)).toEqual(two)
  })

  it('takes the unit in the heading along when amounts get another', () => {
    expect(measure(two, 1, 'YI').columns[1]).toMatchObject({ heading: '到位金额（亿元）', unit: 'YI' })
    expect(measure(rename(two, 1, '金额'), 1, 'YUAN').columns[1]).toMatchObject({ heading: '金额', unit: 'YUAN' })
  })

  it('is sent as it stands, and only with a name, columns and headings', () => {
    const named = { ...rename(two, 0, ' 单位 '), name: ' 自治区 ' }
    expect(body(named)).toEqual({
      name: '自治区',
      common: false,
      columns: [
        { heading: '单位', field: 'payer' },
        { heading: '到位金额（万元）', field: 'amountYuan', unit: 'WAN' },
      ],
    })
    expect(isWhole(named)).toBe(true)
    expect(isWhole(two)).toBe(false)
    expect(isWhole(rename(named, 1, ' '))).toBe(false)
    expect(isWhole(remove(remove(named, 0), 0))).toBe(false)
  })

  it('begins with what was saved', () => {
    const saved = { name: '旧', common: true, columns: [{ heading: '甲', field: 'amountYuan', unit: 'YI' }] }
    expect(body(begin(saved as FundColumnSet))).toEqual(saved)
  })
})
