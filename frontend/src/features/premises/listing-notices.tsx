import { dayText, instantDayText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { FindingsList, isOpen } from '@/ui/findings'
import { WhyNot } from '@/ui/refusal'
import type { Listing } from './kinds'
import { isOnOffer } from './listing-marks'
import { useVerbText } from './verbs'
import { premisesWords } from './words'

/** Before the facts: what became of it, what is to be settled before it can be published, and what is not possible. */
export function ListingNotices({ listing }: { listing: Listing }) {
  const t = useWords(premisesWords)
  const actionText = useVerbText()
  const explained = (rule: string) => listing.justifications.find((j) => j.rule === rule)?.text ?? ''
  const { takenBy, takenOn, exitReason, publishedAt, publishedBy } = listing
  const day = takenOn ? dayText(takenOn) : ''
  const became =
    listing.state === 'WITHDRAWN' && exitReason
      ? t('withdrawn', { reason: exitReason })
      : listing.state === 'REUSED'
        ? t('takenByReuse', { day, project: takenBy ?? '' })
        : listing.state === 'GRANTED'
          ? t(takenBy ? 'takenByGrant' : 'granted', { day, project: takenBy ?? '' })
          : undefined
  return (
    <>
      {became && <p className="zs-note">{became}</p>}
      {listing.publiclyListed && publishedAt && (
        <p className="zs-quiet">{t('publishedOn', { day: instantDayText(publishedAt), by: publishedBy ?? '' })}</p>
      )}
      {isOnOffer(listing.state) && (
        <>
          <FindingsList findings={listing.findings.filter((f) => isOpen(f, explained))} />
          <WhyNot items={listing.whyNot} actionText={actionText} />
        </>
      )}
    </>
  )
}
