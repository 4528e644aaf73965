import { expect, type Page, test } from '@playwright/test'
import { choose, expectAccessible, signIn } from './support'

test.describe.configure({ mode: 'serial' })

let bureau: Page
let unit: Page
const run = Date.now().toString(36)
const project = `示例签约项目${run}`
const event = `示例签约会${run}`
const year = new Date().getFullYear()
/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

test.beforeAll(async ({ browser }) => {
  bureau = await signIn(browser, 'bureau')
  unit = await signIn(browser, '150627')
})

test('the bureau adds an event whose day is not known yet', async () => {
  await bureau.getByRole('link', { name: '签约活动', exact: true }).click()
  await expect(bureau.getByRole('heading', { name: '签约活动' })).toBeVisible()
  await expectAccessible(bureau)
  await bureau.getByRole('button', { name: '新增活动' }).click()
  const dialog = bureau.getByRole('dialog')
  await dialog.getByLabel('活动名称').fill(event)
  await dialog.getByLabel('年度').fill(String(year))
  await expectAccessible(bureau)
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(bureau.getByRole('row', { name: new RegExp(event) })).toContainText('日期待补录')
})

test('a project is kept from its name on and counts once it is complete', async () => {
  await unit.getByRole('link', { name: '签约项目', exact: true }).click()
  await expect(unit.getByRole('heading', { name: '签约项目' })).toBeVisible()
  await expectAccessible(unit)
  await unit.getByRole('button', { name: '新增签约项目' }).click()
  await unit.getByLabel('项目名称').fill(project)
  await expect(unit.getByText(/^✓ 已保存/)).toBeVisible()
  await expectAccessible(unit)
  await choose(unit, '行政区划', '伊金霍洛旗')
  await choose(unit, '细分产业', '新材料')
  await choose(unit, '签约活动', event)
  await choose(unit, '协议类型', '框架协议')
  await unit.getByLabel('签约日期').fill(`${year}-01-05`)
  await unit.getByLabel('签约日期').press('Enter')
  await unit.getByLabel('签约主体').fill('示例控股公司')
  await unit.getByLabel('投资主体').fill('示例投资公司')
  await choose(unit, '资金来源', '区外')
  await unit.getByLabel('协议总投资').fill('3亿')
  await unit.getByLabel('其中区外资金').fill('2亿')
  await unit.getByLabel('其中区外资金').blur()
  await expect(unit.getByText(/待完善/)).toHaveCount(0)
  await expect(unit.getByText(/^✓ 已保存/)).toBeVisible()
  await unit.getByRole('button', { name: '查看这个项目' }).click()
  await expect(unit.getByRole('heading', { name: '从储备到投产' })).toBeVisible()
  await expect(unit.getByText('首次签约：框架协议，3亿元')).toBeVisible()
  await expectAccessible(unit)
})

test('an upgrade moves the column of the first event and adds the difference', async () => {
  await unit.getByRole('button', { name: '登记后续协议' }).click()
  const dialog = unit.getByRole('dialog')
  await choose(unit, '与此前的关系', '升级')
  await choose(unit, '协议类型', '投资合同')
  await dialog.getByLabel('协议总投资').fill('5亿')
  await dialog.getByLabel('其中区外资金').fill('4亿')
  await expectAccessible(unit)
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(unit.getByText('升级：投资合同，总额 5亿元')).toBeVisible()
  await bureau.reload()
  const row = bureau.getByRole('row', { name: new RegExp(event) })
  await expect(row).toContainText('30,000')
  await row.getByRole('link', { name: '1 项目' }).click()
  await expect(bureau.getByRole('link', { name: project })).toBeVisible()
})

test('the board of an event tells how far its contracts got, unit by unit', async () => {
  await bureau.getByRole('link', { name: '签约活动', exact: true }).click()
  await bureau.getByRole('button', { name: '落地情况', exact: true }).click()
  const row = bureau.getByRole('row', { name: new RegExp(event) })
  await expect(row.getByRole('link')).toHaveText('1')
  await row.getByRole('button', { name: `分单位 ${event}` }).click()
  await expect(bureau.getByRole('heading', { name: `${event}：各单位落地情况` })).toBeVisible()
  await expectAccessible(bureau)
  await bureau
    .getByRole('row', { name: /伊金霍洛旗/ })
    .getByRole('link')
    .click()
  await expect(bureau.getByRole('link', { name: project })).toBeVisible()
})

