import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OfflineError } from '@/api/problem'
import type { PriceCell, PriceReport, PriceReportLine } from '@/api/types'
import { clearDrafts, findDraft } from '@/lib/drafts'
import { GridDraft, type Save } from './grid-draft'
import { type GridRow, isEmptied, rowsOf } from './grid-edits'

type Stored = { low: number; version: number; wrongUnit?: boolean }

const line = (itemCode: string, stored?: Stored): PriceReportLine => ({
  itemCode,
  itemName: itemCode,
  category: 'WATER',
  unitOfMeasure: '元/立方米',
  required: true,
  prices: stored
    ? [
        {
          id: itemCode,
          code: itemCode,
          version: stored.version,
          priceLow: stored.low,
          validFrom: '2026-01-01',
          justifications: [],
          findings: stored.wrongUnit ? [{ rule: 'V41', severity: 'BLOCK' }] : [],
        } as never,
      ]
    : [],
})

/** A server that keeps prices in its memory, and refuses to overwrite what moved on. */
class Server {
  readonly prices: Record<string, Stored> = {}
  readonly keys: string[] = []
  sent: PriceCell[] = []
  down = false
  /** Stores what it gets, and its answer is lost. */
  mute = false
  private readonly answered = new Map<string, string>()

  report = (): PriceReport =>
    ({
      year: 2026,
      unitCode: '150622',
      lines: ['WATER', 'GAS'].map((code) => line(code, this.prices[code])),
    }) as PriceReport

  save: Save = async (_, cells, key) => {
    if (this.down) throw new OfflineError()
    this.keys.push(key)
    const results = this.answered.has(key) ? cells.map((__, cell) => ({ cell, errors: [] })) : this.store(cells)
    this.answered.set(key, '')
    if (this.mute) throw new OfflineError()
    return { results, report: this.report() }
  }

  private store(cells: PriceCell[]) {
    this.sent.push(...cells)
    return cells.map(({ itemCode = '', priceLow = 0, version }, cell) => {
      const there = this.prices[itemCode]
      if (there && version !== there.version)
        return {
          cell,
          errors: [{ rule: 'VERSION', severity: 'BLOCK' as const, pointer: '', params: {}, message: '已被修改' }],
        }
      this.prices[itemCode] = { low: priceLow, version: (there?.version ?? 0) + 1 }
      return { cell, errors: [] }
    })
  }
}

let server: Server
const opened: GridDraft[] = []
const open = async (): Promise<GridDraft> => {
  const draft = new GridDraft('150622', server.report(), server.save)
  opened.push(draft)
  await draft.start()
  return draft
}
const row = (draft: GridDraft, item: string): GridRow => {
  const found = rowsOf(draft.get().report).find(({ line: { itemCode } }) => itemCode === item)
  if (!found) throw new Error(item)
  return found
}
const type = (draft: GridDraft, item: string, low: string) => draft.change([{ row: row(draft, item), part: { low } }])

beforeEach(async () => {
  await clearDrafts()
  server = new Server()
})
afterEach(() => {
  for (const draft of opened.splice(0)) draft.stop()
})

