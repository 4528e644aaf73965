import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Ranking } from '@/api/types'
import { instantText, monthText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { Bars } from '@/ui/charts/bars'
import { CityTiles } from '@/ui/charts/city-tiles'
import type { ListState } from '@/ui/list-state'
import { ExportButton } from '@/ui/list-tools'
import { Answer, Empty } from '@/ui/states'
import { IndicatorDialog } from './indicator-dialog'
import { indicatorsQuery, rankingQuery } from './queries'
import { RankingTable, valueText } from './ranking-table'
import { indicatorWords } from './words'

const USUAL = 'COMPLETION'

/** A tile has room for a few characters. */
const short = (name: string) =>
  name
    .replace(/^鄂尔多斯/, '')
    .replace(/(高新)技术产业开发区$/, '$1区')
    .replace(/物流园区$/, '园区')

/** The units of a month by one indicator: which is ahead, by which figures, counted how. */
export function MonthRanking({ state, months }: { state: ListState; months: readonly string[] }) {
  const t = useWords(indicatorWords)
  const month = months.find((one) => one === state.get('month')) ?? months[0] ?? ''
  const code = state.get('indicator') || USUAL
  const indicators = useQuery(indicatorsQuery()).data ?? []
  const ranking = useQuery(rankingQuery(month, code))
  const [editing, setEditing] = useState(false)
  const indicator = indicators.find((one) => one.code === code)
  return (
    <>
      <div className="zs-filters">
        <div className="zs-filter">
          <label htmlFor="filter-month">{t('month')}</label>
          <Select
            id="filter-month"
            style={{ width: 160 }}
            value={month}
            options={months.map((one) => ({ value: one, label: monthText(one) }))}
            onChange={(next: string) => state.set({ month: next })}
          />
        </div>
        <div className="zs-filter">
          <label htmlFor="filter-indicator">{t('indicator')}</label>
          <Select
            id="filter-indicator"
            style={{ width: 240 }}
            showSearch={{ optionFilterProp: 'label' }}
            value={indicator ? code : null}
            options={indicators.map((one) => ({ value: one.code, label: one.name }))}
            onChange={(next: string) => state.set({ indicator: next === USUAL ? undefined : next })}
          />
        </div>
        <ExportButton path="/api/v1/rankings" query={{ month, indicator: code }} suffixes={['xlsx', 'csv']} />
        {indicator?.allowedActions.includes('edit') && <Button onClick={() => setEditing(true)}>{t('edit')}</Button>}
      </div>
      <Answer query={ranking}>{(found) => <Ranked ranking={found} />}</Answer>
      {editing && indicator && <IndicatorDialog indicator={indicator} onClose={() => setEditing(false)} />}
    </>
  )
}

function Ranked({ ranking }: { ranking: Ranking }) {
  const t = useWords(indicatorWords)
  const { unitCode } = useCaller()
  const valued = ranking.items.filter((row) => row.value !== undefined)
  return (
    <div className="zs-stack zs-stretch">
      <p className="zs-note">
        {t(ranking.frozen ? 'frozen' : unitCode ? 'openForUnit' : 'open')}
        {t('cutOff', { time: instantText(ranking.cutOff) })}
        {ranking.pacePercent !== undefined && ` · ${t('pace', { pace: ranking.pacePercent.toFixed(1) })}`}
      </p>
      {valued.length === 0 && (
        <Empty title={t('noRanking')}>
          <p>{t('noRankingNext')}</p>
        </Empty>
      )}
      {valued.length > 1 && ranking.kind !== 'PACE' && (
        <Bars
          title={t('question', { month: monthText(ranking.month), name: ranking.name })}
          mostFirst
          bars={valued.map((row) => ({
            key: row.unitCode,
            label: row.unitName,
            value: row.value ?? 0,
            text: valueText(ranking, row.value, t('none')),
          }))}
        />
      )}
      {valued.length > 1 && ranking.kind !== 'PACE' && (
        <CityTiles
          title={t('map', { month: monthText(ranking.month), name: ranking.name })}
          tiles={valued.map((row) => ({
            unitCode: row.unitCode,
            name: short(row.unitName),
            ...(row.value !== undefined && { value: row.value, text: valueText(ranking, row.value, t('none')) }),
          }))}
          figure={(value) => valueText(ranking, value, t('none'))}
        />
      )}
      <RankingTable ranking={ranking} />
      <section className="zs-definition" aria-label={t('definition')}>
        <h2>{t('definition')}</h2>
        <p>{ranking.definition}</p>
        <p className="zs-quiet">
          {t('countedBy', { numerator: ranking.numerator.name })}
          {ranking.denominator && ` · ${t('dividedBy', { denominator: ranking.denominator.name })}`}
        </p>
      </section>
    </div>
  )
}
