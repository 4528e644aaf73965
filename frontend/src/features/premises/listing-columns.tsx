import type { LandParcelRow, PremisesRow } from '@/api/types'
import { instantText } from '@/lib/dates'
import { wanText } from '@/lib/money'
import { comma } from '@/lib/punctuation'
import { grouped, inUnit, plain } from '@/lib/quantity'
import { type Translate, useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import type { Column } from '@/ui/data-table'
import { type Kind, type ListingRow, titleOf } from './kinds'
import { Freshness, ListingMarks } from './listing-marks'
import { premisesWords } from './words'

type Words = typeof premisesWords extends { keys?: infer K extends string } ? Translate<K> : never

const figure = (value: number | undefined) => value !== undefined && grouped(plain(value))

/** Every column the list offers; figures in the one unit their header names. */
export function useListingColumns(kind: Kind, open: (row: ListingRow) => void): Column<ListingRow>[] {
  const t = useWords(premisesWords)
  const { unitCode } = useCaller()
  const naming = kind === 'premises' ? 'name' : 'parcelNo'
  const own = (
    kind === 'premises' ? premisesColumns(t) : parcelColumns(t, unitCode !== undefined)
  ) as Column<ListingRow>[]
  return [
    {
      key: naming,
      name: true,
      title: t(naming),
      sort: { up: naming, down: `-${naming}` },
      cell: (row) => (
        <button type="button" className="zs-link" onClick={() => open(row)}>
          {titleOf(row)}
        </button>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      cell: (row) => (
        <span className="zs-marks">
          <ListingMarks of={row} where={false} />
        </span>
      ),
    },
    // To a unit's people every row says the same.
    { key: 'unit', usual: !unitCode, title: t('unit'), cell: (row) => row.unitName },
    ...own,
    { key: 'freshness', short: true, title: t('freshness'), cell: (row) => <Freshness of={row} /> },
    {
      key: 'findings',
      short: true,
      minor: true,
      title: t('findings'),
      cell: (row) =>
        [
          ...(row.blocking > 0 ? [t('openBlocking', { count: row.blocking })] : []),
          ...(row.explaining > 0 ? [t('openExplaining', { count: row.explaining })] : []),
        ].join(comma()) || <span className="zs-quiet">{t('ready')}</span>,
    },
    { key: 'code', title: t('code'), usual: false, sort: { up: 'code', down: '-code' }, cell: (row) => row.code },
    {
      key: 'updatedAt',
      minor: true,
      short: true,
      usual: false,
      title: t('updatedAt'),
      sort: { up: 'updatedAt', down: '-updatedAt' },
      cell: (row) => instantText(row.updatedAt),
    },
    { key: 'updatedBy', title: t('updatedBy'), usual: false, cell: (row) => row.updatedBy },
  ]
}

function premisesColumns(t: Words): Column<PremisesRow>[] {
  const asked = (row: PremisesRow, kind: 'RENT' | 'SALE') => row.offer === kind || row.offer === 'RENT_OR_SALE'
  return [
    {
      key: 'freeAreaSqm',
      title: t('freeArea'),
      unit: t('sqm'),
      numeric: true,
      sort: { up: 'freeAreaSqm', down: '-freeAreaSqm' },
      cell: (row) => figure(row.freeAreaSqm),
    },
    { key: 'height', title: t('height'), unit: t('metre'), numeric: true, cell: (row) => figure(row.storeyHeightM) },
    {
      key: 'load',
      title: t('floorLoad'),
      unit: t('load'),
      numeric: true,
      usual: false,
      cell: (row) => figure(row.floorLoadTonPerSqm),
    },
    { key: 'power', title: t('power'), unit: t('kva'), numeric: true, cell: (row) => figure(row.powerKva) },
    { key: 'offer', short: true, title: t('offer'), cell: (row) => row.offer && t(`offer${row.offer}`) },
    {
      key: 'rent',
      title: t('rent'),
      unit: t('rentUnit'),
      numeric: true,
      cell: (row) => figure(row.rentYuanPerSqmMonth) || (asked(row, 'RENT') && t('onRequest')),
    },
    {
      key: 'sale',
      title: t('sale'),
      unit: t('wan'),
      numeric: true,
      usual: false,
      cell: (row) =>
        row.salePriceYuan !== undefined ? wanText(row.salePriceYuan) : asked(row, 'SALE') && t('onRequest'),
    },
    { key: 'kind', short: true, usual: false, title: t('kind'), cell: (row) => row.kind && t(`kind${row.kind}`) },
    {
      key: 'floorArea',
      title: t('floorArea'),
      unit: t('sqm'),
      numeric: true,
      usual: false,
      cell: (row) => figure(row.floorAreaSqm),
    },
    { key: 'crane', title: t('crane'), usual: false, cell: (row) => row.crane },
    { key: 'place', title: t('place'), usual: false, cell: (row) => row.address ?? row.parkName },
  ]
}

function parcelColumns(t: Words, own: boolean): Column<LandParcelRow>[] {
  return [
    // The city's list has the units beside it: there the place gives way.
    { key: 'place', title: t('place'), usual: own, cell: (row) => row.location },
    {
      key: 'areaMu',
      title: t('area'),
      unit: t('mu'),
      numeric: true,
      sort: { up: 'areaMu', down: '-areaMu' },
      cell: (row) =>
        row.computedAreaMu !== undefined && (
          <>
            {row.areaMu === undefined && <span className="zs-quiet">{t('converted')} </span>}
            {grouped(inUnit(row.computedAreaMu, [1n, 1n], 3))}
          </>
        ),
    },
    { key: 'landUse', short: true, title: t('landUse'), cell: (row) => row.landUse && t(`use${row.landUse}`) },
    {
      key: 'term',
      title: t('term'),
      unit: t('years'),
      numeric: true,
      cell: (row) => row.termYears !== undefined && String(row.termYears),
    },
    {
      key: 'startPrice',
      title: t('startPrice'),
      unit: t('wan'),
      numeric: true,
      usual: own,
      cell: (row) => row.startPriceYuan !== undefined && wanText(row.startPriceYuan),
    },
    {
      key: 'perMu',
      title: t('perMu'),
      unit: t('startUnit'),
      numeric: true,
      cell: (row) => figure(row.startPriceWanPerMu),
    },
  ]
}
