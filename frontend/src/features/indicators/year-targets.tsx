import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { today } from '@/lib/dates'
import { useWords } from '@/lib/words'
import type { ListState } from '@/ui/list-state'
import { ExportButton } from '@/ui/list-tools'
import { Answer, Empty } from '@/ui/states'
import { gridQuery } from './queries'
import { TargetTable } from './target-table'
import { indicatorWords } from './words'

const FIRST = 2021

/** The targets of a year, to be read, and by the bureau to be set. */
export function YearTargets({ state }: { state: ListState }) {
  const t = useWords(indicatorWords)
  const now = Number(today().slice(0, 4))
  const years = Array.from({ length: Math.max(now + 1 - FIRST, 0) + 1 }, (_, i) => now + 1 - i)
  const year = years.find((one) => String(one) === state.get('year')) ?? now
  const grid = useQuery(gridQuery(year))
  return (
    <>
      <div className="zs-filters">
        <div className="zs-filter">
          <label htmlFor="filter-year">{t('year')}</label>
          <Select
            id="filter-year"
            style={{ width: 120 }}
            value={year}
            options={years.map((one) => ({ value: one, label: String(one) }))}
            onChange={(next: number) => state.set({ year: String(next) })}
          />
        </div>
        <ExportButton path="/api/v1/targets" query={{ year: String(year) }} />
      </div>
      <Answer
        query={grid}
        isEmpty={(found) => found.items.length === 0 && !found.allowedActions.includes('edit')}
        empty={
          <Empty title={t('noTargets')}>
            <p>{t('noTargetsNext')}</p>
          </Empty>
        }
      >
        {/* Another year, or what another person saved meanwhile, is another table. */}
        {(found) => <TargetTable key={`${found.year}/${found.version}`} grid={found} />}
      </Answer>
    </>
  )
}
