import { Chart } from './chart'

export type Bar = { key: string; label: string; value: number; text: string }

const LINE = 44

/** Lengths from zero, the least first unless the most is asked for; each bar says its figure. */
export function Bars({ title, bars, mostFirst = false }: { title: string; bars: readonly Bar[]; mostFirst?: boolean }) {
  const most = Math.max(...bars.map(({ value }) => value), 0)
  return (
    <Chart title={title} height={bars.length * LINE}>
      {[...bars]
        .sort((a, b) => (mostFirst ? b.value - a.value : a.value - b.value))
        .map(({ key, label, value, text }, i) => (
          <g key={key}>
            <text x="0" y={i * LINE + 16}>
              {label}
            </text>
            <text x="100%" y={i * LINE + 16} textAnchor="end">
              {text}
            </text>
            <rect x="0" y={i * LINE + 22} width="100%" height="12" fill="#eef0f3" />
            <rect
              x="0"
              y={i * LINE + 22}
              width={`${value > 0 ? Math.max((value / most) * 100, 0.5) : 0}%`}
              height="12"
              fill="#1554ad"
            />
          </g>
        ))}
    </Chart>
  )
}
