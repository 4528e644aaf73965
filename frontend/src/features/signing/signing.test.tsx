import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { SignedProject, SignedProjectRow, SigningEvent } from '@/api/types'
import { openPage } from '@/test/open-page'
import { field } from '@/test/samples'
import { answers, bureau, reporter, server } from '@/test/server'

const unit = { ...reporter, permissions: [...reporter.permissions, 'signed-projects:read', 'signed-projects:write'] }
const city = { ...bureau, permissions: [...bureau.permissions, 'signed-projects:read', 'signed-projects:review'] }
const ID = '0190a000-0000-7000-8000-0000000000e1'

const shared = {
  id: ID,
  code: 'ORD-SGN-150622-0001',
  version: 3,
  name: '示例光伏组件项目',
  unitCode: '150622',
  unitName: '准格尔旗',
  stage: 'SIGNED' as const,
  stageOn: '2026-05-18',
  agreementKind: 'INTENT' as const,
  signedOn: '2026-05-18',
  updatedAt: '2026-06-02T09:30:00+08:00',
  updatedBy: '150622',
  example: false,
}
const row = (part: Partial<SignedProjectRow> = {}): SignedProjectRow => ({
  ...shared,
  agreedAmountYuan: 1_300_000_000,
  blocking: 0,
  explaining: 0,
  ...part,
})
const project = (part: Partial<SignedProject> = {}): SignedProject => ({
  ...shared,
  stageName: '签约',
  agreedAmountYuan: 1_000_000_000,
  agreed: { kind: 'CONTRACT', amountYuan: 1_300_000_000, outsideYuan: 700_000_000 },
  permits: {},
  counted: true,
  attachmentCount: 0,
  shares: [],
  justifications: [],
  findings: [],
  createdAt: '2026-05-18T09:00:00+08:00',
  createdBy: '150622',
  allowedActions: ['edit', 'stage', 'agree'],
  whyNot: [],
  ...part,
})
const event: SigningEvent = {
  id: 'e',
  code: 'EVT-2026-01',
  version: 0,
  name: '示例推介会',
  year: 2026,
  statedProjects: 4,
  columns: [
    { kind: 'INTENT', projects: 0, amountYuan: 0, outsideYuan: 0, upgrades: 0, addedYuan: 0, ended: 0 },
    { kind: 'FRAMEWORK', projects: 0, amountYuan: 0, outsideYuan: 0, upgrades: 0, addedYuan: 0, ended: 0 },
    { kind: 'CONTRACT', projects: 3, amountYuan: 8_650_000_000, outsideYuan: 0, upgrades: 1, addedYuan: 0, ended: 0 },
  ],
  dateUnknown: true,
  findings: [
    { rule: 'V22', pointer: '/statedProjects', severity: 'INFO', message: '相差 1个', params: { difference: '1个' } },
  ],
  createdAt: '2026-05-18T09:00:00+08:00',
  createdBy: 'bureau',
  updatedAt: '2026-05-18T09:00:00+08:00',
  updatedBy: 'bureau',
  allowedActions: ['edit'],
}

beforeEach(() => {
  for (const list of ['/units', '/industries', '/gb-industries', '/parks']) answers(list, { items: [] })
  answers('/signing-events', { items: [event] })
  answers('/signed-project-fields', {
    items: [
      field({ name: 'name', label: '项目名称', necessity: 'REQUIRED' }),
      field({ name: 'agreedAmountYuan', label: '协议总投资', type: 'MONEY', unit: '元', section: 'amount' }),
    ],
  })
  answers('/stage-step-fields', {
    items: [
      field({
        name: 'stage',
        label: '阶段',
        type: 'ENUM',
        necessity: 'REQUIRED',
        options: [
          { value: 'STARTED', label: '开工' },
          { value: 'TERMINATED', label: '终止' },
        ],
      }),
      field({ name: 'on', label: '日期', type: 'DATE', necessity: 'REQUIRED' }),
      field({ name: 'reason', label: '原因', type: 'LONG_TEXT' }),
      field({ name: 'companyName', label: '注册公司名称' }),
    ],
  })
  answers(`/signed-projects/${ID}`, project())
  for (const part of ['history', 'files', 'reserve-steps']) answers(`/signed-projects/${ID}/${part}`, { items: [] })
  answers(`/signed-projects/${ID}/duplicates`, { items: [], openDuplicates: 0 })
  answers(`/signed-projects/${ID}/agreements`, {
    items: [
      {
        id: 'a',
        place: 1,
        change: 'UPGRADE',
        agreementKind: 'CONTRACT',
        signedOn: '2026-08-01',
        agreedAmountYuan: 1_300_000_000,
        agreedOutsideYuan: 700_000_000,
        createdAt: '2026-08-01T09:00:00+08:00',
        createdBy: '150622',
      },
    ],
  })
  answers(`/signed-projects/${ID}/stages`, {
    items: [
      {
        id: 's',
        stage: 'REGISTERED',
        stageName: '注册',
        on: '2026-06-10',
        evidence: { companyName: '示例光伏有限公司' },
        recordedAt: '2026-06-10T09:00:00+08:00',
        recordedBy: '150622',
      },
    ],
  })
})

