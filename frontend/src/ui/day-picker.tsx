import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { today } from '@/lib/dates'
import { useLanguage } from '@/lib/words'
import type { DayControl } from './day-input'

/** The calendar behind {@link DayInput}, loaded when a page shows the first one: it weighs as much as a page. */
export default function DayPicker({ control, value, onChange, disabled = false, ahead = false }: DayControl) {
  const lang = useLanguage()
  return (
    <DatePicker
      id={control.id}
      {...(control['aria-required'] && { 'aria-required': true })}
      {...(control['aria-describedby'] && { 'aria-describedby': control['aria-describedby'] })}
      status={control['aria-invalid'] ? 'error' : ''}
      style={{ minWidth: 168 }}
      value={value ? dayjs(value) : null}
      disabled={disabled}
      format={
        lang === 'zh'
          ? ['YYYY年M月D日', 'YYYY-MM-DD', 'YYYY-M-D', 'YYYY.M.D', 'YYYYMMDD']
          : ['D MMM YYYY', 'YYYY-MM-DD']
      }
      placeholder={today()}
      {...(!ahead && { maxDate: dayjs(today()) })}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
    />
  )
}
