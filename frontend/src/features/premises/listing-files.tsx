import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FileStore, RecordFiles } from '@/ui/record-files'
import type { Kind } from './kinds'
import { addFile, filesQuery, removeFile, takeFile } from './queries'

/** Pictures and papers: what an investor asks to see first, and what the bureau checks. */
export function ListingFiles({
  kind,
  id,
  canChange,
  onChanged,
}: {
  kind: Kind
  id: string
  canChange: boolean
  onChanged?: () => void
}) {
  const queries = useQueryClient()
  const store: FileStore = {
    add: (file, purpose, progress) => addFile(kind, id, file, purpose, progress),
    remove: (fileId) => removeFile(kind, id, fileId),
    take: (file) => takeFile(kind, id, file),
    preview: (file) => `/api/v1/${kind}/${id}/attachments/${file.id}/preview`,
    purposes: ['PICTURE', 'TITLE', 'PLAN', 'OTHER'],
    most: 20,
    stale: [kind, id],
  }
  const changed = onChanged ?? (() => void queries.invalidateQueries({ queryKey: [kind, 'list'] }))
  return <RecordFiles files={useQuery(filesQuery(kind, id))} store={store} canChange={canChange} onChanged={changed} />
}
