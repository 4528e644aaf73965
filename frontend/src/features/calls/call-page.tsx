import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import type { Call } from '@/api/types'
import { paths } from '@/app/paths'
import { industriesQuery } from '@/features/units/queries'
import { dayText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { useLanguage, useWords } from '@/lib/words'
import { PageHead } from '@/ui/page-head'
import { Answer, Empty } from '@/ui/states'
import { CallState, DaysLeft } from './call-marks'
import { Extensions } from './extensions'
import { ProgressBoard } from './progress-board'
import { callQuery, principlesQuery, progressQuery } from './queries'
import { callWords } from './words'
import './calls.css'

export function Component() {
  const t = useWords(callWords)
  const year = Number(useParams().year)
  const call = useQuery({ ...callQuery(year), enabled: Number.isInteger(year) })
  if (!Number.isInteger(year))
    return (
      <>
        <PageHead title={t('title')} />
        <Empty title={t('noYear')}>
          <Link to={paths.calls}>{t('allCalls')}</Link>
        </Empty>
      </>
    )
  return (
    <>
      {call.isPending && <PageHead title={t('title')} />}
      <Answer query={call} back={<Link to={paths.calls}>{t('allCalls')}</Link>}>
        {(found) => <Board call={found} />}
      </Answer>
    </>
  )
}

function Board({ call }: { call: Call }) {
  const t = useWords(callWords)
  const lang = useLanguage()
  const navigate = useNavigate()
  const progress = useQuery(progressQuery(call.year))
  return (
    <>
      <PageHead
        title={call.name}
        lead={
          <>
            <CallState state={call.state} />
            <span>
              {t('deadline')} {dayText(call.deadline, lang)}
            </span>
            {call.state === 'OPEN' && <DaysLeft days={call.daysLeft} />}
            <Link to={paths.calls}>{t('allCalls')}</Link>
          </>
        }
        actions={
          <>
            <Button onClick={() => globalThis.print()}>{t('print')}</Button>
            {call.allowedActions.includes('edit') && (
              <Button onClick={() => void navigate(paths.editCall(call.year))}>{t('edit')}</Button>
            )}
          </>
        }
      />
      <section className="zs-calls-board" aria-labelledby="board">
        <h2 id="board">{t('board')}</h2>
        <Answer query={progress}>{(found) => <ProgressBoard progress={found} />}</Answer>
      </section>
      <Extensions call={call} units={progress.data?.units ?? []} />
      <Terms call={call} />
    </>
  )
}

function Terms({ call }: { call: Call }) {
  const t = useWords(callWords)
  const lang = useLanguage()
  const industries = useQuery(industriesQuery())
  const principles = useQuery(principlesQuery())
  const names = (codes: string[], of: { code: string; name: string }[] | undefined) =>
    codes.map((code) => of?.find((one) => one.code === code)?.name ?? code).join(lang === 'zh' ? '、' : ', ')
  const facts: [string, string, boolean?][] = [
    [t('planning'), t('planningText', { from: dayText(call.planningFrom, lang), to: dayText(call.planningTo, lang) })],
    [t('minimum'), moneyText(call.minimumInvestmentYuan, lang)],
    [t('late'), t(`late${call.lateSubmissions}`)],
    [
      t('industries'),
      call.industryCodes.length === industries.data?.length
        ? t('industriesAll', { count: call.industryCodes.length })
        : names(call.industryCodes, industries.data),
      true,
    ],
    [t('principles'), names(call.principleCodes, principles.data), true],
  ]
  return (
    <section className="zs-card">
      <h2>{t('terms')}</h2>
      <dl className="zs-facts">
        {facts.map(([label, value, wide]) => (
          <div key={label} className={wide ? 'zs-wide' : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
