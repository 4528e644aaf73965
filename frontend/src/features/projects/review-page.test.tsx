import { screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { openPage } from '@/test/open-page'
import { field, project, row } from '@/test/samples'
import { answers, bureau, problem, server } from '@/test/server'

const submitted = project({
  state: 'SUBMITTED',
  address: '大路园区',
  content: '厂房',
  allowedActions: ['return', 'accept'],
  justifications: [{ rule: 'V04', text: '已与投资方核对' }],
  findings: [{ rule: 'V04', pointer: '/totalInvestmentYuan', severity: 'EXPLAIN', message: '金额偏大', params: {} }],
})

let returned: unknown
let judged: unknown

beforeEach(() => {
  returned = undefined
  judged = undefined
  for (const list of ['/units', '/industries', '/principles', '/gb-industries']) answers(list, { items: [] })
  answers('/project-fields', {
    items: [
      field({ name: 'address', label: '具体位置' }),
      field({ name: 'content', label: '建设内容及规模', section: 'scale' }),
    ],
  })
  server.use(
    http.get('*/api/v1/projects', () => HttpResponse.json({ items: [row({ id: 'next', name: '下一个' })], total: 2 })),
    http.get('*/api/v1/projects/:id', () => HttpResponse.json(submitted)),
    http.get('*/api/v1/projects/:id/changes', () =>
      HttpResponse.json({
        submission: 2,
        changes: [{ pointer: '/address', label: '具体位置', from: '大路', to: '大路园区' }],
      }),
    ),
    http.get('*/api/v1/projects/:id/duplicates', () =>
      HttpResponse.json({
        items: [
          {
            otherId: 'x',
            code: 'ORD-2026-150602-0009',
            name: '光伏组件项目',
            unitCode: '150602',
            unitName: '东胜区',
            state: 'ACCEPTED',
            level: 1,
            because: '名称归一后相同',
            open: true,
          },
        ],
      }),
    ),
    http.post('*/api/v1/projects/:id/return', async ({ request }) => {
      returned = await request.json()
      return HttpResponse.json({ ...submitted, state: 'RETURNED', allowedActions: [] })
    }),
    http.post('*/api/v1/projects/:id/duplicates/:other/verdict', async ({ request }) => {
      if (request.headers.get('If-Match') !== `"${submitted.version}"`) return problem(428, '缺少 If-Match 请求头')
      judged = await request.json()
      return HttpResponse.json({})
    }),
    http.get('*/api/v1/projects/:id/:list', () => HttpResponse.json({ items: [] })),
  )
})

describe('reviewing a project', () => {
  it('shows what changed, the explanations and the duplicates before the rest', async () => {
    openPage(`/review/${submitted.id}`, bureau)
    const changed = await screen.findByText('上次退回后的修改')
    const explained = await screen.findByText('已与投资方核对')
    const duplicate = await screen.findByText(/名称归一后相同/)
    const rest = await screen.findByText('基本情况')
    expect((await screen.findAllByText('大路园区')).length).toBeGreaterThan(0)
    for (const [before, after] of [
      [changed, explained],
      [explained, duplicate],
      [duplicate, rest],
    ] as const)
      expect(before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('returns by field, each with its reason', async () => {
    const { hands } = openPage(`/review/${submitted.id}`, bureau)
    await hands.click(await screen.findByRole('checkbox', { name: /退回此项\s*具体位置/ }))
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '退回修改' }).disabled).toBe(true)
    await hands.type(screen.getByLabelText('“具体位置”的退回意见'), '写明地块')
    await hands.type(screen.getByLabelText('总体意见'), '请补充')
    await hands.click(screen.getByRole('button', { name: '退回修改' }))
    await waitFor(() =>
      expect(returned).toEqual({ reason: '请补充', fields: [{ pointer: '/address', reason: '写明地块' }] }),
    )
  })

  it('judges a duplicate as of the version that was seen', async () => {
    const { hands } = openPage(`/review/${submitted.id}`, bureau)
    await hands.click(await screen.findByRole('radio', { name: '不同项目' }))
    await hands.type(screen.getByLabelText('裁决理由'), '建设地点不同')
    await hands.click(screen.getByRole('button', { name: '裁决：不同项目' }))
    await waitFor(() => expect(judged).toEqual({ verdict: 'NEW', reason: '建设地点不同' }))
  })
})
