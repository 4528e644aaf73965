import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { isProblem } from '@/api/problem'
import { instantDayText } from '@/lib/dates'
import { useLanguage, useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import { Answer, Empty } from '@/ui/states'
import { usePageMeta } from './page-meta'
import { Pictures } from './pictures'
import { publicSiteQuery } from './queries'
import { Share } from './share'
import { shareLink } from './share-link'
import { Verified } from './site-card'
import { useSiteFacts } from './site-facts'
import { siteWords } from './site-words'
import { isParcel, type Site, type SiteKind, siteName, siteOffice, sitePages, sitePlace, useSiteKind } from './sites'
import { publicWords } from './words'

/** One site: facts first, then whom to call. */
export function Component() {
  const t = useWords(siteWords)
  const kind = useSiteKind()
  const { id = '' } = useParams()
  const site = useQuery(publicSiteQuery(kind, id))
  // An id that is no id is as gone as one that was taken back.
  const gone = site.data === undefined && (isProblem(site.error, 404) || isProblem(site.error, 400))
  return (
    <>
      <p className="zs-pub-back">
        <Link to={sitePages[kind].list}>← {t(`back-${kind}`)}</Link>
      </p>
      {gone ? <Gone kind={kind} /> : <Answer query={site}>{(found) => <Details kind={kind} site={found} />}</Answer>}
    </>
  )
}

function Gone({ kind }: { kind: SiteKind }) {
  const t = useWords(siteWords)
  usePageMeta(t('gone'), t('goneNext'), shareLink(sitePages[kind].list))
  return (
    <Empty title={t('gone')}>
      <p>{t('goneNext')}</p>
      <Link to={sitePages[kind].list}>{t(`back-${kind}`)}</Link>
    </Empty>
  )
}

function Details({ kind, site }: { kind: SiteKind; site: Site }) {
  const t = useWords(siteWords)
  const p = useWords(publicWords)
  const lang = useLanguage()
  const { all, brief } = useSiteFacts()(site)
  const name = siteName(site)
  const office = siteOffice(site)
  const link = shareLink(sitePages[kind].one(site.id))
  const texts = isParcel(site)
    ? []
    : ([
        ['utilities', site.utilities],
        ['suitableFor', site.suitableFor],
      ] as const)
  usePageMeta(
    `${name} · ${site.unitName}`,
    [sitePlace(site), ...brief.map(({ label, value }) => `${label} ${value}`)].join(' · ').slice(0, 160),
    link,
    record(site, link),
  )
  return (
    <article className="zs-pub-project">
      <header className="zs-pub-head">
        <h1>{name}</h1>
        <p>{sitePlace(site)}</p>
        {site.example && (
          <p className="zs-note">
            <Tag tone="amber" mark="※">
              {p('example')}
            </Tag>{' '}
            {t('exampleNote')}
          </p>
        )}
      </header>
      {site.pictures && <Pictures name={name} pictures={site.pictures} />}
      <section className="zs-card zs-pub-facts">
        <h2>{t('facts')}</h2>
        <dl>
          {all.map(({ key, label, value }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {site.longitude !== undefined && site.latitude !== undefined && (
            <div>
              <dt>{t('map')}</dt>
              <dd>{p('coordinatesValue', { east: site.longitude, north: site.latitude })}</dd>
            </div>
          )}
        </dl>
      </section>
      {texts.some(([, text]) => text) && (
        <section className="zs-card">
          {texts.map(
            ([word, text]) =>
              text && (
                <div key={word}>
                  <h2>{t(word)}</h2>
                  <p className="zs-pub-text">{text}</p>
                </div>
              ),
          )}
        </section>
      )}
      <section className="zs-card zs-pub-contact">
        <h2>{t('contact')}</h2>
        <p>{office.name}</p>
        {office.phone && (
          <p>
            <a className="zs-pub-button zs-pub-primary" href={`tel:${office.phone.replace(/[^\d+]/g, '')}`}>
              {p('call', { phone: office.phone })}
            </a>
          </p>
        )}
        <p>
          <Verified site={site} />
        </p>
        <p className="zs-quiet">
          {p('published', { date: instantDayText(site.publishedAt, lang) })} · {t('code')} {site.code}
        </p>
      </section>
      <Share title={name} heading={t('shareThis')} link={link} />
      <nav className="zs-pub-related" aria-label={p('more')}>
        <Link to={{ pathname: sitePages[kind].list, search: `?unitCode=${site.unitCode}` }}>
          {t('same', { unit: site.unitName })}
        </Link>
      </nav>
    </article>
  )
}

/** The site in the vocabulary of schema.org, for search engines. */
const record = (site: Site, url: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'Place',
  name: siteName(site),
  identifier: site.code,
  url,
  address: { '@type': 'PostalAddress', addressCountry: 'CN', addressLocality: site.locationName ?? site.unitName },
  telephone: siteOffice(site).phone || undefined,
  image: site.pictures?.map((picture) => new URL(picture.url, url).href),
  geo:
    site.longitude === undefined || site.latitude === undefined
      ? undefined
      : { '@type': 'GeoCoordinates', longitude: site.longitude, latitude: site.latitude },
})
