import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Modal, Progress, Select } from 'antd'
import { useRef, useState } from 'react'
import type { Attachment } from '@/api/types'
import { instantDayText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { Answer } from '@/ui/states'
import { uiWords } from '@/ui/words'
import { addAttachment, attachmentsQuery, removeAttachment, takeAttachment } from './queries'
import { projectWords } from './words'

const purposes = ['APPRAISAL', 'PREPARATION', 'PICTURE', 'OTHER'] as const
const MAX_BYTES = 50 * 1024 * 1024

const sizeText = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** Files of a project; the server judges type and size by content, this only spares a hopeless upload. */
export function AttachmentsSection({
  id,
  canChange,
  onChanged,
}: {
  id: string
  canChange: boolean
  onChanged?: () => void
}) {
  const t = useWords(projectWords)
  const u = useWords(uiWords)
  const queries = useQueryClient()
  const list = useQuery(attachmentsQuery(id))
  const input = useRef<HTMLInputElement>(null)
  const [purpose, setPurpose] = useState<Attachment['purpose']>('PREPARATION')
  const [progress, setProgress] = useState<{ name: string; share: number }>()
  const [failure, setFailure] = useState('')
  const [doomed, setDoomed] = useState<Attachment>()

  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['projects', id] })
    onChanged?.()
  }
  const attempt = async (work: () => Promise<unknown>) => {
    setFailure('')
    try {
      await work()
      await refresh()
    } catch (error) {
      setFailure((error as Error).message)
    }
  }
  const add = async (files: FileList | null) => {
    for (const file of files ?? []) {
      if (file.size > MAX_BYTES) {
        setFailure(t('uploadTooLarge', { name: file.name }))
        continue
      }
      setProgress({ name: file.name, share: 0 })
      await attempt(() => addAttachment(id, file, purpose, (share) => setProgress({ name: file.name, share })))
      setProgress(undefined)
    }
    if (input.current) input.current.value = ''
  }
  return (
    <div className="zs-stack zs-stretch">
      <Answer
        query={list}
        isEmpty={(files) => files.length === 0}
        empty={<p className="zs-quiet">{t('noAttachments')}</p>}
      >
        {(files) => (
          <ul className="zs-stack zs-stretch">
            {files.map((file) => (
              <li key={file.id} className="zs-row zs-record">
                <span>
                  <button
                    type="button"
                    className="zs-link"
                    onClick={() => void takeAttachment(id, file).catch((e: Error) => setFailure(e.message))}
                  >
                    {file.name}
                  </button>{' '}
                  <span className="zs-quiet">
                    {t(`purpose${file.purpose}`)} {sizeText(file.size)} {instantDayText(file.createdAt)}{' '}
                    {file.createdBy}
                  </span>
                </span>
                {canChange && (
                  <Button size="small" onClick={() => setDoomed(file)}>
                    {u('remove')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {progress && (
        <div role="status">
          {t('uploading', { name: progress.name, percent: Math.round(progress.share * 100) })}
          <Progress percent={Math.round(progress.share * 100)} showInfo={false} aria-label={progress.name} />
        </div>
      )}
      {failure && (
        <p role="alert" className="zs-refusal">
          {failure}
        </p>
      )}
      {canChange && (
        <div className="zs-actions">
          <label htmlFor="purpose">{t('purpose')}</label>
          <Select
            id="purpose"
            value={purpose}
            onChange={setPurpose}
            options={purposes.map((value) => ({ value, label: t(`purpose${value}`) }))}
            style={{ width: 128 }}
          />
          <input
            ref={input}
            type="file"
            multiple
            className="zs-visually-hidden"
            tabIndex={-1}
            aria-label={t('addFile')}
            accept=".pdf,.docx,.xlsx,.doc,.xls,.jpg,.jpeg,.png"
            onChange={(event) => void add(event.target.files)}
          />
          <Button loading={progress !== undefined} onClick={() => input.current?.click()}>
            {t('addFile')}
          </Button>
          <span className="zs-quiet">{t('attachmentsHint')}</span>
        </div>
      )}
      {doomed && (
        <Modal
          open
          title={t('removeFile', { name: doomed.name })}
          okText={u('remove')}
          cancelText={u('cancel')}
          okButtonProps={{ danger: true }}
          onCancel={() => setDoomed(undefined)}
          onOk={() => {
            void attempt(() => removeAttachment(id, doomed.id))
            setDoomed(undefined)
          }}
        >
          {t('removeFileText')}
        </Modal>
      )}
    </div>
  )
}
