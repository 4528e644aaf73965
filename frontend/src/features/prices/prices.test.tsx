import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AcceptedPrice, PriceComparison, PriceReport, PriceReportLine } from '@/api/types'
import { clearDrafts } from '@/lib/drafts'
import { openPage } from '@/test/open-page'
import { answers, bureau, reporter, server } from '@/test/server'

const unit = { ...reporter, permissions: [...reporter.permissions, 'prices:read', 'prices:write', 'prices:submit'] }
const city = { ...bureau, permissions: [...bureau.permissions, 'prices:read', 'prices:review'] }

const accepted = (id: string, low: number, high = low): AcceptedPrice => ({
  id,
  priceLow: low,
  priceHigh: high,
  middle: (low + high) / 2,
  unitOfMeasure: '元/立方米',
  validFrom: '2026-01-01',
  example: false,
})
const line = (itemCode: string, itemName: string, last?: number): PriceReportLine => ({
  itemCode,
  itemName,
  category: 'WATER',
  unitOfMeasure: '元/立方米',
  required: true,
  prices: [],
  ...(last !== undefined && {
    last: { id: 'l', reportYear: 2025, state: 'ACCEPTED', priceLow: last, validFrom: '2025-01-01' },
  }),
})
const stored = (id: string) => ({
  id,
  code: id,
  version: 1,
  state: 'RETURNED',
  priceLow: 9,
  composition: '含税',
  validFrom: '2026-01-01',
  justifications: [],
  findings: [],
  allowedActions: ['edit', 'delete'],
  whyNot: [],
})
const report = (part: Partial<PriceReport> = {}): PriceReport => ({
  year: 2026,
  unitCode: '150622',
  unitName: '准格尔旗',
  version: 2,
  revision: '2-0',
  state: 'DRAFT',
  deadline: '2026-12-31',
  extended: false,
  daysLeft: 36,
  late: false,
  submissions: 0,
  required: 2,
  missing: ['WATER', 'GAS'],
  blocking: 0,
  explaining: 0,
  lines: [line('WATER', '工业用水', 4), line('GAS', '工业用气', 2)],
  allowedActions: ['carry-forward'],
  whyNot: [],
  ...part,
})

beforeEach(async () => {
  await clearDrafts()
  answers('/factor-items', { items: [] })
  answers('/units', { items: [] })
  answers('/price-reports/2026/150622', report())
})

describe('the comparison', () => {
  const comparison: PriceComparison = {
    itemCode: 'WATER_INDUSTRIAL',
    itemName: '工业用水',
    category: 'WATER',
    unitOfMeasure: '元/立方米',
    partial: false,
    asOf: '2026-11-25',
    units: [
      { unitCode: '150602', unitName: '东胜区', prices: [accepted('a', 2.4, 3.4)] },
      { unitCode: '150622', unitName: '准格尔旗', prices: [accepted('b', 4.32)] },
      { unitCode: '150623', unitName: '鄂托克前旗', prices: [] },
    ],
    count: 2,
    cheapest: { unitCode: '150602', unitName: '东胜区', price: accepted('a', 2.4, 3.4) },
    dearest: { unitCode: '150622', unitName: '准格尔旗', price: accepted('b', 4.32) },
    median: 3.61,
    composedDiffers: true,
  }

  it('shows all units for one item on a day, those without a price too', async () => {
    answers('/factor-prices/comparison', comparison)
    openPage('/prices', city)
    const table = await screen.findByRole('table', { name: '要素价格比较' })
    expect(within(table).getByText('2.4–3.4')).toBeTruthy()
    expect(within(table).getByText('没有价格')).toBeTruthy()
    expect(screen.getByText(/构成不同/)).toBeTruthy()
    expect(screen.getByText('3.61 元/立方米')).toBeTruthy()
  })

  it('asks for the item, day and condition of its address', async () => {
    let asked: URLSearchParams | undefined
    server.use(
      http.get('*/api/v1/factor-prices/comparison', ({ request }) => {
        asked = new URL(request.url).searchParams
        return HttpResponse.json({ ...comparison, units: [], count: 0 })
      }),
    )
    openPage('/prices?item=GAS_INDUSTRIAL&asOf=2021-04-10', city)
    expect(await screen.findByText('这一天没有任何单位有审定的价格')).toBeTruthy()
    expect(Object.fromEntries(asked ?? [])).toEqual({ item: 'GAS_INDUSTRIAL', asOf: '2021-04-10' })
  })
})

