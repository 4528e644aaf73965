import { useQueryClient } from '@tanstack/react-query'
import { Button, Spin } from 'antd'
import { useState } from 'react'
import type { Import } from '@/api/types'
import { grouped } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { cancelImport } from './queries'
import { bulkWords } from './words'

/** How far the work is, and the way to stop it. */
export function Running({ of, rowsRead }: { of: Import; rowsRead: number }) {
  const t = useWords(bulkWords)
  const queries = useQueryClient()
  const [failure, setFailure] = useState('')
  const [busy, setBusy] = useState(false)
  const cancel = async () => {
    setBusy(true)
    try {
      await cancelImport(of.id)
      await queries.invalidateQueries({ queryKey: ['imports'] })
    } catch (error) {
      setFailure((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="zs-card" aria-busy="true">
      <div className="zs-row">
        <span role="status">
          <Spin size="small" />{' '}
          {of.state === 'QUEUED' && rowsRead === 0 ? t('queued') : t('running', { rows: grouped(String(rowsRead)) })}
        </span>
        {of.allowedActions.includes('cancel') && (
          <Button loading={busy} onClick={() => void cancel()}>
            {t('cancelImport')}
          </Button>
        )}
      </div>
      <p className="zs-quiet">{t('leaveSafely')}</p>
      {failure && <p role="alert">{failure}</p>}
    </section>
  )
}
