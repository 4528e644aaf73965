import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { openPage } from '@/test/open-page'
import { answers, bureau } from '@/test/server'

const standing = (unitCode: string, unitName: string, daysLeft: number, extended = false) => ({
  unitCode,
  unitName,
  quota: 30,
  accepted: 6,
  submitted: 0,
  returned: 0,
  drafts: 0,
  late: 0,
  deadline: extended ? '2026-12-01' : '2021-04-10',
  extended,
  daysLeft,
  quotaReached: false,
})

beforeEach(() => {
  answers('/calls/2021', {
    year: 2021,
    version: 1,
    name: '2021年度招商引资项目征集',
    planningFrom: '2021-01-01',
    planningTo: '2021-03-31',
    deadline: '2021-04-10',
    minimumInvestmentYuan: 5_000_000,
    lateSubmissions: 'MARK',
    industryCodes: [],
    principleCodes: [],
    quotas: [],
    state: 'CLOSED',
    daysLeft: -2054,
    allowedActions: [],
    whyNot: [],
  })
  answers('/calls/2021/progress', {
    year: 2021,
    deadline: '2021-04-10',
    daysLeft: -2054,
    quota: 60,
    accepted: 12,
    submitted: 0,
    returned: 0,
    drafts: 0,
    units: [standing('150602', '东胜区', -2054), standing('150622', '准格尔旗', 7, true)],
  })
  for (const list of ['/calls/2021/extensions', '/industries', '/principles']) answers(list, { items: [] })
})

it('says of a call that is over that it is closed, and of an extension how long it lasts', async () => {
  openPage('/calls/2021', bureau)
  const closed = await screen.findByRole('row', { name: /东胜区/ })
  expect(within(closed).getByText('已截止')).toBeTruthy()
  expect(within(screen.getByRole('row', { name: /准格尔旗/ })).getByText('还有 7 天')).toBeTruthy()
  expect(screen.queryByText(/2054/)).toBeNull()
})
