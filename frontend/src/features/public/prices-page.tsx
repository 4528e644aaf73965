import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-router'
import type { AcceptedPrice, PriceComparison } from '@/api/types'
import { paths } from '@/app/paths'
import { apiOrigin } from '@/lib/config'
import { dayText, today } from '@/lib/dates'
import { unitText } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import {
  PriceChart,
  PriceFigures,
  PriceNotes,
  PriceViews,
  placeOf,
  priceViews,
  timeOf,
  USUAL_YEARS,
} from '@/ui/charts/compared-prices'
import { priceText } from '@/ui/charts/price-text'
import { type Column, DataTable } from '@/ui/data-table'
import { useListState } from '@/ui/list-state'
import { Answer, Empty } from '@/ui/states'
import { Select } from './filters'
import { usePageMeta } from './page-meta'
import { publicPriceWords } from './price-words'
import { publicComparisonQuery, publicItemsQuery, publicUnitsQuery } from './queries'
import { shareLink } from './share-link'

const USUAL = 'WATER_INDUSTRIAL'

/** One item's published prices in all places: on a day, on the map, over the years. */
export function Component() {
  const t = useWords(publicPriceWords)
  const state = useListState()
  const day = useId()
  const items = useQuery(publicItemsQuery()).data ?? []
  const code = state.get('item') || USUAL
  const view = priceViews.find((one) => one === state.get('view')) ?? 'bars'
  const asOf = /^\d{4}-\d\d-\d\d$/.test(state.get('asOf')) ? state.get('asOf') : ''
  const years = Number(state.get('years')) || USUAL_YEARS
  const query = { item: code, ...timeOf(view, asOf, years) }
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
            <input
              id={day}
              type="date"
              className="zs-pub-input"
              value={asOf || today()}
              max={today()}
              onChange={(event) => state.set({ asOf: event.target.value || undefined })}
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
      <PriceViews view={view} change={(next) => state.set({ view: next === 'bars' ? undefined : next })} />
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
            <Chart of={found} view={view} />
            <Prices of={found} />
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

function Chart(props: { of: PriceComparison; view: (typeof priceViews)[number] }) {
  const units = useQuery(publicUnitsQuery()).data ?? []
  return <PriceChart {...props} short={new Map(units.map(({ code, shortName }) => [code, shortName]))} />
}

type Line = { key: string; unitName: string; price?: AcceptedPrice }

function Prices({ of }: { of: PriceComparison }) {
  const t = useWords(publicPriceWords)
  const lines: Line[] = of.units.flatMap(({ unitCode, unitName, prices }) =>
    prices.length === 0 ? [{ key: unitCode, unitName }] : prices.map((price) => ({ key: price.id, unitName, price })),
  )
  const columns: Column<Line>[] = [
    {
      key: 'place',
      name: true,
      title: t('place'),
      cell: ({ unitName, price }) => [unitName, price && placeOf(price)].filter(Boolean).join(' · '),
    },
    {
      key: 'price',
      title: t('price'),
      unit: unitText(of.unitOfMeasure),
      numeric: true,
      cell: ({ price }) => (price ? priceText(price) : <span className="zs-quiet">{t('noPrice')}</span>),
    },
    {
      key: 'valid',
      title: t('valid'),
      cell: ({ price }) =>
        price &&
        (price.validTo
          ? t('validTo', { from: dayText(price.validFrom), to: dayText(price.validTo) })
          : t('validFrom', { from: dayText(price.validFrom) })),
    },
    { key: 'composition', title: t('composition'), cell: ({ price }) => price?.composition },
    { key: 'source', minor: true, title: t('source'), cell: ({ price }) => price?.sourceDocument },
  ]
  return <DataTable caption={t('title')} columns={columns} rows={lines} rowKey={({ key }) => key} />
}
