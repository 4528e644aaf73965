import { screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { api, ok } from '@/api/client'
import { beginSession, endSession, refreshSession, sessionState } from '@/api/token'
import { findDraft, keepDraft } from '@/lib/drafts'
import { openPage } from '@/test/open-page'
import { answers, problem, reporter, server } from '@/test/server'

const session = { accessToken: 'fresh', expiresIn: 600, user: reporter }

beforeEach(() => {
  endSession()
  answers('/dashboard/duties', { items: [], figures: [] })
})

describe('signing in', () => {
  it('leads to the page that was asked for', async () => {
    server.use(http.post('*/api/v1/auth/login', () => HttpResponse.json(session)))
    const { hands, router } = openPage('/account')
    await hands.type(await screen.findByLabelText('用户名'), '150622')
    await hands.type(screen.getByLabelText('密码'), 'Ordos-demo-2021')
    await hands.click(screen.getByRole('button', { name: /登\s*录/ }))
    expect(await screen.findByRole('heading', { name: '我的账号' })).toBeTruthy()
    expect(router.state.location.pathname).toBe('/account')
  })

  it('says what the server says when it refuses, and keeps the name', async () => {
    server.use(http.post('*/api/v1/auth/login', () => problem(401, '用户名或密码不正确')))
    const { hands } = openPage('/login')
    await hands.type(await screen.findByLabelText('用户名'), '150622')
    await hands.type(screen.getByLabelText('密码'), 'wrong')
    await hands.click(screen.getByRole('button', { name: /登\s*录/ }))
    expect(await screen.findByText('用户名或密码不正确')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('用户名').value).toBe('150622')
  })
})

describe('a password that someone else set', () => {
  it('is changed before anything else, and then the person may do their work', async () => {
    const fresh = { ...reporter, permissions: [], mustChangePassword: true }
    server.use(http.put('*/api/v1/auth/password', () => new HttpResponse(null, { status: 204 })))
    answers('/auth/me', { ...reporter })
    const { hands } = openPage('/projects', fresh)
    expect(await screen.findByText(/请先修改为自己的密码/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: '新增项目' })).toBeNull()
    await hands.type(screen.getByLabelText(/现密码/), 'first')
    await hands.type(screen.getByLabelText(/^新密码/), '一句自己记得住的话')
    await hands.type(screen.getByLabelText(/再次输入新密码/), '一句自己记得住的话')
    await hands.click(screen.getByRole('button', { name: '修改密码' }))
    expect(await screen.findByText(/密码已修改/)).toBeTruthy()
    expect(screen.queryByText(/请先修改为自己的密码/)).toBeNull()
    expect(screen.getByRole('link', { name: '新增项目' })).toBeTruthy()
  })
})

describe('a session that ends', () => {
  it('is renewed in silence, once for all calls that fail together', async () => {
    let refreshes = 0
    beginSession({ ...session, accessToken: 'old' })
    server.use(
      http.post('*/api/v1/auth/refresh', () => {
        refreshes++
        return HttpResponse.json(session)
      }),
      http.get('*/api/v1/units', ({ request }) =>
        request.headers.get('Authorization') === 'Bearer fresh'
          ? HttpResponse.json({ items: [] })
          : problem(401, '已过期'),
      ),
    )
    const read = () => ok(api().GET('/api/v1/units'))
    await Promise.all([read(), read(), read()])
    expect(refreshes).toBe(1)
  })

  it('asks for the password over the page and then goes on with what was asked', async () => {
    let signedIn = false
    server.use(
      http.post('*/api/v1/auth/refresh', () => problem(401, '请重新登录')),
      http.post('*/api/v1/auth/login', () => {
        signedIn = true
        return HttpResponse.json(session)
      }),
      http.get('*/api/v1/dashboard/duties', () =>
        signedIn ? HttpResponse.json({ items: [], figures: [] }) : problem(401, '已过期'),
      ),
    )
    const { hands } = openPage('/', reporter)
    expect(await screen.findByText('登录已过期，请重新输入密码')).toBeTruthy()
    await hands.type(screen.getByLabelText('密码'), 'Ordos-demo-2021')
    await hands.click(screen.getByRole('button', { name: '继续办理' }))
    expect(await screen.findByText('目前没有要办的事项')).toBeTruthy()
  })

  it('leaves nothing on a shared computer after signing out', async () => {
    server.use(http.post('*/api/v1/auth/logout', () => new HttpResponse(null, { status: 204 })))
    await keepDraft('150622', 'project', 'new', { values: { name: '草稿' }, savedAt: 1 })
    const { hands } = openPage('/', reporter)
    await hands.click(await screen.findByRole('button', { name: '退出' }))
    await waitFor(() => expect(sessionState().status).toBe('anonymous'))
    expect(await findDraft('150622', 'project', 'new')).toBeUndefined()
  })

  it('is not thought ended because the line is down', async () => {
    beginSession(session)
    server.use(http.post('*/api/v1/auth/refresh', () => HttpResponse.error()))
    await expect(refreshSession()).rejects.toThrow()
    expect(sessionState().status).toBe('signed-in')
  })
})
