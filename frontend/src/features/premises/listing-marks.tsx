import type { ListingState } from '@/api/types'
import { dayText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import type { Listing, ListingRow } from './kinds'
import { premisesWords } from './words'

const marks: Record<ListingState, { mark: string; tone: string }> = {
  IDLE: { mark: '○', tone: 'blue' },
  AVAILABLE: { mark: '○', tone: 'blue' },
  IN_TALKS: { mark: '⇄', tone: 'blue' },
  REUSED: { mark: '✔', tone: 'green' },
  GRANTED: { mark: '✔', tone: 'green' },
  WITHDRAWN: { mark: '×', tone: 'plain' },
}
export const states: Record<'premises' | 'land-parcels', readonly ListingState[]> = {
  premises: ['IDLE', 'IN_TALKS', 'REUSED', 'WITHDRAWN'],
  'land-parcels': ['AVAILABLE', 'IN_TALKS', 'GRANTED', 'WITHDRAWN'],
}
export const isOnOffer = (state: ListingState): boolean =>
  state === 'IDLE' || state === 'AVAILABLE' || state === 'IN_TALKS'

/** State, whether the public sees it as it is, number and unit. */
export function ListingMarks({ of, where = true }: { of: Listing | ListingRow; where?: boolean }) {
  const t = useWords(premisesWords)
  const { mark, tone } = marks[of.state]
  return (
    <>
      <Tag tone={tone} mark={mark}>
        {t(`state${of.state}`)}
      </Tag>
      {of.changedSince ? (
        <Tag tone="amber" mark="◔">
          {t('changedSince')}
        </Tag>
      ) : (
        of.publiclyListed && (
          <Tag tone="green" mark="◉">
            {t('publicYes')}
          </Tag>
        )
      )}
      {of.example && (
        <Tag tone="plain" mark="※">
          {t('example')}
        </Tag>
      )}
      {where && (
        <>
          <Freshness of={of} />
          <span>
            {of.code} · {of.unitName}
          </span>
        </>
      )}
    </>
  )
}

/** Until when it counts as verified, or since when it does not; of what is no longer on offer nothing is asked. */
export function Freshness({ of }: { of: Pick<Listing, 'state' | 'verifiedUntil' | 'unverifiedSince'> }) {
  const t = useWords(premisesWords)
  if (!isOnOffer(of.state)) return null
  return of.unverifiedSince ? (
    <Tag tone="amber" mark="!">
      {t('unverifiedSince', { day: dayText(of.unverifiedSince) })}
    </Tag>
  ) : (
    <span className="zs-quiet">{t('verifiedUntil', { day: dayText(of.verifiedUntil) })}</span>
  )
}
