import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { monthText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { ChoiceFilter } from '@/ui/choice-filter'
import { KeywordFilter } from '@/ui/keyword-filter'
import { useListState } from '@/ui/list-state'
import { Pager } from '@/ui/list-tools'
import { PageHead } from '@/ui/page-head'
import { Answer, Empty } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { unitsQuery } from '../units/queries'
import { ArticleCard } from './article-card'
import { articlesQuery } from './article-queries'
import { articleWords } from './article-words'
import './dispatch.css'
import { monthsQuery } from './queries'

const filters = ['q', 'month', 'unitCode', 'kind', 'state'] as const
const kinds = ['EXPERIENCE', 'PROBLEM', 'SUGGESTION'] as const
const states = ['OFFERED', 'ADOPTED', 'DECLINED'] as const

/** What units wrote for the brief, to read, edit and choose among. */
export function Component() {
  const t = useWords(articleWords)
  const u = useWords(uiWords)
  const { unitCode } = useCaller()
  const state = useListState()
  const months = useQuery(monthsQuery()).data ?? []
  const units = useQuery(unitsQuery()).data ?? []
  const shown = Object.fromEntries(filters.map((name) => [name, state.get(name) || undefined]))
  const articles = useQuery(
    articlesQuery({ ...shown, limit: 20, count: true, ...(state.cursor && { cursor: state.cursor }) }),
  )
  const narrowed = filters.some((name) => state.get(name))
  return (
    <>
      <PageHead title={t('title')} lead={<span className="zs-quiet">{t(unitCode ? 'leadOwn' : 'lead')}</span>} />
      <search className="zs-filters" aria-label={u('filters')}>
        <KeywordFilter state={state} label={t('keyword')} hint={t('keywordHint')} />
        <ChoiceFilter
          state={state}
          name="month"
          label={t('month')}
          any={t('anyMonth')}
          options={months
            .map(({ month }) => ({ value: month, label: monthText(month) }))
            .sort((a, b) => b.value.localeCompare(a.value))}
        />
        {!unitCode && (
          <ChoiceFilter
            state={state}
            name="unitCode"
            label={t('unit')}
            any={t('anyUnit')}
            several
            width={200}
            options={units.filter(({ reports }) => reports).map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <ChoiceFilter
          state={state}
          name="kind"
          label={t('kind')}
          any={t('anyKind')}
          width={160}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind${kind}`) }))}
        />
        <ChoiceFilter
          state={state}
          name="state"
          label={t('state')}
          any={t('anyState')}
          options={states.map((one) => ({ value: one, label: t(`state${one}`) }))}
        />
      </search>
      <Answer
        query={articles}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty title={narrowed ? u('empty') : t('empty')}>
            <p>{t(narrowed ? 'emptyNext' : 'emptyFirst')}</p>
            {narrowed && <Button onClick={state.clear}>{u('clearFilters')}</Button>}
          </Empty>
        }
      >
        {({ items, total, nextCursor }) => (
          <div className="zs-stack zs-stretch">
            {items.map((article) => (
              <ArticleCard key={article.id} article={article} />
            ))}
            <Pager state={state} shown={items.length} total={total} nextCursor={nextCursor} />
          </div>
        )}
      </Answer>
    </>
  )
}
