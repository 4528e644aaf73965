import { expect, type Page, test } from '@playwright/test'
import { Given } from './given'
import { expectAccessible, signIn } from './support'

test.describe.configure({ mode: 'serial' })

let bureau: Page
let unit: Page
let month = ''
const project = '示例风光储一体化装备项目'
const run = Date.now().toString(36)

const cell = (page: Page, column: string, name = project) => page.getByLabel(`${name} ${column}`, { exact: true })
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: '已保存' }).first()).toBeVisible()
const lost = (page: Page) => expect(page.getByText(/连接中断/).first()).toBeVisible()
const state = (page: Page, word: string) => page.locator('.zs-tag').filter({ hasText: word }).first()
const submit = async (page: Page) => {
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '报送', exact: true }).click()
  await expect(page.getByRole('heading', { name: /^回执 R-/ })).toBeVisible()
}

test.beforeAll(async ({ browser, request }) => {
  const given = new Given(request)
  month = await given.unfiledMonth('150626')
  bureau = await signIn(browser, 'bureau')
  unit = await signIn(browser, '150626')
})

test('the month has opened by itself with all projects as they were', async () => {
  await unit.getByRole('link', { name: '月调度', exact: true }).click()
  await expect(unit.getByRole('heading', { name: '月调度' })).toBeVisible()
  await expect(unit.getByRole('row', { name: /东胜区/ }).first()).toBeVisible()
  await expect(unit.getByRole('link', { name: '东胜区', exact: true })).toHaveCount(0)
  await expectAccessible(unit)
  await unit.goto(`/months?month=${month}`)
  await unit.getByRole('link', { name: '乌审旗', exact: true }).first().click()
  await expect(unit.getByRole('heading', { name: /^乌审旗.*月报$/ })).toBeVisible()
  await expect(cell(unit, '当前阶段')).toBeVisible()
  await expectAccessible(unit)
})

test('the bureau grants more time, and the board says who approved it and why', async () => {
  await bureau.goto(`/monthly-reports/${month}/150626`)
  await bureau.getByRole('button', { name: '准予延期' }).click()
  const dialog = bureau.getByRole('dialog')
  const [year = 0, number = 0] = month.split('-').map(Number)
  const until = new Date(Date.UTC(year, number, 20)).toISOString().slice(0, 10)
  await dialog.getByLabel('延期至').fill(until)
  await dialog.getByLabel('延期至').press('Enter')
  await dialog.getByLabel('批准人').fill('张局长')
  await dialog.getByLabel('延期原因').fill(`统计系统升级${run}`)
  await expectAccessible(bureau)
  await dialog.getByRole('button', { name: '准予延期' }).click()
  await expect(dialog).toBeHidden()
  await unit.goto(`/months?month=${month}`)
  await expect(unit.getByText(`统计系统升级${run}（张局长 批准）`)).toBeVisible()
  await unit.getByRole('link', { name: '乌审旗', exact: true }).first().click()
  await expect(cell(unit, '当前阶段')).toBeVisible()
})

test('what has changed is typed into its row, pasted as a block, undone in one step', async () => {
  await cell(unit, '本月完成投资').fill('1200万')
  await cell(unit, '本月完成投资').press('ArrowRight')
  await expect(cell(unit, '进展情况')).toBeFocused()
  await cell(unit, '进展情况').fill(`完成厂房基础施工${run}`)
  await cell(unit, '问题类型').focus()
  await unit.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '用地、资金\t"缺200亩\n指标"\t协调供水\t设备进场\t备案=已办；用地=在办\n')
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(paste)
  })
  await expect(cell(unit, '存在问题')).toHaveValue('缺200亩\n指标')
  await expect(cell(unit, '下月计划')).toHaveValue('设备进场')
  await cell(unit, '需协调事项').press('Control+z')
  await expect(cell(unit, '下月计划')).not.toHaveValue('设备进场')
  await cell(unit, '下月计划').fill(`设备进场${run}`)
  await cell(unit, '问题类型').press('F2')
  await unit.getByRole('dialog').getByLabel('用地').check()
  await expectAccessible(unit)
  await unit.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await expect(cell(unit, '问题类型')).toHaveValue(/用地/)
  await saved(unit)
  const row = unit.getByRole('row', { name: new RegExp(project) })
  await expect(row).toContainText('有变化')
  await unit.reload()
  await expect(cell(unit, '本月完成投资')).toHaveValue('1200')
  await expect(unit.getByRole('row', { name: /共 \d+ 个项目/ })).toContainText('1,200')
})

test('what is no figure says why in its cell, and the list at the top leads there', async () => {
  await cell(unit, '本月完成投资').fill('很多')
  await expect(unit.getByText(/请填写金额/).first()).toBeVisible()
  await expect(unit.getByText('还差 1 项即可报送')).toBeVisible()
  await unit.getByRole('button', { name: '报送', exact: true }).click()
  await expect(cell(unit, '本月完成投资')).toBeFocused()
  await expect(unit.getByRole('dialog')).toHaveCount(0)
  await expectAccessible(unit)
  await cell(unit, '本月完成投资').fill('1,300')
  await saved(unit)
  await unit.getByRole('button', { name: /^有变化/ }).click()
  await expect(unit.getByRole('row', { name: new RegExp(project) })).toBeVisible()
  await unit.getByRole('button', { name: /^全部/ }).click()
})

