import { writeFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { tabTo, typeInto } from './keyboard'
import { expectAccessible, PASSWORD } from './support'

const run = Date.now().toString(36)
const HEADER = '序号,客户编号,项目名称,建设地点（旗区）,总投资（万元）'
const line = (n: number, total: string) => `${n},键盘${n}-${run},键盘导入项目${n}号${run},准格尔旗,${total}`

// The mouse is never used. Only the window of the operating system that picks a file is answered for the browser.
test('a file is chosen, planned, imported and undone with the keyboard alone', async ({ page }, info) => {
  const file = info.outputPath('键盘.csv')
  await writeFile(file, [HEADER, line(1, '25000'), line(2, '很多'), line(3, '30000')].join('\r\n'))
  await page.goto('/login')
  const keys = page.keyboard
  await typeInto(page, page.getByLabel('用户名'), '150622')
  await typeInto(page, page.getByLabel('密码', { exact: true }), PASSWORD)
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: '本月要办' })).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: '批量导入' }))
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: '批量导入' })).toBeVisible()

  const pick = page.getByRole('button', { name: '选择文件' })
  await tabTo(page, pick)
  const chooser = page.waitForEvent('filechooser')
  await keys.press('Enter')
  await (await chooser).setFiles(file)

  // The page goes on from its top, where the focus is, not from the start of the window.
  await expect(page.getByRole('heading', { name: /导入计划/ })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  await expect(page.getByText('序号由系统自动生成，不用导入')).toBeVisible()
  const counts = page.getByRole('group', { name: /共 3 行/ })
  await expect(counts.getByRole('button', { name: '不能导入' })).toContainText('1')
  await expectAccessible(page)
  await tabTo(page, counts.getByRole('button', { name: '新增' }))
  await keys.press('Space')
  await expect(page.getByRole('row', { name: new RegExp(`键盘导入项目3号${run}`) })).toBeVisible()
  await tabTo(page, page.getByRole('radio', { name: /先导入其余 2 行/ }))
  await keys.press('ArrowDown')
  await expect(page.getByRole('button', { name: /确认导入/ })).toBeDisabled()
  await keys.press('ArrowUp')
  await tabTo(page, page.getByRole('button', { name: '确认导入（2 行）' }))
  await keys.press('Enter')

  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: '撤销导入' }))
  await keys.press('Space')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('新增的 2 条将删除')
  // Escape changes nothing and leads back to where one was.
  await keys.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: '撤销导入' })).toBeFocused()
  await keys.press('Enter')
  await expect(dialog).toBeVisible()
  await tabTo(page, dialog.getByRole('button', { name: '撤销导入' }))
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: '撤销完成' })).toBeVisible()
  await expect(page.getByText('2 行已恢复为导入前的样子。')).toBeVisible()
  await expectAccessible(page)
})
