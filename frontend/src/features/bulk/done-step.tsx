import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Import } from '@/api/types'
import { paths } from '@/app/paths'
import { dayOf } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { ReasonDialog } from '@/ui/reason-dialog'
import { type Kind, pagesOf, useKind } from './kinds'
import { Moved } from './plan-step'
import { revertImport, takeResults } from './queries'
import { RowList, RowsByStatus } from './rows-table'
import { bulkWords } from './words'

/** What was stored, what is left to do with it, and the way back. */
export function DoneStep({ of, again }: { of: Import; again?: () => void }) {
  const t = useWords(bulkWords)
  const [failure, setFailure] = useState('')
  const kind = useKind(of)
  const { list } = pagesOf[kind]
  const { created, updated, unchanged, rejected } = of.rows
  const take = (
    <Button onClick={() => takeResults(of.id).catch((error: Error) => setFailure(error.message))}>
      {t('takeResults')}
    </Button>
  )
  if (of.state === 'CANCELLED' || of.state === 'FAILED')
    return (
      <section className="zs-card" aria-labelledby="done">
        <h2 id="done">{t(of.state === 'CANCELLED' ? 'cancelled' : 'failedApplied')}</h2>
        {of.findings.length > 0 && of.appliesImport ? (
          <Moved failure={of} {...(again && { again })} />
        ) : (
          of.findings.map((finding) => <p key={finding.message}>{finding.message}</p>)
        )}
        <Another kind={kind} />
      </section>
    )
  if (of.revertsImport)
    return (
      <section className="zs-card" aria-labelledby="done">
        <div className="zs-row">
          <h2 id="done">{t('reverted')}</h2>
          {take}
        </div>
        <p>{t('revertedText', { count: updated })}</p>
        {rejected > 0 && (
          <>
            <Alert type="warning" showIcon title={t('notReverted', { count: rejected })} />
            <RowList of={of} status="REJECTED" expected={rejected} />
          </>
        )}
        {failure && <p role="alert">{failure}</p>}
        <Another kind={kind} />
      </section>
    )
  const day = dayOf(of.finishedAt ?? of.createdAt)
  const stored = created + updated > 0
  return (
    <section className="zs-card" aria-labelledby="done">
      <div className="zs-row">
        <h2 id="done">{t(stored ? 'doneTitle' : 'doneNothing')}</h2>
        {take}
      </div>
      <p>{t('doneText', { created, updated, unchanged, rejected })}</p>
      {stored && (
        <>
          <p>{t(`doneNext-${kind}`)}</p>
          <p className="zs-actions">
            <Link to={`${list}?updatedFrom=${day}&updatedTo=${day}`}>{t('seeStored')}</Link>
            <Link to={`${list}?hasFindings=true&updatedFrom=${day}&updatedTo=${day}`}>{t('seeToSettle')}</Link>
          </p>
        </>
      )}
      {rejected > 0 && <Alert type="warning" showIcon title={t('repairNext')} />}
      <RowsByStatus of={of} />
      {failure && <p role="alert">{failure}</p>}
      <div className="zs-actions">
        <Another kind={kind} />
        {stored && <Revert of={of} />}
      </div>
    </section>
  )
}

function Another({ kind }: { kind: Kind }) {
  const t = useWords(bulkWords)
  const navigate = useNavigate()
  return (
    <Button className="zs-start" type="primary" onClick={() => void navigate(paths.importsOf(kind))}>
      {t('another')}
    </Button>
  )
}

function Revert({ of }: { of: Import }) {
  const t = useWords(bulkWords)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  if (!of.allowedActions.includes('revert'))
    return <span role="status">{of.whyNot.find(({ action }) => action === 'revert')?.message ?? t('wasReverted')}</span>
  const revert = async () => {
    setBusy(true)
    try {
      const undone = await revertImport(of.id)
      await queries.invalidateQueries({ queryKey: ['imports'] })
      void navigate(paths.import(undone.id))
    } catch (error) {
      setFailure((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {t('revert')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('revertTitle')}
          consequence={t('revertText', { created: of.rows.created, updated: of.rows.updated })}
          action={t('revert')}
          needsReason={false}
          danger
          busy={busy}
          problem={failure && <p role="alert">{failure}</p>}
          onCancel={() => setAsking(false)}
          onConfirm={() => void revert()}
        />
      )}
    </>
  )
}
