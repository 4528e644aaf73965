import { screen, waitFor, within } from '@testing-library/react'
import { delay, HttpResponse, http } from 'msw'
import { beforeEach, expect, it } from 'vitest'
import type { Notification, NotificationSettings, UnreadNotifications } from '@/api/types'
import { openPage } from '@/test/open-page'
import { answers, problem, reporter, server } from '@/test/server'

const person = { ...reporter, permissions: [...reporter.permissions, 'notifications:read'] }

const told = (number: number, more: Partial<Notification> = {}): Notification => ({
  id: `0190a000-0000-7000-8000-00000000010${number}`,
  kind: 'PRICE_REPORT_RETURNED',
  title: `第${number}条`,
  page: '/calls/2021',
  createdAt: '2021-04-02T09:30:00+08:00',
  ...more,
})

/** The inbox as the server keeps it: read is read. */
let inbox: Notification[]
let streams: UnreadNotifications[][]

beforeEach(() => {
  inbox = []
  streams = []
  const unread = () => inbox.filter(({ readAt }) => readAt === undefined)
  const mark = (rows: Notification[]) => {
    const marked = rows.filter(({ readAt }) => readAt === undefined)
    inbox = inbox.map((row) => (marked.includes(row) ? { ...row, readAt: '2021-04-02T10:00:00+08:00' } : row))
    return marked.length
  }
  server.use(
    http.get('*/api/v1/notifications', ({ request }) => {
      const query = new URL(request.url).searchParams
      const items = query.get('unread') === 'true' ? unread() : inbox
      return HttpResponse.json({
        items: items.slice(0, Number(query.get('limit'))),
        ...(query.get('count') === 'true' && { total: items.length }),
      })
    }),
    http.get('*/api/v1/notifications/events', async ({ request }) => {
      if (request.headers.get('Authorization') !== 'Bearer test-token') return problem(401, 'no')
      // Silent until something happens.
      while (streams.length === 0 && !request.signal.aborted) await delay(20)
      return HttpResponse.text((streams.shift() ?? []).map((event) => `data:${JSON.stringify(event)}\n\n`).join(''), {
        headers: { 'Content-Type': 'text/event-stream' },
      })
    }),
    http.post('*/api/v1/notifications/read', async ({ request }) => {
      const { upTo } = (await request.json()) as { upTo: string }
      const from = inbox.findIndex(({ id }) => id === upTo)
      return HttpResponse.json({ read: mark(inbox.slice(from)), unread: unread().length })
    }),
    http.post('*/api/v1/notifications/:id/read', ({ params }) => {
      mark(inbox.filter(({ id }) => id === params.id))
      return HttpResponse.json(inbox.find(({ id }) => id === params.id))
    }),
    http.get('*/api/v1/calls/2021', () => problem(404, 'no')),
  )
})

const bell = (name: string) => screen.findByRole('link', { name })

it('counts what is unread at the bell and leads to it', async () => {
  inbox = [told(1), told(2), told(3, { readAt: '2021-04-02T10:00:00+08:00' })]
  answers('/dashboard/duties', { items: [], figures: [] })
  const { hands, router } = openPage('/', person)
  await hands.click(await bell('通知，2 条未读'))
  await waitFor(() => expect(router.state.location.pathname).toBe('/notifications'))
  expect(await screen.findByRole('link', { name: '第1条' })).toBeTruthy()
})

it('shows at once what comes while one looks', async () => {
  openPage('/notifications', person)
  expect(await screen.findByText('还没有通知')).toBeTruthy()
  inbox = [told(1)]
  streams.push([{ unread: 1, newest: told(1).id }])
  expect(await screen.findByRole('link', { name: '第1条' })).toBeTruthy()
  expect(await bell('通知，1 条未读')).toBeTruthy()
})

