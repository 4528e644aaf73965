import { withUnit } from '@/lib/punctuation'

type Bar = { key: string; label: string; value: number; text: string }

/** Lengths from zero, dearest last; each bar says its figure. The table below holds the same for a screen reader. */
export function Bars({ bars, unit }: { bars: readonly Bar[]; unit: string }) {
  const most = Math.max(...bars.map(({ value }) => value), 0)
  return (
    <div className="zs-bars" aria-hidden="true">
      {[...bars]
        .sort((a, b) => a.value - b.value)
        .map(({ key, label, value, text }) => (
          <div key={key} className="zs-bar-line">
            <span>{label}</span>
            <span className="zs-bar-track">
              <span className="zs-bar-fill" style={{ width: `${most > 0 ? (value / most) * 100 : 0}%` }} />
            </span>
            <span className="zs-bar-figure">{withUnit(text, unit)}</span>
          </div>
        ))}
    </div>
  )
}
