import { expect, it } from 'vitest'
import { changedTerms } from './call-form'
import type { CallTerms } from './queries'

const terms: CallTerms = {
  year: 2026,
  name: '2026年征集',
  planningFrom: '2026-01-01',
  planningTo: '2026-03-31',
  deadline: '2026-04-10',
  minimumInvestmentYuan: 5_000_000,
  lateSubmissions: 'MARK',
  industryCodes: ['1.1'],
  principleCodes: ['RESOURCES'],
  quotas: [
    { unitCode: '150602', quota: 30 },
    { unitCode: '150622', quota: 30 },
  ],
}

it('says nothing of what stayed as it was', () => {
  expect(changedTerms(terms, { ...terms })).toEqual({})
})

it('names the changed terms and, of the quotas, the changed units only', () => {
  const now = {
    ...terms,
    deadline: '2026-04-20',
    quotas: [
      { unitCode: '150602', quota: 30 },
      { unitCode: '150622', quota: 25 },
    ],
  }
  expect(changedTerms(terms, now)).toEqual({ deadline: '2026-04-20', quotas: [{ unitCode: '150622', quota: 25 }] })
})
