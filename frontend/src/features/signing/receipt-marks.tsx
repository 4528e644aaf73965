import type { ReceiptRow } from '@/api/types'
import { useWords } from '@/lib/words'
import { Tag } from '@/ui/state-tag'
import { receiptWords } from './receipt-words'

type Marked = Pick<ReceiptRow, 'example'> & {
  open: number
  twice: boolean
  same?: boolean
  assessed?: boolean
  reportedMonth?: string | undefined
  locked: boolean
}

/** What is to be known of a receipt before one reads it. */
export function ReceiptMarks({ of }: { of: Marked }) {
  const t = useWords(receiptWords)
  return (
    <span className="zs-actions">
      {of.open > 0 && (
        <Tag tone="amber" mark="!">
          {t('open', { count: of.open })}
        </Tag>
      )}
      {of.twice && (
        <Tag tone="amber" mark="=">
          {t('twice')}
        </Tag>
      )}
      {of.same && (
        <Tag tone="plain" mark="–">
          {t('judgedSame')}
        </Tag>
      )}
      {of.assessed && (
        <Tag tone="green" mark="✓">
          {t('assessed')}
        </Tag>
      )}
      {of.locked && of.reportedMonth ? (
        <span className="zs-quiet">{t('locked', { month: of.reportedMonth })}</span>
      ) : (
        !of.reportedMonth && <span className="zs-quiet">{t('unreported')}</span>
      )}
      {of.example && (
        <Tag tone="plain" mark="※">
          {t('example')}
        </Tag>
      )}
    </span>
  )
}
