import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '@/lib/words'
import type { Control } from '@/ui/field'
import { signedProjectsQuery } from './queries'
import { receiptWords } from './receipt-words'

/** One of the unit's signed projects, by its code; found by a part of its name. */
export function ProjectChoice({
  control,
  value,
  disabled = false,
  onChange,
}: {
  control: Control
  value: string | null | undefined
  disabled?: boolean
  onChange: (code: string | null) => void
}) {
  const t = useWords(receiptWords)
  const [typed, setTyped] = useState('')
  const q = typed.trim().length >= 2 ? typed.trim() : undefined
  const found = useQuery(signedProjectsQuery({ limit: '50', ...(q && { q }) } as never)).data?.items ?? []
  // The chosen one stands there by its name, whatever is being looked for.
  const own = useQuery({ ...signedProjectsQuery({ limit: '1', q: value ?? '' } as never), enabled: Boolean(value) })
    .data?.items
  const options = [...(own ?? []).filter((one) => !found.some((other) => other.code === one.code)), ...found]
  const { 'aria-required': _, ...attributes } = control
  return (
    <Select
      {...attributes}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? undefined}
      placeholder={t('chooseProject')}
      disabled={disabled}
      notFoundContent={t('noProject')}
      options={options.map(({ code, name }) => ({ value: code, label: `${name}（${code}）` }))}
      onChange={(code: string | undefined) => onChange(code ?? null)}
    />
  )
}
