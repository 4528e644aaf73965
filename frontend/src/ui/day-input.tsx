import { Input } from 'antd'
import { lazy, Suspense } from 'react'
import type { Control } from './field'

const DayPicker = lazy(() => import('./day-picker'))

export interface DayControl {
  control: Control
  value: string
  onChange: (day: string | null) => void
  disabled?: boolean
  /** May be still to come; else it is one up to today. */
  ahead?: boolean
}

/** A day, typed as people write it; `2021-04-10` to the API, empty while there is none. */
export function DayInput(props: DayControl) {
  return (
    <Suspense fallback={<Input id={props.control.id} value={props.value} disabled />}>
      <DayPicker {...props} />
    </Suspense>
  )
}
