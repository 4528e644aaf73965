import { type UseQueryResult, useMutation } from '@tanstack/react-query'
import { Alert, Button, Input, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { isProblem } from '@/api/problem'
import type { Duplicate } from '@/api/types'
import { moneyText } from '@/lib/money'
import { inUnit } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { duplicateWords } from './duplicate-words'
import { recordWords } from './record-words'
import { Tag } from './state-tag'
import { Answer } from './states'

const verdicts = ['NEW', 'SAME', 'MERGE'] as const
export type Verdict = (typeof verdicts)[number]

/** Another record that looks like the one in question. */
export type Alike = Pick<
  Duplicate,
  'otherId' | 'code' | 'name' | 'unitName' | 'investor' | 'level' | 'because' | 'similarity' | 'verdict' | 'open'
>

/** What a record resembles; levels 1 and 2 wait for a person's verdict, nothing merges by itself. */
export function DuplicateList<D extends Alike>({
  found,
  page,
  state,
  amount,
  waiting,
  judge,
  refused,
}: {
  found: UseQueryResult<D[]>
  page: (one: D) => string
  state: (one: D) => ReactNode
  amount: (one: D) => number | null | undefined
  /** What an open pair means until it is judged. */
  waiting: string
  /** Absent where the caller may only look. */
  judge?: ((one: D, verdict: Verdict, reason: string) => Promise<unknown>) | undefined
  /** Another was quicker: what is seen is asked for again. */
  refused: () => void
}) {
  const t = useWords(duplicateWords)
  return (
    <section className="zs-card">
      <h2>{t('duplicates')}</h2>
      <Answer
        query={found}
        isEmpty={(list) => list.length === 0}
        empty={<p className="zs-quiet">{t('noDuplicates')}</p>}
      >
        {(list) => (
          <ul className="zs-stack zs-stretch">
            {list.map((d) => (
              <li key={d.otherId} className="zs-record zs-stack zs-stretch">
                <span className="zs-lead">
                  <Tag tone={d.open ? 'amber' : 'plain'} mark={d.open ? '!' : '✓'}>
                    {t('level', { level: d.level })}
                  </Tag>
                  <Link to={page(d)} target="_blank">
                    {d.name}
                  </Link>
                  {state(d)}
                  {d.unitName} · {d.code}
                  {amount(d) != null && ` · ${moneyText(amount(d) ?? 0)}`}
                  {d.investor && ` · ${d.investor}`}
                </span>
                <span>
                  {d.because}
                  {d.similarity != null &&
                    d.similarity < 1 &&
                    `（${t('similarity', { percent: inUnit(d.similarity * 100, [1n, 1n], 1) })}）`}
                  {d.open && <strong>{` ${waiting}`}</strong>}
                </span>
                {d.verdict ? (
                  <p className="zs-note">
                    {t('verdictBy', {
                      by: d.verdict.by,
                      verdict: t(`verdict${d.verdict.verdict}`),
                      reason: d.verdict.reason,
                    })}
                  </p>
                ) : !judge ? null : d.open ? (
                  <VerdictForm about={d.otherId} judge={(...said) => judge(d, ...said)} refused={refused} />
                ) : (
                  <details className="zs-why">
                    <summary>{t('verdict')}</summary>
                    <VerdictForm about={d.otherId} judge={(...said) => judge(d, ...said)} refused={refused} />
                  </details>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  )
}

function VerdictForm({
  about,
  judge,
  refused,
}: {
  about: string
  judge: (verdict: Verdict, reason: string) => Promise<unknown>
  refused: () => void
}) {
  const t = useWords(duplicateWords)
  const r = useWords(recordWords)
  const [verdict, setVerdict] = useState<Verdict>()
  const [reason, setReason] = useState('')
  const give = useMutation({
    mutationFn: (chosen: Verdict) => judge(chosen, reason.trim()),
    onError: (error) => {
      if (isProblem(error, 412)) refused()
    },
  })
  const name = `verdict-${about}`
  return (
    <fieldset className="zs-field">
      <legend>{t('verdict')}</legend>
      <Radio.Group
        name={name}
        value={verdict}
        options={verdicts.map((value) => ({ value, label: t(`verdict${value}`) }))}
        onChange={(event) => setVerdict(event.target.value as Verdict)}
      />
      {verdict && (
        <>
          <label htmlFor={name}>{t('verdictReason')}</label>
          <Input.TextArea
            id={name}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 1, maxRows: 4 }}
            onChange={(event) => setReason(event.target.value)}
          />
          <span>
            <Button disabled={!reason.trim()} loading={give.isPending} onClick={() => give.mutate(verdict)}>
              {t('verdictGive', { verdict: t(`verdict${verdict}`) })}
            </Button>
          </span>
        </>
      )}
      {give.isError && (
        <Alert type="error" showIcon title={isProblem(give.error, 412) ? r('stale') : give.error.message} />
      )}
    </fieldset>
  )
}
