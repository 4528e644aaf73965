import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import type { MapOutlines } from '@/api/types'
import { unitsQuery } from '@/features/units/queries'
import { instantText } from '@/lib/dates'
import { listed } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Refusal } from '@/ui/refusal'
import { Answer } from '@/ui/states'
import { mapOutlinesQuery, removeMapOutlines, replaceMapOutlines } from './queries'
import { adminWords } from './words'

/** The outlines that maps show: a file, and the number under which the map was approved (审图号). */
export function Component() {
  const t = useWords(adminWords)
  const outlines = useQuery(mapOutlinesQuery())
  return (
    <>
      <PageHead title={t('outlines')} lead={t('outlinesLead')} />
      <Answer query={outlines}>
        {(known) => (
          <>
            <Installed of={known} />
            {known.allowedActions.includes('replace') && <Install key={known.version} of={known} />}
          </>
        )}
      </Answer>
    </>
  )
}

function useSettled(words: string) {
  const queries = useQueryClient()
  return async () => {
    notify(words)
    await queries.invalidateQueries({ queryKey: ['map-outlines'] })
    void queries.invalidateQueries({ queryKey: ['outlines'] })
  }
}

function Installed({ of }: { of: MapOutlines }) {
  const t = useWords(adminWords)
  const units = useQuery(unitsQuery()).data ?? []
  const names = (codes: readonly string[]) =>
    listed(codes.map((code) => units.find((unit) => unit.code === code)?.name ?? code))
  const [asked, setAsked] = useState(false)
  const settled = useSettled(t('outlinesRemoved'))
  const remove = useMutation({
    mutationFn: () => removeMapOutlines(of),
    onSuccess: () => {
      setAsked(false)
      return settled()
    },
  })
  if (!of.installed) return <p className="zs-note">{t('outlinesNone')}</p>
  return (
    <section className="zs-card zs-section">
      <p>
        <strong>{t('outlinesApproved', { number: of.approvalNumber ?? '' })}</strong>
      </p>
      <p>{t('outlinesOf', { units: names(of.unitCodes) })}</p>
      {of.missing.length > 0 && <p className="zs-note">{t('outlinesMissing', { units: names(of.missing) })}</p>}
      {of.installedAt && of.installedBy && (
        <p className="zs-quiet">{t('outlinesBy', { by: of.installedBy, at: instantText(of.installedAt) })}</p>
      )}
      {of.allowedActions.includes('remove') && (
        <p className="zs-actions">
          <Button danger onClick={() => setAsked(true)}>
            {t('outlinesRemove')}
          </Button>
        </p>
      )}
      {asked && (
        <ReasonDialog
          title={t('outlinesRemove')}
          consequence={t('outlinesRemoveAsk')}
          action={t('outlinesRemove')}
          needsReason={false}
          danger
          busy={remove.isPending}
          problem={remove.error && <Refusal error={remove.error} />}
          onCancel={() => {
            remove.reset()
            setAsked(false)
          }}
          onConfirm={() => remove.mutate()}
        />
      )}
    </section>
  )
}

function Install({ of }: { of: MapOutlines }) {
  const t = useWords(adminWords)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [number, setNumber] = useState(of.approvalNumber ?? '')
  const [file, setFile] = useState<File>()
  const [unreadable, setUnreadable] = useState(false)
  const settled = useSettled(t('outlinesInstalled'))
  const install = useMutation({
    mutationFn: async (chosen: File) => {
      setUnreadable(false)
      let outlines: Record<string, never>
      try {
        outlines = JSON.parse(await chosen.text())
      } catch {
        return setUnreadable(true)
      }
      await replaceMapOutlines(of, number.trim(), outlines)
      await settled()
    },
  })
  return (
    <section className="zs-card zs-section" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{t(of.installed ? 'outlinesReplace' : 'outlinesInstall')}</h2>
      <p className="zs-quiet">{t('outlinesHelp')}</p>
      <div className="zs-field">
        <label htmlFor={`${id}number`}>{t('approvalNumber')}</label>
        <Input
          id={`${id}number`}
          style={{ maxWidth: 320 }}
          maxLength={60}
          placeholder={t('approvalExample')}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
      </div>
      <div className="zs-field">
        <span id={`${id}file`}>{t('outlinesFile')}</span>
        <span className="zs-actions">
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('outlinesFile')}
            accept=".geojson,.json,application/geo+json,application/json"
            onChange={({ target }) => {
              setFile(target.files?.[0])
              // The same file, mended and saved, must count as a new choice.
              target.value = ''
            }}
          />
          <Button aria-describedby={`${id}file`} onClick={() => input.current?.click()}>
            {t('outlinesChoose')}
          </Button>
          {file?.name}
        </span>
      </div>
      {unreadable && <Alert type="error" showIcon title={t('outlinesUnreadable')} />}
      {install.error && <Refusal error={install.error} />}
      <p className="zs-actions">
        <Button
          type="primary"
          disabled={!file || !number.trim()}
          loading={install.isPending}
          onClick={() => file && install.mutate(file)}
        >
          {t(of.installed ? 'outlinesReplace' : 'outlinesInstall')}
        </Button>
      </p>
    </section>
  )
}
