import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { Control } from './field'

/** A text that is read as it is typed: what was understood stands below it, or what was not. */
export function UnderstoodInput({
  control,
  text,
  wrong,
  understood,
  suffix,
  disabled,
  onType,
}: {
  control: Control
  text: string
  /** Why the text means nothing. */
  wrong: string | undefined
  understood: string | undefined
  suffix?: ReactNode
  disabled: boolean
  onType: (text: string) => void
}) {
  const hint = `${control.id}-understood`
  return (
    <>
      <Input
        {...control}
        aria-describedby={[control['aria-describedby'], hint].filter(Boolean).join(' ')}
        aria-invalid={wrong !== undefined || control['aria-invalid']}
        status={wrong || control['aria-invalid'] ? 'error' : ''}
        value={text}
        disabled={disabled}
        inputMode="text"
        autoComplete="off"
        suffix={suffix}
        onChange={(event) => onType(event.target.value)}
      />
      <div id={hint} className={wrong ? 'zs-finding zs-finding-BLOCK' : 'zs-understood'} aria-live="polite">
        {wrong ?? understood ?? ''}
      </div>
    </>
  )
}