test('nothing typed is lost when the line drops, or the window is closed meanwhile', async () => {
  const address = unit.url()
  await unit.context().setOffline(true)
  await cell(unit, '需协调事项').fill(`协调供水${run}`)
  await lost(unit)
  await unit.context().setOffline(false)
  await saved(unit)
  await unit.context().setOffline(true)
  await unit.getByLabel('好的经验和做法').fill(`专班每周调度一次，帮办手续。${run}`)
  await lost(unit)
  const context = unit.context()
  await unit.close()
  await context.setOffline(false)
  unit = await context.newPage()
  await unit.goto(address)
  await expect(unit.getByText(/已找回/)).toBeVisible()
  await saved(unit)
  await unit.reload()
  await expect(unit.getByLabel('好的经验和做法')).toHaveValue(`专班每周调度一次，帮办手续。${run}`)
  await expect(cell(unit, '需协调事项')).toHaveValue(`协调供水${run}`)
})

test('submitting gives a receipt that anyone can verify', async ({ page }) => {
  await submit(unit)
  await expect(state(unit, '已报送')).toBeVisible()
  await expect(cell(unit, '本月完成投资')).toHaveCount(0)
  await expectAccessible(unit)
  const link = unit.getByRole('link', { name: '公开核验页' })
  await page.goto((await link.getAttribute('href')) ?? '')
  await expect(page.getByRole('heading', { name: '月报回执核验' })).toBeVisible()
  await expect(page.getByText('乌审旗')).toBeVisible()
  await expectAccessible(page)
})

test('the bureau sends one cell back, and only that one opens again', async () => {
  await bureau.goto(`/months?month=${month}`)
  await bureau.getByRole('link', { name: '乌审旗', exact: true }).first().click()
  await bureau.getByRole('button', { name: '退回修改' }).click()
  await bureau.getByRole('checkbox', { name: `退回此处 ${project} 下月计划` }).check()
  await bureau.getByLabel(`退回 ${project} 下月计划 的原因`).fill('请写明进场时间')
  await bureau.getByLabel('总的意见').fill('请补充计划')
  await expectAccessible(bureau)
  await bureau.getByRole('region', { name: '退回修改' }).getByRole('button', { name: '退回修改' }).click()
  await expect(state(bureau, '已退回')).toBeVisible()

  await unit.reload()
  await expect(unit.getByText(/退回：请补充计划/)).toBeVisible()
  await expect(unit.getByText('退回：请写明进场时间')).toBeVisible()
  await expect(cell(unit, '本月完成投资')).toHaveCount(0)
  await expectAccessible(unit)
  await cell(unit, '下月计划').fill(`10日设备进场${run}`)
  await saved(unit)
  await submit(unit)
})

test('the bureau reads what was sent before, and accepts', async () => {
  await bureau.reload()
  await bureau.getByText(/^历次报送/).click()
  await bureau.getByRole('link', { name: '第 1 次报送' }).click()
  await expect(bureau.getByText(/这是第 1 次报送的原样/)).toBeVisible()
  await expectAccessible(bureau)
  await bureau.getByRole('link', { name: '返回当前内容' }).first().click()
  await bureau.getByRole('button', { name: '审定' }).click()
  await bureau.getByRole('dialog').getByRole('button', { name: '审定' }).click()
  await expect(state(bureau, '已审定')).toBeVisible()
})

test('what the unit wrote is an article, which the bureau edits and takes for the brief', async () => {
  await bureau.getByRole('link', { name: '简报稿件', exact: true }).click()
  await expect(bureau.getByRole('heading', { name: '简报稿件' })).toBeVisible()
  const article = bureau.getByRole('article').filter({ hasText: run })
  await expect(article).toBeVisible()
  await expectAccessible(bureau)
  await article.getByRole('button', { name: '编辑' }).click()
  const dialog = bureau.getByRole('dialog')
  await dialog.getByLabel('稿件标题').fill(`专班调度见实效${run}`)
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(article.getByRole('heading', { name: `专班调度见实效${run}` })).toBeVisible()
  await article.getByRole('button', { name: '采用', exact: true }).click()
  await expect(article.locator('.zs-tag').filter({ hasText: '已采用' })).toBeVisible()
  await unit.reload()
  await expect(unit.getByText(`专班调度见实效${run}`)).toBeVisible()
  await unit.goto('/articles')
  await expect(unit.getByRole('article').filter({ hasText: run })).toBeVisible()
  await expect(unit.getByRole('button', { name: '采用', exact: true })).toHaveCount(0)
  await expectAccessible(unit)
})