it('marks one as read, then all', async () => {
  inbox = [
    told(1, { words: '请核对总投资', dueOn: '2021-04-10' }),
    told(2),
    told(3, { readAt: '2021-04-02T10:00:00+08:00' }),
  ]
  const { hands } = openPage('/notifications', person)
  const first = (await screen.findByRole('link', { name: '第1条' })).closest('li') as HTMLElement
  expect(within(first).getByText('请核对总投资')).toBeTruthy()
  expect(within(first).getByText('截止 2021年4月10日')).toBeTruthy()
  expect(within(first).getByText('未读')).toBeTruthy()
  await hands.click(screen.getByRole('button', { name: '标为已读：第1条' }))
  expect(await bell('通知，1 条未读')).toBeTruthy()
  await hands.click(screen.getByRole('button', { name: '全部标为已读' }))
  expect(await bell('通知，没有未读')).toBeTruthy()
  expect(screen.queryByText('未读', { selector: '.zs-tag' })).toBeNull()
  expect(screen.queryByRole('button', { name: '全部标为已读' })).toBeNull()
})

it('opens the place and marks as read what was opened', async () => {
  inbox = [told(1)]
  const { hands, router } = openPage('/notifications', person)
  await hands.click(await screen.findByRole('link', { name: '第1条' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/calls/2021'))
  expect(await bell('通知，没有未读')).toBeTruthy()
})

it('lists what is unread alone, by its address', async () => {
  inbox = [told(1), told(2, { readAt: '2021-04-02T10:00:00+08:00' })]
  const { hands, router } = openPage('/notifications', person)
  await screen.findByRole('link', { name: '第2条' })
  await hands.click(screen.getByRole('link', { name: '未读' }))
  await waitFor(() => expect(router.state.location.search).toBe('?unread=true'))
  expect(await screen.findByRole('link', { name: '第1条' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: '第2条' })).toBeNull()
})

it('says that the inbox could not be read', async () => {
  server.use(http.get('*/api/v1/notifications', () => problem(500, '服务器出错了')))
  openPage('/notifications', person)
  expect((await screen.findByRole('alert')).textContent).toContain('服务器出错了')
})

const settings: NotificationSettings = {
  language: 'ZH',
  mailAvailable: false,
  version: 0,
  kinds: [
    { kind: 'PROJECT_RETURNED', name: '项目被退回修改', inbox: true, mail: true },
    { kind: 'PROJECT_ACCEPTED', name: '项目审核入库', inbox: true, mail: false },
  ],
}

it('keeps what a person decides on the account page', async () => {
  answers('/notifications/settings', settings)
  let sent: unknown
  server.use(
    http.put('*/api/v1/notifications/settings', async ({ request }) => {
      expect(request.headers.get('If-Match')).toBe('"0"')
      sent = await request.json()
      return HttpResponse.json({ ...settings, email: 'name@example.cn', version: 1 })
    }),
  )
  const { hands } = openPage('/account', person)
  expect(await screen.findByText(/尚未启用邮件/)).toBeTruthy()
  await hands.type(screen.getByLabelText('电子邮箱'), 'name@example.cn')
  await hands.click(screen.getByRole('checkbox', { name: '项目审核入库：邮件通知' }))
  await hands.click(screen.getByRole('button', { name: '保存通知设置' }))
  expect(await screen.findByText('✓ 通知设置已保存')).toBeTruthy()
  expect(sent).toEqual({
    email: 'name@example.cn',
    language: 'ZH',
    kinds: [
      { kind: 'PROJECT_RETURNED', inbox: true, mail: true },
      { kind: 'PROJECT_ACCEPTED', inbox: true, mail: true },
    ],
  })
})

it('says beside the address what is wrong with it', async () => {
  answers('/notifications/settings', settings)
  server.use(
    http.put('*/api/v1/notifications/settings', () =>
      problem(400, '请求有误', [
        { rule: 'FORMAT', pointer: '/email', severity: 'BLOCK', message: '“电子邮箱”的格式不对', params: {} },
      ]),
    ),
  )
  const { hands } = openPage('/account', person)
  await hands.type(await screen.findByLabelText('电子邮箱'), 'name')
  await hands.click(screen.getByRole('button', { name: '保存通知设置' }))
  expect(await screen.findByText('“电子邮箱”的格式不对')).toBeTruthy()
  expect(screen.getByLabelText('电子邮箱').getAttribute('aria-invalid')).toBe('true')
})

it('shows no bell to one who may not have an inbox yet', async () => {
  openPage('/account', { ...reporter, permissions: [], mustChangePassword: true })
  expect(await screen.findByRole('heading', { name: '修改密码' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: /通知/ })).toBeNull()
  expect(screen.queryByText('通知设置')).toBeNull()
})
