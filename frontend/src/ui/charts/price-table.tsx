import type { AcceptedPrice, PriceComparison } from '@/api/types'
import { dayText } from '@/lib/dates'
import { unitText } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import { priceText } from './price-text'
import { chartWords } from './words'

export type PriceLine = { key: string; unitName: string; price?: AcceptedPrice }

/** The compared prices as a table, a unit without one too. */
export function PriceTable({
  of,
  caption,
  places,
  noPrice,
}: {
  of: PriceComparison
  caption: string
  /** The columns that say where. */
  places: readonly Column<PriceLine>[]
  noPrice: string
}) {
  const t = useWords(chartWords)
  const lines: PriceLine[] = of.units.flatMap(({ unitCode, unitName, prices }) =>
    prices.length === 0 ? [{ key: unitCode, unitName }] : prices.map((price) => ({ key: price.id, unitName, price })),
  )
  const columns: Column<PriceLine>[] = [
    ...places,
    {
      key: 'price',
      title: t('price'),
      unit: unitText(of.unitOfMeasure),
      numeric: true,
      cell: ({ price }) => (price ? priceText(price) : <span className="zs-quiet">{noPrice}</span>),
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
  return <DataTable caption={caption} columns={columns} rows={lines} rowKey={({ key }) => key} />
}
