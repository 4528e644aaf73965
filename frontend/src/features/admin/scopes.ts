import { useWords } from '@/lib/words'
import { adminWords } from './words'

/** What a client may be given; one the server knows beyond these is shown as it is written. */
export const scopes = ['projects:read', 'projects:write', 'projects:submit', 'calls:read'] as const

const words = {
  'projects:read': 'scope_projects_read',
  'projects:write': 'scope_projects_write',
  'projects:submit': 'scope_projects_submit',
  'calls:read': 'scope_calls_read',
} as const

export function useScopeText(): (scope: string) => string {
  const t = useWords(adminWords)
  return (scope) => {
    const word = words[scope as keyof typeof words]
    return word ? `${t(word)}（${scope}）` : scope
  }
}
