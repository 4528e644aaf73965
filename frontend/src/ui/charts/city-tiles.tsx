import { useWords } from '@/lib/words'
import { Chart } from './chart'
import { ShadeLegend, shadesOf, type Tile } from './shades'
import { chartWords } from './words'

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

/** A schematic map: one tile a unit. Real outlines need an approval number (审图号): see {@link CityOutlines}. */
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
  const shades = shadesOf(tiles)
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
  return (
    <Chart title={title} height={legend + shades.height + 28}>
      {placed.map(({ tile, column, row }) => {
        const colours = shades.of(tile)
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
      <ShadeLegend shades={shades} top={legend} figure={figure} />
      <text x="0" y={legend + shades.height + 16} fontSize="12" fill="#595f69">
        {t('schematic')}
      </text>
    </Chart>
  )
}
