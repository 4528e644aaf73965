import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { PriceComparison } from '@/api/types'
import { outlinesQuery, unitsQuery } from '@/features/units/queries'
import { today } from '@/lib/dates'
import { useWords } from '@/lib/words'
import {
  PriceChart,
  PriceFigures,
  PriceNotes,
  type PriceView,
  PriceViews,
  placeOf,
  USUAL_YEARS,
} from '@/ui/charts/compared-prices'
import type { Outlines } from '@/ui/charts/outlines'
import { priceQuestion } from '@/ui/charts/price-question'
import { PriceTable } from '@/ui/charts/price-table'
import { ChoiceFilter } from '@/ui/choice-filter'
import { DayInput } from '@/ui/day-input'
import { useListState } from '@/ui/list-state'
import { ExportButton } from '@/ui/list-tools'
import { PageHead } from '@/ui/page-head'
import { Answer, Empty } from '@/ui/states'
import { comparisonQuery, itemsQuery } from './queries'
import './prices.css'
import { priceWords } from './words'

/** One item's accepted prices of all units on a day: which is the cheapest, and by how much. */
export function Component() {
  const t = useWords(priceWords)
  const state = useListState()
  const items = useQuery(itemsQuery()).data ?? []
  const question = priceQuestion(state)
  const { code, asOf, view } = question
  const item = items.find((one) => one.code === code)
  const condition = state.get('condition')
  const query = { ...question.query, ...(condition && { condition }) }
  const outlines = useQuery(outlinesQuery()).data
  const comparison = useQuery(comparisonQuery(query))
  const groups = [...new Map(items.map((one) => [one.category, one.categoryName]))]
  return (
    <>
      <PageHead
        title={t('compareTitle')}
        lead={t('compareLead')}
        actions={<ExportButton path="/api/v1/factor-prices/comparison" query={query} suffixes={['xlsx', 'csv']} />}
      />
      <search className="zs-filters">
        <div className="zs-filter">
          <label htmlFor="filter-item">{t('item')}</label>
          <Select
            id="filter-item"
            style={{ width: 304 }}
            value={items.length > 0 ? code : null}
            showSearch={{ optionFilterProp: 'label' }}
            options={groups.map(([category, label]) => ({
              label,
              options: items
                .filter((one) => one.category === category)
                .map((one) => ({ value: one.code, label: one.name })),
            }))}
            onChange={(next: string) => state.set({ item: next, condition: undefined })}
          />
        </div>
        <div className="zs-filter">
          <label htmlFor="filter-asOf">{t(view === 'time' ? 'until' : 'asOf')}</label>
          <DayInput
            control={{ id: 'filter-asOf' }}
            value={asOf || today()}
            onChange={(day) => state.set({ asOf: day && day !== today() ? day : undefined })}
          />
        </div>
        {view === 'time' && (
          <ChoiceFilter
            state={state}
            name="years"
            label={t('years')}
            any={t('yearsOf', { count: USUAL_YEARS })}
            options={[3, 10].map((count) => ({ value: String(count), label: t('yearsOf', { count }) }))}
          />
        )}
        {item && item.conditions.length > 0 && (
          <ChoiceFilter
            state={state}
            name="condition"
            label={t('condition')}
            any={t('anyCondition')}
            options={item.conditions.map(({ value, label }) => ({ value, label }))}
          />
        )}
      </search>
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
        {(found) => <Compared of={found} view={view} outlines={outlines} />}
      </Answer>
    </>
  )
}

function Compared({ of, view, outlines }: { of: PriceComparison; view: PriceView; outlines: Outlines | undefined }) {
  const t = useWords(priceWords)
  const units = useQuery(unitsQuery()).data ?? []
  const short = new Map(units.map(({ code, shortName }) => [code, shortName]))
  return (
    <>
      <PriceNotes of={of} />
      {view !== 'time' && <PriceFigures of={of} />}
      <PriceChart of={of} view={view} short={short} outlines={outlines} />
      <PriceTable
        of={of}
        caption={t('compareTitle')}
        noPrice={t('noPrice')}
        places={[
          { key: 'unit', name: true, title: t('unit'), cell: ({ unitName }) => unitName },
          { key: 'park', title: t('park'), cell: ({ price }) => price && placeOf(price) },
        ]}
      />
    </>
  )
}
