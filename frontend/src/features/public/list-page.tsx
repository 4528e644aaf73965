import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PublicProjectQuery } from '@/api/types'
import { paths } from '@/app/paths'
import { config } from '@/lib/config'
import { useLanguage, useWords } from '@/lib/words'
import { useListState } from '@/ui/list-state'
import { Answer, Empty } from '@/ui/states'
import { Filters, filterKeys, Select } from './filters'
import { usePageMeta } from './page-meta'
import { ProjectCard } from './project-card'
import { publicFile, publicProjectsQuery } from './queries'
import { Share } from './share'
import { shareLink } from './share-link'
import { publicWords } from './words'

const PAGE = 20

export function Component() {
  const t = useWords(publicWords)
  const lang = useLanguage()
  const state = useListState()
  const [sharing, setSharing] = useState(false)
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
      <Answer
        query={projects}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty title={t(filtered ? 'noneFound' : 'noneYet')}>
            <p>{t(filtered ? 'noneFoundNext' : 'noneYetNext')}</p>
            {filtered && (
              <button type="button" className="zs-pub-button" onClick={state.clear}>
                {t('clear')}
              </button>
            )}
          </Empty>
        }
      >
        {({ items, total, nextCursor }) => (
          <>
            <div className="zs-pub-found">
              <p role="status">
                {total != null && t(filtered ? 'foundFiltered' : 'found', { count: total })}
                {filtered && (
                  <>
                    {' '}
                    <button type="button" className="zs-link" onClick={state.clear}>
                      {t('clear')}
                    </button>
                  </>
                )}
              </p>
              <Select
                label={t('sort')}
                value={state.get('sort') || '-publishedAt'}
                change={(sort) => state.set({ sort: sort === '-publishedAt' ? undefined : sort })}
                any={false}
              >
                <option value="-publishedAt">{t('sortNewest')}</option>
                <option value="-totalInvestmentYuan">{t('sortLargest')}</option>
                <option value="totalInvestmentYuan">{t('sortSmallest')}</option>
                <option value="name">{t('sortName')}</option>
              </Select>
            </div>
            <ul className="zs-pub-cards" aria-busy={projects.isPlaceholderData}>
              {items.map((project) => (
                <li key={project.id}>
                  <ProjectCard project={project} />
                </li>
              ))}
            </ul>
            {(state.previous || nextCursor) && (
              <nav className="zs-pub-pages" aria-label={t('pages')}>
                <button
                  type="button"
                  className="zs-pub-button"
                  disabled={!state.previous}
                  onClick={() => state.previous?.()}
                >
                  {t('previous')}
                </button>
                <button
                  type="button"
                  className="zs-pub-button"
                  disabled={!nextCursor}
                  onClick={() => nextCursor && state.next(nextCursor)}
                >
                  {t('next')}
                </button>
              </nav>
            )}
          </>
        )}
      </Answer>
      <div className="zs-pub-end">
        <div className="zs-actions">
          <button type="button" className="zs-pub-button" aria-expanded={sharing} onClick={() => setSharing(!sharing)}>
            {t('shareList')}
          </button>
          <button type="button" className="zs-pub-button" onClick={() => globalThis.print()}>
            {t('print')}
          </button>
        </div>
        <p className="zs-quiet zs-pub-files">
          {t('openData')}
          {(['csv', 'ndjson', 'geojson'] as const).map((suffix) => (
            <a key={suffix} href={publicFile(suffix, query)}>
              {suffix === 'geojson' ? 'GeoJSON' : suffix.toUpperCase()}
            </a>
          ))}
        </p>
      </div>
      {sharing && <Share title={title} heading={t('shareList')} link={link} />}
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
