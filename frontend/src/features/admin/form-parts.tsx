import type { ReactNode } from 'react'
import { isProblem } from '@/api/problem'
import type { Finding } from '@/api/types'
import { type Control, Field } from '@/ui/field'

export const findingsOf = (error: unknown): Finding[] => (isProblem(error) ? error.findings : [])

/** The version that stands now, when another one was written to. */
export const versionNow = (error: unknown): number | undefined =>
  isProblem(error, 412) ? (error.problem.current as { version?: number } | undefined)?.version : undefined

/** Only what differs from what was read goes into a merge patch. */
export function changed<T extends object>(before: T, now: T): Partial<T> {
  const names = Object.keys(now) as (keyof T)[]
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(now[name] ?? null))
      .map((name) => [name, now[name]]),
  ) as Partial<T>
}

export function Part({
  name,
  label,
  findings,
  help,
  required = false,
  group = false,
  children,
}: {
  name: string
  label: string
  findings: Finding[]
  help?: string
  required?: boolean
  group?: boolean
  children: (control: Control) => ReactNode
}) {
  return (
    <Field
      pointer={`/${name}`}
      label={label}
      help={help}
      group={group}
      {...(required && { necessity: 'REQUIRED' as const })}
      findings={findings.filter((f) => f.pointer === `/${name}` || f.pointer.startsWith(`/${name}/`))}
    >
      {children}
    </Field>
  )
}
