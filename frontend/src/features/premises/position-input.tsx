import { useEffect, useState } from 'react'
import { config } from '@/lib/config'
import { type ReadPosition, readPosition } from '@/lib/position'
import { parts } from '@/lib/punctuation'
import { plain } from '@/lib/quantity'
import { useLanguage, useWords } from '@/lib/words'
import type { Control } from '@/ui/field'
import { UnderstoodInput } from '@/ui/understood-input'
import { premisesWords } from './words'

type Degrees = number | null | undefined

const written = (longitude: Degrees, latitude: Degrees) =>
  [longitude, latitude].flatMap((value) => (value == null ? [] : [plain(value)])).join(', ')

const read = (text: string): ReadPosition | undefined =>
  text.trim() === '' ? undefined : readPosition(text, config().cityBounds)

/**
 * Longitude and latitude in one field, as a map gives them to be pasted; what is not understood is said, and leaves the place
 * that is stored.
 */
export function PositionInput({
  control,
  longitude,
  latitude,
  disabled,
  onChange,
}: {
  control: Control
  longitude: Degrees
  latitude: Degrees
  disabled: boolean
  onChange: (longitude: number | null, latitude: number | null) => void
}) {
  const t = useWords(premisesWords)
  const lang = useLanguage()
  const [text, setText] = useState(() => written(longitude, latitude))

  // A position from elsewhere (another version of the record, undo) replaces what was typed.
  useEffect(() => {
    setText((typed) => {
      const meant = read(typed)
      const same = meant?.ok
        ? meant.longitude === longitude && meant.latitude === latitude
        : longitude == null && latitude == null
      return same ? typed : written(longitude, latitude)
    })
  }, [longitude, latitude])

  const meant = read(text)
  const type = (next: string) => {
    setText(next)
    if (next.trim() === '') onChange(null, null)
    const found = read(next)
    if (found?.ok) onChange(found.longitude, found.latitude)
  }
  const wrong =
    meant && !meant.ok
      ? t(
          meant.reason === 'FORMAT' ? 'positionFormat' : meant.reason === 'RANGE' ? 'positionRange' : 'positionOutside',
          {
            text: text.trim(),
            city: config().cityName[lang],
            ...config().cityBounds,
          },
        )
      : undefined
  const kept = wrong && longitude != null && t('positionKept', { position: written(longitude, latitude) })
  return (
    <UnderstoodInput
      control={control}
      text={text}
      wrong={wrong && parts([wrong, ...(kept ? [kept] : [])])}
      understood={
        meant?.ok ? t('positionRead', { east: plain(meant.longitude), north: plain(meant.latitude) }) : undefined
      }
      disabled={disabled}
      onType={type}
    />
  )
}
