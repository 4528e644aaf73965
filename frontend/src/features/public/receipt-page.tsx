import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { paths } from '@/app/paths'
import { dayText, instantText, monthText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import { Answer } from '@/ui/states'
import { usePageMeta } from './page-meta'
import { publicReceiptQuery } from './queries'
import { receiptWords } from './receipt-words'
import { shareLink } from './share-link'
import { publicWords } from './words'

/** What a receipt of a monthly report says, for anyone who holds its number. */
export function Component() {
  const t = useWords(receiptWords)
  const p = useWords(publicWords)
  const { number = '' } = useParams()
  const receipt = useQuery(publicReceiptQuery(number))
  usePageMeta(t('title'), t('lead'), shareLink(paths.publicReceipt(number), new URLSearchParams()))
  return (
    <Answer query={receipt} back={<Link to={paths.publicProjects}>{p('siteShort')}</Link>}>
      {(known) => {
        const facts = [
          [t('number'), known.number],
          [t('unit'), known.unitName],
          [t('month'), monthText(known.month)],
          [t('revision'), known.revision],
          [t('submittedAt'), instantText(known.submittedAt)],
          [t('dueOn'), dayText(known.dueOn)],
          [
            t('inTime'),
            known.timeliness === 'LATE' ? (
              <Tag key="time" tone="amber" mark="!">
                {t('late')}
              </Tag>
            ) : (
              <Tag key="time" tone="green" mark="✓">
                {t('onTime')}
              </Tag>
            ),
          ],
          [`${t('hash')} ${known.hashAlgorithm}`, <code key="hash">{known.contentHash}</code>],
        ] as const
        return (
          <>
            <div className="zs-pub-head">
              <h1>{t('title')}</h1>
              <p>{t('lead')}</p>
            </div>
            <section className="zs-card">
              <dl className="zs-facts">
                {facts.map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
              <p className="zs-quiet">{t('compare')}</p>
            </section>
          </>
        )
      }}
    </Answer>
  )
}
