import type { FundSums } from '@/api/types'
import { moneyText } from '@/lib/money'
import { useWords } from '@/lib/words'
import { receiptWords } from './receipt-words'

/** Declared, reviewed, recognised and entered beside one another, and what lies between them. */
export function SumStrip({ sums }: { sums: FundSums }) {
  const t = useWords(receiptWords)
  const facts = [
    [t('sumDeclared'), sums.declaredYuan],
    [t('sumAssessed'), sums.assessedYuan],
    [t('sumReviewed'), sums.reviewedYuan],
    [t('sumRecognised'), sums.recognisedYuan],
    [t('sumEntered'), sums.enteredYuan],
    [t('sumUnentered'), sums.declaredYuan - sums.enteredYuan],
  ] as const
  return (
    <section className="zs-card" aria-label={t('sums')}>
      <dl className="zs-facts">
        {facts.map(([label, yuan]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{moneyText(yuan)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
