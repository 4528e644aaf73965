import { Input } from 'antd'
import { useEffect, useState } from 'react'
import type { ListState } from './list-state'

/** Words to find rows by: applied when one leaves it or presses Enter, from two characters on as the server wants it. */
export function KeywordFilter({ state, label, hint }: { state: ListState; label: string; hint: string }) {
  const applied = state.get('q')
  const [text, setText] = useState(applied)
  useEffect(() => setText(applied), [applied])
  const apply = () => {
    const q = text.trim()
    if (q !== applied && q.length !== 1) state.set({ q })
  }
  return (
    <div className="zs-filter">
      <label htmlFor="filter-q">{label}</label>
      <Input
        id="filter-q"
        type="search"
        style={{ width: 240 }}
        allowClear
        placeholder={hint}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          if (event.target.value === '' && applied) state.set({ q: undefined })
        }}
        onPressEnter={apply}
        onBlur={apply}
      />
    </div>
  )
}
