import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FactorCost } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText } from '@/lib/dates'
import { moneyRange } from '@/lib/money'
import { unitText } from '@/lib/punctuation'
import { grouped, plain } from '@/lib/quantity'
import { useLanguage, useWords } from '@/lib/words'
import { useListState } from '@/ui/list-state'
import { Tag } from '@/ui/state-tag'
import { Answer, Empty } from '@/ui/states'
import { costWords } from './cost-words'
import { usePageMeta } from './page-meta'
import { publicCostQuery } from './queries'
import { shareLink } from './share-link'

const needs = [
  { name: 'waterTonPerYear', word: 'water' },
  { name: 'powerKwhPerYear', word: 'power' },
  { name: 'gasCubicMetrePerYear', word: 'gas' },
  { name: 'landMu', word: 'land' },
] as const

/** A figure as people type it; the address holds it plain. */
const figure = (text: string): string | undefined => {
  const typed = text.normalize('NFKC').replaceAll(/[,\s]/g, '')
  return /^\d{1,12}(\.\d{1,4})?$/.test(typed) && Number(typed) > 0 ? typed : undefined
}

/** What an investor asks first: a year's needs, and what they cost in each place. */
export function Component() {
  const t = useWords(costWords)
  const state = useListState()
  const [wrong, setWrong] = useState(false)
  const asked = Object.fromEntries(
    needs.flatMap(({ name }) => {
      const value = figure(state.get(name))
      return value ? [[name, Number(value)]] : []
    }),
  )
  const some = Object.keys(asked).length > 0
  const cost = useQuery({ ...publicCostQuery(asked), enabled: some })
  usePageMeta(t('title'), t('lead'), shareLink(paths.publicCost, state.search))
  return (
    <>
      <div className="zs-pub-head">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </div>
      <form
        className="zs-pub-filters"
        onSubmit={(event) => {
          event.preventDefault()
          const typed = new FormData(event.currentTarget)
          const given = needs.map(({ name }) => [name, String(typed.get(name) ?? '').trim()] as const)
          setWrong(given.some(([, text]) => text !== '' && !figure(text)))
          state.set(Object.fromEntries(given.map(([name, text]) => [name, figure(text)])))
        }}
      >
        <div className="zs-pub-selects">
          {needs.map(({ name, word }) => (
            <div key={name} className="zs-filter">
              <label htmlFor={name}>{t(word)}</label>
              <input
                key={state.get(name)}
                id={name}
                name={name}
                className="zs-pub-input"
                inputMode="decimal"
                autoComplete="off"
                defaultValue={state.get(name)}
              />
            </div>
          ))}
        </div>
        <div className="zs-actions">
          <button type="submit" className="zs-pub-button zs-pub-primary">
            {t('count')}
          </button>
          {wrong && (
            <span role="alert" className="zs-refusal">
              {t('wrong')}
            </span>
          )}
        </div>
      </form>
      {some ? <Answer query={cost}>{(found) => <Costs of={found} />}</Answer> : <Empty title={t('needOne')} />}
    </>
  )
}

function Costs({ of }: { of: FactorCost }) {
  const t = useWords(costWords)
  const lang = useLanguage()
  const sample = of.units.some(({ lines }) => lines.some(({ prices }) => prices.some(({ example }) => example)))
  return (
    <>
      {sample && <p className="zs-note">{t('examplePrices')}</p>}
      <ul className="zs-pub-cards">
        {[...of.units].sort(byTotal).map((unit) => (
          <li key={unit.unitCode}>
            <article className="zs-pub-card">
              <h2>
                {unit.unitName}{' '}
                {unit.unitCode === of.cheapestUnitCode && (
                  <Tag tone="green" mark="✓">
                    {t('cheapest')}
                  </Tag>
                )}
              </h2>
              <p className="zs-pub-amount">
                <span className="zs-quiet">{t('total')}</span>{' '}
                {unit.totalLowYuan === undefined ? (
                  t('missing')
                ) : (
                  <strong>{moneyRange(unit.totalLowYuan, unit.totalHighYuan ?? unit.totalLowYuan, lang)}</strong>
                )}
              </p>
              <dl>
                {of.needs.map(({ use }) => {
                  const line = unit.lines.find((one) => one.use === use)
                  return (
                    <div key={use}>
                      <dt>{t(`use${use}`)}</dt>
                      <dd>
                        {line ? moneyRange(line.costLowYuan, line.costHighYuan, lang) : t('noPrice')}
                        {line?.prices.map((price) => (
                          <div key={price.id} className="zs-quiet">
                            {t('priceLine', {
                              price:
                                price.priceLow === price.priceHigh
                                  ? grouped(plain(price.priceLow))
                                  : `${grouped(plain(price.priceLow))}–${grouped(plain(price.priceHigh))}`,
                              unit: unitText(price.unitOfMeasure),
                              day: dayText(price.validFrom, lang),
                            })}
                          </div>
                        ))}
                      </dd>
                    </div>
                  )
                })}
              </dl>
            </article>
          </li>
        ))}
      </ul>
      <p className="zs-quiet">{t('basis', { day: dayText(of.asOf, lang) })}</p>
      <p className="zs-quiet">{t('disclaimer')}</p>
    </>
  )
}

type Unit = FactorCost['units'][number]

/** The lowest total first; those that lack a price come last, in the official order. */
const byTotal = (a: Unit, b: Unit): number =>
  (a.totalLowYuan ?? Number.MAX_VALUE) - (b.totalLowYuan ?? Number.MAX_VALUE)
