import { plain } from '@/lib/quantity'
import { Chart } from './chart'

/** A value and the days on which it held, the last included. */
export type Step = { from: string; to: string; value: number }
export type Series = { key: string; label: string; last: string; steps: readonly Step[] }

const PLOT = 280
const TOP = 12
const BELOW = 32
const LEGEND_LINE = 22
const LABEL = 13
const LEFT = 10
const RIGHT = 95
const COLOURS = ['#1554ad', '#b3261e', '#2e7d32', '#8a5a00', '#6a3d9a', '#00707a', '#a0326e', '#50565f']
const DASHES = [undefined, '7 3', '2 3'] as const

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** Where something lies between two bounds, as a share of one. */
const share = (value: number, least: number, most: number): number =>
  most === least ? 0 : (value - least) / (most - least)

/** Round figures that hold all values between them, from zero. */
export function scale(most: number): number[] {
  if (most <= 0) return [0, 1]
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((times) => times * power >= rough) ?? 10) * power
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => Number((i * step).toPrecision(6)))
}

/** Heights of labels that stand at one place: as near to their own as they can be without covering each other. */
export function apart(heights: readonly number[], gap: number, bottom: number): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0))
  const placed = [...heights]
  const place = (i: number, height: number) => {
    placed[i] = height
    return height
  }
  let least = Number.NEGATIVE_INFINITY
  for (const i of order) least = place(i, Math.max(heights[i] ?? 0, least)) + gap
  let most = bottom
  for (const i of [...order].reverse()) most = place(i, Math.min(placed[i] ?? 0, most)) - gap
  return placed
}

/** Values that hold until the next one: prices are no curves. Each line carries its number, so colour does not stand alone. */
export function Steps({
  title,
  series,
  from,
  to,
}: {
  title: string
  series: readonly Series[]
  from: string
  to: string
}) {
  const figures = scale(Math.max(...series.flatMap(({ steps }) => steps.map(({ value }) => value)), 0))
  const most = figures.at(-1) ?? 1
  const x = (day: string) => `${LEFT + (RIGHT - LEFT) * Math.min(Math.max(share(at(day), at(from), at(to)), 0), 1)}%`
  const y = (value: number) => TOP + PLOT * (1 - share(value, 0, most))
  // Series that end close together, mostly on the last day, would write their numbers over each other.
  const ends = series.map(({ steps }) => steps.at(-1))
  const labels = new Map<string, number>()
  for (const place of new Set(ends.map((end) => end && x(end.to)))) {
    const there = series.flatMap(({ key }, i) => {
      const end = ends[i]
      return end && x(end.to) === place ? [{ key, height: y(end.value) + 4 }] : []
    })
    const heights = apart(
      there.map(({ height }) => height),
      LABEL,
      TOP + PLOT + 4,
    )
    for (const [i, { key }] of there.entries()) labels.set(key, heights[i] ?? 0)
  }
  const first = Number(from.slice(0, 4))
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, i) => `${first + i}-01-01`).filter(
    (day) => day >= from,
  )
  return (
    <Chart title={title} height={TOP + PLOT + BELOW + series.length * LEGEND_LINE}>
      {figures.map((figure) => (
        <g key={figure}>
          <line x1={`${LEFT}%`} x2={`${RIGHT}%`} y1={y(figure)} y2={y(figure)} stroke="#d5d9df" />
          <text x={`${LEFT - 1}%`} y={y(figure) + 4} textAnchor="end" fontSize="12" fill="#595f69">
            {plain(figure)}
          </text>
        </g>
      ))}
      {years.map((day) => (
        <text key={day} x={x(day)} y={TOP + PLOT + 18} textAnchor="middle" fontSize="12" fill="#595f69">
          {day.slice(0, 4)}
        </text>
      ))}
      {series.map(({ key, label, last, steps }, i) => {
        const colour = COLOURS[i % COLOURS.length]
        const dash = DASHES[Math.floor(i / COLOURS.length) % DASHES.length]
        const pen = { stroke: colour, strokeWidth: 2, strokeDasharray: dash }
        const end = steps.at(-1)
        const legend = TOP + PLOT + BELOW + i * LEGEND_LINE + 14
        return (
          <g key={key}>
            {steps.map((step, n) => {
              const before = steps[n - 1]
              return (
                <g key={step.from}>
                  {before && (
                    <line x1={x(step.from)} x2={x(step.from)} y1={y(before.value)} y2={y(step.value)} {...pen} />
                  )}
                  <line x1={x(step.from)} x2={x(step.to)} y1={y(step.value)} y2={y(step.value)} {...pen} />
                </g>
              )
            })}
            {end && (
              <text x={x(end.to)} dx="4" y={labels.get(key)} fontSize="12" fill={colour}>
                {i + 1}
              </text>
            )}
            <line x1="0" x2="28" y1={legend - 4} y2={legend - 4} {...pen} />
            <text x="34" y={legend}>
              {i + 1}. {label}
            </text>
            <text x="100%" y={legend} textAnchor="end">
              {last}
            </text>
          </g>
        )
      })}
    </Chart>
  )
}
