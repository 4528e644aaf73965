import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn } from './support'

test.describe.configure({ mode: 'serial' })

const run = Date.now().toString(36)
const USER = `zhang-${run}`
const NAME = `张工${run}`
const OWN = `只有张工自己记得住的一句话${run}`

let admin: Page
let person: Page
let auditor: Page
let first: string

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })

async function tryIn(page: Page, password: string) {
  await page.goto('/login')
  await page.getByLabel('用户名').fill(USER)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

test.beforeAll(async ({ browser }) => {
  admin = await signIn(browser, 'admin')
  auditor = await signIn(browser, 'auditor')
  person = await (await browser.newContext()).newPage()
})

test('the administrator is told what a new account lacks', async () => {
  await admin.getByRole('link', { name: '账号', exact: true }).click()
  await expect(admin.getByRole('heading', { name: '账号' })).toBeVisible()
  await expect(row(admin, '150622-lead')).toContainText('分管领导')
  await expectAccessible(admin)
  await admin.getByRole('button', { name: '新增账号' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('button', { name: '新增账号' }).click()
  await expect(dialog.locator('#f-username-findings')).toContainText('请填写用户名')
  await expect(dialog.getByLabel('用户名')).toBeFocused()
  await expectAccessible(admin)
})

test('an account is made for a unit, with a first password', async () => {
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('用户名').fill(USER)
  await dialog.getByLabel('姓名或称谓').fill(NAME)
  await dialog.getByRole('checkbox', { name: '填报人' }).check()
  await dialog.getByLabel('单位').selectOption({ label: '准格尔旗' })
  await dialog.getByRole('button', { name: '生成一个' }).click()
  first = await dialog.getByLabel(/初始密码/).inputValue()
  expect(first.length).toBeGreaterThan(11)
  await dialog.getByRole('button', { name: '新增账号' }).click()
  await expect(dialog).toHaveCount(0)
  await admin.getByLabel('用户名或姓名').fill(USER)
  await admin.getByRole('button', { name: '查找' }).click()
  await expect(row(admin, NAME)).toContainText('待改初始密码')
  await expect(row(admin, NAME)).toContainText('从未登录')
})

test('the person changes it before anything else', async () => {
  await tryIn(person, first)
  await expect(person.getByText('这是管理员设置的初始密码')).toBeVisible()
  await person.goto('/projects')
  await expect(person.getByText('这是管理员设置的初始密码')).toBeVisible()
  await expectAccessible(person)
  await person.getByLabel('现密码').fill(first)
  await person.getByLabel('新密码', { exact: false }).first().fill(OWN)
  await person.getByLabel('再次输入新密码').fill(OWN)
  await person.getByRole('button', { name: '修改密码' }).click()
  await expect(person.getByText('密码已修改')).toBeVisible()
  await person.getByRole('link', { name: '去本月要办' }).click()
  await expect(person.getByRole('heading', { name: '本月要办' })).toBeVisible()
  await expect(person.getByRole('link', { name: '新增项目' })).toBeVisible()
})

test('a change of role takes effect at once', async () => {
  await admin.reload()
  await expect(row(admin, NAME)).toContainText('正常')
  await admin.getByRole('button', { name: `修改 ${NAME}` }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: '分管领导' }).check()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(row(admin, NAME)).toContainText('填报人、分管领导')
})

test('a disabled account is out at once and can come back', async () => {
  await admin.getByRole('button', { name: `停用 ${NAME}` }).click()
  await expect(admin.getByRole('dialog')).toContainText('停用后立即不能登录')
  await expectAccessible(admin)
  await admin.getByRole('dialog').getByRole('button', { name: '停用' }).click()
  await expect(row(admin, NAME)).toContainText('已停用')
  await tryIn(person, OWN)
  await expect(person.getByRole('alert')).not.toBeEmpty()
  await expectAccessible(person)
  await admin.getByRole('button', { name: `启用 ${NAME}` }).click()
  await expect(row(admin, NAME)).toContainText('正常')
  await tryIn(person, OWN)
  await expect(person.getByRole('heading', { name: '本月要办' })).toBeVisible()
})

test('who guessed too often is locked, and the administrator lets them in again', async ({ browser }) => {
  const stranger = await (await browser.newContext()).newPage()
  for (let i = 0; i < 6; i++) {
    await tryIn(stranger, `wrong-${i}`)
    await expect(stranger.getByRole('alert')).not.toBeEmpty()
  }
  await expect(stranger.getByRole('alert')).toContainText('分钟后再试')
  await admin.reload()
  await expect(row(admin, NAME)).toContainText('已锁定')
  await admin.getByRole('button', { name: `解除锁定 ${NAME}` }).click()
  await expect(row(admin, NAME)).toContainText('正常')
  await tryIn(stranger, OWN)
  await expect(stranger.getByRole('heading', { name: '本月要办' })).toBeVisible()
})

test('a client of a unit gets a secret once, and works with it', async ({ request }) => {
  const client = `统计平台${run}`
  await admin.getByRole('link', { name: 'API 客户端' }).click()
  await expect(row(admin, 'demo-150622')).toBeVisible()
  await expectAccessible(admin)
  await admin.getByRole('button', { name: '新增 API 客户端' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('名称').fill(client)
  await dialog.getByLabel('单位').selectOption({ label: '准格尔旗' })
  await dialog.getByRole('checkbox', { name: /读取项目/ }).check()
  await expectAccessible(admin)
  await dialog.getByRole('button', { name: '新增 API 客户端' }).click()
  await expect(admin.getByText('请现在保存密钥')).toBeVisible()
  await expectAccessible(admin)
  const id = await admin.getByLabel('客户端编号').inputValue()
  const secret = await admin.getByLabel('密钥', { exact: true }).inputValue()
  await admin.getByRole('button', { name: '我已保存，关闭' }).click()
  await expect(row(admin, client)).toContainText(id)

  const token = await request.post('/api/v1/oauth/token', {
    form: { grant_type: 'client_credentials', client_id: id, client_secret: secret },
  })
  const { access_token } = await token.json()
  const headers = { Authorization: `Bearer ${access_token}` }
  expect((await request.get('/api/v1/projects?limit=1', { headers })).status()).toBe(200)
  expect((await request.post('/api/v1/projects', { headers, data: { name: '无权' } })).status()).toBe(403)
})

test('the auditor finds all of it in the trail, and can change nothing', async () => {
  await auditor.getByRole('link', { name: '审计记录' }).click()
  await expect(auditor.getByRole('heading', { name: '审计记录' })).toBeVisible()
  await expectAccessible(auditor)
  await auditor.getByLabel('操作人').fill('admin')
  await auditor.getByLabel('对象类别').selectOption({ label: '账号' })
  await auditor.getByRole('button', { name: '查找' }).click()
  await expect(auditor.getByRole('row').nth(1)).toContainText('系统管理员')
  await expect(auditor.getByRole('main')).not.toContainText(OWN)
  await expect(auditor.getByRole('main')).not.toContainText(first)
  await auditor.getByRole('link', { name: '账号', exact: true }).click()
  await expect(auditor.getByRole('heading', { name: '账号', level: 1 })).toBeVisible()
  await expect(row(auditor, 'admin')).toBeVisible()
  await expect(auditor.getByRole('button', { name: /停用|重置密码|新增/ })).toHaveCount(0)
  await expectAccessible(auditor)
})

test('the administrator sees no business rows', async () => {
  await expect(admin.getByRole('link', { name: '项目储备库' })).toHaveCount(0)
  await admin.goto('/projects')
  await expect(admin.getByText('您的账号没有这项权限')).toBeVisible()
  await expectAccessible(admin)
})
