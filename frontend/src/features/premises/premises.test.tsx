import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Premises, PremisesRow } from '@/api/types'
import { openPage } from '@/test/open-page'
import { field } from '@/test/samples'
import { answers, bureau, problem, reporter, server } from '@/test/server'

const unit = { ...reporter, permissions: [...reporter.permissions, 'premises:read', 'premises:write'] }
const city = { ...bureau, permissions: [...bureau.permissions, 'premises:read', 'premises:review'] }
const ID = '0190a000-0000-7000-8000-0000000000d1'

const shared = {
  id: ID,
  code: 'ORD-PRM-150622-0001',
  version: 3,
  state: 'IDLE' as const,
  name: '示例标准厂房3号',
  unitCode: '150622',
  unitName: '准格尔旗',
  publiclyListed: false,
  changedSince: false,
  verifiedUntil: '2026-12-31',
  updatedAt: '2026-03-02T09:30:00+08:00',
  updatedBy: '150622',
  example: false,
  freeAreaSqm: 5000,
  offer: 'RENT' as const,
}
const row = (part: Partial<PremisesRow> = {}): PremisesRow => ({
  ...shared,
  blocking: 0,
  explaining: 0,
  allowedActions: ['edit', 'confirm'],
  ...part,
})
const premises = (part: Partial<Premises> = {}): Premises => ({
  ...shared,
  verifiedOn: '2026-10-01',
  justifications: [],
  priceOnRequest: true,
  attachmentsCount: 0,
  findings: [],
  createdAt: '2026-03-01T09:00:00+08:00',
  createdBy: '150622',
  allowedActions: ['edit', 'confirm', 'negotiate', 'reuse', 'withdraw', 'attach'],
  whyNot: [],
  ...part,
})

let asked: URLSearchParams[]

beforeEach(() => {
  asked = []
  for (const list of ['/units', '/industries', '/gb-industries', '/parks']) answers(list, { items: [] })
  answers('/premises-fields', {
    items: [
      field({ name: 'name', label: '载体名称', necessity: 'REQUIRED' }),
      field({ name: 'freeAreaSqm', label: '可用面积', type: 'DECIMAL', unit: '平方米', section: 'size' }),
      field({ name: 'idleSince', label: '闲置起始', type: 'DATE', section: 'offer' }),
    ],
  })
  answers(`/premises/${ID}`, premises())
  answers(`/premises/${ID}/history`, { items: [] })
  answers(`/premises/${ID}/attachments`, { items: [] })
  server.use(
    http.get('*/api/v1/premises', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({
        items: [row(), row({ id: 'b', name: '二号厂房', verifiedUntil: '2026-09-30', unverifiedSince: '2026-10-01' })],
        total: 2,
      })
    }),
  )
})

describe('the list of premises', () => {
  it('asks for what its address says, and tells how fresh each one is', async () => {
    openPage('/premises?minFreeAreaSqm=3000&minStoreyHeightM=8&offer=RENT&verified=false', unit)
    expect(await screen.findByText('核实有效至2026年12月31日')).toBeTruthy()
    expect(screen.getByText('自2026年10月1日起未核实')).toBeTruthy()
    expect(screen.getAllByText('面议')).toHaveLength(2)
    expect(Object.fromEntries(asked.at(-1) ?? [])).toMatchObject({
      minFreeAreaSqm: '3000',
      minStoreyHeightM: '8',
      offer: 'RENT',
      verified: 'false',
    })
  })

  it('says of a selection at once that it is still true', async () => {
    let confirmed: unknown
    server.use(
      http.post('*/api/v1/premises/confirm', async ({ request }) => {
        confirmed = await request.json()
        return HttpResponse.json({ confirmed: 2, verifiedUntil: '2027-03-01' })
      }),
    )
    const { hands } = openPage('/premises', unit)
    await hands.click(await screen.findByLabelText('选择本页全部'))
    await hands.click(screen.getByRole('button', { name: '确认所选仍然属实（2）' }))
    await hands.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '确认信息仍然属实' }))
    expect(await screen.findByText(/已确认 2 条，核实有效至2027年3月1日/)).toBeTruthy()
    expect(confirmed).toEqual({ ids: [ID, 'b'] })
  })

  it('offers neither entry nor selection to those who only read', async () => {
    openPage('/premises', city)
    expect(await screen.findByText('二号厂房')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '新增厂房' })).toBeNull()
    expect(screen.queryByLabelText('选择本页全部')).toBeNull()
  })

  it('shows a parcel of which only the square metres are stated in mu, and says that they are converted', async () => {
    const parcel = { ...row(), parcelNo: '示例-B4-01', areaSqm: 70256.33, computedAreaMu: 105.384 }
    const stated = { ...parcel, id: 'c', parcelNo: '示例-A-17', areaMu: 29.03, computedAreaMu: 29.026 }
    answers('/land-parcels', { items: [parcel, stated], total: 2 })
    openPage('/land-parcels', city)
    const converted = (await screen.findByRole('button', { name: '示例-B4-01' })).closest('tr') as HTMLElement
    expect(within(converted).getByText('折算')).toBeTruthy()
    expect(within(converted).getByText(/105\.384/)).toBeTruthy()
    expect(screen.getAllByText('折算')).toHaveLength(1)
  })

  it('says so when the list can not be had, and how to go on', async () => {
    server.use(http.get('*/api/v1/premises', () => problem(400, '筛选条件有误')))
    openPage('/premises?sort=nonsense', unit)
    expect(await screen.findByText('筛选条件有误')).toBeTruthy()
    expect(screen.getByRole('button', { name: '重新载入' })).toBeTruthy()
  })
})

