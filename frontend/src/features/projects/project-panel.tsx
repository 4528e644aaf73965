import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { Link } from 'react-router'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { Answer } from '@/ui/states'
import { ProjectActions } from './project-actions'
import { ProjectFacts } from './project-facts'
import { ProjectMarks } from './project-marks'
import { ProjectNotices } from './project-page'
import { projectQuery } from './queries'
import { projectWords } from './words'

/** A row opened beside its list: enough to decide, one click from the whole. */
export function ProjectPanel({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const t = useWords(projectWords)
  const project = useQuery(projectQuery(id))
  return (
    <Drawer
      open
      size={560}
      title={name}
      onClose={onClose}
      mask={false}
      extra={<Link to={paths.project(id)}>{t('openPage')}</Link>}
    >
      <div className="zs-panel">
        <Answer query={project}>
          {(known) => (
            <>
              <div className="zs-lead">
                <ProjectMarks project={known} />
              </div>
              <div className="zs-actions">
                <ProjectActions project={known} />
                <Button onClick={onClose}>{t('closePanel')}</Button>
              </div>
              <ProjectNotices project={known} />
              <ProjectFacts project={known} filledOnly />
            </>
          )}
        </Answer>
      </div>
    </Drawer>
  )
}
