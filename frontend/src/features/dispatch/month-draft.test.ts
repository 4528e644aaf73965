import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OfflineError, ProblemError } from '@/api/problem'
import type { MonthlyEntry, MonthlyEntryInput, MonthlyReport } from '@/api/types'
import { clearDrafts, findDraft } from '@/lib/drafts'
import { type EntryNames, read, same } from './entry-parts'
import { MonthDraft, REPORT, type Save } from './month-draft'

const named = (...pairs: [string, string][]) => pairs.map(([value, label]) => ({ value, label }))
const names: EntryNames = {
  stage: named(['SIGNED', '签约'], ['STARTED', '开工']),
  startKind: named(['CONSTRUCTION', '建安']),
  problemKinds: named(['CAPITAL', '资金'], ['LAND', '用地']),
  permits: named(['FILING', '备案'], ['LAND', '用地']),
  statuses: named(['IN_PROGRESS', '在办'], ['DONE', '已办']),
}

const entry = (code: string, part: Partial<MonthlyEntry> = {}): MonthlyEntry => ({
  signedProject: code,
  signedProjectId: code,
  name: code,
  version: 0,
  changed: false,
  news: [],
  stage: 'SIGNED',
  stageName: '签约',
  completedInvestmentYuan: 0,
  completedInvestmentYearYuan: 0,
  completedInvestmentTotalYuan: 0,
  problemKinds: [],
  permits: {},
  justifications: [],
  stillMonths: 0,
  findings: [],
  ...part,
})

/** A server that keeps rows in its memory, and refuses to overwrite what moved on. */
class Server {
  readonly rows: Record<string, MonthlyEntry> = { A: entry('A'), B: entry('B') }
  report = { month: '2026-11', unitCode: '150622', version: 1 } as MonthlyReport
  readonly sent: MonthlyEntryInput[] = []
  down = false
  /** Stores what it gets, and its answer is lost. */
  mute = false

  readonly save: Save = {
    rows: async (rows) => {
      if (this.down) throw new OfflineError()
      const results = rows.map((row, at) => this.store(row, at))
      if (this.mute) throw new OfflineError()
      return { results, report: this.report }
    },
    texts: async (seen, fields) => {
      if (this.down) throw new OfflineError()
      if (seen.version !== this.report.version) {
        const stale = { title: '', status: 412, type: '', current: this.report }
        throw new ProblemError(stale as never, 412, null)
      }
      this.report = { ...this.report, ...(fields as object), version: this.report.version + 1 }
      return this.report
    },
  }

  private store(row: MonthlyEntryInput, at: number) {
    this.sent.push(row)
    const { signedProject, version, ...fields } = row
    const there = this.rows[signedProject] as MonthlyEntry
    const refuse = (pointer: string) => ({
      row: at,
      status: 'REJECTED',
      errors: [{ rule: 'STATE', severity: 'BLOCK' as const, pointer, params: {}, message: '不行' }],
      entry: there,
    })
    if (version !== there.version) return refuse('')
    if (fields.progress === '太长') return refuse('/progress')
    const said = Object.entries(fields).map(([name, value]) => [
      name,
      value ?? (name === 'completedInvestmentYuan' ? 0 : undefined),
    ])
    const now = { ...there, ...Object.fromEntries(said), version: there.version + 1 } as MonthlyEntry
    this.rows[signedProject] = now
    return { row: at, status: 'SAVED', errors: [], entry: now }
  }
}

let server: Server
const opened: MonthDraft[] = []
const open = async (): Promise<MonthDraft> => {
  const draft = new MonthDraft('150622', server.report, Object.values(server.rows), names, server.save)
  opened.push(draft)
  await draft.start()
  return draft
}
const kept = () => findDraft('150622', 'monthly-report', '2026-11-150622')

beforeEach(async () => {
  await clearDrafts()
  server = new Server()
})
afterEach(() => {
  for (const draft of opened.splice(0)) draft.stop()
})

describe('what stands in a cell', () => {
  it('is read as people write it, and never guessed', () => {
    expect(read('completedInvestmentYuan', '1200', names)).toEqual({ value: 12_000_000 })
    expect(read('completedInvestmentYuan', '1.2亿', names)).toEqual({ value: 120_000_000 })
    expect(read('completedInvestmentYuan', '很多', names)).toEqual({ wrong: 'notMoney' })
    expect(read('stage', '开工', names)).toEqual({ value: 'STARTED' })
    expect(read('stage', '', names)).toEqual({ wrong: 'notStage' })
    expect(read('stageOn', '2026.11.5', names)).toEqual({ value: '2026-11-05' })
    expect(read('problemKinds', '用地，资金', names)).toEqual({ value: ['CAPITAL', 'LAND'] })
    expect(read('problemKinds', '天气', names)).toEqual({ wrong: 'notKinds' })
    expect(read('permits', '用地=在办；备案：已办', names)).toEqual({ value: { FILING: 'DONE', LAND: 'IN_PROGRESS' } })
    expect(read('permits', '用地', names)).toEqual({ wrong: 'notPermits' })
  })

  it('means the same however it is written', () => {
    expect(same('completedInvestmentYuan', '1,200万', '1200', names)).toBe(true)
    expect(same('problemKinds', '用地 资金', '资金、用地', names)).toBe(true)
    expect(same('progress', '开工 ', '开工', names)).toBe(true)
    expect(same('progress', '开工', '停工', names)).toBe(false)
  })
})

