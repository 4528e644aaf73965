import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, ok } from '@/api/client'
import { language } from '@/lib/words'

export type AuditQuery = {
  from?: string
  to?: string
  actor?: string
  subjectKind?: string
  subjectId?: string
  action?: string
  unitCode?: string
  cursor?: string
  limit?: number
}

export const auditQuery = (query: AuditQuery) =>
  queryOptions({
    queryKey: ['audit', query, language()],
    queryFn: () => ok(api().GET('/api/v1/audit-log', { params: { query } })),
    placeholderData: keepPreviousData,
  })
