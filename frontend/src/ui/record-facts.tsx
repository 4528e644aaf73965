import type { ReactNode } from 'react'
import type { ProjectField } from '@/api/types'
import { fieldName } from './field-name'
import { fieldId } from './findings'

const isGiven = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** The facts of one section of a record; `beside` puts a tool next to a field. Nothing to show is nothing shown. */
export function FactsSection({
  title,
  fields,
  record,
  text,
  filledOnly = false,
  beside,
  children,
}: {
  title: string
  fields: readonly ProjectField[]
  record: object
  text: (field: ProjectField, value: unknown) => string
  /** Leaves out what is not filled in; else only what is optional and empty. */
  filledOnly?: boolean | undefined
  beside?: ((field: ProjectField) => ReactNode) | undefined
  children?: ReactNode
}) {
  const of = (field: ProjectField) => (record as Record<string, unknown>)[field.name]
  const shown = fields.filter((f) => isGiven(of(f)) || (!filledOnly && f.necessity !== 'OPTIONAL'))
  if (shown.length === 0) return null
  return (
    <section className="zs-card">
      <h2>{title}</h2>
      <dl className="zs-facts">
        {shown.map((field) => (
          <div
            key={field.name}
            id={fieldId(`/${field.name}`)}
            tabIndex={-1}
            className={field.type === 'LONG_TEXT' ? 'zs-wide' : undefined}
          >
            <dt>{fieldName(field, fields)}</dt>
            <dd className={isGiven(of(field)) ? undefined : 'zs-quiet'}>{text(field, of(field))}</dd>
            {beside && <dd>{beside(field)}</dd>}
          </div>
        ))}
        {children}
      </dl>
    </section>
  )
}
