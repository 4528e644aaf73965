import { expect, type Page, test } from '@playwright/test'
import { choose, expectAccessible, signIn } from './support'

test.describe.configure({ mode: 'serial' })

let bureau: Page
let unit: Page
/** Another figure each time: the journey can be made again on the same data. */
const amount = 200_000 + (Date.now() % 100_000)
const grouped = amount.toLocaleString('en-US')

test.beforeAll(async ({ browser }) => {
  bureau = await signIn(browser, 'bureau')
  unit = await signIn(browser, '150622')
})

test('the bureau sets the targets of the year in one table', async () => {
  await bureau.getByRole('link', { name: '任务与排名' }).click()
  await expect(bureau.getByRole('heading', { name: '任务与排名' })).toBeVisible()
  await bureau.getByRole('button', { name: '年度任务' }).click()
  await expectAccessible(bureau)
  const cell = bureau.getByLabel('准格尔旗 国内（区外）到位资金')
  await cell.fill('很多')
  await expect(bureau.getByText('有 1 处不是数字，请改正后保存')).toBeVisible()
  await cell.fill(String(amount))
  await bureau.getByLabel('下达文号').fill('鄂招商发〔2021〕3号')
  await expect(bureau.getByText('有 1 处改动未保存')).toBeVisible()
  await bureau.getByRole('button', { name: '保存' }).click()
  await expect(bureau.getByText('已保存').first()).toBeVisible()
  await expect(cell).toHaveValue(String(amount))
  await expect(bureau.getByRole('row', { name: /合计减全市/ })).toBeVisible()
  await expectAccessible(bureau)
})

test('a block is pasted from a sheet', async () => {
  const first = bureau.getByLabel('达拉特旗 新签约项目数')
  const second = bureau.getByLabel('准格尔旗 新签约项目数')
  const count = String(10 + (amount % 80))
  await first.focus()
  await first.evaluate((input, text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, `${count}\n${count}\n`)
  await expect(first).toHaveValue(count)
  await expect(second).toHaveValue(count)
  await bureau.getByRole('button', { name: '放弃改动' }).click()
})

test('a unit reads its own target and the city’s, and no other', async () => {
  await unit.getByRole('link', { name: '任务与排名' }).click()
  await unit.getByRole('button', { name: '年度任务' }).click()
  await expect(unit.getByRole('row', { name: /准格尔旗/ })).toContainText(grouped)
  await expect(unit.getByRole('row', { name: /全市/ })).toBeVisible()
  await expect(unit.getByRole('row', { name: /达拉特旗/ })).toHaveCount(0)
  await expect(unit.getByRole('textbox')).toHaveCount(0)
  await expectAccessible(unit)
})

test('the ranking says who is ahead, by which figures and how they are counted', async () => {
  await bureau.getByRole('button', { name: '排名', exact: true }).click()
  await choose(bureau, '指标', '签约项目数')
  await expect(bureau.getByText(/哪个单位的.*最高？/)).toBeVisible()
  await expect(bureau.getByRole('row', { name: /鄂尔多斯市/ })).toBeVisible()
  await expect(bureau.getByRole('heading', { name: '指标说明' })).toBeVisible()
  await expectAccessible(bureau)
  await choose(bureau, '指标', '开工率')
  await expect(bureau.getByText(/开工率=已开工/)).toBeVisible()
  await expect(bureau.getByRole('button', { name: '修改指标' })).toBeVisible()
})

test('a figure opens the list that it counts', async () => {
  await choose(bureau, '指标', '投产率')
  await expect(bureau.getByText(/投产率=已投产/)).toBeVisible()
  // One unit's, which a page of the list holds.
  const signed = bureau
    .getByRole('row', { name: /准格尔旗/ })
    .getByRole('link')
    .last()
  const figure = Number((await signed.textContent())?.replaceAll(',', ''))
  await signed.click()
  await expect(bureau.getByRole('heading', { name: '签约项目' })).toBeVisible()
  await expect(bureau.locator('table tbody tr')).toHaveCount(figure)
})
