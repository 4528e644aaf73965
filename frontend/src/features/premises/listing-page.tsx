import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { useWords } from '@/lib/words'
import { PageHead } from '@/ui/page-head'
import { RecordHistory } from '@/ui/record-history'
import { Answer } from '@/ui/states'
import { about, type Kind, titleOf, useKind } from './kinds'
import { ListingActions } from './listing-actions'
import { ListingFacts } from './listing-facts'
import { ListingFiles } from './listing-files'
import { ListingMarks } from './listing-marks'
import { ListingNotices } from './listing-notices'
import { historyQuery, listingQuery } from './queries'
import { useChangeText } from './value-text'
import { premisesWords } from './words'

export function Component() {
  const t = useWords(premisesWords)
  const kind = useKind()
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const listing = useQuery(listingQuery(kind, id))
  const toList = <Link to={about[kind].list}>{t(`toList-${kind}`)}</Link>
  return (
    <Answer query={listing} back={toList}>
      {(known) => (
        <>
          <PageHead
            title={titleOf(known)}
            lead={<ListingMarks of={known} />}
            actions={<ListingActions kind={kind} listing={known} onDeleted={() => void navigate(about[kind].list)} />}
          >
            {toList}
          </PageHead>
          <ListingNotices listing={known} />
          <ListingFacts kind={kind} listing={known} />
          <section className="zs-card">
            <h2>{t('sectionFiles')}</h2>
            <ListingFiles kind={kind} id={known.id} canChange={known.allowedActions.includes('attach')} />
          </section>
          <section className="zs-card">
            <h2>{t('sectionHistory')}</h2>
            <History kind={kind} id={known.id} />
          </section>
        </>
      )}
    </Answer>
  )
}

function History({ kind, id }: { kind: Kind; id: string }) {
  return <RecordHistory history={useInfiniteQuery(historyQuery(kind, id))} valueText={useChangeText(kind)} />
}
