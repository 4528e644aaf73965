import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Finding, ProjectInput } from '@/api/types'
import { clearDrafts } from '@/lib/drafts'
import { openPage } from '@/test/open-page'
import { field, project } from '@/test/samples'
import { answers, problem, reporter, server } from '@/test/server'

const fields = [
  field({ name: 'name', label: '项目名称', necessity: 'REQUIRED' }),
  field({ name: 'address', label: '具体位置', necessity: 'REQUIRED' }),
  field({
    name: 'totalInvestmentYuan',
    label: '总投资',
    type: 'MONEY',
    unit: '元',
    necessity: 'REQUIRED',
    section: 'scale',
  }),
  field({ name: 'principleChecks', label: '筛选原则', type: 'OBJECTS', section: 'principles' }),
  field({ name: 'justifications', label: '说明', type: 'OBJECTS', section: 'principles' }),
]
const principles = ['MARKET_DEMAND', 'RESOURCES'].map((code) => ({
  code,
  group: 'FEASIBLE',
  groupName: '可行性',
  name: code === 'RESOURCES' ? '资源保障' : '市场需求',
  question: '是否具备？',
  barring: false,
}))
const doubtful: Finding = {
  rule: 'V04',
  pointer: '/totalInvestmentYuan',
  severity: 'EXPLAIN',
  message: '总投资超过1000亿元，请核对单位',
  params: {},
}

let saved: ProjectInput[]
let findings: Finding[]
let record = project()

beforeEach(async () => {
  await clearDrafts()
  saved = []
  findings = []
  record = project()
  answers('/project-fields', { items: fields })
  answers('/principles', { items: principles })
  answers('/calls', { items: [] })
  server.use(
    http.get('*/api/v1/projects/:id', () => HttpResponse.json(record)),
    http.get('*/api/v1/projects/:id/:list', () => HttpResponse.json({ items: [] })),
    http.post('*/api/v1/projects/check', () => HttpResponse.json({ findings })),
    http.patch('*/api/v1/projects/:id', async ({ request }) => {
      const patch = (await request.json()) as ProjectInput
      saved.push(patch)
      record = { ...record, ...patch, version: record.version + 1, findings } as typeof record
      return HttpResponse.json(record)
    }),
  )
})

const open = () => openPage(`/projects/${record.id}/edit`, reporter)

describe('the form of a project', () => {
  it('understands amounts as people say them, shows them back and saves yuan', async () => {
    const { hands } = open()
    await hands.type(await screen.findByLabelText(/总投资/), '1.2亿')
    expect(screen.getByText('即 1.2亿元')).toBeTruthy()
    await waitFor(() => expect(saved).toContainEqual({ totalInvestmentYuan: 120000000 }), { timeout: 12_000 })
  })

  it('says what it does not understand and sends nothing in its place', async () => {
    const { hands } = open()
    await hands.type(await screen.findByLabelText(/总投资/), '1,2亿')
    expect(screen.getByText(/看不懂“1,2亿”/)).toBeTruthy()
  })

  it('asks for the explanation right at the finding and stores it with the record', async () => {
    findings = [doubtful]
    record = project({ totalInvestmentYuan: 2e11, findings })
    const { hands } = open()
    const box = await screen.findByLabelText('说明原因')
    await hands.type(box, '已核对')
    await waitFor(() => expect(saved.at(-1)).toEqual({ justifications: [{ rule: 'V04', text: '已核对' }] }), {
      timeout: 12_000,
    })
  })

  it('answers PASS to all that are open in one act, and asks exceptions for a note', async () => {
    const { hands } = open()
    await hands.click(await screen.findByRole('button', { name: /未填的全部答“符合”（2 项）/ }))
    const resources = screen.getByRole('group', { name: /资源保障/ })
    await hands.click(within(resources).getByLabelText('不适用'))
    expect(screen.getByLabelText(/说明（资源保障）/)).toBeTruthy()
    await waitFor(
      () =>
        expect(record.principleChecks).toEqual([
          { check: 'MARKET_DEMAND', answer: 'PASS' },
          { check: 'RESOURCES', answer: 'NOT_APPLICABLE' },
        ]),
      { timeout: 12_000 },
    )
  })

  it('opens only what the bureau asked to change', async () => {
    record = project({
      state: 'RETURNED',
      editablePointers: ['/address'],
      returned: {
        reason: '请补充',
        by: '市商务局',
        at: '2026-04-01T10:00:00+08:00',
        fields: [{ pointer: '/address', reason: '写明地块编号' }],
      },
    })
    open()
    expect((await screen.findByLabelText<HTMLInputElement>(/项目名称/)).disabled).toBe(true)
    expect(screen.getByLabelText<HTMLInputElement>(/具体位置/).disabled).toBe(false)
    expect(screen.getByText('退回意见：写明地块编号')).toBeTruthy()
  })

  it('says what is missing instead of submitting', async () => {
    findings = [{ rule: 'V03', pointer: '/appraisals', severity: 'BLOCK', message: '还没有初步论证记录', params: {} }]
    record = project({ findings })
    server.use(http.post('*/api/v1/projects/:id/submit', () => problem(422, '尚有事项未处理', findings)))
    const { hands } = open()
    await hands.click(await screen.findByRole('button', { name: /^报\s*送$/ }))
    expect(await screen.findByText('还差 1 项即可报送')).toBeTruthy()
  })

  it('does not scold an empty form, and names what is missing of a field one has left', async () => {
    findings = [
      { rule: 'REQUIRED', pointer: '/name', severity: 'BLOCK', message: '请填写“项目名称”', params: {} },
      { rule: 'REQUIRED', pointer: '/address', severity: 'BLOCK', message: '请填写“具体位置”', params: {} },
    ]
    const { hands, container } = openPage('/projects/new', reporter)
    await screen.findByText('待处理事项（2）')
    const beside = (name: string) => container.querySelector(`#f-${name}-findings`)?.textContent
    expect(beside('name')).toBeUndefined()
    await hands.click(screen.getByLabelText(/具体位置/))
    await hands.tab()
    await waitFor(() => expect(beside('address')).toContain('请填写“具体位置”'))
    expect(beside('name')).toBeUndefined()
    await hands.click(screen.getByRole('button', { name: /^报\s*送$/ }))
    await waitFor(() => expect(beside('name')).toContain('请填写“项目名称”'))
  })
})
