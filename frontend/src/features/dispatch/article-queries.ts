import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, idempotent, ifMatch, mergePatch, ok } from '@/api/client'
import type { Article, ArticleFields } from '@/api/types'
import { language } from '@/lib/words'

const KEY = 'articles'
const seen = ({ id, version }: Article) => ({ path: { id }, header: ifMatch(version) })

export const articlesQuery = (query: Record<string, string | number | boolean | undefined>) =>
  queryOptions({
    queryKey: [KEY, 'list', query, language()],
    queryFn: () => ok(api().GET('/api/v1/articles', { params: { query } })),
    placeholderData: keepPreviousData,
  })

/** What became of the texts of one report. */
export const reportArticlesQuery = (month: string, unitCode: string) =>
  queryOptions({
    queryKey: [KEY, month, unitCode, language()],
    queryFn: async () =>
      (
        await ok(
          api().GET('/api/v1/monthly-reports/{month}/{unitCode}/articles', { params: { path: { month, unitCode } } }),
        )
      ).items,
  })

export const articleFieldsQuery = () =>
  queryOptions({
    queryKey: [KEY, 'fields', language()],
    queryFn: async () => (await ok(api().GET('/api/v1/article-fields'))).items,
    staleTime: 10 * 60_000,
  })

export const updateArticle = (article: Article, body: ArticleFields): Promise<Article> =>
  ok(api().PATCH('/api/v1/articles/{id}', { params: seen(article), body, ...mergePatch }))

export const adoptArticle = (article: Article): Promise<Article> =>
  ok(api().POST('/api/v1/articles/{id}/adopt', { params: seen(article), body: {}, ...idempotent() }))

export const declineArticle = (article: Article, reason: string): Promise<Article> =>
  ok(api().POST('/api/v1/articles/{id}/decline', { params: seen(article), body: { reason }, ...idempotent() }))