describe('what is typed into the grid', () => {
  it('is kept on this computer while the line is down, found by the next visit, and sent', async () => {
    server.down = true
    const first = await open()
    type(first, 'WATER', '4.2')
    expect(await first.flush()).toBe(false)
    expect(first.get().status).toBe('lost')
    await expect.poll(() => findDraft('150622', 'price-report', '2026-150622')).toBeDefined()

    server.down = false
    const next = await open()
    expect(next.get().restoredAt).toBeDefined()
    expect(await next.flush()).toBe(true)
    expect(server.prices.WATER?.low).toBe(4.2)
    await expect.poll(() => findDraft('150622', 'price-report', '2026-150622')).toBeUndefined()
  })

  it('is sent by itself once the line is back', async () => {
    server.down = true
    const draft = await open()
    type(draft, 'WATER', '4.2')
    await draft.flush()
    server.down = false
    globalThis.dispatchEvent(new Event('online'))
    await expect.poll(() => draft.get().status).toBe('saved')
    expect(server.prices.WATER?.low).toBe(4.2)
  })

  it('is the same request again when only the answer was lost', async () => {
    server.mute = true
    const draft = await open()
    type(draft, 'WATER', '4.2')
    await draft.flush()
    server.mute = false
    expect(await draft.flush()).toBe(true)
    expect(new Set(server.keys).size).toBe(1)
    expect(server.sent).toHaveLength(1)
  })

  it('goes on upon what was just stored when more is typed meanwhile', async () => {
    server.prices.WATER = { low: 4, version: 1 }
    const draft = await open()
    type(draft, 'WATER', '4.2')
    const saving = draft.flush()
    type(draft, 'WATER', '4.25')
    expect(await saving).toBe(true)
    expect(server.prices.WATER).toEqual({ low: 4.25, version: 3 })
  })

  it('does not overwrite what a colleague changed since, until it is typed again', async () => {
    server.prices.WATER = { low: 4, version: 1 }
    server.down = true
    const first = await open()
    type(first, 'WATER', '4.2')
    await first.flush()
    await expect.poll(() => findDraft('150622', 'price-report', '2026-150622')).toBeDefined()

    server.down = false
    server.prices.WATER = { low: 5, version: 2 }
    const next = await open()
    expect(await next.flush()).toBe(false)
    expect(server.prices.WATER.low).toBe(5)
    expect(Object.values(next.get().refused)[0]?.[0]?.message).toBe('已被修改')
    type(next, 'WATER', '4.3')
    expect(await next.flush()).toBe(true)
    expect(server.prices.WATER.low).toBe(4.3)
  })

  it('does not count as saved where the cell was emptied and its price still stands', async () => {
    server.prices.WATER = { low: 4, version: 1 }
    const draft = await open()
    type(draft, 'WATER', '')
    expect(await draft.flush()).toBe(false)
    expect(draft.get().status).toBe('refused')
    expect(isEmptied(row(draft, 'WATER'), Object.values(draft.get().edits)[0])).toBe(true)
    draft.undo()
    expect(await draft.flush()).toBe(true)
    expect(server.sent).toEqual([])
  })

  it('is sent where the same figure is typed again to put a wrong unit of measure right', async () => {
    server.prices.WATER = { low: 120, version: 1, wrongUnit: true }
    const draft = await open()
    type(draft, 'WATER', '120')
    expect(await draft.flush()).toBe(true)
    expect(server.prices.WATER).toEqual({ low: 120, version: 2 })
    expect(draft.get().edits).toEqual({})
  })

  it('does not count as saved where one cell of several is no figure', async () => {
    const draft = await open()
    type(draft, 'WATER', '4')
    type(draft, 'GAS', '很贵')
    expect(await draft.flush()).toBe(false)
    expect(draft.get().status).toBe('refused')
    expect(server.prices.WATER?.low).toBe(4)
  })
})

describe('a price that is deleted', () => {
  const price = (id: string, low: number) =>
    ({ id, code: id, version: 1, priceLow: low, validFrom: '2026-01-01', justifications: [], findings: [] }) as never
  const water = (...prices: never[]): PriceReport =>
    ({ year: 2026, unitCode: '150622', lines: [{ ...line('WATER'), prices }] }) as unknown as PriceReport

  it('leaves to the others of its place what is typed for them, and comes back beside them', async () => {
    const sent: PriceCell[] = []
    let now = water(price('a', 4), price('b', 5))
    const draft: GridDraft = new GridDraft('150622', now, async (_, cells) => {
      if (sent.length === 0) draft.change([{ row: b, part: { low: '7' } }])
      sent.push(...cells)
      now = water(price('b', 5))
      return { results: cells.map((__, cell) => ({ cell, errors: [] })), report: now }
    })
    opened.push(draft)
    const [a, b] = rowsOf(now) as [GridRow, GridRow]
    draft.change([{ row: a, part: { removed: true } }])
    expect(draft.get().removed?.price?.id).toBe('a')
    await draft.flush()
    expect(sent[0]).toMatchObject({ code: 'a', remove: true })
    expect(sent[1]).toMatchObject({ code: 'b', priceLow: 7 })

    draft.undo()
    draft.undo()
    const [, restored] = rowsOf(draft.get().report, draft.get().edits)
    expect(draft.get().edits[restored?.key ?? '']).toMatchObject({ low: '4', from: '2026-01-01' })
    await draft.flush()
    expect(sent.at(-1)).toMatchObject({ itemCode: 'WATER', priceLow: 4 })
    expect(sent.at(-1)).not.toHaveProperty('code')
  })
})
