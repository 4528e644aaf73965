import { Link } from 'react-router'
import type { PublicProject } from '@/api/types'
import { paths } from '@/app/paths'
import { instantDayText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { grouped, plain } from '@/lib/quantity'
import { useLanguage, useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import { powerText, waterText } from './amounts'
import { placeText } from './place'
import { publicWords } from './words'

/** What, where, how much, land, water, power, verified when: the facts one compares projects by. */
export function ProjectCard({ project }: { project: PublicProject }) {
  const t = useWords(publicWords)
  const lang = useLanguage()
  const facts: [string, string | undefined][] = [
    [t('land'), project.landAreaMu == null ? undefined : landText(project.landAreaMu, lang)],
    [t('water'), project.waterDemandTonPerYear == null ? undefined : waterText(project.waterDemandTonPerYear, t, lang)],
    [t('power'), project.powerDemandKwhPerYear == null ? undefined : powerText(project.powerDemandKwhPerYear, t, lang)],
  ]
  return (
    <article className="zs-pub-card">
      <h2>
        <Link to={paths.publicProject(project.id)}>{project.name}</Link>
      </h2>
      <p className="zs-quiet">{placeText(project)}</p>
      <p className="zs-pub-amount">
        <span className="zs-quiet">{t('total')}</span> <strong>{moneyText(project.totalInvestmentYuan, lang)}</strong>
      </p>
      <dl>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {project.summary && <p className="zs-pub-summary">{project.summary}</p>}
      <p className="zs-quiet zs-pub-when">
        {t('published', { date: instantDayText(project.publishedAt, lang) })}
        {project.example && (
          <>
            {' '}
            <Tag tone="amber" mark="※">
              {t('example')}
            </Tag>
          </>
        )}
      </p>
    </article>
  )
}

const landText = (mu: number, lang: string) => `${grouped(plain(mu))}${lang === 'en' ? ' mu' : ' 亩'}`
