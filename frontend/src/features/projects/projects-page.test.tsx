import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { openPage } from '@/test/open-page'
import { row } from '@/test/samples'
import { answers, problem, reporter, server } from '@/test/server'

let asked: URLSearchParams[]

beforeEach(() => {
  asked = []
  for (const list of ['/units', '/industries', '/calls', '/project-fields', '/principles', '/gb-industries'])
    answers(list, { items: [] })
  server.use(
    http.get('*/api/v1/projects', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({
        items: [row({ id: 'a', name: '光伏组件项目' }), row({ id: 'b', name: '羊绒制品项目', blocking: 2 })],
        nextCursor: 'C2',
        total: 3,
        totals: { count: 3, totalInvestmentYuan: 345_000_000, fixedInvestmentYuan: 0, landAreaMu: 0 },
      })
    }),
  )
})

describe('the list of projects', () => {
  it('asks for what its address says, and shows totals of the whole filter', async () => {
    openPage('/projects?state=DRAFT,RETURNED&q=光伏&sort=-totalInvestmentYuan', reporter)
    expect(await screen.findByText('34,500')).toBeTruthy()
    expect(Object.fromEntries(asked.at(-1) ?? [])).toMatchObject({
      state: 'DRAFT,RETURNED',
      q: '光伏',
      sort: '-totalInvestmentYuan',
      count: 'true',
    })
    expect(screen.getByText('2 项须改正')).toBeTruthy()
  })

  it('goes forward by cursor and back to the same place', async () => {
    const { hands, router } = openPage('/projects', reporter)
    await hands.click(await screen.findByRole('button', { name: '下一页' }))
    await waitFor(() => expect(asked.at(-1)?.get('cursor')).toBe('C2'))
    await hands.click(await screen.findByRole('button', { name: '上一页' }))
    await waitFor(() => expect(router.state.location.search).toBe(''))
  })

  it('submits the selected ones and names those that were refused, with the reason', async () => {
    server.use(
      http.post('*/api/v1/projects/a/submit', () => HttpResponse.json({})),
      http.post('*/api/v1/projects/b/submit', () =>
        problem(422, '尚有事项未处理', [
          { rule: 'V01', pointer: '/totalInvestmentYuan', severity: 'BLOCK', message: '总投资低于门槛', params: {} },
        ]),
      ),
    )
    const { hands } = openPage('/projects', reporter)
    await hands.click(await screen.findByLabelText('选择 光伏组件项目'))
    await hands.click(screen.getByLabelText('选择 羊绒制品项目'))
    await hands.click(screen.getByRole('button', { name: '报送所选（2）' }))
    const dialog = await screen.findByRole('dialog')
    await hands.click(within(dialog).getByRole('button', { name: /^报\s*送$/ }))
    expect(await within(dialog).findByText('1 个项目已报送')).toBeTruthy()
    expect(within(dialog).getByText(/总投资低于门槛/)).toBeTruthy()
  })

  it('keeps a view by name for next time', async () => {
    const first = openPage('/projects?state=RETURNED&callYear=2026', reporter)
    await first.hands.click(await screen.findByRole('button', { name: '保存为视图' }))
    await first.hands.type(await screen.findByLabelText('视图名称'), '今年被退回')
    await first.hands.click(screen.getByRole('button', { name: /^保\s*存$/ }))
    first.unmount()
    const { hands, router } = openPage('/projects', reporter)
    await hands.click(await screen.findByRole('button', { name: '今年被退回' }))
    expect(router.state.location.search).toContain('callYear=2026')
  })

  it('says so when the list can not be had, and how to go on', async () => {
    server.use(http.get('*/api/v1/projects', () => problem(400, '筛选条件有误：没有这种排序')))
    openPage('/projects?sort=nonsense', reporter)
    expect(await screen.findByText('筛选条件有误：没有这种排序')).toBeTruthy()
    expect(screen.getByRole('button', { name: '重新载入' })).toBeTruthy()
  })

  it('says that it tries again while the line is down', async () => {
    server.use(http.get('*/api/v1/projects', () => HttpResponse.error()))
    openPage('/projects', reporter)
    expect(await screen.findByText('暂时连接不上，正在重试…')).toBeTruthy()
  })
})
