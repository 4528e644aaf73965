import type { ProjectRow } from '@/api/types'
import { instantText } from '@/lib/dates'
import { wanText } from '@/lib/money'
import { comma } from '@/lib/punctuation'
import { grouped, inUnit } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import type { Column } from '@/ui/data-table'
import { ProjectMarks } from './project-marks'
import { projectWords } from './words'

/** Every column the list offers; amounts in the one unit their header names. */
export function useProjectColumns(open: (row: ProjectRow) => void): Column<ProjectRow>[] {
  const t = useWords(projectWords)
  const { unitCode } = useCaller()
  return [
    {
      key: 'name',
      name: true,
      title: t('name'),
      sort: { up: 'name', down: '-name' },
      cell: (row) => (
        <button type="button" className="zs-link" onClick={() => open(row)}>
          {row.name}
        </button>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      cell: (row) => (
        <span className="zs-marks">
          <ProjectMarks project={row} where={false} />
        </span>
      ),
    },
    {
      key: 'findings',
      short: true,
      title: t('open_findings'),
      cell: (row) =>
        [
          ...(row.blocking > 0 ? [t('openBlocking', { count: row.blocking })] : []),
          ...(row.explaining > 0 ? [t('openExplaining', { count: row.explaining })] : []),
        ].join(comma()) || <span className="zs-quiet">{t('ready')}</span>,
    },
    // To a unit's people every row says the same.
    { key: 'unit', minor: true, usual: !unitCode, title: t('unit'), cell: (row) => row.unitName },
    { key: 'industry', minor: true, title: t('industry'), cell: (row) => row.industryName },
    {
      key: 'totalInvestmentYuan',
      title: t('totalInvestment'),
      unit: t('wan'),
      numeric: true,
      sort: { up: 'totalInvestmentYuan', down: '-totalInvestmentYuan' },
      cell: (row) => row.totalInvestmentYuan != null && wanText(row.totalInvestmentYuan),
    },
    {
      key: 'fixedInvestmentYuan',
      title: t('fixedInvestment'),
      unit: t('wan'),
      numeric: true,
      usual: false,
      cell: (row) => row.fixedInvestmentYuan != null && wanText(row.fixedInvestmentYuan),
    },
    {
      key: 'landAreaMu',
      title: t('landArea'),
      unit: t('mu'),
      numeric: true,
      usual: false,
      cell: (row) => row.landAreaMu != null && grouped(inUnit(row.landAreaMu, [1n, 1n], 2)),
    },
    {
      key: 'appraised',
      minor: true,
      short: true,
      title: t('appraised'),
      cell: (row) => t(row.appraised ? 'appraisedYes' : 'appraisedNo'),
    },
    { key: 'investor', title: t('investor'), usual: false, cell: (row) => row.investor },
    { key: 'code', title: t('code'), usual: false, sort: { up: 'code', down: '-code' }, cell: (row) => row.code },
    { key: 'callYear', title: t('year'), usual: false, numeric: true, cell: (row) => row.callYear },
    {
      key: 'submittedAt',
      short: true,
      title: t('submittedAt'),
      usual: false,
      sort: { up: 'submittedAt', down: '-submittedAt' },
      cell: (row) => row.submittedAt && instantText(row.submittedAt),
    },
    {
      key: 'updatedAt',
      minor: true,
      short: true,
      title: t('updatedAt'),
      sort: { up: 'updatedAt', down: '-updatedAt' },
      cell: (row) => instantText(row.updatedAt),
    },
    { key: 'updatedBy', title: t('updatedBy'), usual: false, cell: (row) => row.updatedBy },
  ]
}
