import type { Caller } from '@/session/caller'
import { paths } from './paths'

type Place = {
  word:
    | 'home'
    | 'projects'
    | 'newProject'
    | 'premises'
    | 'landParcels'
    | 'signedProjects'
    | 'signingEvents'
    | 'receipts'
    | 'months'
    | 'articles'
    | 'tasks'
    | 'prices'
    | 'priceReports'
    | 'priceCost'
    | 'imports'
    | 'review'
    | 'calls'
    | 'publicProjects'
    | 'audit'
    | 'users'
    | 'clients'
    | 'units'
    | 'outlines'
    | 'roster'
    | 'account'
  to: string
  end?: boolean
}
type Group = 'groupReport' | 'groupReview' | 'groupDispatch' | 'groupPublish' | 'groupData' | 'groupSettings'

/** The side navigation by duty: what a person may not do is not shown. */
export function navigation(caller: Caller): { group?: Group; places: Place[] }[] {
  const unit = caller.unitCode
  const all: { group?: Group; places: (Place | false)[] }[] = [
    { places: [{ word: 'home', to: paths.home, end: true }] },
    {
      group: 'groupReport',
      places: [
        caller.can('projects:read') && { word: 'projects', to: paths.projects, end: true },
        caller.can('projects:write') && { word: 'newProject', to: paths.newProject },
        caller.can('premises:read') && { word: 'premises', to: paths.premises },
        caller.can('land-parcels:read') && { word: 'landParcels', to: paths.landParcels },
        caller.can('prices:write') && { word: 'priceReports', to: paths.priceReports },
        caller.can('signed-projects:write') && { word: 'signedProjects', to: paths.signedProjects },
        caller.can('receipts:write') && { word: 'receipts', to: paths.receipts },
        caller.can('projects:write') && { word: 'imports', to: paths.imports },
      ],
    },
    {
      group: 'groupReview',
      places: [
        caller.can('projects:review') && { word: 'review', to: paths.review },
        !caller.can('prices:write') && caller.can('prices:read') && { word: 'priceReports', to: paths.priceReports },
      ],
    },
    {
      group: 'groupDispatch',
      places: [
        caller.can('monthly-reports:read') && { word: 'months', to: paths.months },
        caller.can('monthly-reports:read') && { word: 'tasks', to: paths.tasks },
        caller.can('monthly-reports:read') && { word: 'articles', to: paths.articles },
        caller.can('calls:read') && { word: 'calls', to: paths.calls },
        !caller.can('signed-projects:write') &&
          caller.can('signed-projects:read') && { word: 'signedProjects', to: paths.signedProjects },
        caller.can('signed-projects:read') && { word: 'signingEvents', to: paths.signingEvents },
        !caller.can('receipts:write') && caller.can('receipts:read') && { word: 'receipts', to: paths.receipts },
      ],
    },
    { group: 'groupPublish', places: [{ word: 'publicProjects', to: paths.publicProjects }] },
    {
      group: 'groupData',
      places: [
        caller.can('prices:read') && { word: 'prices', to: paths.prices, end: true },
        caller.can('prices:read') && { word: 'priceCost', to: paths.priceCost },
        caller.can('audit:read') && { word: 'audit', to: paths.audit },
      ],
    },
    {
      group: 'groupSettings',
      places: [
        (caller.can('accounts:admin') || caller.can('accounts:read')) && { word: 'users', to: paths.users },
        (caller.can('accounts:admin') || caller.can('accounts:read')) && { word: 'clients', to: paths.clients },
        caller.can('settings:write') && { word: 'units', to: paths.units },
        caller.can('prices:review') && { word: 'outlines', to: paths.outlines },
        unit !== undefined && { word: 'roster', to: paths.roster(unit) },
        { word: 'account', to: paths.account },
      ],
    },
  ]
  return all
    .map(({ group, places }) => ({ ...(group && { group }), places: places.filter((p) => p !== false) }))
    .filter(({ places }) => places.length > 0)
}
