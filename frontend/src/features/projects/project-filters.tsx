import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { ChoiceFilter } from '@/ui/choice-filter'
import { KeywordFilter } from '@/ui/keyword-filter'
import type { ListState } from '@/ui/list-state'
import { uiWords } from '@/ui/words'
import { industriesQuery, unitsQuery } from '../units/queries'
import { callsQuery } from './queries'
import { projectWords } from './words'

const states = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'PUBLISHED',
  'NEGOTIATING',
  'SIGNED',
  'WITHDRAWN',
  'ARCHIVED',
] as const

/** The filters in one line; each is a part of the address. */
export function ProjectFilters({
  state,
  only = ['state', 'unitCode', 'callYear', 'groupCode', 'appraised'],
}: {
  state: ListState
  only?: readonly ('state' | 'unitCode' | 'callYear' | 'groupCode' | 'appraised')[]
}) {
  const t = useWords(projectWords)
  const u = useWords(uiWords)
  const caller = useCaller()
  const units = useQuery(unitsQuery()).data ?? []
  const industries = useQuery(industriesQuery()).data ?? []
  const calls = useQuery({ ...callsQuery(), enabled: caller.can('calls:read') }).data ?? []
  const groups = [...new Map(industries.map((i) => [i.groupCode, i.groupName]))]
  return (
    <search className="zs-filters" aria-label={u('filters')}>
      <KeywordFilter state={state} label={t('keyword')} hint={t('keywordHint')} />
      {only.includes('state') && (
        <ChoiceFilter
          several
          state={state}
          name="state"
          label={t('state')}
          any={t('anyState')}
          width={176}
          options={states.map((value) => ({ value, label: u(`state${value}`) }))}
        />
      )}
      {!caller.unitCode && (
        <ChoiceFilter
          several
          state={state}
          name="unitCode"
          label={t('unit')}
          any={t('anyUnit')}
          width={176}
          options={units.filter((x) => x.reports).map((x) => ({ value: x.code, label: x.name }))}
        />
      )}
      {calls.length > 0 && (
        <ChoiceFilter
          state={state}
          name="callYear"
          label={t('year')}
          any={t('anyYear')}
          width={112}
          options={calls.map(({ year }) => ({ value: String(year), label: String(year) }))}
        />
      )}
      <ChoiceFilter
        state={state}
        name="groupCode"
        label={t('group')}
        any={t('anyIndustry')}
        width={208}
        options={groups.map(([value, label]) => ({ value, label }))}
      />
      {only.includes('appraised') && (
        <ChoiceFilter
          state={state}
          name="appraised"
          label={t('appraised')}
          any={t('anyAppraisal')}
          options={[
            { value: 'true', label: t('appraisedYes') },
            { value: 'false', label: t('appraisedNo') },
          ]}
        />
      )}
      {[...state.search.keys()].some((key) => key !== 'sort' && key !== 'open') && (
        <Button onClick={state.clear}>{u('clearFilters')}</Button>
      )}
    </search>
  )
}
