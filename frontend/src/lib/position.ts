import type { Bounds } from './config'

export type Position = { longitude: number; latitude: number }
export type ReadPosition = ({ ok: true } & Position) | { ok: false; reason: 'FORMAT' | 'RANGE' | 'OUTSIDE' }

/** Degrees with decimals, or with minutes and seconds. */
const FIGURE = /(\d+(?:\.\d+)?)(?:°(?:(\d+(?:\.\d+)?)'(?:(\d+(?:\.\d+)?)")?)?)?/g
const SHAPE = /^([EN]?)#([EN]?)([,;/、 ]*)([EN]?)#([EN]?)$/

const words: readonly (readonly [RegExp, string])[] = [
  [/[″“”]|''|′′|’’|秒/g, '"'],
  [/[′‘’分]/g, "'"],
  [/东经|经度|经|longitude|long|lng|lon|east/gi, 'E'],
  [/北纬|纬度|纬|latitude|lat|north/gi, 'N'],
  [/[º度]/g, '°'],
]

/**
 * A position as maps and papers write it, to six decimals (a tenth of a metre): "109.78, 39.61", "北纬39.61° 东经109.78°",
 * "109°46′48″E 39°36′36″N". Longitude comes first where nothing says which is which, unless only the other way
 * round lies within `bounds`.
 */
export function readPosition(text: string, bounds?: Bounds): ReadPosition {
  let plain = text.trim()
  for (const [word, mark] of words) plain = plain.replace(word, mark)
  plain = plain
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[()[\]:=]/g, ' ')
    .replace(/\s*([°'"EN,;/、])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  const figures = [...plain.matchAll(FIGURE)]
  const shape = SHAPE.exec(plain.replace(FIGURE, '#'))
  const [first, second] = figures
  if (!shape || !first || !second) return { ok: false, reason: 'FORMAT' }
  const [, before, between, gap, ahead, behind] = shape
  // "109.7839.61" may be read in many ways.
  if (!between && !gap && !ahead && !/[°'"]$/.test(first[0])) return { ok: false, reason: 'FORMAT' }
  const axisOfFirst = before || between
  const axisOfSecond = (before && between) || ahead || behind
  if (axisOfFirst && axisOfFirst === axisOfSecond) return { ok: false, reason: 'FORMAT' }
  const [a, b] = [degrees(first), degrees(second)]
  if (a === undefined || b === undefined) return { ok: false, reason: 'RANGE' }
  const straight: Position = { longitude: a, latitude: b }
  const turned: Position = { longitude: b, latitude: a }
  if (axisOfFirst || axisOfSecond)
    return judged(axisOfFirst === 'E' || axisOfSecond === 'N' ? straight : turned, bounds)
  const read = judged(straight, bounds)
  const other = read.ok ? read : judged(turned, bounds)
  return other.ok ? other : read
}

function degrees([, whole, minutes = '0', seconds = '0']: RegExpExecArray): number | undefined {
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined
  return Number((Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600).toFixed(6))
}

function judged(position: Position, bounds: Bounds | undefined): ReadPosition {
  const { longitude, latitude } = position
  if (longitude > 180 || latitude > 90) return { ok: false, reason: 'RANGE' }
  return bounds && !isWithin(position, bounds) ? { ok: false, reason: 'OUTSIDE' } : { ok: true, ...position }
}

const isWithin = ({ longitude, latitude }: Position, { west, south, east, north }: Bounds): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north
