import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { MonthlyReport } from '@/api/types'
import { useWords } from '@/lib/words'
import { Refusal } from '@/ui/refusal'
import { returnReport } from './queries'
import type { Ticks } from './ticks'
import { useReported } from './use-reported'
import { dispatchWords } from './words'

/** Sends the report back: the places that were ticked, each with its reason, or all of it. */
export function ReviewBar({ report, ticks, onDone }: { report: MonthlyReport; ticks: Ticks; onDone: () => void }) {
  const t = useWords(dispatchWords)
  const { done, failed } = useReported(report)
  const [reason, setReason] = useState('')
  const places = Object.entries(ticks.reasons)
  const run = useMutation({
    mutationFn: () =>
      returnReport(
        report,
        reason.trim(),
        places.map(([pointer, why]) => ({ pointer, reason: why.trim() })),
      ),
    onSuccess: async (now) => {
      onDone()
      await done(now)
    },
    onError: failed,
  })
  const incomplete = !reason.trim() || places.some(([, why]) => !why.trim())
  return (
    <section className="zs-bar zs-decide" aria-label={t('doReturn')}>
      <div className="zs-stack zs-stretch zs-grow">
        <strong>{places.length > 0 ? t('returnPlaces', { count: places.length }) : t('returnAll')}</strong>
        <div className="zs-return-line">
          <label htmlFor="return-reason">{t('returnReason')}</label>
          <Input.TextArea
            id="return-reason"
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 1, maxRows: 4 }}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button type="primary" disabled={incomplete} loading={run.isPending} onClick={() => run.mutate()}>
            {t('doReturn')}
          </Button>
          <Button onClick={onDone}>{t('returnCancel')}</Button>
        </div>
        <span className="zs-quiet">{t('askReturn')}</span>
        {run.error && <Refusal error={run.error} />}
      </div>
    </section>
  )
}
