import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Article, ArticleFields } from '@/api/types'
import { paths } from '@/app/paths'
import { instantText, monthText } from '@/lib/dates'
import { parts } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { notify } from '@/ui/notice'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Refusal } from '@/ui/refusal'
import { FieldsDialog } from '../units/fields-dialog'
import { adoptArticle, articleFieldsQuery, declineArticle, updateArticle } from './article-queries'
import { ArticleState } from './article-state'
import { articleWords } from './article-words'

/** One article to read, with what can be done to it. */
export function ArticleCard({ article }: { article: Article }) {
  const t = useWords(articleWords)
  const [asked, setAsked] = useState<'edit' | 'decline'>()
  const adopt = useDone(() => adoptArticle(article), t('adopted'))
  const may = (action: string) => article.allowedActions.includes(action)
  return (
    <article className="zs-card zs-stack zs-stretch" aria-label={article.title}>
      <div className="zs-row">
        <h2>{article.title}</h2>
        <ArticleState state={article.state} />
      </div>
      <p className="zs-quiet">
        {parts([
          article.unitName,
          monthText(article.month),
          article.kindName,
          ...(article.body === article.source ? [] : [t('edited')]),
        ])}
      </p>
      <p className="zs-article">{article.body}</p>
      {article.body !== article.source && (
        <details>
          <summary>{t('source')}</summary>
          <p className="zs-article">{article.source}</p>
        </details>
      )}
      {article.reason && <p className="zs-note">{t('why', { reason: article.reason })}</p>}
      <div className="zs-actions">
        {may('adopt') && (
          <Button type="primary" loading={adopt.isPending} onClick={() => adopt.mutate(undefined)}>
            {t('adopt')}
          </Button>
        )}
        {may('decline') && <Button onClick={() => setAsked('decline')}>{t('decline')}</Button>}
        {may('edit') && <Button onClick={() => setAsked('edit')}>{t('edit')}</Button>}
        <Link to={paths.monthlyReport(article.month, article.unitCode)}>{t('report')}</Link>
        {article.decidedBy && article.decidedAt && (
          <span className="zs-quiet">
            {t('decided', { by: article.decidedBy, time: instantText(article.decidedAt) })}
          </span>
        )}
      </div>
      {adopt.error && <Refusal error={adopt.error} />}
      {asked === 'edit' && <EditDialog article={article} onClose={() => setAsked(undefined)} />}
      {asked === 'decline' && <DeclineDialog article={article} onClose={() => setAsked(undefined)} />}
    </article>
  )
}

function useDone<T>(run: (given: T) => Promise<Article>, word: string, close?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      notify(word)
      close?.()
      await queries.invalidateQueries({ queryKey: ['articles'] })
    },
  })
}

function EditDialog({ article, onClose }: { article: Article; onClose: () => void }) {
  const t = useWords(articleWords)
  const fields = useQuery(articleFieldsQuery()).data
  const run = useDone((values: ArticleFields) => updateArticle(article, values), t('saved'), onClose)
  if (!fields) return null
  return (
    <FieldsDialog
      title={t('editOf')}
      lead={t('editLead')}
      fields={fields}
      begin={{ title: article.title, body: article.body }}
      action={t('save')}
      busy={run.isPending}
      error={run.error}
      onCancel={onClose}
      onConfirm={(values) => run.mutate(values as ArticleFields)}
    />
  )
}

function DeclineDialog({ article, onClose }: { article: Article; onClose: () => void }) {
  const t = useWords(articleWords)
  const run = useDone((reason: string) => declineArticle(article, reason), t('declined'), onClose)
  return (
    <ReasonDialog
      title={t('declineOf', { title: article.title })}
      consequence={t('declineLead')}
      action={t('decline')}
      busy={run.isPending}
      problem={run.error && <Refusal error={run.error} />}
      onCancel={onClose}
      onConfirm={(reason) => run.mutate(reason)}
    />
  )
}
