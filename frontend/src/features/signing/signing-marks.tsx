import type { SignedProject } from '@/api/types'
import { useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import { StageTag } from './stage-tag'
import { signingWords } from './words'

/** Stage, whether it counts, number and unit. */
export function SigningMarks({ of }: { of: SignedProject }) {
  const t = useWords(signingWords)
  const open = of.findings.filter((finding) => finding.severity === 'BLOCK').length
  return (
    <>
      <StageTag stage={of.stage} />
      {open > 0 && (
        <Tag tone="amber" mark="!">
          {t('incomplete', { count: open })}
        </Tag>
      )}
      {of.exclusion && (
        <Tag tone="plain" mark="–">
          {t('excluded')}
        </Tag>
      )}
      {of.example && (
        <Tag tone="plain" mark="※">
          {t('example')}
        </Tag>
      )}
      <span>
        {of.code} · {of.unitName}
      </span>
    </>
  )
}
