import { type QueryKey, type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import { Button, Progress, Select } from 'antd'
import { useRef, useState } from 'react'
import type { Attachment, ListingFile, SigningFile } from '@/api/types'
import { instantDayText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { Dialog } from './dialog'
import { PrivatePicture } from './private-picture'
import { recordWords } from './record-words'
import { Answer } from './states'
import { uiWords } from './words'

type RecordFile = Omit<Attachment, 'purpose'> & { purpose: Purpose; hasPreview?: boolean }
type Purpose = Attachment['purpose'] | ListingFile['purpose'] | SigningFile['purpose']

/** Where the files of one record are, and what they are for. */
export type FileStore = {
  add: (file: File, purpose: string, progress: (share: number) => void) => Promise<unknown>
  remove: (fileId: string) => Promise<unknown>
  take: (file: RecordFile) => Promise<void>
  /** Where a picture in small is, of files that have one. */
  preview?: (file: RecordFile) => string
  /** The usual one first. */
  purposes: readonly Purpose[]
  most: number
  /** What to ask for again after a change. */
  stale: QueryKey
}

/** The pictures side by side; each opens large. */
function Pictures({ files, preview }: { files: readonly RecordFile[]; preview: (file: RecordFile) => string }) {
  const t = useWords(recordWords)
  const [open, setOpen] = useState<RecordFile>()
  if (files.length === 0) return null
  return (
    <>
      <ul className="zs-pictures">
        {files.map((file) => (
          <li key={file.id}>
            <button type="button" aria-label={t('openPicture', { name: file.name })} onClick={() => setOpen(file)}>
              <PrivatePicture path={preview(file)} alt={file.name} />
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <Dialog title={open.name} footer={null} width={1000} onCancel={() => setOpen(undefined)}>
          <div className="zs-picture">
            <PrivatePicture path={preview(open)} alt={open.name} />
          </div>
        </Dialog>
      )}
    </>
  )
}

const MAX_BYTES = 50 * 1024 * 1024

const sizeText = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** Files of a project; the server judges type and size by content, this only spares a hopeless upload. */
export function RecordFiles({
  files: list,
  store,
  canChange,
  onChanged,
}: {
  files: UseQueryResult<RecordFile[]>
  store: FileStore
  canChange: boolean
  onChanged?: () => void
}) {
  const t = useWords(recordWords)
  const u = useWords(uiWords)
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [purpose, setPurpose] = useState<Purpose>(store.purposes[0] ?? 'OTHER')
  const [progress, setProgress] = useState<{ name: string; share: number }>()
  const [failure, setFailure] = useState('')
  const [doomed, setDoomed] = useState<RecordFile>()

  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: store.stale })
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
      await attempt(() => store.add(file, purpose, (share) => setProgress({ name: file.name, share })))
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
          <>
            {store.preview && <Pictures files={files.filter(({ hasPreview }) => hasPreview)} preview={store.preview} />}
            <ul className="zs-stack zs-stretch">
              {files.map((file) => (
                <li key={file.id} className="zs-row zs-record">
                  <span>
                    <button
                      type="button"
                      className="zs-link"
                      onClick={() => void store.take(file).catch((e: Error) => setFailure(e.message))}
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
          </>
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
            options={store.purposes.map((value) => ({ value, label: t(`purpose${value}`) }))}
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
          <span className="zs-quiet">{t('attachmentsHint', { most: store.most })}</span>
        </div>
      )}
      {doomed && (
        <Dialog
          title={t('removeFile', { name: doomed.name })}
          okText={u('remove')}
          cancelText={u('cancel')}
          okButtonProps={{ danger: true }}
          onCancel={() => setDoomed(undefined)}
          onOk={() => {
            void attempt(() => store.remove(doomed.id))
            setDoomed(undefined)
          }}
        >
          {t('removeFileText')}
        </Dialog>
      )}
    </div>
  )
}
