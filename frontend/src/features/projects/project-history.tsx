import { useInfiniteQuery } from '@tanstack/react-query'
import { RecordHistory } from '@/ui/record-history'
import { historyQuery } from './queries'
import { useChangeText } from './value-text'

export function ProjectHistory({ id }: { id: string }) {
  return <RecordHistory history={useInfiniteQuery(historyQuery(id))} valueText={useChangeText()} />
}
