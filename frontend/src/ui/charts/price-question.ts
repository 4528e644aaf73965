import type { useListState } from '@/ui/list-state'
import { type PriceView, priceViews, timeOf, USUAL_YEARS } from './compared-prices'

const USUAL = 'WATER_INDUSTRIAL'

/** What a reader asks of the prices, as it stands in the address. */
export function priceQuestion(state: ReturnType<typeof useListState>) {
  const code = state.get('item') || USUAL
  const asOf = /^\d{4}-\d\d-\d\d$/.test(state.get('asOf')) ? state.get('asOf') : ''
  const view: PriceView = priceViews.find((one) => one === state.get('view')) ?? 'bars'
  const years = Number(state.get('years')) || USUAL_YEARS
  return { code, asOf, view, years, query: { item: code, ...timeOf(view, asOf, years) } }
}
