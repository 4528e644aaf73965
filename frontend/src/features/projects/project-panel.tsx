import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { Beside } from '@/ui/beside'
import { Answer } from '@/ui/states'
import { ProjectActions } from './project-actions'
import { ProjectFacts } from './project-facts'
import { ProjectMarks } from './project-marks'
import { ProjectNotices } from './project-page'
import { projectQuery } from './queries'
import { projectWords } from './words'

/** Enough of a project to decide, one click from the whole. */
export function ProjectPanel({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const t = useWords(projectWords)
  const project = useQuery(projectQuery(id))
  return (
    <Beside
      title={project.data?.name ?? name}
      onClose={onClose}
      tools={<Link to={paths.project(id)}>{t('openPage')}</Link>}
    >
      <Answer query={project}>
        {(known) => (
          <>
            <div className="zs-lead">
              <ProjectMarks project={known} />
            </div>
            <div className="zs-actions">
              <ProjectActions project={known} />
            </div>
            <ProjectNotices project={known} />
            <ProjectFacts project={known} filledOnly />
          </>
        )}
      </Answer>
    </Beside>
  )
}
