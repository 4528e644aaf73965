import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FundColumnSet } from '@/api/types'
import { openPage } from '@/test/open-page'
import { answers, reporter, server } from '@/test/server'

const unit = { ...reporter, permissions: [...reporter.permissions, 'receipts:read', 'receipts:write'] }
const set = (part: Partial<FundColumnSet> = {}): FundColumnSet => ({
  id: '0190a000-0000-7000-8000-0000000000c1',
  version: 2,
  name: '自治区系统（默认）',
  common: true,
  columns: [
    { heading: '金额', field: 'amountYuan', unit: 'WAN' },
    { heading: '付款方', field: 'payer' },
  ],
  updatedAt: '2026-06-02T09:30:00+08:00',
  updatedBy: '系统',
  allowedActions: [],
  ...part,
})
const own = set({
  id: '0190a000-0000-7000-8000-0000000000c2',
  name: '本旗',
  common: false,
  unitCode: '150622',
  allowedActions: ['edit', 'delete'],
})

let checked: unknown[] = []
beforeEach(() => {
  checked = []
  answers('/units', { items: [] })
  answers('/receipts', { items: [], total: 0 })
  answers('/fund-counting', {
    version: 0,
    workingCapital: true,
    minimumAmountYuan: 0,
    excludedProjects: false,
    updatedAt: '2026-06-02T09:30:00+08:00',
    updatedBy: '系统',
  })
  answers('/fund-column-sets', { items: [set(), own] })
  answers('/fund-columns', {
    items: [
      { field: 'amountYuan', group: 'RECEIPT', label: '到位金额', labelZh: '到位金额', money: true, repeats: false },
      { field: 'payer', group: 'RECEIPT', label: '出资方', labelZh: '出资方', money: false, repeats: false },
    ],
  })
  server.use(
    http.post('*/api/v1/fund-column-sets/check', async ({ request }) => {
      checked.push(await request.json())
      return HttpResponse.json({ rows: [['1200', '示例公司']] })
    }),
  )
})

const open = async () => {
  const { hands } = openPage('/receipts', unit)
  await hands.click(await screen.findByRole('button', { name: '按栏目方案导出' }))
  const dialog = within(await screen.findByRole('dialog'))
  return { hands, dialog }
}

describe('the export by column set', () => {
  it('shows the first rows of the set that all have, which a unit may copy and not change', async () => {
    const { dialog } = await open()
    expect(await dialog.findByRole('cell', { name: '示例公司' })).toBeTruthy()
    expect(dialog.getByRole('columnheader', { name: '付款方' })).toBeTruthy()
    expect(dialog.getByRole('button', { name: '另存为新方案' })).toBeTruthy()
    expect(dialog.queryByRole('button', { name: '修改方案' })).toBeNull()
  })

  it('moves, renames and takes out columns by buttons and saves what stands there', async () => {
    const { hands, dialog } = await open()
    let saved: unknown
    server.use(
      http.post('*/api/v1/fund-column-sets', async ({ request }) => {
        saved = await request.json()
        return HttpResponse.json(own, { status: 201 })
      }),
    )
    await hands.click(await dialog.findByRole('button', { name: '另存为新方案' }))
    await hands.type(dialog.getByLabelText(/^方案名称/), '本旗')
    dialog.getByRole('button', { name: '下移“金额”' }).focus()
    await hands.keyboard('{Enter}')
    expect(dialog.getByText('“金额”现在是第 2 栏')).toBeTruthy()
    const heading = dialog.getByLabelText('第 1 栏标题')
    await hands.clear(heading)
    expect((dialog.getByRole('button', { name: '保存方案' }) as HTMLButtonElement).disabled).toBe(true)
    await hands.type(heading, '出资单位')
    await hands.click(dialog.getByRole('button', { name: '保存方案' }))
    expect(await dialog.findByRole('button', { name: '导出 Excel' })).toBeTruthy()
    expect(saved).toEqual({
      name: '本旗',
      common: false,
      columns: [
        { heading: '出资单位', field: 'payer' },
        { heading: '金额', field: 'amountYuan', unit: 'WAN' },
      ],
    })
  })

  it('shows beside the column what the server refuses of it', async () => {
    const { hands, dialog } = await open()
    server.use(
      http.post('*/api/v1/fund-column-sets', () =>
        HttpResponse.json(
          {
            type: 'about:blank',
            title: '请求有误，请按下列提示修改',
            status: 400,
            errors: [
              {
                rule: 'FORMAT',
                pointer: '/columns/1',
                severity: 'BLOCK',
                message: '第 2 项的“栏目标题”与第 1 项相同',
                params: {},
              },
            ],
          },
          { status: 400, headers: { 'Content-Type': 'application/problem+json' } },
        ),
      ),
    )
    await hands.click(await dialog.findByRole('button', { name: '另存为新方案' }))
    await hands.type(dialog.getByLabelText(/^方案名称/), '本旗')
    await hands.click(dialog.getByRole('button', { name: '保存方案' }))
    expect(await dialog.findByText('第 2 项的“栏目标题”与第 1 项相同')).toBeTruthy()
    expect(dialog.getByLabelText('第 2 栏标题').getAttribute('aria-invalid')).toBe('true')
  })
})
