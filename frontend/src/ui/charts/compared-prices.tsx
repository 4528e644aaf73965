import type { AcceptedPrice, PriceComparison } from '@/api/types'
import { dayText, today } from '@/lib/dates'
import { inBrackets, unitText, withUnit } from '@/lib/punctuation'
import { grouped, plain } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { type Bar, Bars } from './bars'
import { CityOutlines } from './city-outlines'
import { CityTiles } from './city-tiles'
import type { Outlines } from './outlines'
import { priceText } from './price-text'
import type { Tile } from './shades'
import { type Series, Steps } from './steps'
import { chartWords } from './words'

export const priceViews = ['bars', 'tiles', 'map', 'time'] as const
export type PriceView = (typeof priceViews)[number]
const viewWords = { bars: 'viewBars', tiles: 'viewTiles', map: 'viewMap', time: 'viewTime' } as const

/** How many years back a course goes where the reader does not say. */
export const USUAL_YEARS = 5

/** What the API is asked for: a day, or the years up to it. */
export const timeOf = (
  view: PriceView,
  asOf: string,
  years: number,
): { asOf?: string } | { from: string; to: string } => {
  const day = asOf || today()
  return view === 'time' ? { from: `${Number(day.slice(0, 4)) - years}-01-01`, to: day } : asOf ? { asOf } : {}
}

/** Bars, tiles, the map or the course: a choice that stands in the address. Without outlines there is no map. */
export function PriceViews({
  view,
  outlines,
  change,
}: {
  view: PriceView
  outlines: Outlines | undefined
  change: (view: PriceView) => void
}) {
  const t = useWords(chartWords)
  const offered = priceViews.filter((one) => one !== 'map' || isInstalled(outlines))
  return (
    <nav className="zs-views" aria-label={t('view')}>
      {offered.map((one) => (
        <button
          key={one}
          type="button"
          className="zs-view"
          aria-current={one === view || undefined}
          onClick={() => change(one)}
        >
          {t(viewWords[one])}
        </button>
      ))}
    </nav>
  )
}

const isInstalled = (outlines: Outlines | undefined): outlines is Outlines => (outlines?.features.length ?? 0) > 0

/** What must be known before the figures are compared. */
export function PriceNotes({ of }: { of: PriceComparison }) {
  const t = useWords(chartWords)
  return (
    <>
      {of.termYears !== undefined && <p className="zs-note">{t('term', { years: of.termYears })}</p>}
      {of.partial && <p className="zs-note">{t('partial')}</p>}
      {of.composedDiffers && <p className="zs-note">{t('composedDiffers')}</p>}
    </>
  )
}

/** The cheapest, the dearest and the median of a day. */
export function PriceFigures({ of }: { of: PriceComparison }) {
  const t = useWords(chartWords)
  const ends = [
    { word: 'cheapest' as const, of: of.cheapest },
    { word: 'dearest' as const, of: of.dearest },
  ]
  return (
    <dl className="zs-price-figures">
      {ends.map(
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
  )
}

export const placeOf = ({ parkName, condition }: AcceptedPrice): string =>
  [parkName, condition].filter(Boolean).join(' · ')

const labelOf = (unitName: string, price: AcceptedPrice): string => [unitName, placeOf(price)].filter(Boolean).join(' ')

const barsOf = (of: PriceComparison): Bar[] =>
  of.units.flatMap(({ unitName, prices }) =>
    prices.map((price) => ({
      key: price.id,
      label: labelOf(unitName, price),
      value: price.middle,
      text: withUnit(priceText(price), of.unitOfMeasure),
    })),
  )

/** A unit with several prices shows the least of them, and says that it is one of several. */
export const tilesOf = (of: PriceComparison, short: ReadonlyMap<string, string>): Tile[] =>
  of.units.map(({ unitCode, unitName, prices }) => {
    const least = [...prices].sort((a, b) => a.middle - b.middle)[0]
    return {
      unitCode,
      name: short.get(unitCode) ?? unitName,
      ...(least && { value: least.middle, text: priceText(least) + (prices.length > 1 ? ' +' : '') }),
    }
  })

/** One line for each place and condition of a unit; a price without an end holds to the last day. */
export function seriesOf(of: PriceComparison, to: string): Series[] {
  const lines = new Map<string, { label: string; prices: AcceptedPrice[] }>()
  for (const { unitCode, unitName, prices } of of.units)
    for (const price of prices) {
      const key = `${unitCode}|${placeOf(price)}`
      const line = lines.get(key) ?? { label: labelOf(unitName, price), prices: [] }
      line.prices.push(price)
      lines.set(key, line)
    }
  return [...lines].map(([key, { label, prices }]) => {
    const sorted = [...prices].sort((a, b) => a.validFrom.localeCompare(b.validFrom))
    const last = sorted.at(-1)
    return {
      key,
      label,
      last: last ? withUnit(priceText(last), of.unitOfMeasure) : '',
      steps: sorted.map(({ validFrom, validTo, middle }) => ({ from: validFrom, to: validTo ?? to, value: middle })),
    }
  })
}

/** The comparison as the reader wants to see it. */
export function PriceChart({
  of,
  view,
  short,
  outlines,
}: {
  of: PriceComparison
  view: PriceView
  outlines: Outlines | undefined
  /** Names that fit into a tile. */
  short: ReadonlyMap<string, string>
}) {
  const t = useWords(chartWords)
  const item = of.itemName + inBrackets(unitText(of.unitOfMeasure))
  if (view === 'time') {
    const from = of.from ?? today()
    const to = of.to ?? today()
    return (
      <Steps
        title={t('overTime', { item, from: dayText(from), to: dayText(to) })}
        series={seriesOf(of, to)}
        from={from}
        to={to}
      />
    )
  }
  const title = t('onDay', { item, day: dayText(of.asOf ?? today()) })
  const figure = (value: number) => grouped(plain(Number(value.toPrecision(4))))
  if (view === 'map' && isInstalled(outlines))
    return <CityOutlines title={title} tiles={tilesOf(of, short)} outlines={outlines} figure={figure} />
  return view === 'tiles' || view === 'map' ? (
    <CityTiles title={title} tiles={tilesOf(of, short)} figure={figure} />
  ) : (
    <Bars title={title} bars={barsOf(of)} />
  )
}
