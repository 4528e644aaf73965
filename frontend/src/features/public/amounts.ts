import { moneyText } from '@/lib/money'
import { grouped, inUnit, plain } from '@/lib/quantity'
import type { Language, Translate } from '@/lib/words'

type Word = 'tonYear' | 'wanTonYear' | 'kwhYear' | 'wanKwhYear' | 'yiKwhYear' | 'intensityValue'
type Words = Translate<Word>

const large = 10_000

/** Water a year in the unit people of each language use: 万吨, thousand tons. */
export const waterText = (ton: number, t: Words, lang: Language): string =>
  ton < large
    ? t('tonYear', { value: grouped(plain(ton)) })
    : t('wanTonYear', { value: grouped(inUnit(ton, [lang === 'zh' ? 10_000n : 1_000n, 1n], 8)) })

/** Electricity a year: 万千瓦时 or 亿千瓦时, million kWh. */
export const powerText = (kwh: number, t: Words, lang: Language): string => {
  if (lang === 'zh' && kwh >= 100_000_000)
    return t('yiKwhYear', { value: grouped(inUnit(kwh, [100_000_000n, 1n], 10)) })
  return kwh < (lang === 'zh' ? large : 1_000_000)
    ? t('kwhYear', { value: grouped(plain(kwh)) })
    : t('wanKwhYear', { value: grouped(inUnit(kwh, [lang === 'zh' ? 10_000n : 1_000_000n, 1n], 10)) })
}

/** 万元/亩 comes computed from the server; yuan is what `moneyText` speaks. */
export const intensityText = (wanPerMu: number, t: Words, lang: Language): string =>
  t('intensityValue', {
    value: lang === 'zh' ? `${grouped(plain(wanPerMu))}万元` : moneyText(inUnit(wanPerMu, [1n, 10_000n], 2), lang),
  })
