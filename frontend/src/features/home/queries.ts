import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '@/api/client'
import { language } from '@/lib/words'

export const dutiesQuery = () =>
  queryOptions({
    queryKey: ['duties', language()],
    queryFn: () => ok(api().GET('/api/v1/dashboard/duties')),
    staleTime: 0,
  })
