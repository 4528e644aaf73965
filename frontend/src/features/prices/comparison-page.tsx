import { useQuery } from '@tanstack/react-query'
import { Alert, Select } from 'antd'
import type { AcceptedPrice, PriceComparison } from '@/api/types'
import { dayText, today } from '@/lib/dates'
import { withUnit } from '@/lib/punctuation'
import { grouped, plain } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { ChoiceFilter } from '@/ui/choice-filter'
import { type Column, DataTable } from '@/ui/data-table'
import { DayInput } from '@/ui/day-input'
import { useListState } from '@/ui/list-state'
import { ExportButton } from '@/ui/list-tools'
import { PageHead } from '@/ui/page-head'
import { Answer, Empty } from '@/ui/states'
import { Bars } from './bars'
import { priceText } from './price-text'
import { comparisonQuery, itemsQuery } from './queries'
import './prices.css'
import { priceWords } from './words'

const USUAL = 'WATER_INDUSTRIAL'

/** One item's accepted prices of all units on a day: which is the cheapest, and by how much. */
export function Component() {
  const t = useWords(priceWords)
  const state = useListState()
  const items = useQuery(itemsQuery()).data ?? []
  const code = state.get('item') || USUAL
  const item = items.find((one) => one.code === code)
  const asOf = state.get('asOf')
  const condition = state.get('condition')
  const query = { item: code, ...(asOf && { asOf }), ...(condition && { condition }) }
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
            value={code}
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
          <label htmlFor="filter-asOf">{t('asOf')}</label>
          <DayInput
            control={{ id: 'filter-asOf' }}
            value={asOf || today()}
            onChange={(day) => state.set({ asOf: day && day !== today() ? day : undefined })}
          />
        </div>
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
      <Answer
        query={comparison}
        isEmpty={({ count }) => count === 0}
        empty={
          <Empty title={t('none')}>
            <p>{t('noneNext')}</p>
          </Empty>
        }
      >
        {(found) => <Compared of={found} />}
      </Answer>
    </>
  )
}

type Line = { key: string; unitName: string; price?: AcceptedPrice }

function Compared({ of }: { of: PriceComparison }) {
  const t = useWords(priceWords)
  const lines: Line[] = of.units.flatMap(({ unitCode, unitName, prices }) =>
    prices.length === 0 ? [{ key: unitCode, unitName }] : prices.map((price) => ({ key: price.id, unitName, price })),
  )
  const figures = [
    { word: 'cheapest' as const, of: of.cheapest },
    { word: 'dearest' as const, of: of.dearest },
  ]
  const bars = lines.flatMap(({ key, unitName, price }) =>
    price
      ? [
          {
            key,
            label: [unitName, place(price)].filter(Boolean).join(' '),
            value: price.middle,
            text: priceText(price),
          },
        ]
      : [],
  )
  const columns: Column<Line>[] = [
    { key: 'unit', name: true, title: t('unit'), cell: (line) => line.unitName },
    { key: 'park', title: t('park'), cell: ({ price }) => price && place(price) },
    {
      key: 'price',
      title: t('price'),
      unit: of.unitOfMeasure,
      numeric: true,
      cell: ({ price }) => (price ? priceText(price) : <span className="zs-quiet">{t('noPrice')}</span>),
    },
    {
      key: 'validFrom',
      short: true,
      title: t('validFrom'),
      cell: ({ price }) =>
        price &&
        [dayText(price.validFrom), price.validTo && t('validTo', { day: dayText(price.validTo) })]
          .filter(Boolean)
          .join(' '),
    },
    { key: 'composition', title: t('composition'), cell: ({ price }) => price?.composition },
    { key: 'source', minor: true, title: t('source'), cell: ({ price }) => price?.sourceDocument },
  ]
  return (
    <>
      {of.termYears !== undefined && <p className="zs-note">{t('term', { years: of.termYears })}</p>}
      {of.partial && <p className="zs-note">{t('partial')}</p>}
      {of.composedDiffers && <Alert type="warning" showIcon title={t('composedDiffers')} />}
      <dl className="zs-price-figures">
        {figures.map(
          ({ word, of: one }) =>
            one && (
              <div key={word}>
                <dt>{t(word)}</dt>
                <dd>
                  <strong>{withUnit(priceText(one.price), of.unitOfMeasure)}</strong> {one.unitName}
                </dd>
              </div>
            ),
        )}
        {of.median !== undefined && (
          <div>
            <dt>{t('median')}</dt>
            <dd>
              <strong>{withUnit(grouped(plain(of.median)), of.unitOfMeasure)}</strong>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('compared')}</dt>
          <dd>{t('countOf', { count: of.count })}</dd>
        </div>
      </dl>
      <section className="zs-card">
        <h2>{t('question', { day: dayText(of.asOf ?? today()), item: of.itemName })}</h2>
        <Bars bars={bars} unit={of.unitOfMeasure} />
      </section>
      <DataTable caption={t('compareTitle')} columns={columns} rows={lines} rowKey={(line) => line.key} />
    </>
  )
}

const place = ({ parkName, condition }: AcceptedPrice): string => [parkName, condition].filter(Boolean).join(' · ')
