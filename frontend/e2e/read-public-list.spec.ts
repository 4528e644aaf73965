import { expect, type Page, test } from '@playwright/test'
import { Given } from './given'
import { expectAccessible } from './support'

test.describe.configure({ mode: 'serial' })

// A word of this run: the list may hold projects of earlier ones.
const run = Date.now().toString(36)
const SOLAR = `光伏组件基地${run}`
const CATTLE = `肉牛产业链${run}`
const DATA = `数据中心${run}`

const card = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })
const found = (page: Page, count: number) =>
  expect(page.getByRole('status').filter({ hasText: `${count} 个` })).toBeVisible()

async function expectNoSideways(page: Page) {
  const surplus = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(surplus, 'the page is wider than the screen').toBe(0)
}

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ ...(baseURL && { baseURL }) })
  const given = new Given(request)
  await given.published('150622', SOLAR, { totalInvestmentYuan: 8_650_000_000, fixedInvestmentYuan: 6_000_000_000 })
  await given.published('150621', CATTLE, { totalInvestmentYuan: 180_000_000, fixedInvestmentYuan: 120_000_000 })
  await given.published('150622', DATA, { address: '大路园区经五路' })
  await request.dispose()
})

test('anyone finds projects by a word, without signing in', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: '查看公开的招商项目' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('招商引资项目')
  await expectAccessible(page)
  await page.getByRole('searchbox').fill(run)
  await page.getByRole('button', { name: '查找' }).click()
  await found(page, 3)
  await expect(card(page, SOLAR)).toContainText('86.5亿元')
  await expect(card(page, SOLAR)).toContainText('准格尔旗')
})

test('filters narrow the list, stand in the address, and can be taken back', async ({ page }) => {
  await page.goto(`/public/projects?q=${run}`)
  await page.getByLabel('旗区、园区').selectOption({ label: '准格尔旗' })
  await found(page, 2)
  await page.getByLabel('总投资').selectOption({ label: '50亿元以上' })
  await found(page, 1)
  await expect(card(page, SOLAR)).toBeVisible()
  await expectAccessible(page)
  expect(new URL(page.url()).searchParams.get('unitCode')).toBe('150622')
  await page.reload()
  await found(page, 1)
  await page.goBack()
  await found(page, 2)
  await page.getByRole('button', { name: '清除条件' }).click()
  expect(new URL(page.url()).search).toBe('')
})

test('a list without matches says so and offers the way back', async ({ page }) => {
  await page.goto('/public/projects?q=没有这样的项目')
  await expect(page.getByText('没有符合条件的项目')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect(page.getByRole('status').first()).toBeVisible()
})

test('a list can be shared with its filters', async ({ page }) => {
  await page.goto(`/public/projects?q=${run}&unitCode=150621`)
  await found(page, 1)
  await page.getByRole('button', { name: '分享这份清单' }).click()
  await expect(page.getByRole('img', { name: /二维码/ })).toBeVisible()
  const link = await page.getByLabel('链接').inputValue()
  await expectAccessible(page)
  await page.goto(link)
  await found(page, 1)
  await expect(card(page, CATTLE)).toBeVisible()
})

test('a project opens with its facts and its office, and prints without the tools of the page', async ({ page }) => {
  await page.goto(`/public/projects?q=${run}`)
  await page.getByRole('link', { name: SOLAR }).click()
  await expect(page.getByRole('heading', { level: 1, name: SOLAR })).toBeVisible()
  await expect(page).toHaveTitle(new RegExp(SOLAR))
  await expect(page.getByRole('main')).toContainText('86.5亿元')
  await expect(page.getByRole('link', { name: /0477-4000000/ })).toHaveAttribute('href', 'tel:04774000000')
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1, name: SOLAR })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('0477-4000000')
  await expect(page.getByRole('button', { name: '复制链接' })).toBeHidden()
  await expect(page.getByText(page.url(), { exact: true })).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await page.goBack()
  await found(page, 3)
})

test('a printed list has the projects and none of the controls', async ({ page }) => {
  await page.goto(`/public/projects?q=${run}`)
  await found(page, 3)
  await page.emulateMedia({ media: 'print' })
  for (const name of [SOLAR, CATTLE, DATA]) await expect(card(page, name)).toBeVisible()
  await expect(page.getByRole('searchbox')).toBeHidden()
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
})

test('it reads well on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/public/projects?q=${run}`)
  await found(page, 3)
  await expectNoSideways(page)
  await expect(page.getByLabel('旗区、园区')).toBeHidden()
  await page.getByText('筛选', { exact: true }).click()
  await page.getByLabel('旗区、园区').selectOption({ label: '准格尔旗' })
  await found(page, 2)
  await expectAccessible(page)
  await page.getByRole('link', { name: DATA }).click()
  await expect(page.getByRole('heading', { level: 1, name: DATA })).toBeVisible()
  await expectNoSideways(page)
  await expectAccessible(page)
})

test('it reads in English, with the same facts', async ({ page }) => {
  await page.goto(`/public/projects?q=${run}`)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('status').filter({ hasText: '3' })).toBeVisible()
  await expect(card(page, SOLAR)).toContainText('CNY 8,650 million')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expectAccessible(page)
})
