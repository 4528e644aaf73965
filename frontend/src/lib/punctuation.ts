import { language } from './words'

// Chinese sets its marks full width and without spaces; English does not.
const zh = { open: '（', close: '）', colon: '：', comma: '，', listed: '、', parts: '；' }
const en = { open: ' (', close: ')', colon: ': ', comma: ', ', listed: ', ', parts: '; ' }
const marks = () => (language() === 'zh' ? zh : en)

export const inBrackets = (text: string | number): string => `${marks().open}${text}${marks().close}`
export const colon = (): string => marks().colon
export const comma = (): string => marks().comma
export const listed = (items: readonly string[]): string => items.join(marks().listed)
export const parts = (items: readonly string[]): string => items.join(marks().parts)

const units: Record<string, string> = {
  万元: '10,000 yuan',
  亩: 'mu',
  元: 'yuan',
  人: 'people',
  年: 'years',
  米: 'm',
  层: 'storeys',
  平方米: 'm²',
  '吨/平方米': 't/m²',
  '元/平方米/月': 'yuan/m²/month',
  '元/平方米': 'yuan/m²',
  '元/立方米': 'yuan/m³',
  '元/千瓦时': 'yuan/kWh',
  '元/吨': 'yuan/t',
  '元/吨公里': 'yuan/t·km',
  '元/月': 'yuan/month',
  '万元/亩': '10,000 yuan/mu',
  '吨/年': 't/a',
  '千瓦时/年': 'kWh/a',
  '万千瓦时/年': '10,000 kWh/a',
  '吨标煤/年': 'tce/a',
}

/** A unit of measure in the language of the reader; the contract names it in Chinese. */
export const unitText = (unit: string): string => (language() === 'zh' ? unit : (units[unit] ?? unit))

/** A figure and its unit; degrees follow without a space. */
export const withUnit = (figure: string, unit: string | null | undefined): string =>
  unit ? `${figure}${unit === '°' ? '' : ' '}${unitText(unit)}` : figure
