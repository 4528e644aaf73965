import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn } from './support'

test.describe.configure({ mode: 'serial' })

// Names of this run: the library may hold projects of earlier ones.
const run = Date.now().toString(36)
const HEADER = '客户编号,项目名称,建设地点（旗区）,具体位置,细分产业,建设内容及规模,总投资（万元）,办公电话'
const line = (key: string, total: string, place = '准格尔旗') =>
  [
    `${key}-${run}`,
    `导入项目${key}${run}`,
    place,
    '大路产业园',
    '1.6 太阳能与风能',
    '厂房',
    total,
    '0477-4000000',
  ].join()

const file = (name: string, ...lines: string[]) => ({
  name: `${name}.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n')),
})

let unit: Page

const count = (word: string) => unit.getByRole('group', { name: /共 \d+ 行/ }).getByRole('button', { name: word })
const pick = (chosen: ReturnType<typeof file>) => unit.locator('input[type=file]').setInputFiles(chosen)

test.beforeAll(async ({ browser }) => {
  unit = await signIn(browser, '150622')
})

test('the way to the upload stands in the menu and on the list', async () => {
  await unit.getByRole('link', { name: '项目储备库' }).click()
  await unit.getByRole('main').getByRole('button', { name: '批量导入' }).click()
  await expect(unit.getByRole('heading', { name: '批量导入' })).toBeVisible()
  await expect(unit.getByRole('link', { name: '批量导入' })).toHaveAttribute('aria-current', 'page')
  await expectAccessible(unit)
})

test('the template and the unit’s own projects are there to fill in', async () => {
  for (const name of ['下载模板', '下载本单位已有内容']) {
    const download = unit.waitForEvent('download')
    await unit.getByRole('button', { name, exact: true }).click()
    // Every workbook is a zip file.
    expect((await readFile(await (await download).path())).subarray(0, 2).toString()).toBe('PK')
  }
})

test('an amount without a unit is asked for, never guessed', async () => {
  await pick(file('无单位', HEADER.replace('（万元）', ''), line('单位', '25000')))
  await expect(unit.getByText(/没有写明能识别的计量单位/)).toBeVisible()
  await expectAccessible(unit)
  await unit.getByLabel('“总投资”的单位').selectOption('万元')
  await unit.getByRole('button', { name: '重新识别' }).click()
  await expect(unit.getByRole('heading', { name: '导入计划' })).toBeVisible()
  await expect(count('新增')).toContainText('1')
  await unit.getByRole('button', { name: '放弃' }).click()
  await expect(unit.getByRole('button', { name: '选择文件' })).toBeVisible()
})

test('two bad rows are refused by column, the others are planned and imported', async () => {
  await pick(
    file('第一次', HEADER, line('甲', '25000'), line('乙', '很多'), line('丙', '30000'), line('丁', '9', '北京')),
  )
  await expect(count('不能导入')).toContainText('2')
  await expect(count('新增')).toContainText('2')
  await expect(unit.getByRole('row', { name: new RegExp(`导入项目乙${run}`) })).toContainText('总投资（万元）')
  await expect(unit.getByRole('row', { name: /丁-/ })).toContainText('建设地点')
  await expectAccessible(unit)
  const download = unit.waitForEvent('download')
  await unit.getByRole('button', { name: '下载批注后的表格' }).click()
  await download
  await unit.reload()
  await expect(count('不能导入')).toContainText('2')
  await unit.getByRole('radio', { name: /先导入其余 2 行/ }).check()
  await unit.getByRole('button', { name: '确认导入（2 行）' }).click()
  await expect(unit.getByRole('heading', { name: '导入完成' })).toBeVisible()
  await expectAccessible(unit)
})

test('the repaired file adds the two, changes what differs and leaves the rest', async () => {
  await unit.getByRole('button', { name: '再导入一个文件' }).click()
  await expect(unit.getByRole('row', { name: /第一次/ }).first()).toContainText('不能导入 2')
  await pick(file('第二次', HEADER, line('甲', '25000'), line('乙', '8000'), line('丙', '31000'), line('丁', '9000')))
  await expect(count('新增')).toContainText('2')
  await expect(count('无变化')).toContainText('1')
  await expect(count('不能导入')).toContainText('0')
  await count('修改').click()
  await expect(unit.getByRole('row', { name: new RegExp(`导入项目丙${run}`) })).toContainText('由“3亿元”改为“3.1亿元”')
  await expectAccessible(unit)
  await unit.getByRole('button', { name: '确认导入（3 行）' }).click()
  await expect(unit.getByText(/新增 2 条、修改 1 条/)).toBeVisible()
})

test('the import is undone after its consequence was read', async () => {
  await unit.getByRole('button', { name: '撤销导入' }).click()
  await expect(unit.getByRole('dialog')).toContainText('新增的 2 条将删除')
  await expectAccessible(unit)
  await unit.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click()
  await expect(unit.getByText('3 行已恢复为导入前的样子。')).toBeVisible()
  await expectAccessible(unit)
  await unit.goto(`/projects?q=${run}`)
  await expect(unit.getByRole('row', { name: new RegExp(`导入项目甲${run}`) })).toBeVisible()
  await expect(unit.getByRole('row', { name: new RegExp(`导入项目丙${run}`) })).toContainText('30,000')
  await expect(unit.getByRole('row', { name: new RegExp(`导入项目乙${run}`) })).toHaveCount(0)
})
