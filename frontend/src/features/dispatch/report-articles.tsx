import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { MonthlyReport } from '@/api/types'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { reportArticlesQuery } from './article-queries'
import { ArticleState } from './article-state'
import { articleWords } from './article-words'

/** What became of the texts that were submitted with a report; nothing where there are none. */
export function ReportArticles({ report }: { report: MonthlyReport }) {
  const t = useWords(articleWords)
  const articles = useQuery({
    ...reportArticlesQuery(report.month, report.unitCode),
    enabled: report.submissions > 0,
  }).data
  if (!articles?.length) return null
  return (
    <section className="zs-card zs-stack zs-stretch">
      <h2>{t('section')}</h2>
      <ul className="zs-became">
        {articles.map((article) => (
          <li key={article.id}>
            <ArticleState state={article.state} /> {article.title}
            {article.reason && <span className="zs-quiet"> {t('why', { reason: article.reason })}</span>}
          </li>
        ))}
      </ul>
      <Link to={`${paths.articles}?month=${report.month}&unitCode=${report.unitCode}`}>{t('all')}</Link>
    </section>
  )
}
