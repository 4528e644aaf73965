import { type ReactNode, useState } from 'react'
import { isProblem } from '@/api/problem'
import type { Finding, ProjectField } from '@/api/types'
import { useWords } from '@/lib/words'
import { Dialog } from '@/ui/dialog'
import { Field } from '@/ui/field'
import { Refusal } from '@/ui/refusal'
import { uiWords } from '@/ui/words'
import { FieldControl, quantityOf } from '../units/field-control'
import { EventChoice } from './event-choice'

/** An event may still be to come. */
const ahead = new Set(['startsOn', 'endsOn'])

/** A few fields asked for together; what the server refuses stands beside its field. */
export function FieldsDialog({
  title,
  lead,
  fields,
  begin = {},
  asked = () => true,
  action,
  busy,
  error,
  onCancel,
  onConfirm,
}: {
  title: string
  lead?: ReactNode
  fields: readonly ProjectField[]
  begin?: Record<string, unknown>
  /** Whether a field is asked for, as the others stand. */
  asked?: (field: ProjectField, values: Record<string, unknown>) => boolean
  action: string
  busy: boolean
  error: Error | null
  onCancel: () => void
  onConfirm: (values: Record<string, unknown>) => void
}) {
  const u = useWords(uiWords)
  const [values, setValues] = useState<Record<string, unknown>>(begin)
  const shown = fields.filter((field) => asked(field, values))
  const names = new Set(shown.map((field) => field.name))
  const refused: readonly Finding[] = error && isProblem(error) ? (error.problem.errors ?? []) : []
  const missing = shown.some((f) => f.necessity === 'REQUIRED' && (values[f.name] ?? '') === '')
  const known = new Set(shown.map((f) => `/${f.name}`))
  return (
    <Dialog
      title={title}
      width={640}
      okText={action}
      cancelText={u('cancel')}
      okButtonProps={{ disabled: missing, loading: busy }}
      onCancel={onCancel}
      onOk={() => onConfirm(Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name))))}
    >
      {lead && <p>{lead}</p>}
      <div className="zs-fields">
        {shown.map((field) => {
          const value = values[field.name]
          const change = (to: unknown) => setValues((now) => ({ ...now, [field.name]: to === '' ? null : to }))
          return (
            <div key={field.name} className={field.type === 'LONG_TEXT' ? 'zs-wide' : undefined}>
              <Field
                pointer={`/${field.name}`}
                label={field.label}
                necessity={field.necessity}
                unit={quantityOf(field)?.unit ?? field.unit}
                help={field.help}
                findings={refused.filter((f) => f.pointer === `/${field.name}`)}
              >
                {(control) =>
                  field.name === 'eventCode' ? (
                    <EventChoice control={control} value={value as string | null | undefined} onChange={change} />
                  ) : (
                    <FieldControl
                      field={field}
                      control={control}
                      value={value}
                      disabled={false}
                      unitCode={undefined}
                      ahead={ahead.has(field.name)}
                      onChange={change}
                    />
                  )
                }
              </Field>
            </div>
          )
        })}
      </div>
      {error && !refused.some((f) => known.has(f.pointer)) && <Refusal error={error} />}
    </Dialog>
  )
}