describe('the page of premises', () => {
  it('asks for project and day before they count as reused', async () => {
    let sent: unknown
    server.use(
      http.post(`*/api/v1/premises/${ID}/reuse`, async ({ request }) => {
        sent = await request.json()
        return HttpResponse.json(premises({ state: 'REUSED', takenBy: '光伏项目', takenOn: '2026-11-01' }))
      }),
    )
    const { hands } = openPage(`/premises/${ID}`, unit)
    await hands.click(await screen.findByRole('button', { name: '登记盘活' }))
    const dialog = await screen.findByRole('dialog')
    const act = within(dialog).getByRole('button', { name: '登记盘活' })
    expect(act.hasAttribute('disabled')).toBe(true)
    await hands.type(within(dialog).getByLabelText(/入驻项目/), '光伏项目')
    await hands.click(act)
    await waitFor(() => expect(sent).toMatchObject({ project: '光伏项目' }))
  })

  it('gives the focus back to the step whose dialog was left', async () => {
    const { hands } = openPage(`/premises/${ID}`, unit)
    const step = await screen.findByRole('button', { name: '登记盘活' })
    await hands.click(step)
    await hands.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /取\s*消/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(step)
  })

  it('tells the areas of a parcel apart by their units, and leads to its place on a map', async () => {
    const area = { label: '面积', type: 'DECIMAL' as const, section: 'size' }
    answers('/land-parcel-fields', {
      items: [
        field({ name: 'parcelNo', label: '宗地编号' }),
        field({ name: 'areaSqm', ...area, unit: '平方米' }),
        field({ name: 'areaMu', ...area, unit: '亩' }),
        field({ name: 'longitude', label: '经度', type: 'COORDINATE', unit: '°' }),
        field({ name: 'latitude', label: '纬度', type: 'COORDINATE', unit: '°' }),
      ],
    })
    const { name: _name, ...rest } = premises()
    answers(`/land-parcels/${ID}`, {
      ...rest,
      parcelNo: 'A-17',
      areaSqm: 19350.6,
      areaMu: 29.03,
      longitude: 109.75,
      latitude: 39.56,
    })
    answers(`/land-parcels/${ID}/history`, { items: [] })
    answers(`/land-parcels/${ID}/attachments`, { items: [] })
    openPage(`/land-parcels/${ID}`, city)
    expect(await screen.findByText('面积（平方米）')).toBeTruthy()
    expect(screen.getByText('面积（亩）')).toBeTruthy()
    const place = screen.getByText('东经 109.75°，北纬 39.56°')
    expect(place.getAttribute('href')).toBe('geo:39.56,109.75')
  })

  it('gives the bureau the step to publish, and no other way to change it', async () => {
    answers(`/premises/${ID}`, premises({ allowedActions: ['publish'] }))
    openPage(`/premises/${ID}`, city)
    expect(await screen.findByRole('button', { name: /^发\s*布$/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^修\s*改$/ })).toBeNull()
  })

  it('leads back to the list from one that is not there', async () => {
    server.use(http.get('*/api/v1/premises/:id', () => problem(404, '没有找到该记录')))
    openPage('/premises/gone', unit)
    expect((await screen.findByRole('link', { name: '返回厂房列表' })).getAttribute('href')).toBe('/premises')
  })
})

