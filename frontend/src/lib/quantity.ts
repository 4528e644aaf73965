/**
 * Amounts as people type them ("1.2亿", "1,200万", "５００万元", "8公顷") to exact decimal strings in the unit of the API.
 * Everything is string and integer arithmetic: a figure never passes through floating point.
 */
export type QuantityKind = {
  /** Units people write, each as the factor to the unit of the API, an exact fraction. */
  readonly units: Readonly<Record<string, readonly [bigint, bigint]>>
  /** What a bare number means: the unit the label of the field names. */
  readonly bare: readonly [bigint, bigint]
  readonly decimals: number
}

export type Parsed = { ok: true; value: string } | { ok: false; reason: 'FORMAT' | 'PRECISION' | 'TOO_LARGE' }

const one: readonly [bigint, bigint] = [1n, 1n]
const tenThousand: readonly [bigint, bigint] = [10_000n, 1n]

export const MONEY: QuantityKind = {
  units: { 元: one, 圆: one, 块: one, yuan: one, rmb: one, cny: one },
  bare: tenThousand,
  decimals: 2,
}
export const AREA: QuantityKind = {
  units: {
    亩: one,
    mu: one,
    公顷: [15n, 1n],
    ha: [15n, 1n],
    平方米: [15n, 10_000n],
    平米: [15n, 10_000n],
    m2: [15n, 10_000n],
    平方公里: [1_500n, 1n],
    km2: [1_500n, 1n],
  },
  bare: one,
  decimals: 4,
}
export const POWER: QuantityKind = {
  units: { 千瓦时: one, 度: one, kwh: one, 兆瓦时: [1_000n, 1n], mwh: [1_000n, 1n] },
  bare: tenThousand,
  decimals: 4,
}
export const WEIGHT: QuantityKind = {
  units: { 吨: one, 吨标煤: one, 吨标准煤: one, 立方米: one, 方: one, t: one, tce: one, m3: one },
  bare: one,
  decimals: 4,
}
/** Floors and sites in square metres. */
export const FLOOR: QuantityKind = {
  units: { 平方米: one, 平米: one, m2: one, 亩: [10_000n, 15n], 公顷: tenThousand, ha: tenThousand },
  bare: one,
  decimals: 4,
}
/** A figure whose unit its label names: metres, kVA, yuan a square metre. */
export const PLAIN: QuantityKind = {
  units: { 米: one, m: one, kva: one, 千伏安: one, 元: one, yuan: one },
  bare: one,
  decimals: 4,
}
export const COUNT: QuantityKind = { units: { 人: one, 个: one }, bare: one, decimals: 0 }

const multipliers: Record<string, bigint> = {
  万亿: 1_000_000_000_000n,
  亿: 100_000_000n,
  千万: 10_000_000n,
  百万: 1_000_000n,
  十万: 100_000n,
  万: 10_000n,
  千: 1_000n,
  百: 100n,
  wan: 10_000n,
  yi: 100_000_000n,
  k: 1_000n,
  m: 1_000_000n,
  million: 1_000_000n,
  bn: 1_000_000_000n,
  billion: 1_000_000_000n,
}

const longestFirst = (words: string[]) => words.sort((a, b) => b.length - a.length).join('|')
const part = new RegExp(`^(\\d+(?:\\.\\d+)?)(${longestFirst(Object.keys(multipliers))})?`)

/** 10^15 in the unit of the API is more than any contract takes. */
const limit = 10n ** 15n

