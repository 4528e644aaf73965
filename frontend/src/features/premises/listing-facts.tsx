import { useQuery } from '@tanstack/react-query'
import { areaText } from '@/lib/area'
import { withUnit } from '@/lib/punctuation'
import { grouped, plain } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { FactsSection } from '@/ui/record-facts'
import { useFieldText } from '../units/field-text'
import { about, type Kind, type Listing } from './kinds'
import { fieldsQuery } from './queries'
import { useSectionTitle } from './sections'
import { premisesWords } from './words'

const apart = new Set(['justifications', 'unitCode', 'justifications/rule', 'justifications/text'])

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
      {key === 'size' && <ComputedSize listing={listing} />}
      {key === 'offer' && <ComputedOffer listing={listing} />}
    </FactsSection>
  ))
}

function Fact({ label, value }: { label: string; value: string | undefined }) {
  if (value === undefined) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
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
