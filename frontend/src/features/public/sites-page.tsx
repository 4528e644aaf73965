import { useQuery } from '@tanstack/react-query'
import { config } from '@/lib/config'
import { useLanguage, useWords } from '@/lib/words'
import { useListState } from '@/ui/list-state'
import { ListFrame } from './list-frame'
import { usePageMeta } from './page-meta'
import { publicFiles, publicSitesQuery } from './queries'
import { shareLink } from './share-link'
import { SiteCard } from './site-card'
import { SiteFilters, siteFilterKeys } from './site-filters'
import { siteWords } from './site-words'
import { siteName, sitePages, useSiteKind } from './sites'

const PAGE = 20
const orders = {
  premises: ['-publishedAt', '-freeAreaSqm', 'freeAreaSqm', 'name'],
  'land-parcels': ['-publishedAt', '-areaMu', 'areaMu', 'name'],
} as const

/** Premises or land that the city offers, for anyone. */
export function Component() {
  const t = useWords(siteWords)
  const lang = useLanguage()
  const kind = useSiteKind()
  const state = useListState()
  const given = siteFilterKeys[kind].flatMap((key) => (state.get(key).trim() ? [[key, state.get(key).trim()]] : []))
  const sort = orders[kind].find((one) => one === state.get('sort'))
  const query = {
    ...Object.fromEntries(given),
    ...(sort && { sort }),
    ...(state.cursor && { cursor: state.cursor }),
    limit: PAGE,
    count: true,
  }
  const sites = useQuery(publicSitesQuery(kind, query))
  const filtered = given.length > 0
  const title = t(`site-${kind}`, { city: config().cityName[lang] })
  const link = shareLink(sitePages[kind].list, state.search)
  usePageMeta(title, t(`lead-${kind}`), link, {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: title,
    numberOfItems: sites.data?.total ?? undefined,
    itemListElement: sites.data?.items.map((site, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name: siteName(site),
      url: shareLink(sitePages[kind].one(site.id)),
    })),
  })
  const words = [t('sortNewest'), t('sortLargest'), t('sortSmallest'), t('sortName')]
  return (
    <>
      <div className="zs-pub-head">
        <h1>{title}</h1>
        <p>{t(`lead-${kind}`)}</p>
      </div>
      <SiteFilters kind={kind} state={state} />
      <ListFrame
        state={state}
        query={sites}
        filtered={filtered}
        none={t(`${filtered ? 'noneFound' : 'noneYet'}-${kind}`)}
        noneNext={t(filtered ? 'noneFoundNext' : 'noneYetNext')}
        found={(count) => t(`found-${kind}`, { count })}
        sorts={orders[kind].map((value, i) => ({ value, label: words[i] ?? value }))}
        card={(site) => <SiteCard kind={kind} site={site} />}
        title={title}
        link={link}
        files={publicFiles(kind, query)}
      />
    </>
  )
}
