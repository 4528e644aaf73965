import type { Project, ProjectRow } from '@/api/types'
import { useWords } from '@/lib/words'
import { StateTag, Tag } from '@/ui/state-tag'
import { projectWords } from './words'

/** State, number, unit, and what is out of the ordinary about a record. */
export function ProjectMarks({ project, where = true }: { project: Project | ProjectRow; where?: boolean }) {
  const t = useWords(projectWords)
  return (
    <>
      <StateTag state={project.state} />
      {project.late && (
        <Tag tone="amber" mark="!">
          {t('late')}
        </Tag>
      )}
      {project.example && (
        <Tag tone="plain" mark="※">
          {t('example')}
        </Tag>
      )}
      {where && (
        <span>
          {project.code} · {project.unitName} · {t('yearOf', { year: project.callYear })}
        </span>
      )}
    </>
  )
}
