import { useLocation } from 'react-router'
import type { LandParcel, LandParcelRow, Premises, PremisesRow } from '@/api/types'
import { paths } from '@/app/paths'

/** Premises and land parcels are listed, filled in and published alike; what differs stands here. */
export type Kind = 'premises' | 'land-parcels'
export type Listing = Premises | LandParcel
export type ListingRow = PremisesRow | LandParcelRow

type About = {
  /** The field that names it; without it there is no record. */
  naming: 'name' | 'parcelNo'
  list: string
  create: string
  one: (id: string) => string
  edit: (id: string) => string
  sections: readonly ('basic' | 'owner' | 'size' | 'plan' | 'offer' | 'contact')[]
  /** The step by which it leaves the market for good. */
  handOver: 'reuse' | 'grant'
}

export const about: Record<Kind, About> = {
  premises: {
    naming: 'name',
    list: paths.premises,
    create: paths.newPremises,
    one: paths.premisesOne,
    edit: paths.editPremises,
    sections: ['basic', 'size', 'offer', 'owner'],
    handOver: 'reuse',
  },
  'land-parcels': {
    naming: 'parcelNo',
    list: paths.landParcels,
    create: paths.newLandParcel,
    one: paths.landParcel,
    edit: paths.editLandParcel,
    sections: ['basic', 'size', 'plan', 'offer', 'contact'],
    handOver: 'grant',
  },
}

/** Of which kind this page is: its address says so. */
export const useKind = (): Kind => (useLocation().pathname.startsWith(paths.landParcels) ? 'land-parcels' : 'premises')

export const titleOf = (of: Listing | ListingRow): string => ('parcelNo' in of ? of.parcelNo : of.name)
