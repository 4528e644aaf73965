type Ring = readonly (readonly [number, number])[]
type Polygon = readonly Ring[]
type Geometry = { type: 'Polygon'; coordinates: Polygon } | { type: 'MultiPolygon'; coordinates: readonly Polygon[] }

/** The units' outlines as the server has them (GeoJSON), with the number of their approval. */
export type Outlines = {
  approvalNumber?: string
  features: readonly { properties: { unitCode: string }; geometry: Geometry }[]
}

/** An outline as it is drawn, and where its name stands. */
export type Area = { unitCode: string; path: string; x: number; y: number }

const polygonsOf = (geometry: Geometry): readonly Polygon[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

/** Twice the area that a ring encloses, and its centre. */
function middleOf(ring: Ring): { size: number; x: number; y: number } {
  let size = 0
  let x = 0
  let y = 0
  ring.forEach(([east, north], i) => {
    const [nextEast, nextNorth] = ring[i + 1] ?? [east, north]
    const part = east * nextNorth - nextEast * north
    size += part
    x += (east + nextEast) * part
    y += (north + nextNorth) * part
  })
  const [first] = ring
  return size === 0
    ? { size: 0, x: first?.[0] ?? 0, y: first?.[1] ?? 0 }
    : { size: Math.abs(size), x: x / (3 * size), y: y / (3 * size) }
}

/** Drawn so high, at its width: a degree of longitude is as long as it is in the middle of the city. */
export function drawn({ features }: Outlines, height: number): { width: number; areas: Area[] } {
  const positions = features.flatMap(({ geometry }) => polygonsOf(geometry).flat(2))
  let [west, east, south, north] = [180, -180, 90, -90]
  for (const [longitude, latitude] of positions) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  const narrow = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const scale = height / Math.max(north - south, 1e-6)
  const place = ([longitude, latitude]: readonly [number, number]): [number, number] => [
    (longitude - west) * narrow * scale,
    (north - latitude) * scale,
  ]
  const areas = features.map(({ properties: { unitCode }, geometry }) => {
    const rings = polygonsOf(geometry).map((polygon) => polygon.map((ring) => ring.map(place)))
    const outer = rings.flatMap(([first]) => (first ? [middleOf(first)] : []))
    const largest = outer.sort((a, b) => b.size - a.size)[0]
    return {
      unitCode,
      path: rings
        .flat()
        .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
        .join(''),
      x: largest?.x ?? 0,
      y: largest?.y ?? 0,
    }
  })
  return { width: (east - west) * narrow * scale, areas }
}
