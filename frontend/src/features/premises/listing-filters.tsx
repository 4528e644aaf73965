import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { ChoiceFilter } from '@/ui/choice-filter'
import { KeywordFilter } from '@/ui/keyword-filter'
import type { ListState } from '@/ui/list-state'
import { NumberFilter } from '@/ui/number-filter'
import { uiWords } from '@/ui/words'
import { unitsQuery } from '../units/queries'
import type { Kind } from './kinds'
import { states } from './listing-marks'
import { premisesWords } from './words'

/** What a list can be narrowed by, as those who look for a site ask; each is a part of the address. */
export function ListingFilters({ kind, state }: { kind: Kind; state: ListState }) {
  const t = useWords(premisesWords)
  const u = useWords(uiWords)
  const { unitCode } = useCaller()
  const units = useQuery({ ...unitsQuery(), enabled: !unitCode }).data ?? []
  return (
    <search className="zs-filters" aria-label={u('filters')}>
      <KeywordFilter state={state} label={t('keyword')} hint={t(`keywordHint-${kind}`)} />
      <ChoiceFilter
        several
        state={state}
        name="state"
        label={t('state')}
        any={t('anyState')}
        width={160}
        options={states[kind].map((value) => ({ value, label: t(`state${value}`) }))}
      />
      {!unitCode && (
        <ChoiceFilter
          several
          state={state}
          name="unitCode"
          label={t('unit')}
          any={t('anyUnit')}
          width={160}
          options={units.filter((x) => x.reports).map((x) => ({ value: x.code, label: x.name }))}
        />
      )}
      {kind === 'premises' ? (
        <>
          <ChoiceFilter
            state={state}
            name="offer"
            label={t('offer')}
            any={t('anyOffer')}
            options={(['RENT', 'SALE'] as const).map((value) => ({ value, label: t(`offer${value}`) }))}
          />
          <NumberFilter state={state} name="minFreeAreaSqm" label={t('minFree')} unit={t('sqm')} />
          <NumberFilter state={state} name="minStoreyHeightM" label={t('minHeight')} unit={t('metre')} />
          <NumberFilter state={state} name="minFloorLoadTonPerSqm" label={t('minLoad')} unit={t('load')} />
          <NumberFilter state={state} name="minPowerKva" label={t('minPower')} unit={t('kva')} />
        </>
      ) : (
        <>
          <ChoiceFilter
            state={state}
            name="landUse"
            label={t('landUse')}
            any={t('anyUse')}
            options={uses.map((value) => ({ value, label: t(`use${value}`) }))}
          />
          <NumberFilter state={state} name="minAreaMu" label={t('minArea')} unit={t('mu')} />
          <NumberFilter state={state} name="maxAreaMu" label={t('maxArea')} unit={t('mu')} />
          <NumberFilter state={state} name="maxStartPriceWanPerMu" label={t('maxStart')} unit={t('startUnit')} />
        </>
      )}
      <ChoiceFilter
        state={state}
        name="verified"
        label={t('verified')}
        any={t('anyVerified')}
        options={[
          { value: 'true', label: t('verifiedYes') },
          { value: 'false', label: t('verifiedNo') },
        ]}
      />
      {[...state.search.keys()].some((key) => key !== 'sort' && key !== 'open') && (
        <Button onClick={state.clear}>{u('clearFilters')}</Button>
      )}
    </search>
  )
}

const uses = ['INDUSTRIAL_1', 'INDUSTRIAL_2', 'INDUSTRIAL_3', 'LOGISTICS', 'COMMERCIAL', 'OTHER'] as const
