import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn } from './support'

test.describe.configure({ mode: 'serial' })

let bureau: Page
let unit: Page
const project = '示例风光储一体化装备项目'

test.beforeAll(async ({ browser }) => {
  bureau = await signIn(browser, 'bureau')
  unit = await signIn(browser, '150626')
})

test('the month has opened by itself with all projects as they were', async () => {
  await unit.getByRole('link', { name: '月调度', exact: true }).click()
  await expect(unit.getByRole('heading', { name: '月调度' })).toBeVisible()
  await expect(unit.getByRole('row', { name: /东胜区/ })).toBeVisible()
  await expect(unit.getByRole('link', { name: '东胜区', exact: true })).toHaveCount(0)
  await expectAccessible(unit)
  await unit.getByRole('link', { name: '乌审旗', exact: true }).click()
  await expect(unit.getByRole('heading', { name: /^乌审旗.*月报$/ })).toBeVisible()
  await expect(unit.getByRole('row', { name: new RegExp(project) })).toContainText('同上月')
  await expectAccessible(unit)
})

test('only what has changed is filled in', async () => {
  await unit.getByRole('button', { name: `填写 ${project}` }).click()
  const dialog = unit.getByRole('dialog')
  await dialog.getByLabel('本月完成投资').fill('1200万')
  await dialog.getByLabel('进展情况').fill('完成厂房基础施工')
  await dialog.getByLabel('下月计划').fill('设备进场')
  await expectAccessible(unit)
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(unit.getByRole('row', { name: new RegExp(project) })).toContainText('有变化')
  await expect(unit.getByRole('row', { name: new RegExp(project) })).toContainText('1,200')
  await unit.getByLabel('好的经验和做法').fill('专班每周调度一次，帮办手续。')
  await unit.getByLabel('存在的突出问题').click()
  await expect(unit.getByText('已保存').first()).toBeVisible()
})

test('submitting gives a receipt', async () => {
  await unit.getByRole('button', { name: '报送', exact: true }).click()
  await expectAccessible(unit)
  await unit.getByRole('dialog').getByRole('button', { name: '报送' }).click()
  await expect(unit.getByText(/回执 R-/)).toBeVisible()
  await expect(unit.getByText('已报送')).toBeVisible()
  await expect(unit.getByRole('button', { name: `填写 ${project}` })).toHaveCount(0)
})

test('the bureau returns it with a reason, the unit sends it again, the bureau accepts', async () => {
  await bureau.getByRole('link', { name: '月调度', exact: true }).click()
  await bureau.getByRole('link', { name: '乌审旗', exact: true }).click()
  await bureau.getByRole('button', { name: '退回修改' }).click()
  await bureau.getByRole('dialog').getByLabel('原因').fill('请补充需协调事项')
  await bureau.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
  await expect(bureau.getByText('已退回')).toBeVisible()
  await expectAccessible(bureau)
  await unit.reload()
  await expect(unit.getByText('退回意见：请补充需协调事项')).toBeVisible()
  await unit.getByRole('button', { name: '报送', exact: true }).click()
  await unit.getByRole('dialog').getByRole('button', { name: '报送' }).click()
  await expect(unit.getByText('已报送')).toBeVisible()
  await bureau.reload()
  await bureau.getByRole('button', { name: '审定' }).click()
  await bureau.getByRole('dialog').getByRole('button', { name: '审定' }).click()
  await expect(bureau.getByText('已审定')).toBeVisible()
})

test('a unit without change confirms so in one step', async ({ browser }) => {
  const quiet = await signIn(browser, '1506a2')
  await quiet.getByRole('link', { name: '月调度', exact: true }).click()
  await quiet.getByRole('link', { name: '鄂尔多斯空港物流园区', exact: true }).click()
  await quiet.getByRole('button', { name: '零报告（本月无变化）' }).click()
  await quiet.getByRole('dialog').getByRole('button', { name: '零报告（本月无变化）' }).click()
  await expect(quiet.getByText(/回执 R-/)).toBeVisible()
})
