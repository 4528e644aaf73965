import { expect, type Page, test } from '@playwright/test'
import { choose, expectAccessible, signIn } from './support'

test.describe.configure({ mode: 'serial' })

// A name of this run: the library may hold projects of earlier ones.
const run = Date.now().toString(36)
const NAME = `年产5GW高效光伏组件项目${run}`
const OTHER = `年产3万吨硅材料项目${run}`

let unit: Page
let bureau: Page

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()

async function fillIn(page: Page, name: string, total: string) {
  await expect(page.getByRole('heading', { name: '新增项目' })).toBeVisible()
  await page.getByLabel('项目名称').fill(name)
  await choose(page, /建设地点/, '准格尔旗')
  await page.getByLabel('具体位置').fill('大路工业园区纬三路南')
  await choose(page, /细分产业/, '新能源')
  await page.getByLabel('建设内容及规模').fill('建设厂房20万平方米，购置生产线10条，年产高效光伏组件5GW。')
  await page.getByLabel(/^总投资/).fill(total)
  await page.getByLabel(/其中固定资产投资/).fill('400万')
  await page.getByLabel(/拟用地面积/).fill('20公顷')
  await page
    .getByRole('group', { name: /合作方式/ })
    .getByLabel('合资')
    .check()
  await page.getByLabel(/项目单位/).fill('准格尔旗商务局投资促进股')
  await page.getByLabel(/办公电话/).fill('0477-4000000')
  await page
    .getByRole('group', { name: /投资指南/ })
    .getByLabel('是')
    .check()
  await page.getByRole('button', { name: /未填的全部答“符合”/ }).click()
}

test.beforeAll(async ({ browser }) => {
  unit = await signIn(browser, '150622')
  bureau = await signIn(browser, 'bureau')
})

test('a reporter finds the duties and enters a project', async () => {
  await expectAccessible(unit)
  await unit.getByRole('link', { name: '新增项目' }).click()
  await fillIn(unit, NAME, '499万')
  await expect(unit.getByText('即 499万元')).toBeVisible()
  await expect(unit.getByText('300 亩 ≈ 200,000 平方米 ≈ 20 公顷')).toBeVisible()
  await saved(unit)
  await expectAccessible(unit)
})

test('499万元 is refused beside the field, and repaired', async () => {
  const finding = unit.locator('#f-totalInvestmentYuan-findings')
  await expect(finding).toContainText('须改正')
  await unit.getByRole('button', { name: '报送', exact: true }).click()
  await expect(unit.getByRole('dialog')).toContainText(/还差 \d 项即可报送/)
  await expectAccessible(unit)
  await unit.getByRole('button', { name: '去处理' }).click()
  await unit.getByLabel(/^总投资/).fill('1.2亿')
  await expect(unit.getByText('即 1.2亿元')).toBeVisible()
  await expect(finding).toHaveCount(0)
  await saved(unit)
})

test('what was typed is found again after the page was closed', async () => {
  await unit.reload()
  await expect(unit.getByLabel('项目名称')).toHaveValue(NAME)
  await expect(unit.getByText('即 1.2亿元')).toBeVisible()
})

test('one appraisal is recorded for several projects', async () => {
  await unit.getByRole('link', { name: '新增项目' }).click()
  await fillIn(unit, OTHER, '8,000万')
  await saved(unit)
  await unit.getByRole('link', { name: '项目储备库' }).click()
  await unit.getByLabel(`选择 ${NAME}`).check()
  await unit.getByLabel(`选择 ${OTHER}`).check()
  await expectAccessible(unit)
  await unit.getByRole('button', { name: /登记初步论证（2）/ }).click()
  await unit.getByLabel(/论证日期/).fill('2026-03-18')
  await unit.getByLabel(/论证日期/).press('Enter')
  await unit.getByLabel(/论证单位/).fill('准格尔旗发改委、工信局联合论证会')
  await unit
    .getByRole('group', { name: /论证结论/ })
    .getByLabel('可行', { exact: true })
    .check()
  await expectAccessible(unit)
  await unit.getByRole('button', { name: '登记到 2 个项目' }).click()
  await expect(unit.getByRole('heading', { name: '招商引资项目储备库' })).toBeVisible()
})

