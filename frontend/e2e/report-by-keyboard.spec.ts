import { expect, test } from '@playwright/test'
import { pick, tabTo, typeInto } from './keyboard'
import { expectAccessible, PASSWORD } from './support'

const NAME = `年产2万吨镁合金项目${Date.now().toString(36)}`

test.describe.configure({ mode: 'serial' })

// The mouse is never used: every step is a key.
test('a project is entered, checked and repaired with the keyboard alone', async ({ page }) => {
  await page.goto('/login')
  await expect(page.getByLabel('用户名')).toBeVisible()
  await expectAccessible(page)
  const keys = page.keyboard
  await typeInto(page, page.getByLabel('用户名'), '150622')
  await typeInto(page, page.getByLabel('密码', { exact: true }), PASSWORD)
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: '本月要办' })).toBeVisible()

  // The first stop of every page leads past the navigation; this time the navigation is wanted.
  await keys.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await tabTo(page, page.getByRole('link', { name: '新增项目' }))
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: '新增项目' })).toBeVisible()

  await typeInto(page, page.getByLabel('项目名称'), NAME)
  await pick(page, page.getByRole('combobox', { name: /建设地点/ }), '准格尔旗')
  await typeInto(page, page.getByLabel('具体位置'), '大路工业园区纬三路南')
  await pick(page, page.getByRole('combobox', { name: /细分产业/ }), '新材料')
  await typeInto(page, page.getByLabel('建设内容及规模'), '建设厂房5万平方米，年产镁合金2万吨。')
  await typeInto(page, page.getByLabel(/^总投资/), '499万')
  await expect(page.getByText('即 499万元')).toBeVisible()
  await typeInto(page, page.getByLabel(/其中固定资产投资/), '400万')
  await typeInto(page, page.getByLabel(/拟用地面积/), '20公顷')
  await expect(page.getByText('300 亩 ≈ 200,000 平方米 ≈ 20 公顷')).toBeVisible()
  await tabTo(page, page.getByRole('group', { name: /合作方式/ }).getByLabel('合资'))
  await keys.press('Space')
  await typeInto(page, page.getByLabel(/项目单位/), '准格尔旗商务局投资促进股')
  await typeInto(page, page.getByLabel(/办公电话/), '0477-4000000')
  await tabTo(
    page,
    page
      .getByRole('group', { name: /投资指南/ })
      .getByRole('radio')
      .first(),
  )
  await keys.press('Space')
  await tabTo(page, page.getByRole('button', { name: /未填的全部答“符合”/ }))
  await keys.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: '报送', exact: true }))
  await keys.press('Enter')
  await expect(page.getByRole('dialog')).toContainText(/还差 \d 项即可报送/)
  await expectAccessible(page)
  // The dialog keeps the focus to itself, and "去处理" leads to the first thing to do.
  await tabTo(page, page.getByRole('button', { name: '去处理' }))
  await keys.press('Enter')
  await expect(page.getByLabel(/^总投资/)).toBeFocused()
  await keys.press('Control+A')
  await keys.type('1.2亿')
  await expect(page.getByText('即 1.2亿元')).toBeVisible()
  await expect(page.locator('#f-totalInvestmentYuan-findings')).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
  await expectAccessible(page)
})

test('a row opens beside the list and closes again with Escape, the focus where it was', async ({ page }) => {
  await page.goto('/login')
  const keys = page.keyboard
  await typeInto(page, page.getByLabel('用户名'), '150622')
  await typeInto(page, page.getByLabel('密码', { exact: true }), PASSWORD)
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: '本月要办' })).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: '项目储备库' }))
  await keys.press('Enter')
  await tabTo(page, page.getByRole('button', { name: NAME }))
  await keys.press('Enter')
  await expect(page.getByRole('complementary', { name: NAME })).toBeVisible()
  await expect(page.getByRole('heading', { name: NAME })).toBeFocused()
  await keys.press('Escape')
  await expect(page.getByRole('complementary', { name: NAME })).toHaveCount(0)
  await expect(page.getByRole('button', { name: NAME })).toBeFocused()
})
