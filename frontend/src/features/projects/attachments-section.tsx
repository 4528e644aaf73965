import { useQuery } from '@tanstack/react-query'
import { type FileStore, RecordFiles } from '@/ui/record-files'
import { addAttachment, attachmentsQuery, removeAttachment, takeAttachment } from './queries'

const filesOf = (id: string): FileStore => ({
  add: (file, purpose, progress) => addAttachment(id, file, purpose, progress),
  remove: (fileId) => removeAttachment(id, fileId),
  take: (file) => takeAttachment(id, file),
  purposes: ['PREPARATION', 'APPRAISAL', 'PICTURE', 'OTHER'],
  most: 10,
  stale: ['projects', id],
})

export function AttachmentsSection({
  id,
  canChange,
  onChanged,
}: {
  id: string
  canChange: boolean
  onChanged?: () => void
}) {
  return (
    <RecordFiles
      files={useQuery(attachmentsQuery(id))}
      store={filesOf(id)}
      canChange={canChange}
      {...(onChanged && { onChanged })}
    />
  )
}