describe('the yearly report', () => {
  /** The server keeps the cells it is sent. */
  const keeps = () => {
    const sent: unknown[] = []
    server.use(
      http.post('*/api/v1/price-reports/2026/150622/cells', async ({ request }) => {
        const { cells } = (await request.json()) as { cells: unknown[] }
        sent.push(...cells)
        return HttpResponse.json({
          results: cells.map((_, cell) => ({ cell, status: 'CREATED', errors: [], findings: [] })),
          report: report(),
        })
      }),
    )
    return sent
  }

  it('takes a block pasted from a sheet, downwards and to the right', async () => {
    const sent = keeps()
    openPage('/price-reports/2026/150622', unit)
    fireEvent.paste(await screen.findByLabelText('工业用水 价格下限'), {
      clipboardData: { getData: () => '4.5\t5\n２.１\n' },
    })
    expect(screen.getByText('+12.5%')).toBeTruthy()
    await waitFor(() => expect(sent).toHaveLength(2), { timeout: 5_000 })
    expect(sent[0]).toMatchObject({ itemCode: 'WATER', priceLow: 4.5, priceHigh: 5, validFrom: '2026-01-01' })
    expect(sent[1]).toMatchObject({ itemCode: 'GAS', priceLow: 2.1 })
  })

  it('takes a day as people write it, and says what is none', async () => {
    const sent = keeps()
    const { hands } = openPage('/price-reports/2026/150622', unit)
    const day = (await screen.findByLabelText('工业用水 执行日期')) as HTMLInputElement
    expect(day.value).toBe('2026-01-01')
    fireEvent.change(day, { target: { value: '2026年2月30日' } })
    expect(screen.getByText('请填写日期，如 2026-01-01')).toBeTruthy()
    fireEvent.change(day, { target: { value: '2026.3.5' } })
    await hands.type(screen.getByLabelText('工业用水 价格下限'), '4')
    await waitFor(() => expect(sent).toHaveLength(1), { timeout: 5_000 })
    expect(sent[0]).toMatchObject({ validFrom: '2026-03-05', priceLow: 4 })
  })

  it('undoes the last step, a pasted block as one', async () => {
    keeps()
    openPage('/price-reports/2026/150622', unit)
    const water = (await screen.findByLabelText('工业用水 价格下限')) as HTMLInputElement
    const gas = screen.getByLabelText('工业用气 价格下限') as HTMLInputElement
    fireEvent.change(water, { target: { value: '4' } })
    fireEvent.paste(water, { clipboardData: { getData: () => '5\n6\n' } })
    expect([water.value, gas.value]).toEqual(['5', '6'])
    fireEvent.keyDown(gas, { key: 'z', ctrlKey: true })
    expect([water.value, gas.value]).toEqual(['4', ''])
    fireEvent.keyDown(gas, { key: 'z', ctrlKey: true })
    expect(water.value).toBe('')
  })

  it('copies the cell above with Ctrl+D, the first day too', async () => {
    const sent = keeps()
    openPage('/price-reports/2026/150622', unit)
    fireEvent.change(await screen.findByLabelText('工业用水 价格下限'), { target: { value: '4' } })
    fireEvent.change(screen.getByLabelText('工业用水 执行日期'), { target: { value: '2026-03-05' } })
    fireEvent.keyDown(screen.getByLabelText('工业用气 价格下限'), { key: 'd', ctrlKey: true })
    fireEvent.keyDown(screen.getByLabelText('工业用气 执行日期'), { key: 'd', ctrlKey: true })
    await waitFor(() => expect(sent).toHaveLength(2), { timeout: 5_000 })
    expect(sent[1]).toMatchObject({ itemCode: 'GAS', priceLow: 4, validFrom: '2026-03-05' })
  })

  it('sends what was typed last before it asks whether to submit', async () => {
    const sent = keeps()
    answers('/price-reports/2026/150622', report({ allowedActions: ['submit'] }))
    const { hands } = openPage('/price-reports/2026/150622', unit)
    fireEvent.change(await screen.findByLabelText('工业用水 价格下限'), { target: { value: '4' } })
    await hands.click(screen.getByRole('button', { name: '报送' }))
    expect(await screen.findByRole('dialog')).toBeTruthy()
    expect(sent).toHaveLength(1)
  })

  it('does not ask while something typed could not be saved', async () => {
    keeps()
    answers('/price-reports/2026/150622', report({ allowedActions: ['submit'] }))
    const { hands } = openPage('/price-reports/2026/150622', unit)
    fireEvent.change(await screen.findByLabelText('工业用水 价格下限'), { target: { value: '很贵' } })
    await hands.click(screen.getByRole('button', { name: '报送' }))
    expect(await screen.findByText('有内容未能保存，请看标红的格子')).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('goes back by single prices, each with its reason', async () => {
    let sent: unknown
    const price = {
      id: 'p1',
      code: 'ORD-PRC-1',
      version: 1,
      state: 'SUBMITTED' as const,
      priceLow: 9,
      validFrom: '2026-01-01',
      justifications: [],
      findings: [],
      allowedActions: [],
      whyNot: [],
    }
    answers(
      '/price-reports/2026/150622',
      report({
        state: 'SUBMITTED',
        allowedActions: ['return', 'accept'],
        lines: [{ ...line('WATER', '工业用水', 4), prices: [price as never] }],
      }),
    )
    server.use(
      http.post('*/api/v1/price-reports/2026/150622/return', async ({ request }) => {
        sent = await request.json()
        return HttpResponse.json(report({ state: 'RETURNED' }))
      }),
    )
    const { hands } = openPage('/price-reports/2026/150622', city)
    await hands.click(await screen.findByRole('button', { name: '退回修改' }))
    const dialog = await screen.findByRole('dialog')
    await hands.type(within(dialog).getByRole('textbox'), '请核对')
    await hands.click(within(dialog).getByLabelText('工业用水 9'))
    const send = within(dialog).getByRole('button', { name: '退回修改' }) as HTMLButtonElement
    expect(send.disabled).toBe(true)
    await hands.type(within(dialog).getByLabelText('工业用水 9 这一项为什么退回'), '比文件高')
    await hands.click(send)
    await waitFor(() =>
      expect(sent).toEqual({ reason: '请核对', fields: [{ pointer: '/prices/p1', reason: '比文件高' }] }),
    )
  })

  it('asks for items that have no price', async () => {
    let sent: unknown
    answers(
      '/price-reports/2026/150622',
      report({
        state: 'SUBMITTED',
        missing: ['WATER'],
        allowedActions: ['return', 'accept'],
        lines: [line('WATER', '工业用水'), { ...line('STEAM', '工业蒸汽'), required: false }],
      }),
    )
    server.use(
      http.post('*/api/v1/price-reports/2026/150622/return', async ({ request }) => {
        sent = await request.json()
        return HttpResponse.json(report({ state: 'RETURNED' }))
      }),
    )
    const { hands } = openPage('/price-reports/2026/150622', city)
    await hands.click(await screen.findByRole('button', { name: '退回修改' }))
    const dialog = await screen.findByRole('dialog')
    await hands.type(within(dialog).getByRole('textbox'), '请补报')
    await hands.click(within(dialog).getByLabelText('补报：工业用水'))
    await hands.type(within(dialog).getByLabelText('补报：工业用水 这一项为什么退回'), '必报')
    await hands.click(within(dialog).getByLabelText('要求补报没有价格的项目'))
    await hands.click(await screen.findByText('工业蒸汽', { selector: '.ant-select-item-option-content' }))
    await hands.type(within(dialog).getByLabelText('补报：工业蒸汽 这一项为什么退回'), '园区有供汽')
    await hands.click(within(dialog).getByRole('button', { name: '退回修改' }))
    await waitFor(() =>
      expect(sent).toEqual({
        reason: '请补报',
        fields: [
          { pointer: '/items/WATER', reason: '必报' },
          { pointer: '/items/STEAM', reason: '园区有供汽' },
        ],
      }),
    )
  })

  it('tells the unit what to add, and why a price came back', async () => {
    answers(
      '/price-reports/2026/150622',
      report({
        state: 'RETURNED',
        returned: {
          reason: '请补报',
          by: '市商务局',
          at: '2026-11-20T09:00:00+08:00',
          fields: [{ pointer: '/items/GAS', reason: '必报' }],
        },
        lines: [
          { ...line('WATER', '工业用水'), prices: [{ ...stored('p1'), returned: '比文件高' } as never] },
          line('GAS', '工业用气'),
        ],
      }),
    )
    openPage('/price-reports/2026/150622', unit)
    expect(await screen.findByText('请补报：工业用气：必报')).toBeTruthy()
    expect(screen.getByText('退回理由：比文件高')).toBeTruthy()
  })

  it('deletes a price when told to, and takes it back', async () => {
    const sent: Record<string, unknown>[] = []
    let there = true
    const now = () =>
      report({ lines: [{ ...line('WATER', '工业用水', 4), prices: there ? [stored('p1') as never] : [] }] })
    server.use(
      http.get('*/api/v1/price-reports/2026/150622', () => HttpResponse.json(now())),
      http.post('*/api/v1/price-reports/2026/150622/cells', async ({ request }) => {
        const { cells } = (await request.json()) as { cells: Record<string, unknown>[] }
        sent.push(...cells)
        there = !cells.some(({ remove }) => remove)
        return HttpResponse.json({
          results: cells.map((_, cell) => ({ cell, status: 'REMOVED', errors: [], findings: [] })),
          report: now(),
        })
      }),
    )
    const { hands } = openPage('/price-reports/2026/150622', unit)
    const low = (await screen.findByLabelText('工业用水 价格下限')) as HTMLInputElement
    await hands.clear(low)
    await hands.click(screen.getByRole('button', { name: '删除这个价格' }))
    expect(screen.getByText('即将删除')).toBeTruthy()
    await waitFor(() => expect(sent).toHaveLength(1), { timeout: 5_000 })
    expect(sent[0]).toMatchObject({ code: 'p1', version: 1, remove: true })
    await hands.click(await screen.findByRole('button', { name: '撤销删除：工业用水' }))
    await waitFor(() => expect(sent).toHaveLength(2), { timeout: 5_000 })
    expect(sent[1]).toMatchObject({ itemCode: 'WATER', priceLow: 9, composition: '含税' })
    expect(sent[1]).not.toHaveProperty('code')
  })

  it('takes a price by park in a row of its own', async () => {
    const sent = keeps()
    answers('/parks', {
      items: [
        { name: '大路工业园', unitCode: '150622' },
        { name: '蒙西园区', unitCode: '150624' },
      ],
    })
    const { hands } = openPage('/price-reports/2026/150622', unit)
    await hands.click(await screen.findByRole('button', { name: '工业用水：增加园区或适用条件' }))
    const dialog = await screen.findByRole('dialog')
    const add = within(dialog).getByRole('button', { name: '增加一行' }) as HTMLButtonElement
    expect(add.disabled).toBe(true)
    await hands.type(within(dialog).getByLabelText('园区'), '大路工业园')
    await hands.click(add)
    const low = await screen.findByLabelText('工业用水 大路工业园 价格下限')
    await waitFor(() => expect(document.activeElement).toBe(low))
    await hands.type(low, '3.5')
    await waitFor(() => expect(sent).toHaveLength(1), { timeout: 5_000 })
    expect(sent[0]).toMatchObject({ itemCode: 'WATER', parkName: '大路工业园', priceLow: 3.5 })
  })

  it('sends nothing that is no figure, and says so beside the cell', async () => {
    const sent = keeps()
    const { hands } = openPage('/price-reports/2026/150622', unit)
    await hands.type(await screen.findByLabelText('工业用水 价格下限'), '很贵')
    expect(await screen.findByText('请填写数字')).toBeTruthy()
    expect(await screen.findByText('有内容未能保存，请看标红的格子')).toBeTruthy()
    expect(sent).toEqual([])
  })

  it('takes last period’s prices over in one step', async () => {
    let carried = 0
    server.use(
      http.post('*/api/v1/price-reports/2026/150622/carry-forward', () => {
        carried++
        return HttpResponse.json(report({ missing: [] }))
      }),
    )
    const { hands } = openPage('/price-reports/2026/150622', unit)
    await hands.click(await screen.findByRole('button', { name: '其余与上期一致' }))
    expect(await screen.findByText(/已沿用上期价格/)).toBeTruthy()
    expect(carried).toBe(1)
  })

  it('can not be typed into by the bureau, which accepts or returns it with a reason', async () => {
    answers('/price-reports/2026/150622', report({ state: 'SUBMITTED', allowedActions: ['accept', 'return'] }))
    const { hands } = openPage('/price-reports/2026/150622', city)
    expect((await screen.findByLabelText('工业用水 价格下限')).hasAttribute('disabled')).toBe(true)
    await hands.click(screen.getByRole('button', { name: '退回修改' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByRole('button', { name: '退回修改' }).hasAttribute('disabled')).toBe(true)
  })
})
