import type { PublicLandParcel, PublicPremises } from '@/api/types'
import { areaText } from '@/lib/area'
import { dayText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { grouped, plain } from '@/lib/quantity'
import { useLanguage, useWords } from '@/lib/words'
import { uiWords } from '@/ui/words'
import { siteWords } from './site-words'
import { isParcel, type Site } from './sites'

export type Fact = { key: string; label: string; value: string }
type Stated = [key: string, label: string, value: string | undefined]

/** Every fact with its unit; what is not known is not there. The first few are what one compares by. */
export function useSiteFacts(): (site: Site) => { brief: Fact[]; all: Fact[] } {
  const t = useWords(siteWords)
  const u = useWords(uiWords)
  const lang = useLanguage()
  const figure = (value: number | undefined, words: (of: string) => string) =>
    value === undefined ? undefined : words(grouped(plain(value)))
  const bounds = (value: PublicLandParcel['termYears'], words: (of: string) => string) =>
    value === undefined ? undefined : words(String(value))
  const money = (yuan: number | undefined) => (yuan === undefined ? undefined : moneyText(yuan, lang))
  const flag = (value: boolean | undefined) => (value === undefined ? undefined : u(value ? 'yes' : 'no'))
  const asIs = (value: string) => value

  const premises = (of: PublicPremises): Stated[] => {
    const lets = of.offer !== 'SALE'
    const sells = of.offer !== 'RENT'
    return [
      ['free', t('free'), t('sqmValue', { value: grouped(plain(of.freeAreaSqm)) })],
      ['height', t('height'), figure(of.storeyHeightM, (value) => t('metres', { value }))],
      ['load', t('load'), figure(of.floorLoadTonPerSqm, (value) => t('loadValue', { value }))],
      ['power', t('power'), figure(of.powerKva, (value) => t('kvaValue', { value }))],
      ['offer', t('offer'), t(`offer${of.offer}`)],
      [
        'rent',
        t('rent'),
        lets ? (figure(of.rentYuanPerSqmMonth, (value) => t('rentValue', { value })) ?? t('onRequest')) : undefined,
      ],
      ['sale', t('sale'), sells ? (money(of.salePriceYuan) ?? t('onRequest')) : undefined],
      ['floor', t('floor'), t('sqmValue', { value: grouped(plain(of.floorAreaSqm)) })],
      ['land', t('land'), of.landAreaMu === undefined ? undefined : areaText(of.landAreaMu, lang)],
      ['structure', t('structure'), of.structure],
      ['storeys', t('storeys'), figure(of.storeys, (value) => t('storeysValue', { value }))],
      ['span', t('span'), figure(of.spanM, (value) => t('metres', { value }))],
      ['crane', t('crane'), of.crane],
      ['titleClear', t('titleClear'), flag(of.titleClear)],
      ['idleSince', t('idleSince'), of.idleSince && dayText(of.idleSince, lang)],
    ]
  }
  const parcel = (of: PublicLandParcel): Stated[] => [
    ['area', t('area'), areaText(of.computedAreaMu, lang)],
    ['landUse', t('landUse'), [t(`use${of.landUse}`), of.landUseNote].filter(Boolean).join(' ')],
    ['term', t('term'), bounds(of.termYears, (value) => t('yearsValue', { value }))],
    ['start', t('start'), money(of.startPriceYuan)],
    ['perMu', t('perMu'), figure(of.startPriceWanPerMu, (value) => t('wanPerMu', { value }))],
    ['intensity', t('intensity'), figure(of.investmentIntensityWanPerMu, (value) => t('wanPerMu', { value }))],
    ['plotRatio', t('plotRatio'), bounds(of.plotRatio, asIs)],
    ['density', t('density'), bounds(of.buildingDensityPct, (value) => t('percentValue', { value }))],
    ['green', t('green'), bounds(of.greenPct, (value) => t('percentValue', { value }))],
    ['heightLimit', t('heightLimit'), bounds(of.heightLimitM, (value) => t('metres', { value }))],
    ['standard', t('standard'), of.standardLand],
    ['notice', t('notice'), of.noticeNo],
  ]
  return (site) => {
    const stated = isParcel(site) ? parcel(site) : premises(site)
    const all = stated.flatMap(([key, label, value]) => (value ? [{ key, label, value }] : []))
    const brief = new Set(['free', 'height', 'load', 'power', 'area', 'landUse', 'term'])
    return { all, brief: all.filter(({ key }) => brief.has(key)) }
  }
}
