import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-router'
import type { PriceComparison } from '@/api/types'
import { paths } from '@/app/paths'
import { outlinesQuery } from '@/features/units/queries'
import { apiOrigin } from '@/lib/config'
import { today } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { PriceChart, PriceFigures, PriceNotes, type PriceView, PriceViews, placeOf } from '@/ui/charts/compared-prices'
import type { Outlines } from '@/ui/charts/outlines'
import { priceQuestion } from '@/ui/charts/price-question'
import { PriceTable } from '@/ui/charts/price-table'
import { DayInput } from '@/ui/day-input'
import { useListState } from '@/ui/list-state'
import { Answer, Empty } from '@/ui/states'
import { Select } from './filters'
import { usePageMeta } from './page-meta'
import { publicPriceWords } from './price-words'
import { publicComparisonQuery, publicItemsQuery, publicUnitsQuery } from './queries'
import { shareLink } from './share-link'

/** One item's published prices in all places: on a day, on the map, over the years. */
export function Component() {
  const t = useWords(publicPriceWords)
  const state = useListState()
  const day = useId()
  const items = useQuery(publicItemsQuery()).data ?? []
  const { code, asOf, view, years, query } = priceQuestion(state)
  const outlines = useQuery(outlinesQuery()).data
  const comparison = useQuery(publicComparisonQuery(query))
  const name = items.find((item) => item.code === code)?.name
  usePageMeta([name, t('title')].filter(Boolean).join(' · '), t('lead'), shareLink(paths.publicPrices, state.search))
  return (
    <>
      <div className="zs-pub-head">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the browsers this serves */}
      <form role="search" className="zs-pub-filters" onSubmit={(event) => event.preventDefault()}>
        <div className="zs-pub-selects">
          <Select label={t('item')} value={code} any={false} change={(item) => state.set({ item })}>
            {items.map((item) => (
              <option key={item.code} value={item.code}>
                {item.categoryName} · {item.name}
              </option>
            ))}
          </Select>
          <div className="zs-filter">
            <label htmlFor={day}>{t('asOf')}</label>
            <DayInput
              control={{ id: day }}
              value={asOf || today()}
              onChange={(chosen) => state.set({ asOf: chosen && chosen !== today() ? chosen : undefined })}
            />
          </div>
          {view === 'time' && (
            <Select
              label={t('years')}
              value={String(years)}
              any={false}
              change={(value) => state.set({ years: value })}
            >
              {[3, 5, 10].map((count) => (
                <option key={count} value={count}>
                  {t('yearsOf', { count })}
                </option>
              ))}
            </Select>
          )}
        </div>
      </form>
      <PriceViews
        view={view}
        outlines={outlines}
        change={(next) => state.set({ view: next === 'bars' ? undefined : next })}
      />
      <Answer
        query={comparison}
        isEmpty={({ count }) => count === 0}
        empty={
          <Empty title={t('none')}>
            <p>{t('noneNext')}</p>
          </Empty>
        }
      >
        {(found) => (
          <>
            {found.units.some(({ prices }) => prices.some(({ example }) => example)) && (
              <p className="zs-note">{t('example')}</p>
            )}
            <PriceNotes of={found} />
            {view !== 'time' && <PriceFigures of={found} />}
            <Chart of={found} view={view} outlines={outlines} />
            <PriceTable
              of={found}
              caption={t('title')}
              noPrice={t('noPrice')}
              places={[
                {
                  key: 'place',
                  name: true,
                  title: t('place'),
                  cell: ({ unitName, price }) => [unitName, price && placeOf(price)].filter(Boolean).join(' · '),
                },
              ]}
            />
            <p className="zs-actions">
              <a href={`${apiOrigin()}/api/v1/public/factor-prices/comparison.csv?${new URLSearchParams(query)}`}>
                {t('csv')}
              </a>
              <Link to={paths.publicCost}>{t('cost')}</Link>
            </p>
          </>
        )}
      </Answer>
    </>
  )
}

function Chart(props: { of: PriceComparison; view: PriceView; outlines: Outlines | undefined }) {
  const units = useQuery(publicUnitsQuery()).data ?? []
  return <PriceChart {...props} short={new Map(units.map(({ code, shortName }) => [code, shortName]))} />
}
