import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useWords } from '@/lib/words'
import { Beside } from '@/ui/beside'
import { recordWords } from '@/ui/record-words'
import { Answer } from '@/ui/states'
import { about, type Kind, titleOf } from './kinds'
import { ListingActions } from './listing-actions'
import { ListingFacts } from './listing-facts'
import { ListingMarks } from './listing-marks'
import { ListingNotices } from './listing-notices'
import { listingQuery } from './queries'

/** Enough of it to decide, one click from the whole. */
export function ListingPanel({
  kind,
  id,
  name,
  onClose,
}: {
  kind: Kind
  id: string
  name: string
  onClose: () => void
}) {
  const r = useWords(recordWords)
  const listing = useQuery(listingQuery(kind, id))
  return (
    <Beside
      title={listing.data ? titleOf(listing.data) : name}
      onClose={onClose}
      tools={<Link to={about[kind].one(id)}>{r('openPage')}</Link>}
    >
      <Answer query={listing}>
        {(known) => (
          <>
            <div className="zs-lead">
              <ListingMarks of={known} />
            </div>
            <div className="zs-actions">
              <ListingActions kind={kind} listing={known} onDeleted={onClose} />
            </div>
            <ListingNotices listing={known} />
            <ListingFacts kind={kind} listing={known} filledOnly />
          </>
        )}
      </Answer>
    </Beside>
  )
}
