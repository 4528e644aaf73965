import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, it } from 'vitest'
import type { Import } from '@/api/types'
import { openPage } from '@/test/open-page'
import { field } from '@/test/samples'
import { answers, problem, reporter, server } from '@/test/server'

const given = (part: Partial<Import>): Import => ({
  id: '0190a000-0000-7000-8000-0000000000c1',
  version: 1,
  kind: 'projects',
  mode: 'PARTIAL',
  dryRun: true,
  state: 'COMPLETED',
  unitCode: '150622',
  fileName: '储备项目.csv',
  mediaType: 'text/csv',
  size: 2048,
  rows: { total: 2, created: 1, updated: 0, unchanged: 0, rejected: 1, notApplied: 0 },
  rowsRead: 2,
  columns: [
    { header: '项目名称', field: 'name', label: '项目名称', carriesNothing: false },
    {
      header: '总投资（万元）',
      field: 'totalInvestmentYuan',
      label: '总投资',
      unit: '万元',
      factor: 10_000,
      carriesNothing: false,
    },
  ],
  findings: [],
  createdAt: '2026-03-02T09:30:00+08:00',
  createdBy: '准格尔旗填报人',
  allowedActions: ['apply'],
  whyNot: [],
  ...part,
})

const refused = {
  row: 3,
  status: 'REJECTED',
  externalId: 'K-2',
  name: '没有金额的项目',
  errors: [
    {
      rule: 'FORMAT',
      pointer: '/totalInvestmentYuan',
      severity: 'BLOCK',
      message: '“很多”不是数字，请填写数字',
      params: { row: 3, column: '总投资（万元）' },
    },
  ],
  findings: [],
  changes: [],
}
const created = { row: 2, status: 'CREATED', name: '新的项目', errors: [], findings: [], changes: [] }

/** The server takes files and says how they were to be read. */
function takesFiles(...answersInTurn: Import[]): URLSearchParams[] {
  const asked: URLSearchParams[] = []
  server.use(
    http.post('*/api/v1/imports', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      const next = answersInTurn[asked.length - 1]
      return next ? HttpResponse.json(next, { status: 202 }) : problem(500, 'asked too often')
    }),
    http.get('*/api/v1/imports/:id', ({ params }) =>
      HttpResponse.json(answersInTurn.find(({ id }) => id === params.id) ?? {}),
    ),
  )
  return asked
}

beforeEach(() => {
  answers('/imports', { items: [] })
  answers('/units', { items: [] })
  answers('/industries', { items: [] })
  answers('/project-fields', {
    items: [
      field({ name: 'name', label: '项目名称' }),
      field({ name: 'totalInvestmentYuan', label: '总投资', type: 'MONEY', unit: '元' }),
    ],
  })
  server.use(
    http.get('*/api/v1/imports/:id/results.ndjson', () =>
      HttpResponse.text([created, refused].map((row) => `${JSON.stringify(row)}\n`).join('')),
    ),
  )
})

const pick = async (hands: ReturnType<typeof openPage>['hands'], name = '储备项目.csv') => {
  await screen.findByRole('button', { name: '选择文件' })
  await hands.upload(document.querySelector('input[type=file]') as HTMLInputElement, new File(['项目名称\nx'], name))
}

it('asks for the unit that a column lacks and plans again with the same file', async () => {
  const open = given({
    id: '0190a000-0000-7000-8000-0000000000c0',
    state: 'FAILED',
    columns: [],
    allowedActions: [],
    findings: [
      {
        rule: 'UNIT_MISSING',
        pointer: '/totalInvestmentYuan',
        severity: 'BLOCK',
        message: '列“总投资”没有写明能识别的计量单位',
        params: { header: '总投资', label: '总投资', example: '总投资（万元）' },
      },
    ],
  })
  const asked = takesFiles(open, given({}))
  const { hands, router } = openPage('/imports', reporter)
  await pick(hands)
  expect(await screen.findByText('列“总投资”没有写明能识别的计量单位')).toBeTruthy()
  expect((screen.getByRole('button', { name: '重新识别' }) as HTMLButtonElement).disabled).toBe(true)
  await hands.selectOptions(await screen.findByLabelText('“总投资”的单位'), '万元')
  await hands.click(screen.getByRole('button', { name: '重新识别' }))
  expect(await screen.findByRole('heading', { name: /导入计划/ })).toBeTruthy()
  expect(asked.map((query) => query.get('units'))).toEqual([null, 'totalInvestmentYuan:万元'])
  expect(asked.every((query) => query.get('dryRun') === 'true')).toBe(true)
  expect(router.state.location.pathname).toBe(`/imports/${given({}).id}`)
})