test('a start asks for a photograph until there is one', async () => {
  await unit.getByRole('button', { name: '更新阶段' }).click()
  await choose(unit, '阶段', '开工')
  await choose(unit, '开工类型', '建安')
  await expectAccessible(unit)
  await unit.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(unit.getByText('请上传一张现场照片')).toBeVisible()
  await unit.getByRole('combobox', { name: '附件类别' }).click()
  await unit.locator('.ant-select-item-option').filter({ hasText: '现场照片' }).click()
  await unit.getByLabel('添加附件').setInputFiles({ name: '开工现场.png', mimeType: 'image/png', buffer: picture })
  await expect(unit.getByRole('button', { name: '开工现场.png' })).toBeVisible()
  await expect(unit.getByText('请上传一张现场照片')).toHaveCount(0)
  await expectAccessible(unit)
  const download = unit.waitForEvent('download')
  await unit.getByRole('button', { name: '开工现场.png' }).click()
  expect((await download).suggestedFilename()).toBe('开工现场.png')
})

test('permits and shares are stated, and the bureau leaves a project out', async () => {
  await unit.getByRole('button', { name: '手续清单' }).click()
  await choose(unit, '用地', '已办')
  await expectAccessible(unit)
  await unit.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(unit.getByRole('heading', { name: '手续办理' })).toBeVisible()
  await unit.getByRole('button', { name: '分成比例' }).click()
  const shares = unit.getByRole('dialog')
  await shares.getByLabel('伊金霍洛旗').fill('70')
  await shares.getByLabel('乌审旗').fill('30')
  await shares.getByLabel('乌审旗').blur()
  await expectAccessible(unit)
  await shares.getByRole('button', { name: '保存' }).click()
  await expect(unit.getByRole('heading', { name: '分成' })).toBeVisible()
  await bureau.getByRole('link', { name: project }).click()
  await bureau.getByRole('button', { name: '剔除' }).click()
  await choose(bureau, '剔除原因', '低于规模门槛')
  await bureau.getByRole('dialog').getByLabel('说明').fill('示例：总投资不足')
  await expectAccessible(bureau)
  await bureau.getByRole('dialog').getByRole('button', { name: '剔除' }).click()
  await expect(bureau.getByText('市商务局认定不计入考核（低于规模门槛）：示例：总投资不足')).toBeVisible()
  await unit.reload()
})

test('a stage that goes back owes a reason, and an end is told', async () => {
  await unit.getByRole('button', { name: '更新阶段' }).click()
  await choose(unit, '阶段', '终止')
  await unit.getByRole('dialog').getByLabel('原因').fill('投资方调整布局')
  await expectAccessible(unit)
  await unit.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(unit.getByText('已终止：投资方调整布局')).toBeVisible()
})

test('the bureau says after how long a project stands still', async () => {
  const limits = async (months: string, refused: boolean) => {
    await bureau.getByRole('button', { name: '设置期限' }).click()
    const dialog = bureau.getByRole('dialog')
    const field = dialog.getByLabel('签约后应开工')
    const before = await field.inputValue()
    await field.fill(months)
    await expectAccessible(bureau)
    await dialog.getByRole('button', { name: '保存' }).click()
    if (!refused) await expect(dialog).toBeHidden()
    else {
      await expect(dialog.getByText(/60/)).toBeVisible()
      await expectAccessible(bureau)
      await dialog.getByRole('button', { name: '取消' }).click()
    }
    return before
  }
  await bureau.getByRole('link', { name: '签约项目', exact: true }).click()
  await expect(bureau.getByText('需要关注：')).toBeVisible()
  const before = await limits('600', true)
  await limits('1', false)
  await bureau.reload()
  expect(await limits(before, false)).toBe('1')
})
