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

test('a price by park has a row of its own; deleted, it can be taken back', async () => {
  const place = '工业用水 独贵塔拉工业园区'
  await unit.getByRole('button', { name: '工业用水：增加园区或适用条件' }).click()
  const dialog = unit.getByRole('dialog')
  await dialog.getByLabel('园区', { exact: true }).fill('独贵塔拉工业园区')
  await expectAccessible(unit)
  await dialog.getByRole('button', { name: '增加一行' }).click()
  await expect(cell(unit, place)).toBeFocused()
  await unit.keyboard.type('3.9')
  const remove = unit.getByRole('button', { name: `删除 ${place} 的价格`, exact: true })
  await expect(remove).toBeVisible()
  await saved(unit)
  await expectAccessible(unit)
  await remove.click()
  await expect(cell(unit, place)).toHaveCount(0)
  await unit.getByRole('button', { name: `撤销删除：${place}` }).click()
  await expect(cell(unit, place)).toHaveValue('3.9')
  await saved(unit)
  await unit.reload()
  await expect(cell(unit, place)).toHaveValue('3.9')
  await remove.click()
  await expect(cell(unit, place)).toHaveCount(0)
  await saved(unit)
})

test('what was typed while the line was down is kept, and saved once it is back', async () => {
  await unit.context().setOffline(true)
  await cell(unit, '工业用水').fill('4.15')
  await expect(unit.getByText(/连接中断/).first()).toBeVisible()
  await unit.context().setOffline(false)
  await saved(unit)
  await unit.reload()
  await expect(cell(unit, '工业用水')).toHaveValue('4.15')
})

test('even a window that was closed meanwhile loses nothing', async () => {
  const address = unit.url()
  await unit.context().setOffline(true)
  await cell(unit, '工业用水').fill('4.2')
  await expect(unit.getByText(/连接中断/).first()).toBeVisible()
  const context = unit.context()
  await unit.close()
  await context.setOffline(false)
  unit = await context.newPage()
  await unit.goto(address)
  await expect(unit.getByText(/已找回/)).toBeVisible()
  await expect(cell(unit, '工业用水')).toHaveValue('4.2')
  await expectAccessible(unit)
  await saved(unit)
})

test('the unit submits, the bureau returns one price and asks for another', async () => {
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
  await choose(bureau, '要求补报没有价格的项目', '工业蒸汽')
  await dialog.getByLabel('补报：工业蒸汽 这一项为什么退回').fill('园区已供汽')
  await expectAccessible(bureau)
  await dialog.getByRole('button', { name: '退回修改' }).click()
  await expect(bureau.getByText('已退回').first()).toBeVisible()
})

test('the unit is told at once, and led to its report', async () => {
  await unit.getByRole('link', { name: /^通知，\d+ 条未读$/ }).click()
  const told = unit.getByRole('listitem').filter({ hasText: '要素价格年报被退回' })
  await expect(told.getByText('请核对水价')).toBeVisible()
  await expectAccessible(unit)
  await told.getByRole('link').click()
  await expect(unit.getByRole('heading', { name: /年要素价格/ })).toBeVisible()
  await unit.getByRole('link', { name: /^通知，/ }).click()
  await expect(told).toBeVisible()
  await expect(told.getByRole('button', { name: /^标为已读/ })).toHaveCount(0)
  await told.getByRole('link').click()
})

test('only that price can be changed; it is submitted again and accepted', async () => {
  await unit.reload()
  await expect(unit.getByText(/请核对水价/)).toBeVisible()
  await expect(unit.getByText('请补报：工业蒸汽：园区已供汽')).toBeVisible()
  await expect(unit.getByText('退回理由：与文件不一致')).toBeVisible()
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

test('the bureau installs approved outlines, and anyone sees the map with its number', async ({ page }) => {
  const square = (west: number, south: number) => [
    [west, south],
    [west + 1, south],
    [west + 1, south + 1],
    [west, south + 1],
    [west, south],
  ]
  const outlines = {
    type: 'FeatureCollection',
    features: Object.entries({ '150622': square(110, 39), '150625': square(107, 40) }).map(([unitCode, ring]) => ({
      type: 'Feature',
      properties: { unitCode },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  }
  await page.goto('/public/prices')
  await expect(page.getByRole('button', { name: '走势' })).toBeVisible()
  await expect(page.getByRole('button', { name: '地图' })).toHaveCount(0)
  await bureau.getByRole('link', { name: '地图界线', exact: true }).click()
  await bureau.getByLabel('界线文件（GeoJSON）').setInputFiles({
    name: 'city.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify(outlines)),
  })
  await bureau.getByLabel(/审图号/).fill('蒙S（2021）012号')
  await expectAccessible(bureau)
  await bureau.getByRole('button', { name: '安装界线' }).click()
  await expect(bureau.getByText('有界线的单位：准格尔旗、杭锦旗')).toBeVisible()
  await expectAccessible(bureau)
  await page.reload()
  await page.getByRole('button', { name: '地图' }).click()
  await expect(page.getByText('审图号：蒙S（2021）012号')).toBeVisible()
  await expectAccessible(page)
  await bureau.getByRole('button', { name: '撤下界线' }).click()
  await bureau.getByRole('dialog').getByRole('button', { name: '撤下界线' }).click()
  await expect(bureau.getByText(/还没有安装界线/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/示意图，按大致方位排列/)).toBeVisible()
})

test('the bureau compares another item', async () => {
  await bureau.getByRole('link', { name: '要素价格比较', exact: true }).click()
  await expectAccessible(bureau)
  await choose(bureau, '价格项目', '一般工商业用电')
  await expect(bureau.getByRole('combobox', { name: '价格项目' })).toBeVisible()
})

test('anyone sees what a year would cost there, with the price used', async ({ page }) => {
  await page.goto('/public/prices')
  await page.getByRole('navigation', { name: '公开清单' }).getByRole('link', { name: '在这里要花多少' }).click()
  await page.getByLabel('用水（吨/年）').fill('100,000')
  await page.getByRole('button', { name: '计算' }).click()
  const card = page.getByRole('listitem').filter({ hasText: '杭锦旗' })
  await expect(card).toContainText('43万元')
  await expect(card).toContainText('4.3 元/立方米')
  await expectAccessible(page)
})

test('a price far from the last one asks for a word before it can be submitted, and the bureau reads it', async ({
  browser,
}) => {
  const other = await signIn(browser, '150623')
  await other.getByRole('link', { name: '要素价格年报', exact: true }).click()
  await cell(other, '工业用水').fill('9')
  await saved(other)
  const word = other.getByLabel('工业用水 说明原因', { exact: true })
  await expect(other.getByText(/变动.*请核对/).first()).toBeVisible()
  await expect(other.getByRole('button', { name: '报送', exact: true })).toHaveCount(0)
  await word.fill('改由黄河水供应，含净化成本')
  await saved(other)
  await expectAccessible(other)
  await other.getByRole('button', { name: '报送', exact: true }).click()
  await other.getByRole('dialog').getByRole('button', { name: '报送', exact: true }).click()
  await expect(other.getByText('已报送').first()).toBeVisible()
  await bureau.getByRole('link', { name: '要素价格年报', exact: true }).click()
  await bureau.getByRole('link', { name: '鄂托克前旗' }).click()
  await expect(bureau.getByText('改由黄河水供应，含净化成本')).toBeVisible()
})
