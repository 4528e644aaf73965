import { useQuery } from '@tanstack/react-query'
import type { FactorCost } from '@/api/types'
import { dayText } from '@/lib/dates'
import { moneyRange } from '@/lib/money'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import { useListState } from '@/ui/list-state'
import { NumberFilter } from '@/ui/number-filter'
import { PageHead } from '@/ui/page-head'
import { Tag } from '@/ui/state-tag'
import { Answer, Empty } from '@/ui/states'
import { costQuery, type Needs } from './queries'
import { priceWords } from './words'

const needs = [
  { name: 'waterTonPerYear', word: 'water', unit: 'waterUnit', use: 'WATER' },
  { name: 'powerKwhPerYear', word: 'power', unit: 'powerUnit', use: 'POWER' },
  { name: 'gasCubicMetrePerYear', word: 'gas', unit: 'gasUnit', use: 'GAS' },
  { name: 'landMu', word: 'land', unit: 'landUnit', use: 'LAND' },
] as const

type Row = FactorCost['units'][number]

/** What a year would cost in each unit, at accepted prices. */
export function Component() {
  const t = useWords(priceWords)
  const state = useListState()
  const asked = Object.fromEntries(
    needs.flatMap(({ name }) => (Number(state.get(name)) > 0 ? [[name, Number(state.get(name))]] : [])),
  ) as Needs
  const some = Object.keys(asked).length > 0
  const cost = useQuery({ ...costQuery(asked), enabled: some })
  return (
    <>
      <PageHead title={t('costTitle')} lead={t('costLead')} />
      <search className="zs-filters">
        {needs.map(({ name, word, unit }) => (
          <NumberFilter key={name} state={state} name={name} label={t(word)} unit={t(unit)} width={208} />
        ))}
      </search>
      {some ? (
        <Answer query={cost}>{(found) => <Costs of={found} />}</Answer>
      ) : (
        <Empty title={t('needOne')}>
          <p>{t('needOneNext')}</p>
        </Empty>
      )}
    </>
  )
}

function Costs({ of }: { of: FactorCost }) {
  const t = useWords(priceWords)
  const shown = needs.filter(({ use }) => of.needs.some((need) => need.use === use))
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      name: true,
      title: t('unit'),
      cell: (row) => (
        <span className="zs-marks">
          {row.unitName}
          {row.unitCode === of.cheapestUnitCode && (
            <Tag tone="green" mark="✓">
              {t('cheapestMark')}
            </Tag>
          )}
        </span>
      ),
    },
    ...shown.map(
      ({ word, use }): Column<Row> => ({
        key: use,
        title: t(word),
        numeric: true,
        cell: (row) => {
          const line = row.lines.find((one) => one.use === use)
          return line ? (
            moneyRange(line.costLowYuan, line.costHighYuan)
          ) : (
            <span className="zs-quiet">{t('noPrice')}</span>
          )
        },
      }),
    ),
    {
      key: 'total',
      title: t('total'),
      numeric: true,
      cell: ({ totalLowYuan, totalHighYuan }) =>
        totalLowYuan !== undefined ? (
          <strong>{moneyRange(totalLowYuan, totalHighYuan ?? totalLowYuan)}</strong>
        ) : (
          <span className="zs-quiet">{t('missing')}</span>
        ),
    },
  ]
  return (
    <>
      <DataTable caption={t('costTitle')} columns={columns} rows={of.units} rowKey={(row) => row.unitCode} />
      <p className="zs-quiet">{t('bySpread', { day: dayText(of.asOf) })}</p>
    </>
  )
}