describe('signed projects', () => {
  it('are listed with totals that never add kinds of agreement', async () => {
    answers('/signed-projects', {
      items: [row(), row({ id: 'b', name: '二号项目', blocking: 3 })],
      total: 2,
      totals: {
        count: 2,
        intentYuan: 0,
        frameworkYuan: 300_000_000,
        contractYuan: 8_950_000_000,
        contractOutsideYuan: 0,
      },
    })
    openPage('/signed-projects', unit)
    expect(await screen.findByText(/合同 89\.5亿元，框架 3亿元，意向 0元/)).toBeTruthy()
    const second = screen.getByRole('link', { name: '二号项目' }).closest('tr') as HTMLElement
    expect(within(second).getByText('待完善')).toBeTruthy()
  })

  it('tell their life from the first agreement on, in the order of days', async () => {
    openPage(`/signed-projects/${ID}`, unit)
    const life = (await screen.findByRole('heading', { name: '从储备到投产' })).closest('section') as HTMLElement
    await within(life).findByText('注册')
    expect(
      within(life)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      expect.stringContaining('首次签约：意向协议，10亿元'),
      expect.stringContaining('注册公司：示例光伏有限公司'),
      expect.stringContaining('升级：投资合同，总额 13亿元'),
    ])
  })

  it('ask for a reason where one ends, and show what is refused beside its field', async () => {
    let sent: unknown
    server.use(
      http.post(`*/api/v1/signed-projects/${ID}/stages`, async ({ request }) => {
        sent = await request.json()
        return HttpResponse.json(
          {
            type: 'about:blank',
            title: '请核对阶段信息',
            status: 422,
            errors: [{ rule: 'V24', pointer: '/on', severity: 'BLOCK', message: '早于签约日期', params: {} }],
          },
          { status: 422, headers: { 'content-type': 'application/problem+json' } },
        )
      }),
    )
    const user = userEvent.setup()
    openPage(`/signed-projects/${ID}`, unit)
    await user.click(await screen.findByRole('button', { name: '更新阶段' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).queryByLabelText(/原因/)).toBeNull()
    await user.click(within(dialog).getByRole('combobox', { name: /阶段/ }))
    await user.click(await screen.findByText('终止'))
    await user.type(await within(dialog).findByLabelText(/原因/), '协议解除')
    expect(within(dialog).queryByLabelText(/注册公司名称/)).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: '保存' }))
    expect(await within(dialog).findByText('早于签约日期')).toBeTruthy()
    expect(sent).toMatchObject({ stage: 'TERMINATED', reason: '协议解除' })
  })
})