describe('the form of premises', () => {
  it('creates it once it has a name, in the unit that the label names', async () => {
    let created: unknown
    server.use(
      http.post('*/api/v1/premises/check', () => HttpResponse.json({ findings: [] })),
      http.post('*/api/v1/premises', async ({ request }) => {
        created = await request.json()
        return HttpResponse.json(premises(), { status: 201 })
      }),
    )
    const { hands } = openPage('/premises/new', unit)
    await hands.type(await screen.findByLabelText(/可用面积/), '1.2万')
    await hands.type(screen.getByLabelText(/载体名称/), '示例标准厂房3号')
    await waitFor(() => expect(created).toEqual({ name: '示例标准厂房3号', freeAreaSqm: 12_000 }), { timeout: 8_000 })
  })
})

describe('the position of premises', () => {
  it('is pasted into one field, and what can not be read is said', async () => {
    answers('/premises-fields', {
      items: [
        field({ name: 'name', label: '载体名称', necessity: 'REQUIRED' }),
        field({ name: 'longitude', label: '经度', type: 'COORDINATE', unit: '°' }),
        field({ name: 'latitude', label: '纬度', type: 'COORDINATE', unit: '°' }),
      ],
    })
    let sent: unknown
    server.use(
      http.post('*/api/v1/premises/check', () => HttpResponse.json({ findings: [] })),
      http.patch(`*/api/v1/premises/${ID}`, async ({ request }) => {
        sent = await request.json()
        return HttpResponse.json(premises({ version: 4, longitude: 109.78, latitude: 39.61 }))
      }),
    )
    const { hands } = openPage(`/premises/${ID}/edit`, unit)
    const position = await screen.findByLabelText(/地图位置/)
    expect(screen.queryByLabelText(/纬度/)).toBeNull()
    await hands.type(position, '大路工业园区')
    expect(screen.getByText(/看不出“大路工业园区”的经度和纬度/)).toBeTruthy()
    await hands.clear(position)
    await hands.click(position)
    await hands.paste('109°46′48″E 39°36′36″N')
    expect(screen.getByText('即东经 109.78°，北纬 39.61°')).toBeTruthy()
    await waitFor(() => expect(sent).toEqual({ longitude: 109.78, latitude: 39.61 }), { timeout: 8_000 })
  })
})

describe('a form', () => {
  const fields = {
    items: [
      field({ name: 'name', label: '载体名称', necessity: 'REQUIRED' }),
      field({ name: 'longitude', label: '经度', type: 'COORDINATE', unit: '°' }),
      field({ name: 'latitude', label: '纬度', type: 'COORDINATE', unit: '°' }),
    ],
  }

  it('keeps the stored place while what is typed can not be read, and says so', async () => {
    answers('/premises-fields', fields)
    answers(`/premises/${ID}`, premises({ longitude: 109.78, latitude: 39.61 }))
    const sent: unknown[] = []
    server.use(
      http.post('*/api/v1/premises/check', () => HttpResponse.json({ findings: [] })),
      http.patch(`*/api/v1/premises/${ID}`, async ({ request }) => {
        sent.push(await request.json())
        return HttpResponse.json(premises({ version: 4, longitude: 109.78, latitude: 39.61 }))
      }),
    )
    const { hands } = openPage(`/premises/${ID}/edit`, unit)
    const position = await screen.findByLabelText(/地图位置/)
    await hands.type(position, ' 大路')
    expect(screen.getByText(/看不出.*；仍用原来的位置 109.78, 39.61/)).toBeTruthy()
    await hands.type(screen.getByLabelText(/载体名称/), '一')
    await waitFor(() => expect(sent).toHaveLength(1), { timeout: 8_000 })
    expect(sent[0]).not.toHaveProperty('longitude')
  })

  it('says why it can not be changed', async () => {
    answers('/premises-fields', fields)
    answers(
      `/premises/${ID}`,
      premises({
        state: 'REUSED',
        allowedActions: [],
        whyNot: [{ action: 'edit', rule: 'STATE', message: '目前为“已盘活”，不能执行此操作' }],
      }),
    )
    server.use(http.post('*/api/v1/premises/check', () => HttpResponse.json({ findings: [] })))
    openPage(`/premises/${ID}/edit`, unit)
    expect(await screen.findByText('现在不能修改：目前为“已盘活”，不能执行此操作')).toBeTruthy()
    expect(screen.getByLabelText(/载体名称/).hasAttribute('disabled')).toBe(true)
  })
})

describe('upload', () => {
  it('is of the kind its address names', async () => {
    answers('/imports', { items: [] })
    openPage('/imports?kind=premises', unit)
    expect(await screen.findByText(/表头至少有“载体名称”或“编号”一列/)).toBeTruthy()
    expect(screen.getByRole('link', { name: '储备项目' }).getAttribute('href')).toBe('/imports')
  })
})
