import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { today } from '@/lib/dates'
import { useLanguage } from '@/lib/words'
import type { Control } from './field'

/** A day up to today, typed as people write it; `2021-04-10` to the API, empty while there is none. */
export function DayInput({
  control,
  value,
  onChange,
  disabled = false,
}: {
  control: Control
  value: string
  onChange: (day: string | null) => void
  disabled?: boolean
}) {
  const lang = useLanguage()
  return (
    <DatePicker
      id={control.id}
      {...(control['aria-required'] && { 'aria-required': true })}
      {...(control['aria-describedby'] && { 'aria-describedby': control['aria-describedby'] })}
      status={control['aria-invalid'] ? 'error' : ''}
      value={value ? dayjs(value) : null}
      disabled={disabled}
      format={
        lang === 'zh'
          ? ['YYYY年M月D日', 'YYYY-MM-DD', 'YYYY-M-D', 'YYYY.M.D', 'YYYYMMDD']
          : ['D MMM YYYY', 'YYYY-MM-DD']
      }
      placeholder={today()}
      maxDate={dayjs(today())}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
    />
  )
}
