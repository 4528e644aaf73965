import { Alert } from 'antd'
import { isProblem } from '@/api/problem'
import { colon, inBrackets } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { FindingLine } from './findings'
import { recordWords } from './record-words'

/** Why a step was refused: in the words of the server, each thing to settle on a line. */
export function Refusal({ error }: { error: Error }) {
  const t = useWords(recordWords)
  return (
    <Alert
      type="error"
      showIcon
      title={isProblem(error, 412) ? t('stale') : error.message}
      description={
        isProblem(error) && error.findings.length > 0 ? (
          <ul>
            {error.findings.map((f) => (
              <li key={f.rule + f.pointer}>
                <FindingLine finding={f} />
              </li>
            ))}
          </ul>
        ) : undefined
      }
    />
  )
}

/** What is not possible at present and why, folded: one asks for it when one misses a button. */
export function WhyNot({
  items,
  actionText,
}: {
  items: readonly { action: string; message: string }[]
  actionText: (action: string) => string
}) {
  const t = useWords(recordWords)
  if (items.length === 0) return null
  return (
    <details className="zs-why">
      <summary>{t('whyNot') + inBrackets(items.length)}</summary>
      <ul>
        {items.map(({ action, message }) => (
          <li key={action}>
            <strong>{actionText(action)}</strong>
            {colon()}
            {message}
          </li>
        ))}
      </ul>
    </details>
  )
}
