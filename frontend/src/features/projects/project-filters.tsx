import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
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
  const several = (value: string) => (value ? value.split(',') : [])
  return (
    <search className="zs-filters" aria-label={u('filters')}>
      <Keyword state={state} />
      {only.includes('state') && (
        <div className="zs-filter">
          <label htmlFor="filter-state">{t('state')}</label>
          <Select
            id="filter-state"
            mode="multiple"
            maxTagCount="responsive"
            style={{ width: 176 }}
            placeholder={t('anyState')}
            value={several(state.get('state'))}
            onChange={(value: string[]) => state.set({ state: value.join(',') })}
            options={states.map((value) => ({ value, label: u(`state${value}`) }))}
          />
        </div>
      )}
      {!caller.unitCode && (
        <div className="zs-filter">
          <label htmlFor="filter-unit">{t('unit')}</label>
          <Select
            id="filter-unit"
            mode="multiple"
            maxTagCount="responsive"
            style={{ width: 176 }}
            placeholder={t('anyUnit')}
            value={several(state.get('unitCode'))}
            onChange={(value: string[]) => state.set({ unitCode: value.join(',') })}
            showSearch={{ optionFilterProp: 'label' }}
            options={units.filter((x) => x.reports).map((x) => ({ value: x.code, label: x.name }))}
          />
        </div>
      )}
      {calls.length > 0 && (
        <div className="zs-filter">
          <label htmlFor="filter-year">{t('year')}</label>
          <Select
            id="filter-year"
            allowClear
            style={{ width: 112 }}
            placeholder={t('anyYear')}
            value={state.get('callYear') || undefined}
            onChange={(value?: string) => state.set({ callYear: value })}
            options={calls.map((c) => ({ value: String(c.year), label: String(c.year) }))}
          />
        </div>
      )}
      <div className="zs-filter">
        <label htmlFor="filter-group">{t('group')}</label>
        <Select
          id="filter-group"
          allowClear
          style={{ width: 208 }}
          placeholder={t('anyIndustry')}
          value={state.get('groupCode') || undefined}
          onChange={(value?: string) => state.set({ groupCode: value })}
          options={groups.map(([value, label]) => ({ value, label }))}
        />
      </div>
      {only.includes('appraised') && (
        <div className="zs-filter">
          <label htmlFor="filter-appraised">{t('appraised')}</label>
          <Select
            id="filter-appraised"
            allowClear
            style={{ width: 128 }}
            placeholder={t('anyAppraisal')}
            value={state.get('appraised') || undefined}
            onChange={(value?: string) => state.set({ appraised: value })}
            options={[
              { value: 'true', label: t('appraisedYes') },
              { value: 'false', label: t('appraisedNo') },
            ]}
          />
        </div>
      )}
      {[...state.search.keys()].some((key) => key !== 'sort' && key !== 'open') && (
        <Button onClick={state.clear}>{u('clearFilters')}</Button>
      )}
    </search>
  )
}

/** Applied shortly after the last keystroke, from two characters on as the search of the server wants it. */
function Keyword({ state }: { state: ListState }) {
  const t = useWords(projectWords)
  const applied = state.get('q')
  const [text, setText] = useState(applied)
  useEffect(() => setText(applied), [applied])
  const apply = () => {
    const q = text.trim()
    if (q !== applied && q.length !== 1) state.set({ q })
  }
  return (
    <div className="zs-filter">
      <label htmlFor="filter-q">{t('keyword')}</label>
      <Input
        id="filter-q"
        type="search"
        style={{ width: 240 }}
        allowClear
        placeholder={t('keywordHint')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          if (event.target.value === '' && applied) state.set({ q: undefined })
        }}
        onPressEnter={apply}
        onBlur={apply}
      />
    </div>
  )
}
