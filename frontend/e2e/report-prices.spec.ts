import { expect, type Page, test } from '@playwright/test'
import { choose, expectAccessible, signIn } from './support'

test.describe.configure({ mode: 'serial' })

let unit: Page
let bureau: Page

const OWED = ['工业用水', '大工业用电（35千伏）']
const cell = (page: Page, item: string) => page.getByLabel(`${item} 价格下限`, { exact: true }).first()
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()

test.beforeAll(async ({ browser }) => {
  unit = await signIn(browser, '150625')
  bureau = await signIn(browser, 'bureau')
})

test('a unit pastes its prices from a sheet, and undoes what was wrong', async () => {
  await unit.getByRole('link', { name: '要素价格年报', exact: true }).click()
  await expect(unit.getByRole('heading', { name: /年要素价格/ })).toBeVisible()
  await expectAccessible(unit)
  await unit.getByLabel('只看必报').check()
  await cell(unit, '工业用水').fill('9')
  await unit.evaluate(() => {
    const target = document.activeElement
    const data = new DataTransfer()
    data.setData('text/plain', Array.from({ length: 40 }, (_, i) => (i === 0 ? '4.1' : '0.5')).join('\n'))
    target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(cell(unit, '工业用水')).toHaveValue('4.1')
  await expect(cell(unit, OWED[1] ?? '')).toHaveValue('0.5')
  await saved(unit)
  await expect(unit.getByText('必报价格已齐')).toBeVisible()
  await cell(unit, '工业用水').fill('41')
  await cell(unit, '工业用水').press('Control+z')
  await expect(cell(unit, '工业用水')).toHaveValue('4.1')
  await saved(unit)
})

test('what was typed while the line was down is kept, and saved once it is back', async () => {
  await unit.context().setOffline(true)
  await cell(unit, '工业用水').fill('4.2')
  await expect(unit.getByText(/连接中断/).first()).toBeVisible()
  await unit.context().setOffline(false)
  await saved(unit)
  await unit.reload()
  await expect(cell(unit, '工业用水')).toHaveValue('4.2')
})

test('the unit submits, the bureau returns one price with its reason', async () => {
  await unit.getByRole('button', { name: '报送', exact: true }).click()
  await unit.getByRole('dialog').getByRole('button', { name: '报送', exact: true }).click()
  await expect(unit.getByText('已报送').first()).toBeVisible()

  await bureau.getByRole('link', { name: '要素价格年报', exact: true }).click()
  await expectAccessible(bureau)
  await bureau.getByRole('link', { name: '杭锦旗' }).click()
  await bureau.getByRole('button', { name: '退回修改' }).click()
  const dialog = bureau.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('请核对水价')
  await dialog.getByLabel('工业用水 4.2', { exact: true }).check()
  await dialog.getByLabel('工业用水 4.2 这一项为什么退回').fill('与文件不一致')
  await expectAccessible(bureau)
  await dialog.getByRole('button', { name: '退回修改' }).click()
  await expect(bureau.getByText('已退回').first()).toBeVisible()
})

test('only that price can be changed; it is submitted again and accepted', async () => {
  await unit.reload()
  await expect(unit.getByText(/请核对水价/)).toBeVisible()
  await expect(cell(unit, OWED[1] ?? '')).toBeDisabled()
  await cell(unit, '工业用水').fill('4.3')
  await saved(unit)
  await unit.getByRole('button', { name: '报送', exact: true }).click()
  await unit.getByRole('dialog').getByRole('button', { name: '报送', exact: true }).click()
  await expect(unit.getByText('已报送').first()).toBeVisible()
  await bureau.reload()
  await bureau.getByRole('button', { name: '审定', exact: true }).click()
  await bureau.getByRole('dialog').getByRole('button', { name: '审定', exact: true }).click()
  await expect(bureau.getByText('已审定').first()).toBeVisible()
})

test('anyone compares it: on a day, by place, over time, as a picture', async ({ page }) => {
  await page.goto('/public/prices')
  await expect(page.getByRole('cell', { name: '4.3', exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '分布示意图' }).click()
  await expect(page.getByText('杭锦旗').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '走势' }).click()
  await expect(page.getByText(/走势（/)).toBeVisible()
  await expectAccessible(page)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '保存为图片（PNG）' }).click()
  expect((await saving).suggestedFilename()).toMatch(/\.png$/)
})

test('the bureau compares another item', async () => {
  await bureau.getByRole('link', { name: '要素价格比较', exact: true }).click()
  await expectAccessible(bureau)
  await choose(bureau, '价格项目', '一般工商业用电')
  await expect(bureau.getByRole('combobox', { name: '价格项目' })).toBeVisible()
})
