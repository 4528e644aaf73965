import type { ProjectState } from '@/api/types'
import { useWords } from '@/lib/words'
import { uiWords } from './words'

/** A state is a word with a mark: it reads the same in grey print and to a screen reader. */
const marks: Record<ProjectState, { mark: string; tone: string }> = {
  DRAFT: { mark: '○', tone: 'plain' },
  SUBMITTED: { mark: '▸', tone: 'blue' },
  RETURNED: { mark: '↩', tone: 'amber' },
  ACCEPTED: { mark: '✓', tone: 'green' },
  PUBLISHED: { mark: '◉', tone: 'green' },
  NEGOTIATING: { mark: '⇄', tone: 'blue' },
  SIGNED: { mark: '✔', tone: 'green' },
  WITHDRAWN: { mark: '×', tone: 'plain' },
  ARCHIVED: { mark: '▪', tone: 'plain' },
}

export function StateTag({ state }: { state: ProjectState }) {
  const t = useWords(uiWords)
  const { mark, tone } = marks[state]
  return (
    <Tag tone={tone} mark={mark}>
      {t(`state${state}`)}
    </Tag>
  )
}

export function Tag({ tone, mark, children }: { tone: string; mark: string; children: string }) {
  return (
    <span className={`zs-tag zs-tag-${tone}`}>
      <span aria-hidden="true">{mark}</span> {children}
    </span>
  )
}
