import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { Beside } from '@/ui/beside'
import { recordWords } from '@/ui/record-words'
import { Answer } from '@/ui/states'
import { ProjectActions } from './project-actions'
import { ProjectFacts } from './project-facts'
import { ProjectMarks } from './project-marks'
import { ProjectNotices } from './project-page'
import { projectQuery } from './queries'

/** Enough of a project to decide, one click from the whole. */
export function ProjectPanel({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const r = useWords(recordWords)
  const project = useQuery(projectQuery(id))
  return (
    <Beside
      title={project.data?.name ?? name}
      onClose={onClose}
      tools={<Link to={paths.project(id)}>{r('openPage')}</Link>}
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
