import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useAttempt } from '@/api/attempt'
import { isProblem } from '@/api/problem'
import type { Call, CallProgress, ExtensionInput } from '@/api/types'
import { dayText, instantText } from '@/lib/dates'
import { inBrackets } from '@/lib/punctuation'
import { useLanguage, useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { type Control, Field } from '@/ui/field'
import { missing } from '@/ui/findings'
import { notify } from '@/ui/notice'
import { Answer } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { extensionsQuery, grantExtension } from './queries'
import { callWords } from './words'

/** Who got more time, until when, from whom and why; the bureau grants. */
export function Extensions({ call, units }: { call: Call; units: CallProgress['units'] }) {
  const t = useWords(callWords)
  const lang = useLanguage()
  const caller = useCaller()
  const extensions = useQuery(extensionsQuery(call.year))
  const [granting, setGranting] = useState(false)
  return (
    <section className="zs-card">
      <div className="zs-row">
        <h2>{t('extensions')}</h2>
        {caller.can('calls:write') && !granting && <Button onClick={() => setGranting(true)}>{t('extend')}</Button>}
      </div>
      {granting && <ExtensionForm year={call.year} units={units} close={() => setGranting(false)} />}
      <Answer
        query={extensions}
        isEmpty={(items) => items.length === 0}
        empty={<p className="zs-quiet">{t('extensionsNone')}</p>}
      >
        {(items) => (
          <ul className="zs-calls-extensions">
            {items.map((one) => (
              <li key={one.id}>
                <strong>{one.unitName}</strong> {t('until')} {dayText(one.until, lang)}，{t('grantedBy')}：
                {one.grantedBy}
                <p>{one.reason}</p>
                <p className="zs-quiet">
                  {t('recorded', { by: one.recordedBy, at: instantText(one.recordedAt, lang) })}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  )
}

function ExtensionForm({ year, units, close }: { year: number; units: CallProgress['units']; close: () => void }) {
  const t = useWords(callWords)
  const u = useWords(uiWords)
  const lang = useLanguage()
  const queries = useQueryClient()
  const [form, setForm] = useState<ExtensionInput>({ unitCode: '', until: '', grantedBy: '', reason: '' })
  const [asked, setAsked] = useState(false)
  const attempt = useAttempt()
  const grant = useMutation({
    mutationFn: () => attempt.of(form, (key) => grantExtension(year, form, key)),
    onSuccess: async ({ unitName }) => {
      await queries.invalidateQueries({ queryKey: ['calls', year] })
      notify(t('extendSaved', { unit: unitName }))
      close()
    },
  })
  const labels = { unitCode: t('extendUnit'), until: t('until'), grantedBy: t('grantedBy'), reason: t('reason') }
  const empty = (name: keyof ExtensionInput) => form[name].trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const first = (Object.keys(labels) as (keyof ExtensionInput)[]).find(empty)
    if (first) document.getElementById(`f-${first}`)?.focus()
    else grant.mutate()
  }
  const findings = isProblem(grant.error) ? grant.error.findings : []
  const field = (name: keyof ExtensionInput, control: (control: Control) => React.ReactNode, help?: string) => (
    <Field
      pointer={`/${name}`}
      label={labels[name]}
      necessity="REQUIRED"
      help={help}
      findings={[
        ...findings.filter((finding) => finding.pointer === `/${name}`),
        ...(asked && empty(name) ? [missing(`/${name}`, t('missing', { label: labels[name] }))] : []),
      ]}
    >
      {control}
    </Field>
  )
  const present = units.find((unit) => unit.unitCode === form.unitCode)?.deadline
  return (
    <form className="zs-form zs-narrow" aria-label={t('extendTitle')} onSubmit={submit} noValidate>
      {grant.isError && findings.length === 0 && <Alert type="error" showIcon title={grant.error.message} />}
      {field('unitCode', (control) => (
        <select
          {...control}
          className="zs-calls-select"
          // biome-ignore lint/a11y/noAutofocus: the form opened because its button was pressed
          autoFocus
          value={form.unitCode}
          onChange={(event) => setForm({ ...form, unitCode: event.target.value })}
        >
          <option value="">{t('choose')}</option>
          {units.map((unit) => (
            <option key={unit.unitCode} value={unit.unitCode}>
              {unit.unitName + inBrackets(dayText(unit.deadline, lang))}
            </option>
          ))}
        </select>
      ))}
      {field(
        'until',
        (control) => (
          <Input
            {...control}
            type="date"
            min={present}
            value={form.until}
            onChange={(event) => setForm({ ...form, until: event.target.value })}
          />
        ),
        t('untilHelp'),
      )}
      {field('grantedBy', (control) => (
        <Input
          {...control}
          maxLength={50}
          value={form.grantedBy}
          onChange={(event) => setForm({ ...form, grantedBy: event.target.value })}
        />
      ))}
      {field('reason', (control) => (
        <Input.TextArea
          {...control}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={form.reason}
          onChange={(event) => setForm({ ...form, reason: event.target.value })}
        />
      ))}
      <div className="zs-actions">
        <Button type="primary" htmlType="submit" loading={grant.isPending}>
          {t('extend')}
        </Button>
        <Button onClick={close}>{u('cancel')}</Button>
      </div>
    </form>
  )
}
