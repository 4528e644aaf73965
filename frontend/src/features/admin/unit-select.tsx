import { useQuery } from '@tanstack/react-query'
import { unitsQuery } from '@/features/units/queries'
import type { Control } from '@/ui/field'
import './admin.css'

export function UnitSelect({
  control,
  value,
  none,
  disabled = false,
  onChange,
}: {
  control: Partial<Control>
  value: string
  /** What no unit means here. */
  none: string
  disabled?: boolean
  onChange: (code: string) => void
}) {
  const units = useQuery(unitsQuery())
  const listed = units.data?.filter((unit) => unit.reports) ?? []
  return (
    <select
      {...control}
      className="zs-admin-select"
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{none}</option>
      {value && !listed.some(({ code }) => code === value) && <option value={value}>{value}</option>}
      {listed.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  )
}
