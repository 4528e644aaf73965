import { grouped, inUnit, plain } from './quantity'
import { type Language, language } from './words'

/**
 * 1 亩 = 10000/15 m²; 1 公顷 = 15 亩. All three are shown, so that a slip between them stands out.
 * Below a hectare four decimals are a square metre; above it two are enough to compare by.
 */
export function areaText(mu: number | string, lang: Language = language()): string {
  const sqm = grouped(inUnit(mu, [15n, 10_000n], 0))
  const hectares = grouped(inUnit(mu, [15n, 1n], Number(mu) < 15 ? 4 : 2))
  const value = grouped(plain(mu))
  return lang === 'en' ? `${value} mu ≈ ${sqm} m² ≈ ${hectares} ha` : `${value} 亩 ≈ ${sqm} 平方米 ≈ ${hectares} 公顷`
}
