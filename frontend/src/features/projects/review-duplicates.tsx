import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { isProblem } from '@/api/problem'
import type { Duplicate, Project } from '@/api/types'
import { paths } from '@/app/paths'
import { moneyText } from '@/lib/money'
import { inUnit } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { recordWords } from '@/ui/record-words'
import { StateTag, Tag } from '@/ui/state-tag'
import { Answer } from '@/ui/states'
import { duplicatesQuery, giveVerdict } from './queries'
import { projectWords } from './words'

const verdicts = ['NEW', 'SAME', 'MERGE'] as const

/** What the project resembles; levels 1 and 2 wait for a person's verdict, nothing merges by itself. */
export function ReviewDuplicates({ project }: { project: Project }) {
  const t = useWords(projectWords)
  const duplicates = useQuery(duplicatesQuery(project.id))
  return (
    <section className="zs-card">
      <h2>{t('duplicates')}</h2>
      <Answer
        query={duplicates}
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
                  <Link to={paths.project(d.otherId)} target="_blank">
                    {d.name}
                  </Link>
                  <StateTag state={d.state} />
                  {d.unitName} · {d.code}
                  {d.totalInvestmentYuan != null && ` · ${moneyText(d.totalInvestmentYuan)}`}
                  {d.investor && ` · ${d.investor}`}
                </span>
                <span>
                  {d.because}
                  {d.similarity != null &&
                    d.similarity < 1 &&
                    `（${t('similarity', { percent: inUnit(d.similarity * 100, [1n, 1n], 1) })}）`}
                  {d.open && <strong>{` ${t('levelBars')}`}</strong>}
                </span>
                {d.verdict ? (
                  <p className="zs-note">
                    {t('verdictBy', {
                      by: d.verdict.by,
                      verdict: t(`verdict${d.verdict.verdict}`),
                      reason: d.verdict.reason,
                    })}
                  </p>
                ) : d.open ? (
                  <Verdict project={project} duplicate={d} />
                ) : (
                  <details className="zs-why">
                    <summary>{t('verdict')}</summary>
                    <Verdict project={project} duplicate={d} />
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

function Verdict({ project, duplicate }: { project: Project; duplicate: Duplicate }) {
  const t = useWords(projectWords)
  const r = useWords(recordWords)
  const { can } = useCaller()
  const queries = useQueryClient()
  const [verdict, setVerdict] = useState<(typeof verdicts)[number]>()
  const [reason, setReason] = useState('')
  const give = useMutation({
    mutationFn: (chosen: (typeof verdicts)[number]) => giveVerdict(project, duplicate.otherId, chosen, reason.trim()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects', project.id] }),
    onError: (error) => {
      if (isProblem(error, 412)) void queries.invalidateQueries({ queryKey: ['projects', project.id] })
    },
  })
  if (!can('projects:review')) return null
  const name = `verdict-${duplicate.otherId}`
  return (
    <fieldset className="zs-field">
      <legend>{t('verdict')}</legend>
      <Radio.Group
        name={name}
        value={verdict}
        options={verdicts.map((value) => ({ value, label: t(`verdict${value}`) }))}
        onChange={(event) => setVerdict(event.target.value as (typeof verdicts)[number])}
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
