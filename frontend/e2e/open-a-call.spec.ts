import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn } from './support'

test.describe.configure({ mode: 'serial' })

let bureau: Page
let unit: Page
// What the last call had is offered again; a data set that ran this before has one more call.
let year: number
let quota: number
let sum: number

const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })

test.beforeAll(async ({ browser }) => {
  bureau = await signIn(browser, 'bureau')
  unit = await signIn(browser, '150622')
})

test('the bureau is offered the terms of the last call for the next year', async () => {
  await bureau.getByRole('link', { name: '项目征集' }).click()
  await expect(bureau.getByRole('heading', { name: '项目征集' })).toBeVisible()
  await expect(bureau.getByRole('row', { name: /2021年度招商引资项目征集/ })).toContainText('已截止')
  await expectAccessible(bureau)
  await bureau.getByRole('button', { name: '发起征集' }).click()
  await expect(bureau.getByRole('heading', { name: '发起年度征集' })).toBeVisible()
  year = Number(await bureau.getByLabel('征集年度').inputValue())
  expect(year).toBeGreaterThan(2021)
  await expect(bureau.getByLabel('总投资下限')).toHaveValue('500')
  quota = Number(await bureau.getByLabel('准格尔旗任务数').inputValue())
  const all = await bureau.getByText(/^合计 \d+ 个$/).textContent()
  sum = Number(/\d+/.exec(all ?? '')?.[0])
  expect(sum).toBeGreaterThan(quota)
  await expectAccessible(bureau)
})

test('what is missing or contradicts itself is said beside its field, and nothing is opened', async () => {
  await bureau.getByLabel('征集名称').fill('')
  await bureau.getByRole('button', { name: '发起征集' }).click()
  await expect(bureau.locator('#f-name-findings')).toContainText('请填写征集名称')
  await expect(bureau.getByLabel('征集名称')).toBeFocused()
  await expectAccessible(bureau)
  await bureau.getByLabel('征集名称').fill(`${year}年度招商引资项目征集`)
  await bureau.getByLabel('报送截止日期').fill(`${year}-01-02`)
  await bureau.getByRole('button', { name: '发起征集' }).click()
  await expect(bureau.locator('#f-deadline-findings')).toContainText('须改正')
})

test('the call opens with its own quotas', async () => {
  await bureau.getByLabel('报送截止日期').fill(`${year}-04-10`)
  quota += 5
  sum += 5
  await bureau.getByLabel('准格尔旗任务数').fill(String(quota))
  await expect(bureau.getByText(`合计 ${sum} 个`)).toBeVisible()
  await bureau.getByRole('button', { name: '发起征集' }).click()
  await expect(bureau.getByRole('heading', { name: `${year}年度招商引资项目征集` })).toBeVisible()
  await expect(row(bureau, '准格尔旗')).toContainText(String(quota))
  await expect(row(bureau, '合计')).toContainText(String(sum))
  await expectAccessible(bureau)
})

test('its terms can be changed, and only what was changed is', async () => {
  await bureau.getByRole('button', { name: '修改征集' }).click()
  await expect(bureau.getByRole('heading', { name: `修改${year}年征集` })).toBeVisible()
  await expectAccessible(bureau)
  await bureau.getByLabel('报送截止日期').fill(`${year}-04-20`)
  await bureau.getByRole('button', { name: '保存' }).click()
  await expect(row(bureau, '东胜区')).toContainText(`${year}年4月20日`)
  await expect(row(bureau, '准格尔旗')).toContainText(String(quota))
})

test('one unit gets more time, with who granted it and why', async () => {
  await bureau.getByRole('button', { name: '批准延期' }).click()
  const form = bureau.getByRole('form', { name: '批准一个单位延期' })
  await form.getByRole('button', { name: '批准延期' }).click()
  await expect(form).toContainText('请填写延期原因')
  await form.getByLabel('延期单位').selectOption('150622')
  await form.getByLabel('延期至').fill(`${year}-04-30`)
  await form.getByLabel('批准人').fill('市商务局分管领导')
  await form.getByLabel('延期原因').fill('重大项目正在洽谈')
  await expectAccessible(bureau)
  await form.getByRole('button', { name: '批准延期' }).click()
  await expect(row(bureau, '准格尔旗')).toContainText('已延期')
  await expect(row(bureau, '准格尔旗')).toContainText(`${year}年4月30日`)
  await expect(row(bureau, '东胜区')).not.toContainText('已延期')
  await expect(bureau.getByText('重大项目正在洽谈')).toBeVisible()
  await expectAccessible(bureau)
})

test('the unit sees its own row of the board, and can change nothing', async () => {
  await unit.getByRole('link', { name: '项目征集' }).click()
  await expect(unit.getByRole('button', { name: '发起征集' })).toHaveCount(0)
  await unit.getByRole('link', { name: `${year}年度招商引资项目征集` }).click()
  await expect(row(unit, '准格尔旗')).toContainText(`${year}年4月30日`)
  await expect(unit.getByText('东胜区')).toHaveCount(0)
  await expect(unit.getByRole('button', { name: '修改征集' })).toHaveCount(0)
  await expectAccessible(unit)
})
