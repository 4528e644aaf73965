import { useQuery } from '@tanstack/react-query'
import { gbIndustriesQuery, industriesQuery, unitsQuery } from './queries'

/** Names of codes whose lists are reference data. */
export function useCodeNames(): (field: string, code: string) => string | undefined {
  const industries = useQuery(industriesQuery()).data
  const divisions = useQuery(gbIndustriesQuery()).data
  const units = useQuery(unitsQuery()).data
  return (field, code) => {
    if (field === 'industryCode' || field === 'industryTags') return industries?.find((i) => i.code === code)?.name
    if (field === 'gbIndustryCode') return divisions?.find((d) => d.code === code)?.name
    if (field === 'locationCode' || field === 'unitCode') return units?.find((u) => u.code === code)?.name
    return undefined
  }
}