describe('what may be done to a signed project', () => {
  const sending = (method: 'put' | 'patch' | 'post', path: string) => {
    const sent: unknown[] = []
    server.use(
      http[method](`*/api/v1/signed-projects/${ID}${path}`, async ({ request }) => {
        sent.push(await request.json())
        return HttpResponse.json(project({ version: 4 }))
      }),
    )
    return sent
  }

  it('states the permits, of which it shows those that are begun', async () => {
    answers('/permit-checklist-fields', {
      items: ['LAND', 'ENERGY'].map((name) =>
        field({
          name,
          label: name === 'LAND' ? '用地' : '能评',
          type: 'ENUM',
          options: [
            { value: 'NOT_STARTED', label: '未办' },
            { value: 'DONE', label: '已办' },
          ],
        }),
      ),
    })
    answers(
      `/signed-projects/${ID}`,
      project({ permits: { LAND: 'NOT_STARTED', ENERGY: 'DONE' }, allowedActions: ['permit'] }),
    )
    answers(`/signed-projects/${ID}/history`, {
      items: [
        {
          id: 1,
          at: '2026-06-02T09:30:00+08:00',
          actor: { kind: 'PERSON', id: 'x', name: '150622', displayName: '填报人' },
          action: 'permits',
          changes: [{ pointer: '/permits', label: '手续清单', from: {}, to: { LAND: 'NOT_STARTED', ENERGY: 'DONE' } }],
        },
      ],
    })
    const sent = sending('put', '/permits')
    const user = userEvent.setup()
    openPage(`/signed-projects/${ID}`, unit)
    expect(await screen.findByText(/填写为“用地：未办；能评：已办”/)).toBeTruthy()
    const facts = (await screen.findByRole('heading', { name: '手续办理' })).closest('section') as HTMLElement
    expect(await within(facts).findByText('已办')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '手续清单' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('combobox', { name: /用地/ }))
    await user.click((await screen.findAllByText('已办')).at(-1) as HTMLElement)
    await user.click(within(dialog).getByRole('button', { name: '保存' }))
    await vi.waitFor(() => expect(sent).toEqual([{ LAND: 'DONE', ENERGY: 'DONE' }]))
  })

  it('splits it between units by percentages', async () => {
    answers('/units', {
      items: [
        { code: '150622', name: '准格尔旗', reports: true },
        { code: '150623', name: '鄂托克前旗', reports: true },
        { code: '150600', name: '鄂尔多斯市', reports: false },
      ],
    })
    const sent = sending('patch', '')
    const user = userEvent.setup()
    openPage(`/signed-projects/${ID}`, unit)
    await user.click(await screen.findByRole('button', { name: '分成比例' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).queryByLabelText(/鄂尔多斯市/)).toBeNull()
    await user.type(await within(dialog).findByLabelText(/准格尔旗/), '60')
    await user.type(within(dialog).getByLabelText(/鄂托克前旗/), '40')
    await user.tab()
    await user.click(within(dialog).getByRole('button', { name: '保存' }))
    await vi.waitFor(() =>
      expect(sent).toEqual([
        {
          shares: [
            { unitCode: '150622', percent: 60 },
            { unitCode: '150623', percent: 40 },
          ],
        },
      ]),
    )
  })

  it('is left out of the assessment with a kind and words', async () => {
    answers(`/signed-projects/${ID}`, project({ allowedActions: ['exclude'] }))
    const sent = sending('post', '/exclude')
    const user = userEvent.setup()
    openPage(`/signed-projects/${ID}`, city)
    await user.click(await screen.findByRole('button', { name: '剔除' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('combobox', { name: /剔除原因/ }))
    await user.click(await screen.findByText('低于规模门槛'))
    await user.type(within(dialog).getByLabelText(/说明/), '总投资不足')
    await user.click(within(dialog).getByRole('button', { name: '剔除' }))
    await vi.waitFor(() => expect(sent).toEqual([{ exclusion: 'BELOW_THRESHOLD', reason: '总投资不足' }]))
  })

  it('shows the bureau what looks like it', async () => {
    answers(`/signed-projects/${ID}/duplicates`, {
      items: [
        {
          otherId: 'b',
          code: 'ORD-SGN-150623-0002',
          name: '示例光伏组件工程',
          unitCode: '150623',
          unitName: '鄂托克前旗',
          stage: 'SIGNED',
          level: 1,
          because: '项目代码相同',
          open: true,
        },
      ],
      openDuplicates: 1,
    })
    const sent = sending('post', '/duplicates/b/verdict')
    const user = userEvent.setup()
    openPage(`/signed-projects/${ID}`, city)
    expect(await screen.findByText('裁决前照常统计')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: '同一项目' }))
    await user.type(screen.getByLabelText('裁决理由'), '同一合同')
    await user.click(screen.getByRole('button', { name: '裁决：同一项目' }))
    await vi.waitFor(() => expect(sent).toEqual([{ verdict: 'SAME', reason: '同一合同' }]))
  })
})

describe('signing events', () => {
  it('link each figure to the list that it counts', async () => {
    openPage('/signing-events', city)
    const link = await screen.findByRole('link', { name: '3 项目' })
    expect(link.getAttribute('href')).toBe('/signed-projects?creditedTo=EVT-2026-01&agreementKind=CONTRACT')
    expect(screen.getByText(/日期待补录/)).toBeTruthy()
    expect(screen.getByText('升级 1')).toBeTruthy()
    expect(screen.getByText(/与公布相差 1个/)).toBeTruthy()
  })
})
