import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { areaText } from '@/lib/area'
import { withUnit } from '@/lib/punctuation'
import { grouped, plain } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { FactsSection } from '@/ui/record-facts'
import { uiWords } from '@/ui/words'
import { useFieldText } from '../units/field-text'
import { about, type Kind, type Listing } from './kinds'
import { fieldsQuery } from './queries'
import { useSectionTitle } from './sections'
import { premisesWords } from './words'

const apart = new Set([
  'longitude',
  'latitude',
  'justifications',
  'unitCode',
  'justifications/rule',
  'justifications/text',
])

/** All that is known of it, section by section, and what is computed from it. */
export function ListingFacts({
  kind,
  listing,
  filledOnly = false,
}: {
  kind: Kind
  listing: Listing
  filledOnly?: boolean
}) {
  const fields = useQuery(fieldsQuery(kind)).data ?? []
  const text = useFieldText()
  const title = useSectionTitle(kind)
  return about[kind].sections.map((key) => (
    <FactsSection
      key={key}
      title={title(key)}
      fields={fields.filter((f) => f.section === key && !apart.has(f.name))}
      record={listing}
      text={text}
      filledOnly={filledOnly}
    >
      {key === 'basic' && <Position listing={listing} filledOnly={filledOnly} />}
      {key === 'size' && <ComputedSize listing={listing} />}
      {key === 'offer' && <ComputedOffer listing={listing} />}
    </FactsSection>
  ))
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  if (value === undefined) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The device's own map application may open it; the page itself asks no map of anyone. */
function Position({ listing, filledOnly }: { listing: Listing; filledOnly: boolean }) {
  const t = useWords(premisesWords)
  const { longitude, latitude } = listing
  const u = useWords(uiWords)
  if (longitude === undefined || latitude === undefined)
    return filledOnly ? null : <Fact label={t('position')} value={<span className="zs-quiet">{u('none')}</span>} />
  const position = t('positionValue', { east: plain(longitude), north: plain(latitude) })
  return (
    <Fact
      label={t('position')}
      value={
        <a href={`geo:${plain(latitude)},${plain(longitude)}`} aria-label={t('positionLink', { position })}>
          {position}
        </a>
      }
    />
  )
}

function ComputedSize({ listing }: { listing: Listing }) {
  const t = useWords(premisesWords)
  if ('parcelNo' in listing)
    return (
      <Fact
        label={t('computedMu')}
        value={listing.computedAreaMu === undefined ? undefined : areaText(listing.computedAreaMu)}
      />
    )
  const { occupiedAreaSqm, utilisationPct } = listing
  return (
    <>
      <Fact
        label={t('occupied')}
        value={occupiedAreaSqm === undefined ? undefined : withUnit(grouped(plain(occupiedAreaSqm)), '平方米')}
      />
      <Fact label={t('utilisation')} value={utilisationPct === undefined ? undefined : `${utilisationPct}%`} />
    </>
  )
}

function ComputedOffer({ listing }: { listing: Listing }) {
  const t = useWords(premisesWords)
  if (!('parcelNo' in listing)) return null
  const { startPriceWanPerMu, investmentIntensityWanPerMu } = listing
  const perMu = (value: number | undefined) =>
    value === undefined ? undefined : t('perMuValue', { value: grouped(plain(value)) })
  return (
    <>
      <Fact label={t('perMu')} value={perMu(startPriceWanPerMu)} />
      <Fact label={t('intensity')} value={perMu(investmentIntensityWanPerMu)} />
    </>
  )
}
