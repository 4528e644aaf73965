import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { Project } from '@/api/types'
import { paths } from '@/app/paths'
import { instantText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { FindingsList, isOpen } from '@/ui/findings'
import { PageHead } from '@/ui/page-head'
import { WhyNot } from '@/ui/refusal'
import { Answer } from '@/ui/states'
import { AppraisalsSection } from './appraisals-section'
import { AttachmentsSection } from './attachments-section'
import { ProjectActions } from './project-actions'
import { ProjectFacts } from './project-facts'
import { ProjectHistory } from './project-history'
import { ProjectMarks } from './project-marks'
import { projectQuery } from './queries'
import { projectWords } from './words'

export function Component() {
  const t = useWords(projectWords)
  const { id = '' } = useParams()
  const project = useQuery(projectQuery(id))
  return (
    <Answer query={project} back={<Link to={paths.projects}>{t('toList')}</Link>}>
      {(known) => <ProjectDetails project={known} />}
    </Answer>
  )
}

function ProjectDetails({ project }: { project: Project }) {
  const t = useWords(projectWords)
  const queries = useQueryClient()
  return (
    <>
      <PageHead
        title={project.name}
        lead={<ProjectMarks project={project} />}
        actions={<ProjectActions project={project} />}
      >
        <Link to={paths.projects}>{t('toList')}</Link>
      </PageHead>
      <ProjectNotices project={project} />
      <ProjectFacts project={project} />
      <section className="zs-card">
        <h2>{t('sectionAppraisal')}</h2>
        <AppraisalsSection id={project.id} canAdd={project.allowedActions.includes('appraise')} />
      </section>
      <section className="zs-card">
        <h2>{t('sectionAttachments')}</h2>
        <AttachmentsSection
          id={project.id}
          canChange={project.allowedActions.includes('attach')}
          onChanged={() => void queries.invalidateQueries({ queryKey: ['projects', project.id] })}
        />
      </section>
      <section className="zs-card">
        <h2>{t('sectionHistory')}</h2>
        <ProjectHistory id={project.id} />
      </section>
    </>
  )
}

/** What stands in the way, before the facts: the remarks of a return, open findings, and what is not possible and why. */
export function ProjectNotices({ project }: { project: Project }) {
  const t = useWords(projectWords)
  const actionText = useVerbText()
  const explained = (rule: string) => project.justifications?.find((j) => j.rule === rule)?.text ?? ''
  const open = project.findings.filter((f) => isOpen(f, explained))
  const matters = project.state === 'DRAFT' || project.state === 'RETURNED' || project.state === 'SUBMITTED'
  return (
    <>
      {project.state === 'RETURNED' && project.returned && (
        <p className="zs-note">
          {t('returnedBy', {
            by: project.returned.by,
            at: instantText(project.returned.at),
            reason: project.returned.reason,
          })}
        </p>
      )}
      {project.exitReason && <p className="zs-note">{project.exitReason}</p>}
      {matters && <FindingsList findings={open} />}
      {matters && <WhyNot items={project.whyNot} actionText={actionText} />}
    </>
  )
}

/** The verbs are the server's; one without a word is shown as it is. */
function useVerbText(): (action: string) => string {
  const t = useWords(projectWords)
  return (action) => {
    const key = `do${action[0]?.toUpperCase()}${action.slice(1)}`
    // biome-ignore lint/suspicious/noExplicitAny: a verb newer than this client has no word
    const text = t(key as any)
    return text === key ? action : text
  }
}
