import type { NewProject, Project, ProjectInput } from '@/api/types'
import { type FieldName, RecordDraft } from '@/ui/record-draft'
import { checkProject, createProject, updateProject } from './queries'

export type Name = FieldName<ProjectInput>

/** A project being filled in: it exists from the moment it has a name. */
export class ProjectDraft extends RecordDraft<Project, ProjectInput> {
  constructor(user: string, names: readonly Name[], project?: Project) {
    super(
      {
        form: 'project',
        naming: 'name',
        create: (body, key) => createProject(body as NewProject, key),
        update: updateProject,
        check: checkProject,
      },
      user,
      names,
      project,
    )
  }
}
