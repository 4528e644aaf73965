import { expect, type Page, test } from '@playwright/test'
import { choose, expectAccessible, signIn } from './support'

test.describe.configure({ mode: 'serial' })

// A name of this run: the list may hold premises of earlier ones.
const NAME = `标准厂房${Date.now().toString(36)}号`
// The smallest picture there is: one white pixel.
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

let unit: Page
let bureau: Page

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()

test.beforeAll(async ({ browser }) => {
  unit = await signIn(browser, '150622')
  bureau = await signIn(browser, 'bureau')
})

test('a unit enters premises, in the units people write', async () => {
  await unit.getByRole('link', { name: '闲置厂房', exact: true }).click()
  await expectAccessible(unit)
  await unit.getByRole('button', { name: '新增厂房' }).click()
  await unit.getByLabel(/载体名称/).fill(NAME)
  await choose(unit, /行政区划/, '准格尔旗')
  await choose(unit, /类型/, '标准厂房')
  await unit.getByLabel(/^地址/).fill('大路工业园区纬三路南')
  // Pasted as a map of the wrong place gives it, then of the right one.
  await unit.getByLabel(/地图位置/).fill('116.39, 39.91')
  await expect(unit.getByText(/不在鄂尔多斯市范围内/)).toBeVisible()
  await unit.getByLabel(/地图位置/).fill('111°14′24″E 39°52′12″N')
  await expect(unit.getByText('即东经 111.24°，北纬 39.87°')).toBeVisible()
  await unit.getByLabel(/建筑面积/).fill('1.2万')
  await unit.getByLabel(/可用面积/).fill('5,000')
  await unit.getByLabel(/层高/).fill('9')
  await choose(unit, /方式/, '出租')
  await unit.getByLabel(/闲置起始/).fill('2026-03-01')
  await unit.getByLabel(/闲置起始/).press('Enter')
  await unit.getByLabel(/闲置原因/).fill('原企业搬迁')
  await unit.getByLabel(/^权属单位(?!电话)/).fill('准格尔经济开发区管委会')
  await unit.getByLabel(/权属单位电话/).fill('0477-4000000')
  await saved(unit)
  await expectAccessible(unit)
})

test('a picture is added, and what was typed is there after a reload', async () => {
  await unit.getByLabel('添加附件').setInputFiles({ name: '厂房.png', mimeType: 'image/png', buffer: PICTURE })
  await expect(unit.getByRole('button', { name: '厂房.png', exact: true })).toBeVisible()
  await unit.reload()
  await expect(unit.getByLabel(/载体名称/)).toHaveValue(NAME)
  await unit.getByRole('button', { name: '查看这条记录' }).click()
  await expect(unit.getByRole('heading', { name: NAME })).toBeVisible()
  await expect(unit.getByText('核实有效至').first()).toBeVisible()
  await expect(unit.getByRole('link', { name: /东经 111.24°，北纬 39.87°/ })).toBeVisible()
  const small = unit.getByRole('button', { name: '放大查看 厂房.png' })
  await expect(small.getByRole('img')).toBeVisible()
  await small.press('Enter')
  await expect(unit.getByRole('dialog').getByRole('img', { name: '厂房.png' })).toBeVisible()
  await expectAccessible(unit)
  await unit.keyboard.press('Escape')
  await expect(unit.getByRole('dialog')).toHaveCount(0)
  await expect(small).toBeFocused()
  await expectAccessible(unit)
})

test('the bureau publishes it', async () => {
  await bureau.getByRole('link', { name: '闲置厂房', exact: true }).click()
  await bureau.getByRole('button', { name: '待发布', exact: true }).click()
  await bureau.getByRole('button', { name: NAME }).click()
  await expectAccessible(bureau)
  await bureau.getByRole('button', { name: '发布', exact: true }).click()
  await bureau.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await expect(bureau.getByText('已公开').first()).toBeVisible()
})

test('anyone finds it by what is needed, with the telephone of the office', async ({ page }) => {
  await page.goto(`/public/premises?q=${encodeURIComponent(NAME)}&minFreeAreaSqm=3000&minStoreyHeightM=8`)
  await expectAccessible(page)
  await page.getByRole('link', { name: NAME }).click()
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible()
  await expect(page.getByRole('link', { name: '拨打 0477-4000000' })).toBeVisible()
  await expect(page.getByText('原企业搬迁')).toHaveCount(0)
  await expect(page.getByText('东经 111.24°，北纬 39.87°')).toBeVisible()
  const picture = page.getByRole('img', { name: `${NAME} 图片 1` })
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await expectAccessible(page)
})

test('the unit records the reuse, and it leaves the public page', async ({ page }) => {
  await unit.reload()
  await unit.getByRole('button', { name: '登记盘活' }).click()
  await unit.getByLabel(/入驻项目/).fill('高效光伏组件项目')
  await unit.getByRole('dialog').getByRole('button', { name: '登记盘活' }).click()
  await expect(unit.getByText('已盘活').first()).toBeVisible()
  await page.goto(`/public/premises?q=${encodeURIComponent(NAME)}`)
  await expect(page.getByText('没有符合条件的厂房')).toBeVisible()
})
