import { useEffect, useState } from 'react'
import { unitText } from '@/lib/punctuation'
import { type Parsed, parseQuantity, plain, type QuantityKind } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import type { Control } from './field'
import { UnderstoodInput } from './understood-input'
import { uiWords } from './words'

/**
 * An amount typed as people say it ("1.2亿"), shown back as it was understood.
 * What is not understood stays as typed and is said so: it is never guessed and never lost.
 */
export function QuantityInput({
  control,
  kind,
  value,
  onChange,
  toInput,
  show,
  example,
  unit,
  disabled = false,
}: {
  control: Control
  kind: QuantityKind
  /** In the unit of the API. */
  value: number | null | undefined
  onChange: (value: number | null) => void
  /** How a stored value stands in the input, in the unit of the label. */
  toInput: (value: number) => string
  /** How a value is shown back in words. */
  show: (value: number) => string
  example: string
  unit?: string | undefined
  disabled?: boolean
}) {
  const t = useWords(uiWords)
  const [text, setText] = useState(() => (value == null ? '' : toInput(value)))
  const parsed: Parsed | undefined = text.trim() === '' ? undefined : parseQuantity(kind, text)
  const mine = parsed?.ok ? parsed.value : undefined

  // A value from elsewhere (another version of the record, undo) replaces what was typed.
  useEffect(() => {
    setText((typed) => {
      const meant = typed.trim() === '' ? null : parseQuantity(kind, typed)
      const same =
        meant === null ? value == null : meant.ok ? value != null && meant.value === plain(value) : value == null
      return same ? typed : value == null ? '' : toInput(value)
    })
  }, [value, kind, toInput])

  const type = (next: string) => {
    setText(next)
    const result = next.trim() === '' ? undefined : parseQuantity(kind, next)
    onChange(result?.ok ? Number(result.value) : null)
  }
  const wrong =
    parsed && !parsed.ok
      ? t(parsed.reason === 'FORMAT' ? 'notANumber' : parsed.reason === 'PRECISION' ? 'tooPrecise' : 'tooLarge', {
          text: text.trim(),
          example,
        })
      : undefined
  return (
    <UnderstoodInput
      control={control}
      text={text}
      wrong={wrong}
      understood={mine === undefined ? undefined : t('understood', { value: show(Number(mine)) })}
      suffix={unit && unitText(unit)}
      disabled={disabled}
      onType={type}
    />
  )
}