test('what is corrected after a month was closed stands beside its figures', async ({ request }) => {
  const closed = await new Given(request).closedMonth('150626')
  await bureau.goto(`/monthly-reports/${closed}/150626`)
  await expect(bureau.getByRole('heading', { name: '调增、调减' })).toBeVisible()
  await bureau.getByRole('button', { name: '登记调增、调减' }).click()
  const dialog = bureau.getByRole('dialog')
  const record = dialog.getByRole('button', { name: '登记调增、调减' })
  await expect(record).toBeDisabled()
  for (const [label, choice] of [
    ['项目', ''],
    ['指标', '完成投资'],
    ['方向', '调减'],
  ] as const) {
    await dialog.getByRole('combobox', { name: label }).click()
    await bureau
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: choice })
      .first()
      .click()
  }
  await dialog.getByLabel('金额').fill('12.5')
  await dialog.getByLabel('原因').fill(`重复统计设备款${run}`)
  await expectAccessible(bureau)
  await record.click()
  await expect(dialog).toBeHidden()
  const said = `完成投资调减 12.5万元：重复统计设备款${run}`
  await expect(bureau.getByRole('listitem').filter({ hasText: said })).toBeVisible()
  await expectAccessible(bureau)
})

test('a unit without change confirms so in one step', async ({ browser, request }) => {
  const owed = await new Given(request).unfiledMonth('1506a2')
  const quiet = await signIn(browser, '1506a2')
  await quiet.goto(`/monthly-reports/${owed}/1506A2`)
  // Once all months are filed, the newest comes back: what was sent before is confirmed again.
  const zero = quiet.getByRole('button', { name: '零报告（本月无变化）' })
  await expect(quiet.getByRole('button', { name: '报送', exact: true })).toBeVisible()
  if ((await zero.count()) > 0) {
    await zero.click()
    await expect(quiet.getByRole('heading', { name: /^回执 R-/ })).toBeVisible()
  } else await submit(quiet)
  await expectAccessible(quiet)
})

/** Presses keys and counts them: those that move, and those that write. */
class Keys {
  moved = 0
  written = 0
  constructor(private readonly page: Page) {}

  async press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.page.keyboard.press(key)
    this.moved += times
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
    this.written += text.length
  }

  async tabTo(target: ReturnType<Page['getByRole']>): Promise<void> {
    for (let i = 0; i < 40; i++) {
      if (await target.evaluate((one) => one === document.activeElement)) return
      await this.press('Tab')
    }
    await expect(target, 'not reached in 40 steps of Tab').toBeFocused({ timeout: 1 })
  }
}

const PROJECTS = 40
const CHANGED = [3, 9, 17, 25, 38]

test('a unit with 40 projects and 5 changes does its month by keyboard alone', async ({ browser, request }, info) => {
  const given = new Given(request)
  await given.signed('150624', PROJECTS)
  await given.unfiledMonth('150624')
  const page = await signIn(browser, '150624')
  await page.reload()
  await expect(page.getByRole('link', { name: /月月报/ }).first()).toBeVisible()
  const keys = new Keys(page)
  let steps = 0

  // Past the navigation, to the duty, to the grid.
  await keys.press('Tab')
  await keys.press('Enter')
  await keys.tabTo(page.getByRole('link', { name: /^\d+年\d+月月报/ }).first())
  await keys.press('Enter')
  steps++
  const names = page.locator('tbody td.zs-name a')
  // They were signed after the month had opened, and are in its report.
  await expect(names.nth(PROJECTS - 1)).toBeAttached()
  const rows = await names.allTextContents()
  const at = (row: number, column: string) => cell(page, column, rows[row - 1])
  await keys.tabTo(at(1, '当前阶段'))

  await keys.press('ArrowRight', 2)
  let row = 1
  for (const next of CHANGED) {
    await keys.press('ArrowDown', next - row)
    row = next
    await expect(at(row, '本月完成投资')).toBeFocused()
    await keys.type(`${row}00`)
    await keys.press('ArrowRight')
    await keys.type(`主体施工${run}`)
    await keys.press('ArrowRight', 4)
    await expect(at(row, '下月计划')).toBeFocused()
    await keys.type('设备安装')
    if (row === CHANGED.at(-1)) break
    await keys.press('ArrowDown')
    await keys.press('ArrowLeft', 5)
    row++
  }
  const sum = CHANGED.reduce((total, one) => total + one * 100, 0)
  await expect(page.getByRole('row', { name: /共 \d+ 个项目，有变化 5 个/ })).toContainText(sum.toLocaleString('en'))
  await saved(page)

  // Out of the grid, and off it goes.
  await keys.press('Escape')
  await keys.press('Enter')
  steps++
  await expect(page.getByRole('dialog')).toContainText('有变化 5 个')
  await keys.tabTo(page.getByRole('dialog').getByRole('button', { name: '报送', exact: true }))
  await keys.press('Enter')
  steps++
  await expect(page.getByRole('heading', { name: /^回执 R-/ })).toBeVisible()
  await expectAccessible(page)

  const told = `${steps} steps, ${keys.moved} keys to move, ${keys.written} characters`
  info.annotations.push({ type: 'effort', description: told })
  process.stdout.write(`${told}\n`)
  expect(steps).toBe(3)
  // A key for each row on the way to the last change, ten for each change, twenty to come in and to send.
  expect(keys.moved).toBeLessThanOrEqual(38 + 10 * CHANGED.length + 20)
})
