import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { SignedProject } from '@/api/types'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { DuplicateList } from '@/ui/duplicate-list'
import { FactsSection } from '@/ui/record-facts'
import { type FileStore, RecordFiles } from '@/ui/record-files'
import { useFieldText } from '../units/field-text'
import { unitsQuery } from '../units/queries'
import {
  addSigningFile,
  judgeSigned,
  permitFieldsQuery,
  removeSigningFile,
  signingDuplicatesQuery,
  signingFilesQuery,
  takeSigningFile,
} from './queries'
import { StageTag } from './stage-tag'
import { signingWords } from './words'

/** The checklist as far as it was begun. */
export function Permits({ project }: { project: SignedProject }) {
  const t = useWords(signingWords)
  const begun = Object.values(project.permits).some((status) => status !== 'NOT_STARTED')
  const fields = useQuery({ ...permitFieldsQuery(), enabled: begun }).data ?? []
  const ofField = useFieldText()
  if (!begun) return null
  return <FactsSection title={t('sectionPermits')} fields={fields} record={project.permits} text={ofField} />
}

export function Shares({ project }: { project: SignedProject }) {
  const t = useWords(signingWords)
  const units = useQuery({ ...unitsQuery(), enabled: project.shares.length > 0 }).data ?? []
  if (project.shares.length === 0) return null
  return (
    <section className="zs-card">
      <h2>{t('sectionShares')}</h2>
      <dl className="zs-facts">
        {project.shares.map(({ unitCode, percent }) => (
          <div key={unitCode}>
            <dt>{units.find(({ code }) => code === unitCode)?.name ?? unitCode}</dt>
            <dd>{percent}%</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export function Files({ project }: { project: SignedProject }) {
  const t = useWords(signingWords)
  const { id } = project
  const store: FileStore = {
    add: (file, purpose, progress) => addSigningFile(id, file, purpose, progress),
    remove: (fileId) => removeSigningFile(id, fileId),
    take: (file) => takeSigningFile(id, file),
    purposes: ['AGREEMENT', 'STAGE', 'PHOTO', 'PROOF', 'OTHER'],
    most: 200,
    stale: ['signed-projects', id],
  }
  return (
    <section className="zs-card">
      <h2>{t('sectionFiles')}</h2>
      <RecordFiles
        files={useQuery(signingFilesQuery(id))}
        store={store}
        canChange={project.allowedActions.includes('attach')}
      />
    </section>
  )
}

/** A unit sees what looks alike among its own, the bureau among all; most have nothing like them. */
export function Duplicates({ project }: { project: SignedProject }) {
  const t = useWords(signingWords)
  const { can } = useCaller()
  const queries = useQueryClient()
  const found = useQuery(signingDuplicatesQuery(project.id))
  const again = () => queries.invalidateQueries({ queryKey: ['signed-projects'] })
  if (found.isPending || found.data?.length === 0) return null
  return (
    <DuplicateList
      found={found}
      page={(one) => paths.signedProject(one.otherId)}
      state={(one) => <StageTag stage={one.stage} />}
      amount={(one) => one.amountYuan}
      waiting={t('duplicatesCount')}
      judge={
        can('signed-projects:review')
          ? async (one, verdict, reason) => {
              await judgeSigned(project, one.otherId, verdict, reason)
              await again()
            }
          : undefined
      }
      refused={() => void again()}
    />
  )
}
