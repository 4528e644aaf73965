import { useQuery } from '@tanstack/react-query'
import { useWords } from '@/lib/words'
import type { ListState } from '@/ui/list-state'
import { FilterForm, Select } from './filters'
import { publicUnitsQuery } from './queries'
import { siteWords } from './site-words'
import type { SiteKind } from './sites'
import { publicWords } from './words'

/** Steps that people look in; the address holds the figure itself, so any other does as well. */
const steps = {
  minFreeAreaSqm: { word: 'minFree', of: [1_000, 3_000, 5_000, 10_000, 20_000] },
  minStoreyHeightM: { word: 'minHeight', of: [6, 8, 10, 12] },
  minFloorLoadTonPerSqm: { word: 'minLoad', of: [1, 2, 3, 5] },
  minPowerKva: { word: 'minPower', of: [315, 630, 1_000, 2_000] },
  minAreaMu: { word: 'minArea', of: [20, 50, 100, 200, 500] },
} as const
type Step = keyof typeof steps

const asked: Record<SiteKind, readonly Step[]> = {
  premises: ['minFreeAreaSqm', 'minStoreyHeightM', 'minFloorLoadTonPerSqm', 'minPowerKva'],
  'land-parcels': ['minAreaMu'],
}
export const siteFilterKeys: Record<SiteKind, readonly string[]> = {
  premises: ['q', 'unitCode', 'offer', ...asked.premises],
  'land-parcels': ['q', 'unitCode', 'landUse', ...asked['land-parcels']],
}

export function SiteFilters({ kind, state }: { kind: SiteKind; state: ListState }) {
  const t = useWords(siteWords)
  const p = useWords(publicWords)
  const units = useQuery(publicUnitsQuery())
  const set = siteFilterKeys[kind].filter((key) => key !== 'q' && state.get(key)).length
  return (
    <FilterForm state={state} label={t('find')} hint={t(`findHint-${kind}`)} set={set}>
      <Select label={p('unit')} value={state.get('unitCode')} change={(unitCode) => state.set({ unitCode })}>
        {units.data?.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      {kind === 'premises' ? (
        <Select label={t('offer')} value={state.get('offer')} change={(offer) => state.set({ offer })}>
          {(['RENT', 'SALE'] as const).map((value) => (
            <option key={value} value={value}>
              {t(`offer${value}`)}
            </option>
          ))}
        </Select>
      ) : (
        <Select label={t('landUse')} value={state.get('landUse')} change={(landUse) => state.set({ landUse })}>
          {(['INDUSTRIAL_1', 'INDUSTRIAL_2', 'INDUSTRIAL_3', 'LOGISTICS', 'COMMERCIAL'] as const).map((value) => (
            <option key={value} value={value}>
              {t(`use${value}`)}
            </option>
          ))}
        </Select>
      )}
      {asked[kind].map((name) => {
        const value = state.get(name)
        const offered: string[] = steps[name].of.map(String)
        return (
          <Select key={name} label={t(steps[name].word)} value={value} change={(next) => state.set({ [name]: next })}>
            {[...offered, ...(value && !offered.includes(value) ? [value] : [])].map((one) => (
              <option key={one} value={one}>
                {t('atLeast', { value: one })}
              </option>
            ))}
          </Select>
        )
      })}
    </FilterForm>
  )
}