it('lets a column that is left out be named, with its unit', async () => {
  const left = given({
    columns: [
      { header: '序号', carriesNothing: true },
      { header: '项目名称', field: 'name', label: '项目名称', carriesNothing: false },
      { header: '投资额：合计', carriesNothing: false },
    ],
  })
  const asked = takesFiles(left, given({ id: '0190a000-0000-7000-8000-0000000000c2' }))
  const { hands } = openPage('/imports', reporter)
  await pick(hands)
  const asks = within(await screen.findByRole('region', { name: '没有识别的列' }))
  expect(await asks.findAllByRole('row')).toHaveLength(2)
  expect(screen.getByText('序号由系统自动生成，不用导入')).toBeTruthy()
  await asks.findByRole('option', { name: '总投资' })
  await hands.selectOptions(screen.getByLabelText('“投资额：合计”对应的字段'), '总投资')
  expect((screen.getByRole('button', { name: '重新识别' }) as HTMLButtonElement).disabled).toBe(true)
  await hands.selectOptions(screen.getByLabelText('“投资额：合计”的单位'), '亿元')
  await hands.click(screen.getByRole('button', { name: '重新识别' }))
  await screen.findByText('识别了 2 列')
  expect(asked[1]?.get('columns')).toBe('投资额 合计:totalInvestmentYuan')
  expect(asked[1]?.get('units')).toBe('totalInvestmentYuan:亿元')
})

it('shows of a refused row the column and the reason, and imports the others only when asked', async () => {
  takesFiles(given({}))
  const { hands } = openPage(`/imports/${given({}).id}`, reporter)
  const row = await screen.findByRole('row', { name: /没有金额的项目.*K-2/ })
  expect(within(row).getByText('总投资（万元）')).toBeTruthy()
  expect(row.textContent).toContain('请填写数字')
  await hands.click(screen.getByRole('radio', { name: /一行也不导入/ }))
  expect((screen.getByRole('button', { name: /确认导入/ }) as HTMLButtonElement).disabled).toBe(true)
})

it('calls a record that does not exist yet by the name in its row', async () => {
  takesFiles(given({}))
  const { hands } = openPage(`/imports/${given({}).id}`, reporter)
  await hands.click(await screen.findByRole('button', { name: /新增/ }))
  expect(await screen.findByRole('cell', { name: '新的项目' })).toBeTruthy()
})

it('says of a plan that moved which rows did, and plans again', async () => {
  const next = given({ id: '0190a000-0000-7000-8000-0000000000c3' })
  const asked = takesFiles(given({}), next)
  server.use(
    http.post('*/api/v1/imports/:id/apply', () =>
      problem(409, '试导入之后有 1 行的记录被改动', [
        { rule: 'STATE', pointer: '', severity: 'BLOCK', message: '第 2 行的项目已经存在', params: { row: 2 } },
      ]),
    ),
  )
  const { hands, router } = openPage('/imports', reporter)
  await pick(hands)
  await hands.click(await screen.findByRole('button', { name: '确认导入（1 行）' }))
  expect((await screen.findByRole('alert')).textContent).toContain('第 2 行的项目已经存在')
  await hands.click(screen.getByRole('button', { name: '重新试导入' }))
  await screen.findByRole('button', { name: '确认导入（1 行）' })
  expect(asked).toHaveLength(2)
  expect(router.state.location.pathname).toBe(`/imports/${next.id}`)
})

it('follows an import by its events until it is over', async () => {
  let looks = 0
  server.use(
    http.get('*/api/v1/imports/:id', () =>
      HttpResponse.json(
        looks++ === 0 ? given({ state: 'RUNNING', rowsRead: 0, allowedActions: ['cancel'] }) : given({}),
      ),
    ),
    http.get('*/api/v1/imports/:id/events', ({ request }) =>
      request.headers.get('Authorization') === 'Bearer test-token'
        ? HttpResponse.text('data:{"state":"RUNNING","rowsRead":1000,"rows":{}}\n\n', {
            headers: { 'Content-Type': 'text/event-stream' },
          })
        : problem(401, 'no'),
    ),
  )
  openPage(`/imports/${given({}).id}`, reporter)
  expect(await screen.findByRole('heading', { name: /导入计划/ })).toBeTruthy()
  expect(looks).toBe(2)
})

it('refuses a file of another kind before it is sent', async () => {
  const asked = takesFiles()
  const { hands } = openPage('/imports', reporter)
  await screen.findByRole('button', { name: '选择文件' })
  const input = document.querySelector('input[type=file]') as HTMLInputElement
  input.accept = ''
  await hands.upload(input, new File(['x'], '项目.doc'))
  expect(await screen.findByText(/请在 Excel 中另存为/)).toBeTruthy()
  expect(asked).toHaveLength(0)
})
