import type { APIRequestContext } from '@playwright/test'
import { PASSWORD } from './support'

type Body = Record<string, unknown>
type Answer = Body & { id: string; version: number }

/** What is there before a journey begins, made by the API as a script would. */
export class Given {
  private readonly tokens = new Map<string, string>()

  constructor(private readonly request: APIRequestContext) {}

  /** A project of the unit that the bureau has published; what is not said is filled in. */
  async published(unit: string, name: string, fields: Body = {}): Promise<string> {
    const created = await this.post(unit, '/projects', { ...(await this.complete(unit)), name, ...fields })
    const { id } = created
    await this.post(unit, '/appraisals', {
      projectIds: [id],
      heldOn: '2026-03-01',
      body: '发展改革委、工信局联合论证会',
      conclusion: 'FAVOURABLE',
    })
    for (const [who, verb] of [
      [unit, 'submit'],
      ['bureau', 'begin-review'],
      ['bureau', 'accept'],
      ['bureau', 'publish'],
    ] as const)
      await this.post(who, `/projects/${id}/${verb}`, {}, await this.versionOf(who, id))
    return id
  }

  /** The unit's newest month that it still has to report; where it has reported all, the newest comes back to it. */
  async unfiledMonth(unit: string): Promise<string> {
    const list = async (state: string) =>
      (await this.get(unit, `/monthly-reports?state=${state}&limit=1`)) as { items: { month: string }[] }
    const open = (await list('OPEN,DRAFT,RETURNED')).items[0]?.month
    if (open) return open
    const month = (await list('SUBMITTED,ACCEPTED')).items[0]?.month ?? ''
    const path = `/monthly-reports/${month}/${unit.toUpperCase()}`
    const { version } = (await this.get('bureau', path)) as Answer
    await this.post('bureau', `${path}/return`, { reason: '请重新报送' }, version)
    return month
  }

  /** A month that was closed, in which the unit reported on at least one project. */
  async closedMonth(unit: string): Promise<string> {
    const { items } = (await this.get('bureau', `/monthly-reports?unit=${unit}&state=ACCEPTED&limit=100`)) as {
      items: { month: string }[]
    }
    for (const { month } of items) {
      const status = await this.get('bureau', `/months/${month}/status`)
      const entries = (await this.get('bureau', `/monthly-reports/${month}/${unit}/entries`)) as { items: unknown[] }
      if (status.frozenAt && entries.items.length > 0) return month
    }
    throw new Error(`${unit} has no closed month with projects`)
  }

  /** So many signed projects of the unit, by upload; those that are there already stay as they are. */
  async signed(unit: string, count: number): Promise<void> {
    const rows = Array.from({ length: count }, (_, i) => ({
      externalId: `调度-${i + 1}`,
      name: `调度项目${String(i + 1).padStart(2, '0')}`,
      agreementKind: 'CONTRACT',
      signedOn: '2020-12-15',
      agreedAmountYuan: 50_000_000 + i * 1_000_000,
    }))
    const answer = await this.request.post('/api/v1/imports?kind=signed-projects&fileName=forty.ndjson', {
      data: rows.map((row) => JSON.stringify(row)).join('\n'),
      headers: {
        ...(await this.headers(unit)),
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        Prefer: 'wait=60',
      },
    })
    const { id } = (await this.good(answer)) as Answer
    for (let tries = 0; tries < 60; tries++) {
      const { state } = (await this.get(unit, `/imports/${id}`)) as { state?: string }
      if (state === 'COMPLETED') return
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    throw new Error('the upload does not end')
  }

  private async complete(unit: string): Promise<Body> {
    const principles = (await this.get(unit, '/principles')) as { items: { code: string }[] }
    return {
      locationCode: unit,
      address: '工业园区纬三路南',
      industryCode: '3.3',
      content: '建设厂房20万平方米，购置生产线10条。',
      totalInvestmentYuan: 1_200_000_000,
      fixedInvestmentYuan: 800_000_000,
      landAreaMu: 300,
      cooperationModes: ['JOINT_VENTURE'],
      contactOffice: '商务局投资促进股',
      contactPhone: '0477-4000000',
      inGuide: true,
      principleChecks: principles.items.map(({ code }) => ({ check: code, answer: 'PASS' })),
    }
  }

  private async versionOf(who: string, id: string): Promise<number> {
    return ((await this.get(who, `/projects/${id}`)) as Answer).version
  }

  private async get(who: string, path: string): Promise<Body> {
    return this.good(await this.request.get(`/api/v1${path}`, { headers: await this.headers(who) }))
  }

  private async post(who: string, path: string, data: Body, version?: number): Promise<Answer> {
    const headers = { ...(await this.headers(who)), ...(version !== undefined && { 'If-Match': `"${version}"` }) }
    return (await this.good(await this.request.post(`/api/v1${path}`, { data, headers }))) as Answer
  }

  private async headers(username: string): Promise<Record<string, string>> {
    let token = this.tokens.get(username)
    if (!token) {
      const session = await this.request.post('/api/v1/auth/login', { data: { username, password: PASSWORD } })
      token = String((await this.good(session)).accessToken)
      this.tokens.set(username, token)
    }
    return { Authorization: `Bearer ${token}` }
  }

  private async good(answer: { ok(): boolean; text(): Promise<string>; url(): string }): Promise<Body> {
    const text = await answer.text()
    if (!answer.ok()) throw new Error(`${answer.url()}: ${text}`)
    return text ? (JSON.parse(text) as Body) : {}
  }
}
