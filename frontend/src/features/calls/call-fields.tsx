import { Button, Checkbox, Input, Radio } from 'antd'
import type { Finding, Unit } from '@/api/types'
import { moneyText, wanInput } from '@/lib/money'
import { MONEY } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { Field } from '@/ui/field'
import { QuantityInput } from '@/ui/quantity-input'
import type { CallTerms } from './queries'
import { callWords } from './words'

type Listed = { code: string; name: string; groupName: string }

export function CallFields({
  terms,
  change,
  fresh,
  findings,
  units,
  industries,
  principles,
}: {
  terms: CallTerms
  change: (terms: CallTerms) => void
  /** The year is fixed once the call exists. */
  fresh: boolean
  findings: Finding[]
  units: Unit[]
  industries: Listed[]
  principles: Listed[]
}) {
  const t = useWords(callWords)
  const at = (pointer: string) => findings.filter((f) => f.pointer === pointer)
  const day = (name: 'planningFrom' | 'planningTo' | 'deadline', help?: string) => (
    <Field pointer={`/${name}`} label={t(name)} necessity="REQUIRED" help={help} findings={at(`/${name}`)}>
      {(control) => (
        <Input
          {...control}
          type="date"
          value={terms[name]}
          onChange={(event) => change({ ...terms, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <section className="zs-card">
        <div className="zs-fields">
          {fresh && (
            <Field pointer="/year" label={t('year')} necessity="REQUIRED" findings={at('/year')}>
              {(control) => (
                <Input
                  {...control}
                  inputMode="numeric"
                  maxLength={4}
                  value={terms.year || ''}
                  onChange={(event) => change({ ...terms, year: Number(event.target.value.replace(/\D/g, '')) })}
                />
              )}
            </Field>
          )}
          <Field pointer="/name" label={t('name')} necessity="REQUIRED" findings={at('/name')}>
            {(control) => (
              <Input
                {...control}
                maxLength={100}
                value={terms.name}
                onChange={(event) => change({ ...terms, name: event.target.value })}
              />
            )}
          </Field>
          {day('planningFrom')}
          {day('planningTo')}
          {day('deadline', t('deadlineHelp'))}
          <Field
            pointer="/minimumInvestmentYuan"
            label={t('minimum')}
            unit="万元"
            necessity="REQUIRED"
            help={t('minimumHelp')}
            findings={at('/minimumInvestmentYuan')}
          >
            {(control) => (
              <QuantityInput
                control={control}
                kind={MONEY}
                value={terms.minimumInvestmentYuan}
                onChange={(yuan) => change({ ...terms, minimumInvestmentYuan: yuan as number })}
                toInput={wanInput}
                show={moneyText}
                example="500万"
              />
            )}
          </Field>
          <Field pointer="/lateSubmissions" label={t('late')} group findings={at('/lateSubmissions')}>
            {(control) => (
              <Radio.Group
                name={control.id}
                value={terms.lateSubmissions}
                options={(['MARK', 'REFUSE'] as const).map((value) => ({ value, label: t(`late${value}`) }))}
                onChange={(event) =>
                  change({ ...terms, lateSubmissions: event.target.value as CallTerms['lateSubmissions'] })
                }
              />
            )}
          </Field>
        </div>
      </section>
      <Quotas terms={terms} change={change} units={units} findings={findings} />
      <Codes
        pointer="/industryCodes"
        label={t('industries')}
        lists={industries}
        chosen={terms.industryCodes}
        findings={at('/industryCodes')}
        choose={(industryCodes) => change({ ...terms, industryCodes })}
      />
      <Codes
        pointer="/principleCodes"
        label={t('principles')}
        lists={principles}
        chosen={terms.principleCodes}
        findings={at('/principleCodes')}
        choose={(principleCodes) => change({ ...terms, principleCodes })}
      />
    </>
  )
}

function Quotas({
  terms,
  change,
  units,
  findings,
}: {
  terms: CallTerms
  change: (terms: CallTerms) => void
  units: Unit[]
  findings: Finding[]
}) {
  const t = useWords(callWords)
  const quota = (code: string) => terms.quotas.find((q) => q.unitCode === code)?.quota ?? 0
  const set = (code: string, value: number) =>
    change({
      ...terms,
      quotas: units.map((unit) => ({ unitCode: unit.code, quota: unit.code === code ? value : quota(unit.code) })),
    })
  const sum = units.reduce((total, { code }) => total + (quota(code) || 0), 0)
  return (
    <section className="zs-card">
      <div className="zs-row">
        <h2>{t('quotas')}</h2>
        <span className="zs-quiet">{t('quotaSum', { count: sum })}</span>
      </div>
      <div className="zs-calls-quotas">
        {units.map(({ code, name }) => {
          const index = terms.quotas.findIndex((q) => q.unitCode === code)
          return (
            <Field
              key={code}
              pointer={`/quotas/${index < 0 ? code : index}`}
              label={name}
              findings={findings.filter((f) => f.pointer.startsWith(`/quotas/${index}`))}
            >
              {(control) => (
                <Input
                  {...control}
                  aria-label={t('quotaOf', { unit: name })}
                  inputMode="numeric"
                  maxLength={4}
                  suffix={t('projects')}
                  value={Number.isNaN(quota(code)) ? '' : quota(code)}
                  onChange={(event) => {
                    const digits = event.target.value.normalize('NFKC').replace(/\D/g, '')
                    set(code, digits === '' ? Number.NaN : Number(digits))
                  }}
                />
              )}
            </Field>
          )
        })}
      </div>
    </section>
  )
}

function Codes({
  pointer,
  label,
  lists,
  chosen,
  findings,
  choose,
}: {
  pointer: string
  label: string
  lists: Listed[]
  chosen: string[]
  findings: Finding[]
  choose: (codes: string[]) => void
}) {
  const t = useWords(callWords)
  const groups = [...new Set(lists.map((one) => one.groupName))]
  // The order of the list, whatever the order of the clicks.
  const inOrder = (codes: string[]) => lists.map((one) => one.code).filter((code) => codes.includes(code))
  return (
    <section className="zs-card">
      <Field
        pointer={pointer}
        label={`${label}（${t('industriesSome', { chosen: chosen.length, count: lists.length })}）`}
        group
        findings={findings}
      >
        {() => (
          <>
            <div className="zs-actions">
              <Button size="small" onClick={() => choose(lists.map((one) => one.code))}>
                {t('chooseAll')}
              </Button>
              <Button size="small" onClick={() => choose([])}>
                {t('chooseNone')}
              </Button>
            </div>
            {groups.map((group) => (
              <div key={group} className="zs-calls-codes">
                <h3>{group}</h3>
                <div>
                  {lists
                    .filter((one) => one.groupName === group)
                    .map(({ code, name }) => (
                      <Checkbox
                        key={code}
                        checked={chosen.includes(code)}
                        onChange={(event) =>
                          choose(
                            inOrder(event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code)),
                          )
                        }
                      >
                        {name}
                      </Checkbox>
                    ))}
                </div>
              </div>
            ))}
          </>
        )}
      </Field>
    </section>
  )
}
