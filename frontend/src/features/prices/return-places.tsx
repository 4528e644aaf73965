import { Checkbox, Input, Select } from 'antd'
import type { PriceReport } from '@/api/types'
import { useWords } from '@/lib/words'
import { priceText } from '@/ui/charts/price-text'
import { priceWords } from './words'

/** The places of a report that go back, each with its reason; none of them means that all of it does. */
export type Places = Readonly<Record<string, string>>

export const remarksOf = (places: Places) =>
  Object.entries(places).map(([pointer, reason]) => ({ pointer, reason: reason.trim() }))

export const isComplete = (places: Places): boolean => Object.values(places).every((reason) => reason.trim() !== '')

/** Items by code that have no price at all in the report: what can be asked for and not corrected. */
export const itemsWithout = ({ lines }: PriceReport): ReadonlyMap<string, string> => {
  const priced = new Set(lines.filter(({ prices }) => prices.length > 0).map(({ itemCode }) => itemCode))
  return new Map(
    lines.filter(({ itemCode }) => !priced.has(itemCode)).map(({ itemCode, itemName }) => [itemCode, itemName]),
  )
}

/** Which prices go back, and which are to be added: those that are right stay as they are. */
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
  const absent = [...itemsWithout(report)].map(([code, item]) => ({
    pointer: `/items/${code}`,
    item,
    name: t('returnMissing', { item }),
    owed: report.missing.includes(code),
  }))
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
  const others = absent.filter(({ pointer, owed }) => !owed && !(pointer in places))
  return (
    <div className="zs-stack">
      <fieldset className="zs-return-places">
        <legend>{t('returnOnly')}</legend>
        {[...absent.filter(({ pointer, owed }) => owed || pointer in places), ...prices].map(({ pointer, name }) => (
          <div key={pointer}>
            <Checkbox
              checked={pointer in places}
              onChange={({ target }) => {
                const { [pointer]: _, ...rest } = places
                change(target.checked ? { ...rest, [pointer]: '' } : rest)
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
      {others.length > 0 && (
        <Select<string | null>
          aria-label={t('returnAdd')}
          placeholder={t('returnAdd')}
          showSearch={{ optionFilterProp: 'label' }}
          value={null}
          options={others.map(({ pointer, item }) => ({ value: pointer, label: item }))}
          onSelect={(pointer) => pointer && change({ ...places, [pointer]: '' })}
        />
      )}
    </div>
  )
}
