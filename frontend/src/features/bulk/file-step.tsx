import { Alert, Button, Progress } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { isProblem, OfflineError } from '@/api/problem'
import type { Import } from '@/api/types'
import { useWords } from '@/lib/words'
import type { Sending } from './import-page'
import type { Kind } from './kinds'
import { endings, MAX_BYTES, mediaTypeOf } from './media-types'
import { takeOwnRows, takeTemplate } from './queries'
import { bulkWords } from './words'

const sizeText = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** The file: picked or dropped, sent for a plan at once. Once there is a plan, one line and the way to another. */
export function FileStep({ kind, sending, of }: { kind: Kind; sending: Sending; of?: Import }) {
  const t = useWords(bulkWords)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refusal, setRefusal] = useState('')
  const take = (file: File | undefined) => {
    if (!file || sending.progress) return
    const no = !mediaTypeOf(file.name) ? 'wrongType' : file.size > MAX_BYTES ? 'tooLarge' : !file.size && 'emptyFile'
    setRefusal(no ? t(no, { name: file.name }) : '')
    if (!no) sending.plan(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const picker = (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('pick')}
        accept={endings.join(',')}
        onChange={(event) => {
          take(event.target.files?.[0])
          // The same file, mended and saved, must count as a new choice.
          event.target.value = ''
        }}
      />
      <Button
        {...(!of && { type: 'primary' })}
        disabled={sending.progress !== undefined}
        onClick={() => input.current?.click()}
      >
        {t(of ? 'pickAgain' : 'pick')}
      </Button>
    </>
  )
  const link = (word: 'template' | 'ownRows', take: () => Promise<void>) => (
    <button
      type="button"
      className="zs-link"
      onClick={() => {
        setRefusal('')
        take().catch((error: Error) => setRefusal(error.message))
      }}
    >
      {t(word)}
    </button>
  )
  const { failure } = sending
  const why =
    refusal ||
    (failure instanceof OfflineError
      ? t('sendingLost')
      : isProblem(failure)
        ? [failure.message, ...failure.findings.map((f) => f.message)].join(' ')
        : '')
  return (
    <section className="zs-card" aria-label={t('stepFile')}>
      {of ? (
        <div className="zs-row zs-file-line">
          <span>
            <strong>{of.fileName ?? t('fileUnnamed')}</strong> <span className="zs-quiet">{sizeText(of.size)}</span>
          </span>
          {picker}
        </div>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the button, never instead of it */}
          <div
            className="zs-drop"
            data-over={over || undefined}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <span>{t('dropHere')}</span>
            {picker}
          </div>
          <ul className="zs-stack">
            <li>{t('fileRules', { naming: t(`naming-${kind}`) })}</li>
            <li>{t(kind === 'factor-prices' ? 'rowRulesPrices' : 'rowRules')}</li>
            <li>
              {link('template', () => takeTemplate(kind))} <span className="zs-quiet">{t('templateHelp')}</span>
            </li>
            <li>
              {link('ownRows', () => takeOwnRows(kind))} <span className="zs-quiet">{t('ownRowsHelp')}</span>
            </li>
          </ul>
        </>
      )}
      {sending.progress && (
        <div role="status">
          <div className="zs-row">
            <span>{t('sending', { name: sending.progress.name })}</span>
            <Button onClick={sending.stop}>{t('stopSending')}</Button>
          </div>
          <Progress
            percent={Math.round(sending.progress.share * 100)}
            aria-label={t('sending', { name: sending.progress.name })}
          />
        </div>
      )}
      {why && <Alert type="warning" showIcon title={why} />}
    </section>
  )
}
