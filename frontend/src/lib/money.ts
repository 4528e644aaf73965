import { grouped, inUnit, plain, toScaled } from './quantity'
import { type Language, language } from './words'

const wan: readonly [bigint, bigint] = [10_000n, 1n]
const yi: readonly [bigint, bigint] = [100_000_000n, 1n]
const million: readonly [bigint, bigint] = [1_000_000n, 1n]

/** Yuan as people read it: exact, in the largest unit that keeps it short. "120000000" is "1.2亿元". */
export function moneyText(yuan: number | string, lang: Language = language()): string {
  const cents = toScaled(plain(yuan), 2)
  if (lang === 'en')
    return cents >= 100_000_000n ? `CNY ${grouped(inUnit(yuan, million, 8))} million` : `CNY ${grouped(plain(yuan))}`
  if (cents >= 10_000_000_000n) return `${grouped(inUnit(yuan, yi, 10))}亿元`
  if (cents >= 1_000_000n) return `${grouped(inUnit(yuan, wan, 6))}万元`
  return `${grouped(plain(yuan))}元`
}

/** From the lowest to the highest, said once where they are the same. */
export const moneyRange = (low: number, high: number, lang: Language = language()): string =>
  low === high ? moneyText(low, lang) : `${moneyText(low, lang)} – ${moneyText(high, lang)}`

/** For columns whose header says 万元: one fixed unit, at most two decimals, half up. */
export const wanText = (yuan: number | string): string => grouped(inUnit(yuan, wan, 2))

/** What stands in an input when a stored amount is edited: 万元, exact, ungrouped. */
export const wanInput = (yuan: number | string): string => inUnit(yuan, wan, 6)
