import { useQuery } from '@tanstack/react-query'
import { useWords } from '@/lib/words'
import { principlesQuery } from './queries'
import { projectWords } from './words'

/** Names of principles and of the answers to them. */
export function usePrincipleNames(): (code: string) => string | undefined {
  const t = useWords(projectWords)
  const principles = useQuery(principlesQuery()).data
  return (code) =>
    code === 'PASS' || code === 'FAIL' || code === 'NOT_APPLICABLE'
      ? t(`answer${code}`)
      : principles?.find((p) => p.code === code)?.name
}
