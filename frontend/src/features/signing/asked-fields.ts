import { useQuery } from '@tanstack/react-query'
import type { ProjectField, ProjectStage, SignedProject } from '@/api/types'
import { today } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { unitsQuery } from '../units/queries'
import { agreementFieldsQuery, permitFieldsQuery, stageFieldsQuery } from './queries'
import { stages } from './stage-tag'
import { signingWords } from './words'

/** What shows that a stage was reached; each has its own. */
const evidence: Partial<Record<string, ProjectStage>> = {
  companyName: 'REGISTERED',
  registeredCapitalYuan: 'REGISTERED',
  documentNumber: 'PERMITTING',
  startKind: 'STARTED',
  aboveScaleOn: 'PRODUCING',
  mergedInto: 'MERGED',
}

/** A reason is asked for where the stage goes back or the project ends. */
export const isAsked = (now: ProjectStage) => (field: ProjectField, values: Record<string, unknown>) => {
  const to = stages.find((stage) => stage === values.stage)
  if (field.name === 'reason')
    return to !== undefined && (stages.indexOf(to) < stages.indexOf(now) || to === 'TERMINATED' || to === 'MERGED')
  const own = evidence[field.name]
  return own === undefined || own === to
}

const exclusions = [
  'LOCAL_INVESTOR',
  'PUBLIC_FUNDS',
  'VERTICAL_NETWORK',
  'REAL_ESTATE',
  'LATER_PHASE',
  'RELOCATION',
  'BELOW_THRESHOLD',
  'DUPLICATE',
  'OTHER',
] as const

const question = (part: Pick<ProjectField, 'name' | 'label'> & Partial<ProjectField>): ProjectField => ({
  type: 'TEXT',
  labelZh: part.label,
  necessity: 'REQUIRED',
  section: 'basic',
  shown: true,
  fields: [],
  ...part,
})

export type Values = Record<string, unknown>
export type Asked = 'stage' | 'agree' | 'permits' | 'shares' | 'exclude' | 'include' | 'delete'

/** The fields of a dialog and what stands in them to begin with; none before they are known. */
export function useAsked(
  asked: Asked | undefined,
  project: SignedProject,
): { fields: readonly ProjectField[]; begin: Values } {
  const t = useWords(signingWords)
  const stage = useQuery({ ...stageFieldsQuery(), enabled: asked === 'stage' }).data ?? []
  const agreement = useQuery({ ...agreementFieldsQuery(), enabled: asked === 'agree' }).data ?? []
  const permits = useQuery({ ...permitFieldsQuery(), enabled: asked === 'permits' }).data ?? []
  const units = useQuery({ ...unitsQuery(), enabled: asked === 'shares' }).data ?? []
  switch (asked) {
    case 'stage':
      return { fields: stage, begin: { on: today() } }
    case 'agree':
      return { fields: agreement, begin: { signedOn: today() } }
    case 'permits':
      return { fields: permits, begin: project.permits }
    case 'shares':
      return {
        fields: units
          .filter(({ reports }) => reports)
          .map(({ code, name }) =>
            question({ name: code, label: name, type: 'DECIMAL', unit: '%', necessity: 'OPTIONAL' }),
          ),
        begin: Object.fromEntries(project.shares.map(({ unitCode, percent }) => [unitCode, percent])),
      }
    case 'exclude':
      return {
        fields: [
          question({
            name: 'exclusion',
            label: t('exclusion'),
            type: 'ENUM',
            options: exclusions.map((value) => ({ value, label: t(`exclusion${value}`) })),
          }),
          question({ name: 'reason', label: t('exclusionReason'), type: 'LONG_TEXT', maxLength: 500 }),
        ],
        begin: {},
      }
    default:
      return { fields: [], begin: {} }
  }
}
