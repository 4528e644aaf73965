import { useQuery } from '@tanstack/react-query'
import type { PublicProjectQuery } from '@/api/types'
import { paths } from '@/app/paths'
import { config } from '@/lib/config'
import { useLanguage, useWords } from '@/lib/words'
import { useListState } from '@/ui/list-state'
import { Filters, filterKeys } from './filters'
import { ListFrame } from './list-frame'
import { usePageMeta } from './page-meta'
import { ProjectCard } from './project-card'
import { publicFiles, publicProjectsQuery } from './queries'
import { shareLink } from './share-link'
import { publicWords } from './words'

const PAGE = 20

export function Component() {
  const t = useWords(publicWords)
  const lang = useLanguage()
  const state = useListState()
  const query = queryOf(state.search, state.cursor)
  const projects = useQuery(publicProjectsQuery(query))
  const filtered = filterKeys.some((key) => state.get(key))
  const city = config().cityName[lang]
  const title = t('site', { city })
  const link = shareLink(paths.publicProjects, state.search)
  usePageMeta(title, t('metaList', { city }), link, {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: title,
    numberOfItems: projects.data?.total ?? undefined,
    itemListElement: projects.data?.items.map(({ id, name }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      url: shareLink(paths.publicProject(id)),
    })),
  })
  return (
    <>
      <div className="zs-pub-head">
        <h1>{title}</h1>
        <p>{t('lead')}</p>
      </div>
      <Filters state={state} />
      <ListFrame
        state={state}
        query={projects}
        filtered={filtered}
        none={t(filtered ? 'noneFound' : 'noneYet')}
        noneNext={t(filtered ? 'noneFoundNext' : 'noneYetNext')}
        found={(count) => t(filtered ? 'foundFiltered' : 'found', { count })}
        sorts={[
          { value: '-publishedAt', label: t('sortNewest') },
          { value: '-totalInvestmentYuan', label: t('sortLargest') },
          { value: 'totalInvestmentYuan', label: t('sortSmallest') },
          { value: 'name', label: t('sortName') },
        ]}
        card={(project) => <ProjectCard project={project} />}
        title={title}
        link={link}
        files={publicFiles('projects', query)}
      />
    </>
  )
}

const sorts = ['-publishedAt', '-totalInvestmentYuan', 'totalInvestmentYuan', 'name'] as const

/** The address in the words of the API; what is no number or order there is left out rather than sent to be refused. */
function queryOf(search: URLSearchParams, cursor: string | undefined): PublicProjectQuery {
  const text = (key: string) => search.get(key)?.trim() || undefined
  const number = (key: string) => {
    const value = Number(text(key))
    return Number.isFinite(value) && value > 0 ? String(value) : undefined
  }
  const all: PublicProjectQuery = {
    q: text('q'),
    unitCode: text('unitCode'),
    groupCode: text('groupCode'),
    industryCode: text('industryCode'),
    minInvestmentYuan: number('minInvestmentYuan'),
    maxInvestmentYuan: number('maxInvestmentYuan'),
    callYear: number('callYear'),
    sort: sorts.find((sort) => sort === text('sort')),
    cursor,
    limit: PAGE,
    count: true,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
