import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useWords } from '@/lib/words'
import type { ListState } from '@/ui/list-state'
import { Answer, Empty } from '@/ui/states'
import { Select } from './filters'
import { Share } from './share'
import { publicWords } from './words'

type Page<T> = { items: T[]; total?: number | null | undefined; nextCursor?: string | null | undefined }

/** What stands below the filters of every public list: how many, in which order, the cards, the pages, the ways to take it along. */
export function ListFrame<T extends { id: string }>({
  state,
  query,
  filtered,
  none,
  noneNext,
  found,
  sorts,
  card,
  title,
  link,
  files,
}: {
  state: ListState
  query: UseQueryResult<Page<T>>
  filtered: boolean
  none: string
  noneNext: string
  found: (count: number) => string
  /** The usual order first. */
  sorts: readonly { value: string; label: string }[]
  card: (one: T) => ReactNode
  title: string
  link: string
  files: readonly { name: string; href: string }[]
}) {
  const t = useWords(publicWords)
  const [sharing, setSharing] = useState(false)
  const usual = sorts[0]?.value ?? ''
  return (
    <>
      <Answer
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty title={none}>
            <p>{noneNext}</p>
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
                {total != null && found(total)}
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
                value={state.get('sort') || usual}
                change={(sort) => state.set({ sort: sort === usual ? undefined : sort })}
                any={false}
              >
                {sorts.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            </div>
            <ul className="zs-pub-cards" aria-busy={query.isPlaceholderData}>
              {items.map((one) => (
                <li key={one.id}>{card(one)}</li>
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
          {files.map(({ name, href }) => (
            <a key={name} href={href}>
              {name}
            </a>
          ))}
        </p>
      </div>
      {sharing && <Share title={title} heading={t('shareList')} link={link} />}
    </>
  )
}
