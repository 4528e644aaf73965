import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { FundSums, SignedProject } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { DataTable } from '@/ui/data-table'
import { Answer } from '@/ui/states'
import { projectReceiptsQuery } from './receipt-queries'
import { receiptWords } from './receipt-words'

/** What a project received, and what it sums to; computed, never typed. */
export function ReceiptsSection({ project }: { project: SignedProject }) {
  const t = useWords(receiptWords)
  const caller = useCaller()
  const receipts = useQuery({ ...projectReceiptsQuery(project.id), enabled: caller.can('receipts:read') })
  if (!caller.can('receipts:read')) return null
  const spans = (sums: { month: FundSums; year: FundSums; total: FundSums }) =>
    [
      [t('month'), sums.month],
      [t('year'), sums.year],
      [t('all'), sums.total],
    ] as const
  return (
    <section className="zs-card">
      <h2>{t('sectionSums')}</h2>
      <Answer query={receipts}>
        {(known) => (
          <>
            {known.items.length === 0 ? (
              <p className="zs-quiet">{t('noReceipts')}</p>
            ) : (
              <>
                <dl className="zs-facts">
                  {spans(known).map(([label, sums]) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>
                        {moneyText(sums.declaredYuan)}
                        <div className="zs-quiet">
                          {t('outside')} {moneyText(sums.outsideYuan)}
                        </div>
                      </dd>
                    </div>
                  ))}
                </dl>
                <DataTable
                  caption={t('sectionSums')}
                  rows={known.items}
                  rowKey={(row) => row.id}
                  rowName={(row) => row.code}
                  columns={[
                    {
                      key: 'code',
                      title: t('code'),
                      name: true,
                      cell: (row) => <Link to={paths.receipt(row.id)}>{row.code}</Link>,
                    },
                    {
                      key: 'on',
                      title: t('receivedOn'),
                      short: true,
                      cell: (row) => row.receivedOn && dayText(row.receivedOn),
                    },
                    {
                      key: 'amount',
                      title: t('amount'),
                      numeric: true,
                      cell: (row) => row.amountYuan !== undefined && moneyText(row.amountYuan),
                    },
                    {
                      key: 'origin',
                      title: t('origin'),
                      short: true,
                      cell: (row) => row.origin && t(`origin${row.origin}`),
                    },
                    { key: 'use', title: t('use'), short: true, cell: (row) => row.use && t(`use${row.use}`) },
                  ]}
                />
              </>
            )}
            <p className="zs-actions">
              {known.nextCursor && (
                <Link to={`${paths.receipts}?signedProject=${project.code}`}>
                  {t('more', { count: known.total.receipts })}
                </Link>
              )}
              {caller.can('receipts:write') && <Link to={paths.newReceiptOf(project.code)}>{t('new')}</Link>}
            </p>
          </>
        )}
      </Answer>
    </section>
  )
}
