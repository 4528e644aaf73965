import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { isProblem } from '@/api/problem'
import type { Import } from '@/api/types'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { notify } from '@/ui/notice'
import { holdAlso } from './held-file'
import { applyImport, importsQuery, takeResults } from './queries'
import { RowsByStatus } from './rows-table'
import { bulkWords } from './words'

/** What the file would do, row by row, and the word that does it. */
export function PlanStep({ of, again }: { of: Import; again?: () => void }) {
  const t = useWords(bulkWords)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [partial, setPartial] = useState(of.mode === 'PARTIAL')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const may = of.allowedActions.includes('apply')
  const { created, updated, rejected } = of.rows
  const writes = created + updated
  const apply = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      const done = await applyImport(of.id)
      holdAlso(done.id, of.id)
      await queries.invalidateQueries({ queryKey: ['imports'] })
      void navigate(paths.import(done.id))
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const giveUp = () => {
    notify(t('givenUp'))
    void navigate(paths.imports)
  }
  return (
    <section className="zs-card" aria-labelledby="plan">
      <div className="zs-row">
        <h2 id="plan">
          {t('planTitle')} <span className="zs-quiet">{t('rowsTotal', { count: of.rows.total })}</span>
        </h2>
        <Button onClick={() => takeResults(of.id).catch(setFailure)}>{t('takeResults')}</Button>
      </div>
      <RowsByStatus of={of} />
      {may && rejected > 0 && writes > 0 && (
        <fieldset className="zs-field">
          <legend>{t('modeLegend', { count: rejected })}</legend>
          <Radio.Group
            vertical
            value={partial}
            onChange={(event) => setPartial(event.target.value as boolean)}
            options={[
              { value: true, label: t('modePartial', { count: writes }) },
              { value: false, label: t('modeAtomic') },
            ]}
          />
        </fieldset>
      )}
      {may && !partial && rejected > 0 && <p role="status">{t('atomicNext', { count: rejected })}</p>}
      {may && writes === 0 && (partial || rejected === 0) && (
        <p role="status">{t(of.rows.total === 0 ? 'noDataRows' : 'nothingToDo')}</p>
      )}
      {isProblem(failure, 409) ? (
        <Moved failure={failure} {...(again && { again })} />
      ) : (
        failure !== undefined && <Alert type="warning" showIcon role="alert" title={(failure as Error).message} />
      )}
      {may ? (
        <div className="zs-actions">
          <Button
            type="primary"
            loading={busy}
            disabled={writes === 0 || (!partial && rejected > 0) || isProblem(failure, 409)}
            onClick={() => void apply()}
          >
            {t('confirmImport', { count: writes })}
          </Button>
          <Button onClick={giveUp}>{t('giveUp')}</Button>
        </div>
      ) : (
        <Applied of={of} />
      )}
    </section>
  )
}

/** The plan no longer holds: which rows, and a new one. */
export function Moved({
  failure,
  again,
}: {
  failure: { findings: readonly { message: string }[] }
  again?: () => void
}) {
  const t = useWords(bulkWords)
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('moved')}
      description={
        <div className="zs-stack">
          <ul>
            {failure.findings.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          <p>{t('movedNext')}</p>
          {again ? (
            <Button type="primary" onClick={again}>
              {t('movedAgain')}
            </Button>
          ) : (
            <p className="zs-quiet">{t('planAgainNeedsFile')}</p>
          )}
        </div>
      }
    />
  )
}

function Applied({ of }: { of: Import }) {
  const t = useWords(bulkWords)
  const list = useInfiniteQuery(importsQuery())
  const by = list.data?.pages.flatMap((page) => page.items).find((one) => one.appliesImport === of.id)
  const because = of.whyNot.find(({ action }) => action === 'apply')?.message
  return (
    <p className="zs-actions" role="status">
      {because ?? t('alreadyApplied')}
      {by && <Link to={paths.import(by.id)}>{t('seeApplied')}</Link>}
    </p>
  )
}
