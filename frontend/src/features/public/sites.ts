import { useLocation } from 'react-router'
import type { PublicLandParcel, PublicPremises } from '@/api/types'
import { paths } from '@/app/paths'

/** Where a project could stand: premises that are idle, land that is to be had. */
export type SiteKind = 'premises' | 'land-parcels'
export type Site = PublicPremises | PublicLandParcel

export const isParcel = (site: Site): site is PublicLandParcel => 'parcelNo' in site
export const siteName = (site: Site): string => (isParcel(site) ? site.parcelNo : site.name)

export const sitePages: Record<SiteKind, { list: string; one: (id: string) => string }> = {
  premises: { list: paths.publicPremises, one: paths.publicPremisesOne },
  'land-parcels': { list: paths.publicLandParcels, one: paths.publicLandParcel },
}

/** Of which kind this page is: its address says so. */
export const useSiteKind = (): SiteKind =>
  useLocation().pathname.startsWith(paths.publicLandParcels) ? 'land-parcels' : 'premises'

export const sitePlace = (site: Site): string =>
  [...new Set([site.unitName, isParcel(site) ? site.location : site.parkName, isParcel(site) ? '' : site.address])]
    .filter(Boolean)
    .join(' · ')

/** Whom to call: an office, never a person. */
export const siteOffice = (site: Site): { name: string; phone: string } =>
  isParcel(site)
    ? { name: site.contactOffice ?? site.unitName, phone: site.contactPhone ?? '' }
    : { name: site.ownerOffice, phone: site.ownerPhone }
