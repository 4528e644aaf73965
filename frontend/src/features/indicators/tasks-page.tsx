import { useQuery } from '@tanstack/react-query'
import { useWords } from '@/lib/words'
import { useListState } from '@/ui/list-state'
import { PageHead } from '@/ui/page-head'
import { Answer, Empty } from '@/ui/states'
import { MonthRanking } from './month-ranking'
import { openMonthsQuery } from './queries'
import { YearTargets } from './year-targets'
import './indicators.css'
import { indicatorWords } from './words'

const views = ['ranking', 'targets'] as const

/** How the units stand in a month, and what they are to reach in the year. */
export function Component() {
  const t = useWords(indicatorWords)
  const state = useListState()
  const view = state.get('view') === 'targets' ? 'targets' : 'ranking'
  const months = useQuery(openMonthsQuery())
  return (
    <>
      <PageHead title={t('title')} />
      <nav className="zs-views" aria-label={t('views')}>
        {views.map((one) => (
          <button
            key={one}
            type="button"
            className="zs-view"
            aria-current={one === view || undefined}
            onClick={() => state.set({ view: one === 'ranking' ? undefined : one })}
          >
            {t(one === 'ranking' ? 'showRanking' : 'showTargets')}
          </button>
        ))}
      </nav>
      {view === 'targets' ? (
        <YearTargets state={state} />
      ) : (
        <Answer
          query={months}
          isEmpty={(known) => known.length === 0}
          empty={
            <Empty title={t('noMonths')}>
              <p>{t('noMonthsNext')}</p>
            </Empty>
          }
        >
          {(known) => (
            <MonthRanking
              state={state}
              months={known
                .map(({ month }) => month)
                .sort()
                .reverse()}
            />
          )}
        </Answer>
      )}
    </>
  )
}
