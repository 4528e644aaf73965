import { useWords } from '@/lib/words'
import { adminWords } from './words'

/** What a client may be given; one the server knows beyond these is shown as it is written. */
export const scopes = [
  'projects:read',
  'projects:write',
  'projects:submit',
  'calls:read',
  'prices:read',
  'prices:write',
  'prices:submit',
  'premises:read',
  'premises:write',
  'land-parcels:read',
  'land-parcels:write',
] as const

const words = {
  'projects:read': 'scope_projects_read',
  'projects:write': 'scope_projects_write',
  'projects:submit': 'scope_projects_submit',
  'calls:read': 'scope_calls_read',
  'land-parcels:write': 'scope_land_parcels_write',
  'land-parcels:read': 'scope_land_parcels_read',
  'premises:write': 'scope_premises_write',
  'premises:read': 'scope_premises_read',
  'prices:submit': 'scope_prices_submit',
  'prices:write': 'scope_prices_write',
  'prices:read': 'scope_prices_read',
} as const

export function useScopeText(): (scope: string) => string {
  const t = useWords(adminWords)
  return (scope) => {
    const word = words[scope as keyof typeof words]
    return word ? `${t(word)}（${scope}）` : scope
  }
}
