import { useQuery } from '@tanstack/react-query'
import { useWords } from '@/lib/words'
import { gbIndustriesQuery, industriesQuery, unitsQuery } from '../units/queries'
import { principlesQuery } from './queries'
import { projectWords } from './words'

/** Names of codes whose lists are reference data. */
export function useCodeNames(): (field: string, code: string) => string | undefined {
  const t = useWords(projectWords)
  const industries = useQuery(industriesQuery()).data
  const divisions = useQuery(gbIndustriesQuery()).data
  const units = useQuery(unitsQuery()).data
  const principles = useQuery(principlesQuery()).data
  return (field, code) => {
    if (field === 'industryCode' || field === 'industryTags') return industries?.find((i) => i.code === code)?.name
    if (field === 'gbIndustryCode') return divisions?.find((d) => d.code === code)?.name
    if (field === 'locationCode' || field === 'unitCode') return units?.find((u) => u.code === code)?.name
    if (field === 'principleChecks')
      return code === 'PASS' || code === 'FAIL' || code === 'NOT_APPLICABLE'
        ? t(`answer${code}`)
        : principles?.find((p) => p.code === code)?.name
    return undefined
  }
}
