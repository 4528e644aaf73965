import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { User } from '@/api/types'
import { openPage } from '@/test/open-page'
import { answers, problem, reporter, server } from '@/test/server'

const admin: User = {
  ...reporter,
  username: 'admin',
  roles: ['ADMIN'],
  unitCode: undefined,
  unitName: undefined,
  permissions: ['accounts:admin', 'accounts:read', 'settings:write'],
}
const unit = {
  code: '150622',
  name: '准格尔旗',
  shortName: '准旗',
  kind: 'BANNER',
  reports: true,
  leadSubmitsOnly: false,
  version: 3,
  allowedActions: ['edit'],
}
const client = {
  id: '1',
  version: 0,
  clientId: 'c-1',
  name: '统计平台',
  unitCode: '150622',
  scopes: ['projects:read'],
  allowedNetworks: [],
  disabled: false,
  createdAt: '2021-04-10T08:00:00+08:00',
  allowedActions: ['edit', 'disable', 'secret'],
  whyNot: [],
}
const roster = {
  unitCode: '150622',
  principalLeader: '甲',
  reporter: '乙',
  version: 1,
  allowedActions: ['edit'],
  whyNot: [],
}

beforeEach(() => answers('/units', { items: [unit] }))

describe('API clients', () => {
  it('shows the secret once, and not by a slip of the Escape key away', async () => {
    answers('/api-clients', { items: [] })
    server.use(
      http.post('*/api/v1/api-clients', () =>
        HttpResponse.json({ id: '1', clientId: 'c-1', clientSecret: 's3cret' }, { status: 201 }),
      ),
    )
    const { hands } = openPage('/admin/clients', admin)
    await hands.click(await screen.findByRole('button', { name: '新增 API 客户端' }))
    const form = within(await screen.findByRole('dialog'))
    await hands.type(form.getByLabelText(/^名称/), '统计平台')
    await form.findByRole('option', { name: '准格尔旗' })
    await hands.selectOptions(form.getByLabelText(/^单位/), '150622')
    await hands.click(form.getByLabelText(/读取项目/))
    await hands.click(form.getByRole('button', { name: '新增 API 客户端' }))
    const secret = await screen.findByLabelText('密钥')
    expect((secret as HTMLInputElement).value).toBe('s3cret')
    await hands.keyboard('{Escape}')
    expect(screen.getByLabelText('密钥')).toBeDefined()
    await hands.click(screen.getByRole('button', { name: '我已保存，关闭' }))
    await waitFor(() => expect(screen.queryByLabelText('密钥')).toBeNull())
  })
})

describe('a repeated request for a client', () => {
  it('says that the secret is not told again', async () => {
    answers('/api-clients', { items: [client] })
    server.use(http.post('*/api/v1/api-clients/1/secret', () => HttpResponse.json(client)))
    const { hands } = openPage('/admin/clients', admin)
    await hands.click(await screen.findByRole('button', { name: /更换密钥/ }))
    const asked = within(await screen.findByRole('dialog'))
    await hands.click(asked.getByRole('button', { name: '更换密钥' }))
    await screen.findByText(/系统不保存/)
    expect(screen.queryByLabelText('密钥')).toBeNull()
  })
})

describe('the roster', () => {
  it('keeps what others wrote when only one entry was changed here', async () => {
    answers('/units/150622/roster', roster)
    const sent: unknown[] = []
    server.use(
      http.put('*/api/v1/units/150622/roster', async ({ request }) => {
        sent.push(await request.json())
        if (sent.length > 1) return HttpResponse.json({ ...roster, reporter: '丁', version: 3 })
        return problem(412, '已被修改', [], { current: { ...roster, principalLeader: '丙', version: 2 } })
      }),
    )
    const { hands } = openPage('/units/150622/roster', { ...reporter, permissions: ['calls:read', 'units:write'] })
    const field = await screen.findByLabelText('专人（填报人）')
    await hands.clear(field)
    await hands.type(field, '丁')
    await hands.click(screen.getByRole('button', { name: '保存' }))
    await screen.findByText(/已被他人修改/)
    await hands.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]).toMatchObject({ principalLeader: '丙', reporter: '丁' })
  })
})

it('sets that only the lead submits, with the version that was read', async () => {
  let seen: { body: unknown; match: string | null } | undefined
  server.use(
    http.patch('*/api/v1/units/150622', async ({ request }) => {
      seen = { body: await request.json(), match: request.headers.get('If-Match') }
      return HttpResponse.json({ ...unit, leadSubmitsOnly: true, version: 4 })
    }),
  )
  const { hands } = openPage('/admin/units', admin)
  await hands.click(await screen.findByRole('switch', { name: '准格尔旗：仅分管领导可以报送' }))
  await waitFor(() => expect(seen).toEqual({ body: { leadSubmitsOnly: true }, match: '"3"' }))
})
