import { Select } from 'antd'
import type { ListState } from './list-state'

type Option = { value: string; label: string }

/** One condition of a list, a part of the address; several values are "or". */
export function ChoiceFilter({
  state,
  name,
  label,
  any,
  options,
  several = false,
  width = 128,
}: {
  state: ListState
  name: string
  label: string
  /** What an empty choice means. */
  any: string
  options: readonly Option[]
  several?: boolean
  width?: number
}) {
  const id = `filter-${name}`
  const value = state.get(name)
  return (
    <div className="zs-filter">
      <label htmlFor={id}>{label}</label>
      {several ? (
        <Select
          id={id}
          mode="multiple"
          maxTagCount="responsive"
          style={{ width }}
          placeholder={any}
          value={value ? value.split(',') : []}
          onChange={(values: string[]) => state.set({ [name]: values.join(',') })}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...options]}
        />
      ) : (
        <Select
          id={id}
          allowClear
          style={{ width }}
          placeholder={any}
          value={value || undefined}
          onChange={(chosen?: string) => state.set({ [name]: chosen })}
          options={[...options]}
        />
      )}
    </div>
  )
}
