import { Link } from 'react-router'
import type { Ranking } from '@/api/types'
import { paths } from '@/app/paths'
import { monthText } from '@/lib/dates'
import { wanText } from '@/lib/money'
import { grouped, plain } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import { Tag } from '@/ui/state-tag'
import { indicatorWords } from './words'

type Row = Ranking['city']
type Part = Ranking['numerator']
type Line = Partial<Row> & { key: string; unitName: string }

const figureText = (part: Part, figure: number | undefined, none: string) =>
  figure === undefined ? none : part.quantity === 'YUAN' ? wanText(figure) : grouped(plain(figure))

/** The value with its unit: 47.5%, 12个, 3,200万元. */
export const valueText = (ranking: Ranking, value: number | undefined, none: string): string =>
  value === undefined ? none : ranking.kind === 'VALUE' ? figureText(ranking.numerator, value, none) : value.toFixed(1)

/** Where a figure's rows are listed, as a page of the client. */
const pageOf = (href: string, month: string) => {
  const query = href.split('?')[1]
  return query === undefined ? `${paths.months}?month=${month}` : `${paths.signedProjects}?${query}`
}

/** By rank, the unranked last; then the city, and what the units sum to beside it. */
export function RankingTable({ ranking }: { ranking: Ranking }) {
  const t = useWords(indicatorWords)
  const none = t('none')
  const value = ranking.kind === 'VALUE'
  const unitOf = (part: Part) => t(part.quantity === 'YUAN' ? 'wan' : 'projects')
  const figure = (part: Part, amount: number | undefined, href: string | undefined) => {
    const text = figureText(part, amount, none)
    return href && amount !== undefined ? <Link to={pageOf(href, ranking.month)}>{text}</Link> : text
  }
  const { numerator, denominator, check } = ranking
  const rows: Line[] = [
    ...[...ranking.items]
      .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER))
      .map((row) => ({ ...row, key: row.unitCode })),
    { ...ranking.city, key: 'city' },
    ...(check
      ? [
          { key: 'sum', unitName: t('sum'), ...pair(check.numerator, check.denominator) },
          {
            key: 'difference',
            unitName: t('difference'),
            ...pair(check.numeratorDifference, check.denominatorDifference),
          },
        ]
      : []),
  ]
  const isUnit = ({ key }: Line) => key !== 'sum' && key !== 'difference'
  const columns: Column<Line>[] = [
    {
      key: 'rank',
      title: t('rank'),
      numeric: true,
      cell: (row) => (isUnit(row) && row.key !== 'city' ? (row.rank ?? none) : null),
    },
    { key: 'unit', name: true, title: t('unit'), cell: (row) => row.unitName },
    {
      key: 'numerator',
      title: numerator.name,
      unit: unitOf(numerator),
      numeric: true,
      cell: (row) => figure(numerator, row.numerator, row.numeratorHref),
    },
    ...(denominator
      ? [
          {
            key: 'denominator',
            title: denominator.name,
            unit: unitOf(denominator),
            numeric: true,
            cell: (row: Line) => figure(denominator, row.denominator, row.denominatorHref),
          },
        ]
      : []),
    ...(value
      ? []
      : [
          {
            key: 'value',
            title: ranking.name,
            unit: ranking.unitOfMeasure,
            numeric: true,
            cell: (row: Line) =>
              isUnit(row) && (
                <>
                  {valueText(ranking, row.value, none)}
                  {row.belowThreshold && (
                    <>
                      {' '}
                      <Tag tone="amber" mark="!">
                        {t('low', { threshold: ranking.threshold ?? '' })}
                      </Tag>
                    </>
                  )}
                </>
              ),
          },
        ]),
    ...(ranking.items.some((row) => row.aheadOfPace !== undefined)
      ? [
          {
            key: 'ahead',
            title: t('ahead'),
            unit: t('points'),
            numeric: true,
            cell: (row: Line) => isUnit(row) && (row.aheadOfPace === undefined ? none : row.aheadOfPace.toFixed(1)),
          },
        ]
      : []),
    ...(ranking.previousMonth
      ? [
          {
            key: 'previous',
            title: `${t('previous')}（${monthText(ranking.previousMonth)}）`,
            numeric: true,
            cell: (row: Line) => isUnit(row) && valueText(ranking, row.previousValue, none),
          },
          {
            key: 'change',
            title: t('change'),
            short: true,
            cell: (row: Line) => row.rankChange !== undefined && <Change places={row.rankChange} />,
          },
        ]
      : []),
  ]
  return <DataTable caption={t('showRanking')} columns={columns} rows={rows} rowKey={(row) => row.key} />
}

const pair = (numerator: number | undefined, denominator: number | undefined) => ({
  ...(numerator !== undefined && { numerator }),
  ...(denominator !== undefined && { denominator }),
})

function Change({ places }: { places: number }) {
  const t = useWords(indicatorWords)
  if (places === 0) return t('same')
  return places > 0 ? `↑ ${t('up', { count: places })}` : `↓ ${t('down', { count: -places })}`
}
