import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { isProblem } from '@/api/problem'
import type { PublicProject } from '@/api/types'
import { paths } from '@/app/paths'
import { config } from '@/lib/config'
import { instantDayText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { useLanguage, useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import { Answer, Empty } from '@/ui/states'
import { usePageMeta } from './page-meta'
import { placeText } from './place'
import { ProjectFacts } from './project-facts'
import { projectRecord } from './project-record'
import { publicProjectQuery } from './queries'
import { Share } from './share'
import { shareLink } from './share-link'
import { publicWords } from './words'

export function Component() {
  const t = useWords(publicWords)
  const { id = '' } = useParams()
  const project = useQuery(publicProjectQuery(id))
  // An id that is no id is as gone as one that was taken back.
  const gone = project.data === undefined && (isProblem(project.error, 404) || isProblem(project.error, 400))
  return (
    <>
      <p className="zs-pub-back">
        <Link to={paths.publicProjects}>← {t('back')}</Link>
      </p>
      {gone ? <Gone /> : <Answer query={project}>{(found) => <Project project={found} />}</Answer>}
    </>
  )
}

function Gone() {
  const t = useWords(publicWords)
  usePageMeta(t('gone'), t('goneNext'), shareLink(paths.publicProjects))
  return (
    <Empty title={t('gone')}>
      <p>{t('goneNext')}</p>
      <Link to={paths.publicProjects}>{t('all')}</Link>
    </Empty>
  )
}

function Project({ project }: { project: PublicProject }) {
  const t = useWords(publicWords)
  const lang = useLanguage()
  const link = shareLink(paths.publicProject(project.id))
  const amount = moneyText(project.totalInvestmentYuan, lang)
  const summary = project.summary || project.content
  usePageMeta(
    `${project.name} · ${project.unitName}`,
    [project.unitName, project.industryName, `${t('total')} ${amount}`, summary].join(' · ').slice(0, 160),
    link,
    projectRecord(project, link, config().cityName[lang]),
  )
  return (
    <article className="zs-pub-project">
      <header className="zs-pub-head">
        <h1>{project.name}</h1>
        <p>{placeText(project)}</p>
        {project.example && (
          <p className="zs-note">
            <Tag tone="amber" mark="※">
              {t('example')}
            </Tag>{' '}
            {t('exampleNote')}
          </p>
        )}
      </header>
      <ProjectFacts project={project} />
      <section className="zs-card">
        <h2>{t('content')}</h2>
        <p className="zs-pub-text">{project.content}</p>
        {project.preparation && (
          <>
            <h2>{t('preparation')}</h2>
            <p className="zs-pub-text">{project.preparation}</p>
          </>
        )}
      </section>
      <section className="zs-card zs-pub-contact">
        <h2>{t('contact')}</h2>
        <p>{project.contactOffice}</p>
        <p>
          <a className="zs-pub-button zs-pub-primary" href={`tel:${project.contactPhone.replace(/[^\d+]/g, '')}`}>
            {t('call', { phone: project.contactPhone })}
          </a>
        </p>
        <p className="zs-quiet">
          {t('verified')}：{t('published', { date: instantDayText(project.publishedAt, lang) })}；
          {t('updated', { date: instantDayText(project.updatedAt, lang) })}。{t('code')} {project.code}
        </p>
      </section>
      <Share title={project.name} heading={t('shareThis')} link={link} />
      <nav className="zs-pub-related" aria-label={t('more')}>
        <Link to={{ pathname: paths.publicProjects, search: `?unitCode=${project.unitCode}` }}>
          {t('moreUnit', { unit: project.unitName })}
        </Link>
        <Link to={{ pathname: paths.publicProjects, search: `?groupCode=${project.groupCode}` }}>
          {t('moreGroup', { group: project.groupName })}
        </Link>
      </nav>
    </article>
  )
}
