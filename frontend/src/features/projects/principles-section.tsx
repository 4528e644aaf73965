import { useQuery } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import type { Finding, ProjectInput } from '@/api/types'
import { useWords } from '@/lib/words'
import { Field } from '@/ui/field'
import { FindingLine, fieldId } from '@/ui/findings'
import { Answer } from '@/ui/states'
import { callsQuery, principlesQuery } from './queries'
import { projectWords } from './words'

type Check = NonNullable<ProjectInput['principleChecks']>[number]
const answers = ['PASS', 'FAIL', 'NOT_APPLICABLE'] as const

/** Ten coded checks; one act answers PASS to all that are open, only the exceptions ask for a note. */
export function PrinciplesSection({
  checks,
  callYear,
  findings,
  disabled,
  onChange,
}: {
  checks: Check[]
  callYear: number | null | undefined
  findings: readonly Finding[]
  disabled: boolean
  onChange: (checks: Check[]) => void
}) {
  const t = useWords(projectWords)
  const principles = useQuery(principlesQuery())
  const call = useQuery(callsQuery()).data?.find((c) => c.year === callYear)
  const set = (code: string, part: Partial<Check>) => {
    const known = checks.some((c) => c.check === code)
    onChange(
      known
        ? checks.map((c) => (c.check === code ? { ...c, ...part } : c))
        : [...checks, { check: code, answer: 'PASS', ...part }],
    )
  }
  return (
    <Answer query={principles}>
      {(all) => {
        const asked =
          call && call.principleCodes.length > 0 ? all.filter((p) => call.principleCodes.includes(p.code)) : all
        const open = asked.filter((p) => !checks.some((c) => c.check === p.code))
        const overall = findings.filter((f) => f.pointer === '/principleChecks')
        return (
          <div className="zs-stack zs-stretch" id={fieldId('/principleChecks')} tabIndex={-1}>
            {overall.map((f) => (
              <FindingLine key={f.rule + f.message} finding={f} />
            ))}
            {open.length > 0 && !disabled && (
              <Button
                onClick={() => onChange([...checks, ...open.map((p) => ({ check: p.code, answer: 'PASS' as const }))])}
              >
                {t('passAll', { count: open.length })}
              </Button>
            )}
            <p className="zs-quiet">{t('noteNeeded')}</p>
            {asked.map((principle) => {
              const index = checks.findIndex((c) => c.check === principle.code)
              const check = checks[index]
              const at = `/principleChecks/${index < 0 ? principle.code : index}`
              const exception = check !== undefined && check.answer !== 'PASS'
              return (
                <div key={principle.code} className="zs-principle">
                  <Field
                    pointer={at}
                    label={principle.name}
                    group
                    help={
                      <>
                        {principle.question}
                        {principle.barring && ` ${t('barring')}`}
                      </>
                    }
                    findings={findings.filter((f) => f.pointer === at || f.pointer === `${at}/answer`)}
                  >
                    {(control) => (
                      <Radio.Group
                        name={control.id}
                        value={check?.answer}
                        disabled={disabled}
                        options={answers.map((value) => ({ value, label: t(`answer${value}`) }))}
                        onChange={(event) => set(principle.code, { answer: event.target.value as Check['answer'] })}
                      />
                    )}
                  </Field>
                  {exception && (
                    <Field
                      pointer={`${at}/note`}
                      label={t('noteFor', { name: principle.name })}
                      necessity="REQUIRED"
                      findings={findings.filter((f) => f.pointer === `${at}/note`)}
                    >
                      {(control) => (
                        <Input.TextArea
                          {...control}
                          value={check.note ?? ''}
                          disabled={disabled}
                          maxLength={300}
                          autoSize={{ minRows: 1, maxRows: 4 }}
                          onChange={(event) => set(principle.code, { note: event.target.value })}
                        />
                      )}
                    </Field>
                  )}
                </div>
              )
            })}
          </div>
        )
      }}
    </Answer>
  )
}
