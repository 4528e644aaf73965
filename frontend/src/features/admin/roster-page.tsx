import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { isProblem } from '@/api/problem'
import type { Roster } from '@/api/types'
import { unitsQuery } from '@/features/units/queries'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { Answer } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { changed, findingsOf, Part, versionNow } from './form-parts'
import { type RosterEntries, replaceRoster, rosterFields, rosterQuery } from './queries'
import { adminWords } from './words'

/** Who answers for what in a unit: its own people write it, the city reads it. */
export function Component() {
  const t = useWords(adminWords)
  const { code = '' } = useParams()
  const units = useQuery(unitsQuery())
  const roster = useQuery(rosterQuery(code))
  const { user } = useCaller()
  // A code is no name: until the units are known only one's own has one.
  const unit =
    units.data?.find((one) => one.code === code)?.name ?? (user.unitCode === code ? user.unitName : undefined)
  return (
    <>
      <PageHead
        title={unit ? t('rosterTitle', { unit }) : t('roster')}
        lead={
          unit && roster.data?.allowedActions.includes('edit') === false
            ? t('rosterReadOnly', { unit })
            : t('rosterLead')
        }
      />
      <Answer query={roster}>
        {(found) =>
          found.allowedActions.includes('edit') ? (
            <RosterForm code={code} roster={found} />
          ) : (
            <RosterFacts roster={found} />
          )
        }
      </Answer>
    </>
  )
}

function RosterFacts({ roster }: { roster: Roster }) {
  const t = useWords(adminWords)
  const u = useWords(uiWords)
  return (
    <section className="zs-card">
      <dl className="zs-facts">
        {rosterFields.map((name) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{roster[name] ?? u('none')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const entriesOf = (roster: Roster): RosterEntries =>
  Object.fromEntries(rosterFields.map((name) => [name, roster[name]])) as RosterEntries

function RosterForm({ code, roster }: { code: string; roster: Roster }) {
  const t = useWords(adminWords)
  const queries = useQueryClient()
  const [base, setBase] = useState(() => entriesOf(roster))
  const [form, setForm] = useState(base)
  const [version, setVersion] = useState(roster.version)
  const save = useMutation({
    mutationFn: () => replaceRoster(code, version, form),
    onSuccess: (saved) => {
      setVersion(saved.version)
      setBase(entriesOf(saved))
      setForm(entriesOf(saved))
      void queries.invalidateQueries({ queryKey: ['roster', code] })
      notify(t('saved'))
    },
    onError: (error) => {
      if (!isProblem(error, 412) || !error.problem.current) return
      // PUT replaces the whole: what others wrote meanwhile stays, beside what was typed here.
      const current = error.problem.current as Roster
      setVersion(current.version)
      setBase(entriesOf(current))
      setForm({ ...entriesOf(current), ...changed(base, form) })
    },
  })
  const findings = findingsOf(save.error)
  return (
    <form
      className="zs-card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {versionNow(save.error) !== undefined ? (
        <Alert type="warning" showIcon title={t('stale')} />
      ) : (
        save.isError && findings.length === 0 && <Alert type="error" showIcon title={save.error.message} />
      )}
      <div className="zs-fields">
        {rosterFields.map((name) => (
          <Part key={name} name={name} label={t(name)} findings={findings}>
            {(control) => (
              <Input
                {...control}
                maxLength={name === 'officeAddress' ? 200 : name === 'officePhone' ? 40 : 50}
                value={form[name] ?? ''}
                onChange={(event) => setForm({ ...form, [name]: event.target.value || undefined })}
              />
            )}
          </Part>
        ))}
      </div>
      <div className="zs-actions">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