describe('what is typed into the month', () => {
  it('goes in one request for a pasted block, which is one step of undo', async () => {
    const draft = await open()
    draft.change([
      { code: 'A', part: 'completedInvestmentYuan', text: '300' },
      { code: 'A', part: 'progress', text: '封顶' },
      { code: 'B', part: 'nextPlan', text: '设备进场' },
    ])
    expect(await draft.flush()).toBe(true)
    expect(server.sent).toHaveLength(2)
    expect(server.rows.A).toMatchObject({ completedInvestmentYuan: 3_000_000, progress: '封顶' })
    draft.undo()
    expect(await draft.flush()).toBe(true)
    expect(server.rows.A).toMatchObject({ completedInvestmentYuan: 0 })
    expect(server.rows.A?.progress).toBeUndefined()
    expect(server.rows.B?.nextPlan).toBeUndefined()
  })

  it('is kept on this computer while the line is down, found by the next visit, and sent', async () => {
    server.down = true
    const first = await open()
    first.change([{ code: 'A', part: 'progress', text: '封顶' }])
    first.change([{ code: REPORT, part: 'experience', text: '专班' }])
    expect(await first.flush()).toBe(false)
    expect(first.get().status).toBe('lost')
    await expect.poll(kept).toBeDefined()
    server.down = false
    const next = await open()
    expect(next.get().restoredAt).toBeDefined()
    expect(await next.flush()).toBe(true)
    expect(server.rows.A?.progress).toBe('封顶')
    expect(server.report.experience).toBe('专班')
    await expect.poll(kept).toBeUndefined()
  })

  it('is not stored twice when only the answer was lost', async () => {
    server.mute = true
    const draft = await open()
    draft.change([{ code: 'A', part: 'progress', text: '封顶' }])
    await draft.flush()
    server.mute = false
    expect(await draft.flush()).toBe(true)
    expect(server.rows.A).toMatchObject({ version: 1, progress: '封顶' })
  })

  it('merges field by field with what a colleague wrote in the same row', async () => {
    const draft = await open()
    server.rows.A = entry('A', { version: 4, problems: '缺水' })
    draft.change([{ code: 'A', part: 'progress', text: '封顶' }])
    expect(await draft.flush()).toBe(true)
    expect(server.rows.A).toMatchObject({ version: 5, problems: '缺水', progress: '封顶' })
  })

  it('does not overwrite what a colleague wrote in the same cell, until one decides', async () => {
    const draft = await open()
    server.rows.A = entry('A', { version: 4, progress: '停工' })
    draft.change([{ code: 'A', part: 'progress', text: '封顶' }])
    expect(await draft.flush()).toBe(false)
    expect(draft.isClash('A', 'progress')).toBe(true)
    expect(server.rows.A.progress).toBe('停工')
    draft.takeTheirs('A', 'progress')
    expect(draft.get().edits).toEqual({})
    draft.change([{ code: 'A', part: 'progress', text: '封顶了' }])
    expect(await draft.flush()).toBe(true)
    expect(server.rows.A.progress).toBe('封顶了')
  })

  it('merges the texts of the report, and says where both wrote the same one', async () => {
    const draft = await open()
    server.report = { ...server.report, version: 7, problems: '缺水', experience: '他的' }
    draft.change([{ code: REPORT, part: 'suggestions', text: '调水' }])
    draft.change([{ code: REPORT, part: 'experience', text: '我的' }])
    expect(await draft.flush()).toBe(false)
    expect(server.report).toMatchObject({ problems: '缺水', experience: '他的', suggestions: '调水' })
    expect(draft.isClash(REPORT, 'experience')).toBe(true)
  })

  it('keeps what the server refuses in its cell, and stores the rest of the row', async () => {
    const draft = await open()
    draft.change([
      { code: 'A', part: 'progress', text: '太长' },
      { code: 'A', part: 'completedInvestmentYuan', text: '300' },
    ])
    expect(await draft.flush()).toBe(false)
    expect(server.rows.A?.completedInvestmentYuan).toBe(3_000_000)
    expect(draft.shown('A', 'progress')).toBe('太长')
    draft.change([{ code: 'A', part: 'progress', text: '短' }])
    expect(await draft.flush()).toBe(true)
    expect(server.rows.A?.progress).toBe('短')
  })

  it('does not count as saved where one cell is no figure', async () => {
    const draft = await open()
    draft.change([{ code: 'A', part: 'completedInvestmentYuan', text: '很多' }])
    draft.change([{ code: 'A', part: 'progress', text: '封顶' }])
    expect(await draft.flush()).toBe(false)
    expect(draft.get().status).toBe('refused')
    expect(server.rows.A?.progress).toBe('封顶')
  })

  it('answers each rule with its own word, and takes permits from the list', async () => {
    server.rows.A = entry('A', { permits: { LAND: 'DONE' }, justifications: [{ rule: 'V28', text: '等电' }] })
    const draft = await open()
    draft.change([{ code: 'A', part: 'word/V23', text: '退回重谈' }])
    draft.change([{ code: 'A', part: 'permits', text: '备案=在办' }])
    await draft.flush()
    expect(server.sent[0]).toMatchObject({
      justifications: [
        { rule: 'V28', text: '等电' },
        { rule: 'V23', text: '退回重谈' },
      ],
      permits: { LAND: null, FILING: 'IN_PROGRESS' },
    })
  })
})
