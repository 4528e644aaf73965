import type { PriceState } from '@/api/types'
import { useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import { priceWords } from './words'

const marks: Record<PriceState, { mark: string; tone: string }> = {
  DRAFT: { mark: '○', tone: 'plain' },
  SUBMITTED: { mark: '▸', tone: 'blue' },
  RETURNED: { mark: '↩', tone: 'amber' },
  ACCEPTED: { mark: '✓', tone: 'green' },
}

export function ReportState({ state, late }: { state: PriceState; late: boolean }) {
  const t = useWords(priceWords)
  return (
    <span className="zs-marks">
      <Tag {...marks[state]}>{t(`state${state}`)}</Tag>
      {late && (
        <Tag tone="amber" mark="!">
          {t('late')}
        </Tag>
      )}
    </span>
  )
}
