import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useAttempt } from '@/api/attempt'
import { isProblem } from '@/api/problem'
import type { Call, Finding, Unit } from '@/api/types'
import { paths } from '@/app/paths'
import { industriesQuery, unitsQuery } from '@/features/units/queries'
import { today } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { FindingsList, jumpTo, missing } from '@/ui/findings'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { Answer, Failed, Loading } from '@/ui/states'
import { CallFields } from './call-fields'
import { changedTerms, termsOf } from './call-form'
import { type CallTerms, callQuery, callsQuery, createCall, principlesQuery, updateCall } from './queries'
import { callWords } from './words'
import './calls.css'

/** One form to open a call and to change it. */
export function Component() {
  const t = useWords(callWords)
  const given = useParams().year
  const year = given === undefined ? undefined : Number(given)
  const call = useQuery({ ...callQuery(year ?? 0), enabled: year !== undefined })
  const calls = useQuery({ ...callsQuery(), enabled: year === undefined })
  const units = useQuery(unitsQuery())
  const title = year === undefined ? t('createTitle') : t('editTitle', { year })
  return (
    <>
      <PageHead
        title={title}
        lead={year === undefined ? t('createLead') : <Link to={paths.call(year)}>← {t('back')}</Link>}
      />
      {units.isError ? (
        <Failed error={units.error} retry={() => void units.refetch()} />
      ) : !units.data ? (
        <Loading />
      ) : year === undefined ? (
        <Answer query={calls}>{(all) => <CallForm before={undefined} units={units.data} last={all[0]} />}</Answer>
      ) : (
        <Answer query={call}>{(found) => <CallForm before={found} units={units.data} last={undefined} />}</Answer>
      )}
    </>
  )
}

/** A new call proposes the year after the last one, with its dates and quotas moved on. */
function proposal(last: Call | undefined, units: Unit[], industryCodes: string[], principleCodes: string[]): CallTerms {
  const year = (last?.year ?? Number(today().slice(0, 4)) - 1) + 1
  const moved = (day: string | undefined, otherwise: string) => `${year}${(day ?? otherwise).slice(4)}`
  return {
    year,
    name: last?.name.replace(String(last.year), String(year)) ?? '',
    planningFrom: moved(last?.planningFrom, '0000-01-01'),
    planningTo: moved(last?.planningTo, '0000-03-31'),
    deadline: moved(last?.deadline, '0000-04-10'),
    minimumInvestmentYuan: last?.minimumInvestmentYuan ?? 5_000_000,
    lateSubmissions: last?.lateSubmissions ?? 'MARK',
    industryCodes: last?.industryCodes ?? industryCodes,
    principleCodes: last?.principleCodes ?? principleCodes,
    quotas: units
      .filter((unit) => unit.reports)
      .map(({ code }) => ({ unitCode: code, quota: last?.quotas.find((q) => q.unitCode === code)?.quota ?? 0 })),
  }
}

function CallForm({ before, units, last }: { before: Call | undefined; units: Unit[]; last: Call | undefined }) {
  const industries = useQuery(industriesQuery())
  const principles = useQuery(principlesQuery())
  const failed = [industries, principles].find((query) => query.isError)
  if (failed) return <Failed error={failed.error} retry={() => void failed.refetch()} />
  if (!industries.data || !principles.data) return <Loading />
  const start = before
    ? termsOf(before)
    : proposal(
        last,
        units,
        industries.data.map((i) => i.code),
        principles.data.map((p) => p.code),
      )
  return (
    <Filled
      before={before}
      start={start}
      units={units.filter((unit) => unit.reports)}
      industries={industries.data}
      principles={principles.data}
    />
  )
}

function Filled({
  before,
  start,
  ...lists
}: {
  before: Call | undefined
  start: CallTerms
  units: Unit[]
  industries: { code: string; name: string; groupName: string }[]
  principles: { code: string; name: string; groupName: string }[]
}) {
  const t = useWords(callWords)
  const navigate = useNavigate()
  const queries = useQueryClient()
  // What was read when the form opened: a later refetch must not move the ground under what is typed.
  const [base] = useState(start)
  const [version, setVersion] = useState(before?.version)
  const [terms, setTerms] = useState(base)
  const [local, setLocal] = useState<Finding[]>([])
  const attempt = useAttempt()
  const save = useMutation({
    mutationFn: (at: number | undefined) =>
      at === undefined
        ? attempt.of(terms, (key) => createCall(terms, key))
        : updateCall(terms.year, at, changedTerms(base, terms)),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['calls'] })
      notify(t(before ? 'saved' : 'created'))
      void navigate(paths.call(saved.year))
    },
    onError: (error) => {
      const current = isProblem(error, 412) ? (error.problem.current as Call | undefined) : undefined
      if (current) setVersion(current.version)
    },
  })
  const unfilled = (): Finding[] => {
    const labels = {
      name: t('name'),
      planningFrom: t('planningFrom'),
      planningTo: t('planningTo'),
      deadline: t('deadline'),
      minimumInvestmentYuan: t('minimum'),
    }
    const found = (Object.keys(labels) as (keyof typeof labels)[])
      .filter((name) => terms[name] === '' || terms[name] === null)
      .map((name) => missing(`/${name}`, t('missing', { label: labels[name] })))
    const quotas = terms.quotas.flatMap(({ quota }, i) =>
      Number.isInteger(quota) && quota >= 0 && quota <= 9999 ? [] : [missing(`/quotas/${i}`, t('wholeNumber'))],
    )
    return [...found, ...quotas]
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const open = unfilled()
    setLocal(open)
    if (open[0]) jumpTo(open[0].pointer)
    else save.mutate(version)
  }
  const stale = isProblem(save.error, 412)
  const findings = [...local, ...(isProblem(save.error) ? save.error.findings : [])]
  return (
    <form className="zs-form" onSubmit={submit} noValidate>
      {stale ? (
        <Alert
          type="warning"
          showIcon
          title={t('stale')}
          action={
            <Button htmlType="submit" size="small">
              {t('saveAnyway')}
            </Button>
          }
        />
      ) : (
        save.isError && findings.length === 0 && <Alert type="error" showIcon title={save.error.message} />
      )}
      <FindingsList findings={findings} />
      <CallFields terms={terms} change={setTerms} fresh={!before} findings={findings} {...lists} />
      <div className="zs-actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t(before ? 'save' : 'create')}
        </Button>
      </div>
    </form>
  )
}
