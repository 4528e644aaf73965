import type { PublicProject } from '@/api/types'
import { areaText } from '@/lib/area'
import { moneyText } from '@/lib/money'
import { grouped, plain } from '@/lib/quantity'
import { useLanguage, useWords } from '@/lib/words'
import { intensityText, powerText, waterText } from './amounts'
import { publicWords } from './words'

/** Every fact with its unit; what is not known is not there. */
export function ProjectFacts({ project }: { project: PublicProject }) {
  const t = useWords(publicWords)
  const lang = useLanguage()
  const stated = <T,>(value: T | null | undefined, text: (value: T) => string) =>
    value === null || value === undefined || value === '' ? undefined : text(value)
  const money = (value: number | null | undefined) => stated(value, (yuan) => moneyText(yuan, lang))
  const yearly = (value: number | null | undefined) =>
    stated(value, (yuan) => t('perYear', { value: moneyText(yuan, lang) }))
  const figures: [string, string | undefined][] = [
    [t('total'), money(project.totalInvestmentYuan)],
    [t('fixed'), money(project.fixedInvestmentYuan)],
    [t('sought'), money(project.fundsSoughtYuan)],
    [t('land'), stated(project.landAreaMu, (mu) => areaText(mu, lang))],
    [t('intensity'), stated(project.investmentIntensityWanPerMu, (value) => intensityText(value, t, lang))],
    [t('water'), stated(project.waterDemandTonPerYear, (ton) => waterText(ton, t, lang))],
    [t('power'), stated(project.powerDemandKwhPerYear, (kwh) => powerText(kwh, t, lang))],
    [t('energy'), stated(project.energyTonCePerYear, (tce) => t('tceYear', { value: grouped(plain(tce)) }))],
    [t('output'), yearly(project.annualOutputYuan)],
    [t('tax'), yearly(project.annualTaxYuan)],
    [t('jobs'), stated(project.jobs, (jobs) => t('people', { value: grouped(plain(jobs)) }))],
    [
      t('cooperation'),
      stated(project.cooperationModes.map((mode) => t(modeWord(mode))).join(t('listSeparator')), (text) => text),
    ],
    [t('place'), project.locationName ?? project.unitName],
    [t('park'), project.parkName ?? undefined],
    [t('address'), project.address ?? undefined],
    [
      t('coordinates'),
      project.longitude == null || project.latitude == null
        ? undefined
        : t('coordinatesValue', { east: plain(project.longitude), north: plain(project.latitude) }),
    ],
  ]
  return (
    <section className="zs-card zs-pub-facts" aria-label={t('facts')}>
      <h2>{t('facts')}</h2>
      <dl>
        {figures.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}

const modes = {
  SOLE_PROPRIETORSHIP: 'modeSOLE_PROPRIETORSHIP',
  JOINT_VENTURE: 'modeJOINT_VENTURE',
  COOPERATION: 'modeCOOPERATION',
  OTHER: 'modeOTHER',
} as const
const modeWord = (mode: string) => modes[mode as keyof typeof modes] ?? 'modeOTHER'
