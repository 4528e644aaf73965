import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useWords } from '@/lib/words'
import type { Control } from '@/ui/field'
import { eventsQuery } from './queries'
import { signingWords } from './words'

/** A signing event, found by typing a part of its name; nothing for one signed directly. */
export function EventChoice({
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
  const t = useWords(signingWords)
  const events = useQuery(eventsQuery()).data?.items ?? []
  const { 'aria-required': _, ...attributes } = control
  return (
    <Select
      {...attributes}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? undefined}
      placeholder={t('noEvent')}
      disabled={disabled}
      options={events.map(({ code, name, year }) => ({ value: code, label: `${year} ${name}` }))}
      onChange={(code: string | undefined) => onChange(code ?? null)}
    />
  )
}
