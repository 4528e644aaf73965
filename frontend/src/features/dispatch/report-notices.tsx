import { Alert } from 'antd'
import { Link } from 'react-router'
import type { MonthlyReport } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText, instantText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { Extension, TimelinessTag } from './timing'
import { dispatchWords } from './words'

/** When it is due, what the bureau wrote, and the receipt of what was sent. */
export function ReportNotices({ report }: { report: MonthlyReport }) {
  const t = useWords(dispatchWords)
  const { timing, returned } = report
  const day = dayText(timing.dueOn)
  const waits = timing.firstSubmittedAt === undefined && timing.timeliness !== 'MISSING'
  return (
    <>
      {waits && (
        <p className="zs-note">
          {timing.daysLeft > 0
            ? t('daysLeft', { count: timing.daysLeft, day })
            : t(timing.daysLeft === 0 ? 'dueToday' : 'overdue', { day })}
        </p>
      )}
      {timing.firstSubmittedAt === undefined && timing.timeliness === 'MISSING' && (
        <p className="zs-note">{t('overdue', { day })}</p>
      )}
      <Extension timing={timing} />
      {report.state === 'RETURNED' && returned && (
        <Alert
          type="warning"
          showIcon
          title={t('returned', { by: returned.by, time: instantText(returned.at), reason: returned.reason })}
          description={
            returned.fields.length > 0 ? t('returnedPlaces', { count: returned.fields.length }) : t('returnedAll')
          }
        />
      )}
      <Receipt report={report} />
    </>
  )
}

/** The proof of the last submission: number, time, in time or late by how much, and the hash of all that was sent. */
function Receipt({ report }: { report: MonthlyReport }) {
  const t = useWords(dispatchWords)
  const { receipt, timing } = report
  if (!receipt) return null
  return (
    <section className="zs-card zs-receipt" aria-label={t('receiptTitle')}>
      <div className="zs-marks">
        <h2>{t('receipt', { number: receipt.number })}</h2>
        <TimelinessTag timing={timing} />{' '}
        {t('receiptOf', { time: instantText(receipt.submittedAt), by: receipt.submittedBy, count: receipt.revision })}
        {receipt.noChange && ` · ${t('zero')}`}
      </div>
      <p className="zs-quiet">
        {t('hash', { algorithm: receipt.hashAlgorithm })} <code>{receipt.contentHash}</code>{' '}
        <Link to={paths.publicReceipt(receipt.number)}>{t('verify')}</Link>
      </p>
    </section>
  )
}
