import { useSearchParams } from 'react-router'
import { paths } from '@/app/paths'

/** What can be uploaded; which one stands in the address, and in the import itself once there is one. */
export const kinds = ['projects', 'premises', 'land-parcels', 'factor-prices'] as const
export type Kind = (typeof kinds)[number]

const known = (kind: string | null | undefined): Kind => kinds.find((one) => one === kind) ?? 'projects'

export function useKind(of?: { kind: string }): Kind {
  const [search] = useSearchParams()
  return known(of?.kind ?? search.get('kind'))
}

/** Who may write a kind's records may upload them. */
export const writeOf = (kind: Kind): string => (kind === 'factor-prices' ? 'prices:write' : `${kind}:write`)

/** Where a kind's records are listed, and one of them is read. */
export const pagesOf: Record<Kind, { list: string; one?: (id: string) => string }> = {
  projects: { list: paths.projects, one: paths.project },
  premises: { list: paths.premises, one: paths.premisesOne },
  'land-parcels': { list: paths.landParcels, one: paths.landParcel },
  'factor-prices': { list: paths.priceReports },
}