test('both are submitted together', async () => {
  await unit.getByLabel(`选择 ${NAME}`).check()
  await unit.getByLabel(`选择 ${OTHER}`).check()
  await unit.getByRole('button', { name: '报送所选（2）' }).click()
  await unit.getByRole('dialog').getByRole('button', { name: '报送', exact: true }).click()
  await expect(unit.getByText('2 个项目已报送')).toBeVisible()
  await unit.getByRole('button', { name: '关闭', exact: true }).last().click()
})

test('the bureau returns it by two fields', async () => {
  await bureau.getByRole('link', { name: '待审核项目' }).first().click()
  await expectAccessible(bureau)
  await bureau.getByRole('link', { name: NAME }).click()
  await bureau.getByRole('button', { name: '开始审核' }).click()
  await bureau.getByRole('checkbox', { name: /退回此项\s*具体位置/ }).check()
  await bureau.getByLabel('“具体位置”的退回意见').fill('请写明地块编号')
  await bureau.getByRole('checkbox', { name: /退回此项\s*建设内容及规模/ }).check()
  await bureau.getByLabel('“建设内容及规模”的退回意见').fill('请分期说明产能')
  await bureau.getByLabel('总体意见').fill('两处内容请补充')
  await expectAccessible(bureau)
  await bureau.getByRole('button', { name: '退回修改' }).click()
  await expect(bureau.getByRole('main').getByText('已退回').first()).toBeVisible()
})

test('only those fields reopen, are corrected and submitted again', async () => {
  await unit.getByRole('link', { name: '本月要办' }).click()
  await unit.getByRole('link', { name: '项目储备库' }).click()
  await unit.getByRole('button', { name: '被退回' }).click()
  await unit.getByRole('button', { name: NAME }).click()
  await unit.getByRole('button', { name: '修改', exact: true }).click()
  await expect(unit.getByLabel('项目名称')).toBeDisabled()
  await expect(unit.getByText('退回意见：请写明地块编号')).toBeVisible()
  await unit.getByLabel('具体位置').fill('大路工业园区纬三路南ZG-2026-03地块')
  await unit.getByLabel('建设内容及规模').fill('一期2GW、二期3GW，厂房20万平方米。')
  await saved(unit)
  await expectAccessible(unit)
  await unit.getByRole('button', { name: '报送', exact: true }).click()
  await unit.getByRole('dialog').getByRole('button', { name: '报送', exact: true }).click()
  await expect(unit.getByRole('main').getByText('已报送').first()).toBeVisible()
  await expectAccessible(unit)
})

test('the bureau sees only what changed, accepts and publishes', async () => {
  await bureau.getByRole('link', { name: '待审核项目' }).first().click()
  await bureau.getByRole('link', { name: NAME }).click()
  const changes = bureau.locator('section').filter({ has: bureau.getByRole('heading', { name: '上次退回后的修改' }) })
  await expect(changes).toContainText('ZG-2026-03地块')
  await expect(changes).not.toContainText('项目名称')
  await bureau.getByRole('button', { name: '审核入库' }).click()
  await bureau.getByRole('dialog').getByRole('button', { name: '审核入库' }).click()
  await expect(bureau.getByRole('main').getByText('已入库').first()).toBeVisible()
  await bureau.getByRole('button', { name: '发布', exact: true }).click()
  await bureau.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await expect(bureau.getByRole('main').getByText('已发布').first()).toBeVisible()
  await expectAccessible(bureau)
})

test('anyone finds it on the public page', async ({ page }) => {
  await page.goto(`/public/projects?q=${encodeURIComponent(NAME)}`)
  await page.getByRole('link', { name: NAME }).click()
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible()
  await expect(page.getByText('0477-4000000').first()).toBeVisible()
  await expectAccessible(page)
})
