import { useWords } from '@/lib/words'
import type { Kind } from './kinds'
import { premisesWords } from './words'

type Section = 'basic' | 'owner' | 'size' | 'plan' | 'offer' | 'contact'

/** The same section asks other things of a parcel. */
export function useSectionTitle(kind: Kind): (section: Section) => string {
  const t = useWords(premisesWords)
  return (section) =>
    kind === 'land-parcels' && (section === 'size' || section === 'offer')
      ? t(`section${section}-land-parcels`)
      : t(`section${section}`)
}
