/** A unit and its figure; without a value it has none. */
export type Tile = { unitCode: string; name: string; value?: number; text?: string }

/** From light to dark, with what can be read on each. */
const SHADES = [
  { fill: '#e3edf9', ink: '#1c2026' },
  { fill: '#bcd4f1', ink: '#1c2026' },
  { fill: '#8cb4e4', ink: '#1c2026' },
  { fill: '#2f6fc0', ink: '#fff' },
  { fill: '#0e3f85', ink: '#fff' },
] as const

/** Values parted into as many classes of equal width as there are shades; fewer where there are fewer values. */
export function classes(values: readonly number[]): { from: number; to: number }[] {
  const known = [...new Set(values)].sort((a, b) => a - b)
  const least = known[0]
  const most = known.at(-1)
  if (least === undefined || most === undefined) return []
  const count = Math.min(known.length, SHADES.length)
  const width = (most - least) / count
  return Array.from({ length: count }, (_, i) => ({
    from: least + i * width,
    to: i === count - 1 ? most : least + (i + 1) * width,
  }))
}

export const classOf = (value: number, among: readonly { from: number; to: number }[]): number =>
  Math.max(among.filter(({ from }) => value >= from).length - 1, 0)

const LINE = 20

/** The shade of each of the figures, from the least to the most of them. */
export function shadesOf(tiles: readonly Tile[]) {
  const among = classes(tiles.flatMap(({ value }) => (value === undefined ? [] : [value])))
  const shade = (n: number) => SHADES[among.length < 2 ? 1 : Math.round((n * (SHADES.length - 1)) / (among.length - 1))]
  return {
    height: among.length * LINE,
    classes: among.map((one, i) => ({ ...one, fill: shade(i)?.fill })),
    of: ({ value }: Tile) => (value === undefined ? undefined : shade(classOf(value, among))),
  }
}

/** Which shade means what. */
export function ShadeLegend({
  shades,
  top,
  figure,
}: {
  shades: ReturnType<typeof shadesOf>
  top: number
  /** A bound of a class as it is shown. */
  figure: (value: number) => string
}) {
  return shades.classes.map(({ from, to, fill }, i) => (
    <g key={from}>
      <rect x="0" y={top + i * LINE} width="24" height="14" fill={fill} stroke="#8a919c" />
      <text x="32" y={top + i * LINE + 12} fontSize="12">
        {from === to ? figure(from) : `${figure(from)}–${figure(to)}`}
      </text>
    </g>
  ))
}
