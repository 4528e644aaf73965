import { parts } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { Chart } from './chart'
import { drawn, type Outlines } from './outlines'
import { ShadeLegend, shadesOf, type Tile } from './shades'
import { chartWords } from './words'

const HEIGHT = 420
const LINE = 18

/** The city by its approved outlines. The number of the approval is part of the picture, as the law asks. */
export function CityOutlines({
  title,
  tiles,
  outlines,
  figure,
}: {
  title: string
  tiles: readonly Tile[]
  outlines: Outlines
  /** A bound of a class as it is shown. */
  figure: (value: number) => string
}) {
  const t = useWords(chartWords)
  const shades = shadesOf(tiles)
  const { width, areas } = drawn(outlines, HEIGHT)
  const known = areas.map((area) => ({ ...area, tile: tiles.find(({ unitCode }) => unitCode === area.unitCode) }))
  const apart = tiles.filter(({ unitCode, text }) => text && !areas.some((area) => area.unitCode === unitCode))
  const legend = HEIGHT + 12
  const below = legend + shades.height + 16
  return (
    <Chart title={title} height={below + LINE * 2}>
      <svg aria-hidden="true" width="100%" height={HEIGHT} viewBox={`-4 -4 ${width + 8} ${HEIGHT + 8}`}>
        {known.map(({ unitCode, path, tile }) => (
          <path
            key={unitCode}
            d={path}
            fillRule="evenodd"
            fill={(tile && shades.of(tile)?.fill) ?? '#fff'}
            stroke="#595f69"
            strokeLinejoin="round"
          />
        ))}
        {known.map(
          ({ unitCode, x, y, tile }) =>
            tile && (
              // A name is wider than a small area: it is read on whatever lies beside it.
              <g
                key={unitCode}
                fill="#1c2026"
                stroke="#fff"
                strokeWidth="3"
                strokeLinejoin="round"
                paintOrder="stroke"
                textAnchor="middle"
              >
                <text x={x} y={y - 2} fontSize="14">
                  {tile.name}
                </text>
                <text x={x} y={y + 16} fontSize="14" fontWeight="600">
                  {tile.text ?? t('noFigure')}
                </text>
              </g>
            ),
        )}
      </svg>
      <ShadeLegend shades={shades} top={legend} figure={figure} />
      <text x="0" y={below} fontSize="12" fill="#595f69">
        {apart.length > 0 && t('notOutlined', { units: parts(apart.map(({ name, text }) => `${name} ${text}`)) })}
      </text>
      <text x="0" y={below + LINE} fontSize="12">
        {t('approval', { number: outlines.approvalNumber ?? '' })}
      </text>
    </Chart>
  )
}
