import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Finding, Project, ProjectInput } from '@/api/types'
import { clearDrafts, findDraft } from '@/lib/drafts'
import { project } from '@/test/samples'
import { problem, server } from '@/test/server'
import { type Name, ProjectDraft } from './project-draft'

const names: Name[] = ['name', 'address', 'totalInvestmentYuan', 'justifications']
const tooSmall: Finding = {
  rule: 'V01',
  pointer: '/totalInvestmentYuan',
  severity: 'BLOCK',
  message: '低于门槛',
  params: {},
}

/** A server that keeps one record, as ours does: versions, merge patch, 412. */
function keeper(start: Project) {
  let record = start
  const patches: ProjectInput[] = []
  server.use(
    http.post('*/api/v1/projects/check', () => HttpResponse.json({ findings: [] })),
    http.post('*/api/v1/projects', async ({ request }) => {
      record = { ...start, ...((await request.json()) as ProjectInput), version: 1 } as Project
      return HttpResponse.json(record, { status: 201 })
    }),
    http.patch('*/api/v1/projects/:id', async ({ request }) => {
      if (request.headers.get('If-Match') !== `"${record.version}"`)
        return problem(412, '记录已被修改', [], { current: record })
      const patch = (await request.json()) as ProjectInput
      patches.push(patch)
      record = { ...record, ...patch, version: record.version + 1 } as Project
      return HttpResponse.json(record)
    }),
  )
  return {
    patches,
    get record() {
      return record
    },
    someoneElse: (part: Partial<Project>) => {
      record = { ...record, ...part, version: record.version + 1, updatedBy: '同事' }
    },
  }
}

const drafts: ProjectDraft[] = []
const begin = (record?: Project) => {
  const draft = new ProjectDraft('150622', names, record)
  drafts.push(draft)
  return draft
}

beforeEach(() => clearDrafts())
afterEach(async () => {
  for (const draft of drafts.splice(0)) draft.stop()
  vi.useRealTimers()
})

describe('a project being filled in', () => {
  it('sends only what changed, with the version it was seen at', async () => {
    const kept = keeper(project({ version: 3 }))
    const draft = begin(kept.record)
    draft.change('address', '大路园区')
    expect(await draft.flush()).toBe(true)
    expect(kept.patches).toEqual([{ address: '大路园区' }])
    expect(draft.get().status).toBe('saved')
  })

  it('is not sent before it has a name, and created once it has', async () => {
    keeper(project())
    const draft = begin()
    draft.change('address', '大路园区')
    expect(await draft.flush()).toBe(false)
    expect(draft.get().status).toBe('unnamed')
    draft.change('name', '光伏项目')
    expect(await draft.flush()).toBe(true)
    expect(draft.get().base?.name).toBe('光伏项目')
  })

  it('merges with what a colleague saved in other fields without asking', async () => {
    const kept = keeper(project({ address: '甲' }))
    const draft = begin(kept.record)
    kept.someoneElse({ name: '同事改的名称' })
    draft.change('address', '乙')
    expect(await draft.flush()).toBe(true)
    expect(kept.record).toMatchObject({ name: '同事改的名称', address: '乙' })
    expect(draft.get().values.name).toBe('同事改的名称')
  })

  it('asks where both changed the same field, and overwrites nothing unseen', async () => {
    const kept = keeper(project({ address: '甲' }))
    const draft = begin(kept.record)
    kept.someoneElse({ address: '丙' })
    draft.change('address', '乙')
    expect(await draft.flush()).toBe(false)
    expect(draft.get().conflicts?.fields).toEqual([{ name: 'address', mine: '乙', theirs: '丙' }])
    expect(kept.record.address).toBe('丙')
    draft.settle({ address: 'mine' })
    await vi.waitFor(() => expect(kept.record.address).toBe('乙'))
  })

  it('keeps on this computer what the line would not take, and finds it again', async () => {
    const kept = keeper(project({ address: '甲' }))
    server.use(http.patch('*/api/v1/projects/:id', () => HttpResponse.error()))
    const draft = begin(kept.record)
    draft.change('address', '断网时填的')
    expect(await draft.flush()).toBe(false)
    expect(draft.get().status).toBe('offline')
    await vi.waitFor(async () => expect(await findDraft('150622', 'project', kept.record.id)).toBeDefined())

    const later = begin(kept.record)
    await later.start()
    expect(later.get().values.address).toBe('断网时填的')
    expect(later.get().restoredAt).toBeDefined()
  })

  it('saves the rest when one field can not be stored', async () => {
    const kept = keeper(project())
    server.use(
      http.patch('*/api/v1/projects/:id', async ({ request }) => {
        const patch = (await request.clone().json()) as ProjectInput
        if ('totalInvestmentYuan' in patch) return problem(422, '有内容无法保存', [tooSmall])
        return undefined
      }),
    )
    const draft = begin(kept.record)
    draft.change('totalInvestmentYuan', -1)
    draft.change('address', '乙')
    expect(await draft.flush()).toBe(false)
    expect(kept.record.address).toBe('乙')
    expect(draft.get().status).toBe('refused')
    expect(draft.get().findings).toContainEqual(tooSmall)
  })

  it('repeats a creation whose answer was lost with the same words and the same key', async () => {
    keeper(project())
    const seen: [string | null, ProjectInput][] = []
    let lost = true
    server.use(
      http.post('*/api/v1/projects', async ({ request }) => {
        seen.push([request.headers.get('Idempotency-Key'), (await request.clone().json()) as ProjectInput])
        if (!lost) return undefined
        lost = false
        return HttpResponse.error()
      }),
    )
    const draft = begin()
    draft.change('name', '光伏')
    await draft.flush()
    draft.change('address', '后来填的')
    expect(await draft.flush()).toBe(true)
    expect(seen).toHaveLength(2)
    expect(seen[1]).toEqual(seen[0])
    expect(draft.get().base?.address).toBe('后来填的')
  })
})
