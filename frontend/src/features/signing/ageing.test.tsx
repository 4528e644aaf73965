import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { openPage } from '@/test/open-page'
import { field } from '@/test/samples'
import { answers, bureau, reporter, server } from '@/test/server'

const city = { ...bureau, permissions: [...bureau.permissions, 'signed-projects:read', 'signed-projects:review'] }
const unit = { ...reporter, permissions: [...reporter.permissions, 'signed-projects:read', 'signed-projects:write'] }
const limits = {
  version: 4,
  monthsToStart: 3,
  daysInTalks: 30,
  daysAfterSigning: 20,
  updatedAt: '2026-06-02T09:30:00+08:00',
  updatedBy: '系统',
}

beforeEach(() => {
  for (const list of ['/units', '/industries', '/signing-events']) answers(list, { items: [] })
  answers('/signed-projects', { items: [], total: 0 })
  answers('/signed-project-ageing', {
    items: [
      { key: 'NOT_STARTED', label: '签约满 3 个月未开工', projects: 2, href: '/api/v1/signed-projects?stage=SIGNED' },
    ],
  })
  answers('/ageing-limits', limits)
  answers('/ageing-limits-fields', {
    items: (['monthsToStart', 'daysInTalks', 'daysAfterSigning'] as const).map((name, at) =>
      field({
        name,
        label: ['签约后应开工', '在谈、意向无更新', '签约后无更新'][at] ?? '',
        type: 'INTEGER',
        necessity: 'REQUIRED',
      }),
    ),
  })
})

describe('what stands still', () => {
  it('opens its projects, and a unit does not say after how long', async () => {
    openPage('/signed-projects', unit)
    const link = await screen.findByRole('link', { name: '签约满 3 个月未开工（2 个）' })
    expect(link.getAttribute('href')).toBe('/signed-projects?stage=SIGNED')
    expect(screen.queryByRole('button', { name: '设置期限' })).toBeNull()
  })

  it('takes its limits from the bureau', async () => {
    let sent: unknown
    server.use(
      http.put('*/api/v1/ageing-limits', async ({ request }) => {
        sent = [request.headers.get('If-Match'), await request.json()]
        return HttpResponse.json(limits)
      }),
    )
    const { hands } = openPage('/signed-projects', city)
    await hands.click(await screen.findByRole('button', { name: '设置期限' }))
    const dialog = within(await screen.findByRole('dialog'))
    const months = dialog.getByLabelText(/^签约后应开工/)
    await hands.clear(months)
    await hands.type(months, '6')
    await hands.click(dialog.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent).toEqual(['"4"', { monthsToStart: 6, daysInTalks: 30, daysAfterSigning: 20 }]))
  })
})
