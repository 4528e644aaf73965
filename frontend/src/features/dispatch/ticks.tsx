import { Checkbox, Input } from 'antd'
import { useWords } from '@/lib/words'
import { dispatchWords } from './words'

/** The places of a report that go back, each with its reason. */
export type Ticks = {
  reasons: Readonly<Record<string, string>>
  change: (pointer: string, reason: string | undefined) => void
}

/** Sends one place back, and says why. */
export function Tick({ ticks, pointer, label }: { ticks: Ticks; pointer: string; label: string }) {
  const t = useWords(dispatchWords)
  const reason = ticks.reasons[pointer]
  return (
    <span className="zs-remark">
      <Checkbox
        checked={reason !== undefined}
        onChange={({ target }) => ticks.change(pointer, target.checked ? '' : undefined)}
      >
        {t('tick')}
        <span className="zs-visually-hidden">{label}</span>
      </Checkbox>
      {reason !== undefined && (
        <Input.TextArea
          autoFocus
          value={reason}
          maxLength={500}
          autoSize={{ minRows: 1, maxRows: 4 }}
          aria-label={t('tickWhy', { label })}
          placeholder={t('tickWhyShort')}
          onChange={({ target }) => ticks.change(pointer, target.value)}
        />
      )}
    </span>
  )
}
