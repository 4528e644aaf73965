import { Link } from 'react-router'
import { apiOrigin } from '@/lib/config'
import { dayText } from '@/lib/dates'
import { useLanguage, useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import { useSiteFacts } from './site-facts'
import { siteWords } from './site-words'
import { type Site, type SiteKind, siteName, sitePages, sitePlace } from './sites'
import { publicWords } from './words'

/** Free area, height, load, power, price, verified until: the facts one compares sites by. */
export function SiteCard({ kind, site }: { kind: SiteKind; site: Site }) {
  const t = useWords(siteWords)
  const p = useWords(publicWords)
  const facts = useSiteFacts()(site)
  const price = facts.all.filter(({ key }) => ['rent', 'sale', 'start'].includes(key))
  return (
    <article className="zs-pub-card">
      {site.pictures?.[0] && (
        <img className="zs-pub-thumb" src={apiOrigin() + site.pictures[0].url} alt="" loading="lazy" />
      )}
      <h2>
        <Link to={sitePages[kind].one(site.id)}>{siteName(site)}</Link>
      </h2>
      <p className="zs-quiet">{sitePlace(site)}</p>
      {price.map(({ key, label, value }) => (
        <p key={key} className="zs-pub-amount">
          <span className="zs-quiet">{label}</span> <strong>{value}</strong>
        </p>
      ))}
      <dl>
        {facts.brief.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="zs-quiet zs-pub-when">
        {site.state === 'IN_TALKS' && `${t('stateIN_TALKS')} · `}
        <Verified site={site} />
        {site.example && (
          <>
            {' '}
            <Tag tone="amber" mark="※">
              {p('example')}
            </Tag>
          </>
        )}
      </p>
    </article>
  )
}

/** Until when it counts as verified, or since when it does not. */
export function Verified({ site }: { site: Site }) {
  const t = useWords(siteWords)
  const lang = useLanguage()
  return site.unverifiedSince ? (
    <Tag tone="amber" mark="!">
      {t('unverifiedSince', { day: dayText(site.unverifiedSince, lang) })}
    </Tag>
  ) : (
    t('verifiedUntil', { day: dayText(site.verifiedUntil, lang) })
  )
}
