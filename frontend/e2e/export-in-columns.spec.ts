import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn } from './support'

test.describe.configure({ mode: 'serial' })

let unit: Page
const name = `示例方案${Date.now().toString(36)}`

test.beforeAll(async ({ browser }) => {
  unit = await signIn(browser, '150622')
})

const dialog = () => unit.getByRole('dialog')
const headings = async (file: Promise<{ path(): Promise<string> }>) =>
  (await readFile(await (await file).path(), 'utf8')).slice(1).split('\r\n')[0]

test('the ledger leaves in the columns of the regional system', async () => {
  await unit.getByRole('link', { name: '资金台账', exact: true }).click()
  await unit.getByRole('button', { name: '按栏目方案导出' }).click()
  await expect(dialog().getByRole('columnheader', { name: '到位金额（万元）' })).toBeVisible()
  await expectAccessible(unit)
  const download = unit.waitForEvent('download')
  await dialog().getByRole('button', { name: '导出 CSV' }).click()
  expect(await headings(download)).toContain('填报单位,项目名称,项目代码,投资主体')
})

test('a unit writes columns of its own with the keyboard alone', async () => {
  await dialog().getByRole('button', { name: '另存为新方案' }).press('Enter')
  await dialog().getByLabel('方案名称').fill(name)
  const up = dialog().getByRole('button', { name: '上移“项目名称”' })
  await up.press('Enter')
  await expect(up).toBeFocused()
  await expect(dialog().getByLabel('第 1 栏标题')).toHaveValue('项目名称')
  await dialog().getByLabel('第 1 栏标题').fill('项目全称')
  await dialog().getByRole('button', { name: '移除“项目代码”' }).press('Enter')
  await expect(dialog().getByRole('combobox', { name: '添加一栏' })).toBeFocused()
  await unit.keyboard.type('审核金额')
  await unit.keyboard.press('Enter')
  await expect(dialog().getByRole('columnheader', { name: '审核金额（万元）' })).toBeVisible()
  await expectAccessible(unit)
  await dialog().getByRole('button', { name: '保存方案' }).press('Enter')
  await expect(dialog().getByRole('columnheader', { name: '项目全称' })).toBeVisible()
  const download = unit.waitForEvent('download')
  await dialog().getByRole('button', { name: '导出 CSV' }).press('Enter')
  const first = await headings(download)
  expect(first).toMatch(/^项目全称,填报单位,投资主体,/)
  expect(first).toMatch(/,审核金额（万元）$/)
})

test('what the server refuses stands beside its column, and a set is deleted', async () => {
  await dialog().getByRole('button', { name: '修改方案' }).click()
  await dialog().getByLabel('第 2 栏标题').fill('项目全称')
  await dialog().getByRole('button', { name: '保存方案' }).click()
  await expect(
    dialog()
      .getByText(/第 2 项的“栏目标题”与第 1 项相同/)
      .first(),
  ).toBeVisible()
  await expectAccessible(unit)
  await dialog().getByRole('button', { name: '返回' }).click()
  await dialog().getByRole('button', { name: '删除方案' }).click()
  await unit.getByRole('dialog', { name: '删除方案' }).getByRole('button', { name: '删除方案' }).click()
  await expect(dialog().getByText(name)).toHaveCount(0)
})
