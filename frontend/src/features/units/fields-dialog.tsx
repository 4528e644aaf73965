import { type ReactNode, useState } from 'react'
import { isProblem } from '@/api/problem'
import type { Finding, ProjectField } from '@/api/types'
import { useWords } from '@/lib/words'
import { Dialog } from '@/ui/dialog'
import { type Control, Field } from '@/ui/field'
import { FindingLine } from '@/ui/findings'
import { Refusal } from '@/ui/refusal'
import { uiWords } from '@/ui/words'
import { FieldControl, quantityOf } from './field-control'

/** An event may still be to come, and an extension always is. */
const ahead = new Set(['startsOn', 'endsOn', 'until'])

/** A few fields asked for together; what the server refuses stands beside its field. */
export function FieldsDialog({
  title,
  lead,
  fields,
  begin = {},
  asked = () => true,
  choose,
  action,
  busy,
  error,
  told = [],
  onCancel,
  onConfirm,
}: {
  title: string
  lead?: ReactNode
  fields: readonly ProjectField[]
  begin?: Record<string, unknown>
  /** Whether a field is asked for, as the others stand. */
  asked?: (field: ProjectField, values: Record<string, unknown>) => boolean
  /** The control of a field that is chosen from a list of the feature's own. */
  choose?: (
    field: ProjectField,
    control: Control,
    value: unknown,
    change: (value: unknown) => void,
  ) => ReactNode | undefined
  action: string
  busy: boolean
  error: Error | null
  /** What else is said of the fields as they were sent. */
  told?: readonly Finding[]
  onCancel: () => void
  onConfirm: (values: Record<string, unknown>) => void
}) {
  const u = useWords(uiWords)
  const [values, setValues] = useState<Record<string, unknown>>(begin)
  const shown = fields.filter((field) => asked(field, values))
  const names = new Set(shown.map((field) => field.name))
  const refused: readonly Finding[] = [...told, ...(error && isProblem(error) ? (error.problem.errors ?? []) : [])]
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
                // A name of its own: the page behind may show the same field.
                pointer={`/asked-${field.name}`}
                label={field.label}
                necessity={field.necessity}
                unit={quantityOf(field)?.unit ?? field.unit}
                help={field.help}
                findings={refused.filter((f) => f.pointer === `/${field.name}`)}
              >
                {(control) =>
                  choose?.(field, control, value, change) ?? (
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
      {told
        .filter((finding) => !known.has(finding.pointer))
        .map((finding) => (
          <FindingLine key={finding.rule + finding.pointer} finding={finding} />
        ))}
      {error && !refused.some((f) => known.has(f.pointer)) && <Refusal error={error} />}
    </Dialog>
  )
}
