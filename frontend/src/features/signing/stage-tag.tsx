import type { ProjectStage } from '@/api/types'
import { useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import { signingWords } from './words'

const marks: Record<ProjectStage, { mark: string; tone: string }> = {
  NEGOTIATING: { mark: '⇄', tone: 'plain' },
  INTENT: { mark: '○', tone: 'plain' },
  SIGNED: { mark: '✎', tone: 'blue' },
  REGISTERED: { mark: '◔', tone: 'blue' },
  PERMITTING: { mark: '◑', tone: 'blue' },
  STARTED: { mark: '▸', tone: 'green' },
  PRODUCING: { mark: '◕', tone: 'green' },
  AT_CAPACITY: { mark: '●', tone: 'green' },
  TERMINATED: { mark: '×', tone: 'plain' },
  MERGED: { mark: '▪', tone: 'plain' },
}
export const stages = Object.keys(marks) as ProjectStage[]

/** How far a project got: a word with a mark. */
export function StageTag({ stage }: { stage: ProjectStage }) {
  const t = useWords(signingWords)
  const { mark, tone } = marks[stage]
  return (
    <Tag tone={tone} mark={mark}>
      {t(`stage${stage}`)}
    </Tag>
  )
}
