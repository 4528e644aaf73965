import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { openPage } from '@/test/open-page'
import { field, project } from '@/test/samples'
import { answers, problem, reporter, server } from '@/test/server'

const change = (pointer: string, label: string, from: unknown, to: unknown) => ({ pointer, label, from, to })
const entry = (id: number, action: string, changes: unknown[]) => ({
  id,
  at: '2026-03-02T09:30:00+08:00',
  actor: { kind: 'PERSON', name: '150622', displayName: '准格尔旗填报人' },
  action,
  version: id,
  changes,
})
const history = [
  entry(3, 'submit', [change('/state', '状态', 'DRAFT', 'SUBMITTED')]),
  entry(2, 'update', [
    change('/totalInvestmentYuan', '总投资', 499_0000, 1_2000_0000),
    change('/principleChecks', '筛选原则', null, [{ check: 'RESOURCES', answer: 'FAIL', note: '缺水' }]),
  ]),
  entry(
    1,
    'create',
    [...'甲乙丙丁戊己庚'].map((label) => change(`/${label}`, label, null, '有')),
  ),
]

beforeEach(() => {
  answers('/project-fields', {
    items: [field({ name: 'totalInvestmentYuan', label: '总投资', type: 'MONEY', unit: '元', section: 'scale' })],
  })
  answers('/principles', { items: [{ code: 'RESOURCES', name: '资源保障' }] })
  for (const list of ['/units', '/industries', '/gb-industries']) answers(list, { items: [] })
  server.use(
    http.get('*/api/v1/projects/:id', ({ params }) =>
      params.id === 'gone' ? problem(404, '没有找到该记录') : HttpResponse.json(project()),
    ),
    http.get('*/api/v1/projects/:id/history', () => HttpResponse.json({ items: history })),
    http.get('*/api/v1/projects/:id/:list', () => HttpResponse.json({ items: [] })),
  )
})

describe('the page of a project', () => {
  it('tells its history in the words of the form, with units', async () => {
    openPage(`/projects/${project().id}`, reporter)
    expect(await screen.findByText('由“草稿”改为“已报送”', { exact: false })).toBeTruthy()
    expect(screen.getByText('由“499万元”改为“1.2亿元”', { exact: false })).toBeTruthy()
    expect(await screen.findByText('填写为“资源保障 不符合（缺水）”', { exact: false })).toBeTruthy()
  })

  it('folds what was filled in at once', async () => {
    openPage(`/projects/${project().id}`, reporter)
    const summary = await screen.findByText('7 项内容')
    expect(summary.closest('details')?.open).toBe(false)
  })

  it('leads back to the list from a record that is not there', async () => {
    openPage('/projects/gone', reporter)
    expect((await screen.findByRole('link', { name: '返回项目列表' })).getAttribute('href')).toBe('/projects')
  })
})
