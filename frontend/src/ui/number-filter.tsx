import { Input } from 'antd'
import { useEffect, useState } from 'react'
import type { ListState } from './list-state'

/** A bound of a list in the unit its label names; what is no figure is not sent. */
export function NumberFilter({
  state,
  name,
  label,
  unit,
  width = 144,
}: {
  state: ListState
  name: string
  label: string
  unit: string
  width?: number
}) {
  const applied = state.get(name)
  const [text, setText] = useState(applied)
  useEffect(() => setText(applied), [applied])
  const apply = () => {
    const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '')
    if (plain === applied) return
    if (plain === '' || /^\d{1,12}(\.\d{1,4})?$/.test(plain)) state.set({ [name]: plain || undefined })
    else setText(applied)
  }
  return (
    <div className="zs-filter">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <Input
        id={`filter-${name}`}
        style={{ width }}
        inputMode="decimal"
        autoComplete="off"
        suffix={unit}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={apply}
        onBlur={apply}
      />
    </div>
  )
}
