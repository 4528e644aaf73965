import { Checkbox, Input } from 'antd'
import type { PriceReport } from '@/api/types'
import { useWords } from '@/lib/words'
import { priceText } from '@/ui/charts/price-text'
import { priceWords } from './words'

/** The places of a report that go back, each with its reason; none of them means that all of it does. */
export type Places = Readonly<Record<string, string>>

export const remarksOf = (places: Places) =>
  Object.entries(places).map(([pointer, reason]) => ({ pointer, reason: reason.trim() }))

export const isComplete = (places: Places): boolean => Object.values(places).every((reason) => reason.trim() !== '')

/** Which prices go back: those that are right stay as they are. */
export function ReturnPlaces({
  report,
  places,
  change,
}: {
  report: PriceReport
  places: Places
  change: (places: Places) => void
}) {
  const t = useWords(priceWords)
  const prices = report.lines.flatMap((line) =>
    line.prices.map((price) => ({
      pointer: `/prices/${price.id}`,
      name: [
        line.itemName,
        line.parkName,
        line.condition,
        price.priceLow !== undefined && priceText({ ...price, priceLow: price.priceLow }),
      ]
        .filter(Boolean)
        .join(' '),
    })),
  )
  return (
    <fieldset className="zs-return-places">
      <legend>{t('returnOnly')}</legend>
      {prices.map(({ pointer, name }) => (
        <div key={pointer}>
          <Checkbox
            checked={pointer in places}
            onChange={({ target }) => {
              const { [pointer]: _, ...others } = places
              change(target.checked ? { ...others, [pointer]: '' } : others)
            }}
          >
            {name}
          </Checkbox>
          {pointer in places && (
            <Input
              aria-label={`${name} ${t('returnWhy')}`}
              placeholder={t('returnWhy')}
              maxLength={500}
              value={places[pointer]}
              onChange={({ target }) => change({ ...places, [pointer]: target.value })}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}
