import { useWords } from '@/lib/words'
import { Chart } from './chart'
import { chartWords } from './words'

/** A unit and its figure; without a value it has none. */
export type Tile = { unitCode: string; name: string; value?: number; text?: string }

/** Column and row of each unit, roughly as they lie: west is left, north is above. Parks stand beside the unit they belong to. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  '150625': [1, 0],
  '150621': [2, 0],
  '150624': [0, 1],
  '1506A1': [1, 1],
  '150602': [2, 1],
  '150622': [4, 1],
  '150603': [2, 2],
  '150627': [3, 2],
  '1506A2': [4, 2],
  '150623': [0, 3],
  '150626': [2, 3],
}
const COLUMNS = 5
const HEIGHT = 64
const GAP = 6
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

/** A schematic map: one tile a unit. Real outlines need an approval number (审图号), so there are none. */
export function CityTiles({
  title,
  tiles,
  figure,
}: {
  title: string
  tiles: readonly Tile[]
  /** A bound of a class as it is shown. */
  figure: (value: number) => string
}) {
  const t = useWords(chartWords)
  const among = classes(tiles.flatMap(({ value }) => (value === undefined ? [] : [value])))
  const lowest = Math.max(...tiles.map(({ unitCode }) => PLACES[unitCode]?.[1] ?? 0), 0)
  const strangers = tiles.filter(({ unitCode }) => !PLACES[unitCode])
  const placed = tiles.map((tile) => {
    const stranger = strangers.indexOf(tile)
    const [column, row] = PLACES[tile.unitCode] ?? [stranger % COLUMNS, lowest + 1 + Math.floor(stranger / COLUMNS)]
    return { tile, column, row }
  })
  const rows = Math.max(...placed.map(({ row }) => row), 0) + 1
  const legend = rows * (HEIGHT + GAP) + 8
  const step = 100 / COLUMNS
  const shade = (n: number) => SHADES[among.length < 2 ? 1 : Math.round((n * (SHADES.length - 1)) / (among.length - 1))]
  return (
    <Chart title={title} height={legend + among.length * 20 + 28}>
      {placed.map(({ tile, column, row }) => {
        const colours = tile.value === undefined ? undefined : shade(classOf(tile.value, among))
        const middle = `${(column + 0.5) * step}%`
        const top = row * (HEIGHT + GAP)
        return (
          <g key={tile.unitCode} fill={colours?.ink ?? '#595f69'}>
            <rect
              x={`${column * step + 0.4}%`}
              y={top}
              width={`${step - 0.8}%`}
              height={HEIGHT}
              fill={colours?.fill ?? '#fff'}
              stroke="#8a919c"
              strokeDasharray={colours ? undefined : '3 3'}
            />
            <text x={middle} y={top + 26} textAnchor="middle">
              {tile.name}
            </text>
            <text x={middle} y={top + 48} textAnchor="middle" fontWeight="600">
              {tile.text ?? t('noFigure')}
            </text>
          </g>
        )
      })}
      {among.map(({ from, to }, i) => (
        <g key={from}>
          <rect x="0" y={legend + i * 20} width="24" height="14" fill={shade(i)?.fill} stroke="#8a919c" />
          <text x="32" y={legend + i * 20 + 12} fontSize="12">
            {from === to ? figure(from) : `${figure(from)}–${figure(to)}`}
          </text>
        </g>
      ))}
      <text x="0" y={legend + among.length * 20 + 16} fontSize="12" fill="#595f69">
        {t('schematic')}
      </text>
    </Chart>
  )
}