export function parseQuantity(kind: QuantityKind, text: string): Parsed {
  // NFKC turns full-width digits, ㎡ and （） into plain ones.
  let rest = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^[¥￥]/, '')
    .replace(/[,，]年$|\/年$|每年$|\/a$/, '')
  rest = rest.replaceAll('，', ',').replaceAll('。', '.')
  if (/,/.test(rest)) {
    // A comma groups thousands; anywhere else it may stand for a decimal point, and a figure is never guessed.
    if (!/^\d{1,3}(,\d{3})+(?!\d)(?!,)/.test(rest)) return { ok: false, reason: 'FORMAT' }
    rest = rest.replaceAll(',', '')
  }
  const unitNames = longestFirst(Object.keys(kind.units))
  const unitAtEnd = new RegExp(`(${unitNames})$`)
  const single = new RegExp(`^(\\d+(?:\\.\\d+)?)(${longestFirst(Object.keys(multipliers))})?(${unitNames})?$`).exec(
    rest,
  )
  if (single) {
    const [, digits = '', multiplier, unit] = single
    const factor = unit ? kind.units[unit] : multiplier ? one : kind.bare
    return scaled(kind, [[digits, multiplier ? (multipliers[multiplier] ?? 1n) : 1n]], factor ?? one)
  }
  // "1亿2000万元": parts with falling multipliers
  const unit = unitAtEnd.exec(rest)?.[1]
  let body = unit ? rest.slice(0, -unit.length) : rest
  const parts: [string, bigint][] = []
  let last = limit * 10n
  while (body !== '') {
    const found = part.exec(body)
    const multiplier = found?.[2] ? multipliers[found[2]] : 1n
    if (!found?.[1] || multiplier === undefined || multiplier >= last) return { ok: false, reason: 'FORMAT' }
    // "1亿2000" says neither 2000万 nor 2000元 for certain
    if (!found[2] && !unit) return { ok: false, reason: 'FORMAT' }
    parts.push([found[1], multiplier])
    last = multiplier
    body = body.slice(found[0].length)
  }
  if (parts.length === 0) return { ok: false, reason: 'FORMAT' }
  return scaled(kind, parts, unit ? (kind.units[unit] ?? one) : one)
}

function scaled(
  kind: QuantityKind,
  parts: [string, bigint][],
  [numerator, denominator]: readonly [bigint, bigint],
): Parsed {
  const scale = Math.max(...parts.map(([digits]) => digits.split('.')[1]?.length ?? 0))
  const sum = parts.reduce((total, [digits, multiplier]) => total + toScaled(digits, scale) * multiplier, 0n)
  const top = sum * numerator * 10n ** BigInt(kind.decimals)
  const bottom = 10n ** BigInt(scale) * denominator
  if (top % bottom !== 0n) return { ok: false, reason: 'PRECISION' }
  const value = fromScaled(top / bottom, kind.decimals)
  if (top / bottom >= limit * 10n ** BigInt(kind.decimals)) return { ok: false, reason: 'TOO_LARGE' }
  // JSON carries numbers: one that a double can not hold exactly must not leave the browser.
  if (plain(Number(value)) !== value) return { ok: false, reason: 'TOO_LARGE' }
  return { ok: true, value }
}

/** "12.34" at scale 3 is 12340n. */
export function toScaled(decimal: string, scale: number): bigint {
  const negative = decimal.startsWith('-')
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  const value = BigInt(whole + fraction.padEnd(scale, '0').slice(0, scale))
  return negative ? -value : value
}

/** 12340n at scale 3 is "12.34". */
export function fromScaled(value: bigint, scale: number): string {
  const negative = value < 0n
  const digits = (negative ? -value : value).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = scale === 0 ? '' : digits.slice(digits.length - scale).replace(/0+$/, '')
  return (negative ? '-' : '') + whole + (fraction ? `.${fraction}` : '')
}

/** A JSON number as plain decimal text, never with an exponent. */
export function plain(value: number | string): string {
  const text = String(value)
  return /e/i.test(text) ? BigInt(Math.round(Number(value))).toString() : text
}

/** Divides by an exact fraction and rounds half up to `decimals`; trailing zeros are dropped. */
export function inUnit(
  value: number | string,
  [numerator, denominator]: readonly [bigint, bigint],
  decimals: number,
): string {
  const text = plain(value)
  const scale = text.split('.')[1]?.length ?? 0
  const top = toScaled(text, scale) * denominator * 10n ** BigInt(decimals)
  const bottom = 10n ** BigInt(scale) * numerator
  const sign = top < 0n ? -1n : 1n
  return fromScaled(sign * ((sign * top * 2n + bottom) / (bottom * 2n)), decimals)
}

export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (fraction ? `.${fraction}` : '')
}
