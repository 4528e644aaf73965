import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PublicProject } from '@/api/types'
import { openPage } from '@/test/open-page'
import { answers, problem, server } from '@/test/server'

const ID = '0190a000-0000-7000-8000-0000000000aa'
const project: PublicProject = {
  id: ID,
  code: 'ORD-2021-150622-0001',
  name: '年产5GW光伏组件项目',
  callYear: 2021,
  unitCode: '150622',
  unitName: '准格尔旗',
  industryCode: '3.1',
  industryName: '新能源',
  groupCode: '3',
  groupName: '特色新兴产业',
  industryTags: [],
  content: '建设厂房20万平方米',
  totalInvestmentYuan: 120_000_000,
  landAreaMu: 300,
  waterDemandTonPerYear: 120_000,
  powerDemandKwhPerYear: 50_000_000,
  cooperationModes: ['JOINT_VENTURE'],
  contactOffice: '准格尔旗商务局',
  contactPhone: '0477-4000000',
  publishedAt: '2021-04-20T09:00:00+08:00',
  updatedAt: '2021-04-21T09:00:00+08:00',
  example: true,
}

beforeEach(() => {
  answers('/public/units', { items: [{ code: '150622', name: '准格尔旗', shortName: '准旗', kind: 'BANNER' }] })
  answers('/public/industries', { items: [{ code: '3.1', name: '新能源', groupCode: '3', groupName: '特色新兴产业' }] })
})

describe('the public list', () => {
  it('shows facts to anyone, without a token', async () => {
    let authorization: string | null = 'none seen'
    server.use(
      http.get('*/api/v1/public/projects', ({ request }) => {
        authorization = request.headers.get('Authorization')
        return HttpResponse.json({ items: [project], total: 1 })
      }),
    )
    openPage('/public/projects')
    // The first test of a file waits for the page's modules as well.
    expect(await screen.findByRole('link', { name: project.name }, { timeout: 10_000 })).toBeDefined()
    expect(screen.getByText('1.2亿元')).toBeDefined()
    expect(screen.getByText('12万吨/年')).toBeDefined()
    expect(screen.getByText('5,000万千瓦时/年')).toBeDefined()
    expect(authorization).toBeNull()
  })

  it('keeps its filters in the address and asks the server for them', async () => {
    const asked: string[] = []
    server.use(
      http.get('*/api/v1/public/projects', ({ request }) => {
        asked.push(new URL(request.url).search)
        return HttpResponse.json({ items: [project], total: 1 })
      }),
    )
    const { hands, router } = openPage('/public/projects')
    await screen.findByRole('option', { name: '准格尔旗' })
    await hands.selectOptions(screen.getByLabelText('旗区、园区'), '150622')
    expect(router.state.location.search).toBe('?unitCode=150622')
    await expect.poll(() => asked.at(-1)).toContain('unitCode=150622')
  })

  it('offers to clear the filters when nothing matches', async () => {
    answers('/public/projects', { items: [], total: 0 })
    const { hands, router } = openPage('/public/projects?q=无')
    await hands.click(await screen.findByRole('button', { name: '清除条件' }))
    expect(router.state.location.search).toBe('')
    expect(await screen.findByText('目前没有公开发布的项目')).toBeDefined()
  })

  it('says so when the list can not be had', async () => {
    server.use(http.get('*/api/v1/public/projects', () => problem(500, '服务器内部错误')))
    openPage('/public/projects')
    expect(await screen.findByRole('alert')).toBeDefined()
  })
})

describe('a public project', () => {
  it('has its own title, description and record, and the number to call', async () => {
    answers(`/public/projects/${ID}`, project)
    openPage(`/public/projects/${ID}`)
    const call = await screen.findByRole('link', { name: '拨打 0477-4000000' })
    expect(call.getAttribute('href')).toBe('tel:04774000000')
    expect(document.title).toBe('年产5GW光伏组件项目 · 准格尔旗')
    const record = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}')
    expect(record.mainEntity.identifier).toBe(project.code)
    expect(screen.getByText(/示例数据/)).toBeDefined()
  })

  it('leads on to the list when it is no longer public', async () => {
    server.use(http.get('*/api/v1/public/projects/:id', () => problem(404, '没有')))
    openPage(`/public/projects/${ID}`)
    expect(await screen.findByText('这个项目没有公开，或已不再公开')).toBeDefined()
    expect(screen.getByRole('link', { name: '查看全部项目' })).toBeDefined()
  })
})
