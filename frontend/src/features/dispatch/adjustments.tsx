import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useAttempt } from '@/api/attempt'
import type { MonthlyAdjustment, MonthlyAdjustmentInput, MonthlyEntry, MonthlyReport } from '@/api/types'
import { dayText, instantText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { useWords } from '@/lib/words'
import { notify } from '@/ui/notice'
import { FieldsDialog } from '../units/fields-dialog'
import { asked } from './extend-button'
import { adjust } from './queries'
import { dispatchWords } from './words'

/** What was corrected after the month was closed: beside its figures, never in them. */
export function Adjustments({
  report,
  entries,
  items,
  mayAdd,
}: {
  report: MonthlyReport
  entries: readonly MonthlyEntry[]
  items: readonly MonthlyAdjustment[]
  mayAdd: boolean
}) {
  const t = useWords(dispatchWords)
  const [open, setOpen] = useState(false)
  return (
    <section className="zs-card">
      <div className="zs-row">
        <h2>{t('adjustments')}</h2>
        {mayAdd && entries.length > 0 && <Button onClick={() => setOpen(true)}>{t('adjust')}</Button>}
      </div>
      {items.length === 0 ? (
        <p className="zs-quiet">{t('noAdjustments')}</p>
      ) : (
        <ul className="zs-stack">
          {items.map((one) => (
            <li key={one.id}>
              <strong>
                {t(one.amountYuan < 0 ? 'adjustedDown' : 'adjustedUp', {
                  what: t(`indicator${one.indicator}`),
                  amount: moneyText(Math.abs(one.amountYuan)),
                  reason: one.reason,
                })}
              </strong>{' '}
              {one.signedProjectName}
              <div className="zs-quiet">
                {t('adjustedBy', {
                  day: dayText(one.adjustedOn),
                  by: one.recordedBy,
                  time: instantText(one.recordedAt),
                })}
              </div>
            </li>
          ))}
        </ul>
      )}
      {open && <AdjustDialog report={report} entries={entries} onDone={() => setOpen(false)} />}
    </section>
  )
}

function AdjustDialog({
  report,
  entries,
  onDone,
}: {
  report: MonthlyReport
  entries: readonly MonthlyEntry[]
  onDone: () => void
}) {
  const t = useWords(dispatchWords)
  const queries = useQueryClient()
  const attempt = useAttempt()
  const run = useMutation({
    mutationFn: ({ direction, amountYuan, ...rest }: Record<string, unknown>) => {
      const body = { ...rest, amountYuan: Number(amountYuan) * (direction === 'DOWN' ? -1 : 1) }
      return attempt.of(body, (key) => adjust(report.month, report.unitCode, body as MonthlyAdjustmentInput, key))
    },
    onSuccess: async () => {
      notify(t('done'))
      await queries.invalidateQueries({ queryKey: ['monthly-reports', report.month, report.unitCode, 'adjustments'] })
      onDone()
    },
  })
  const choices = entries.map(({ signedProject, name }) => ({ value: signedProject, label: name }))
  return (
    <FieldsDialog
      title={t('adjust')}
      lead={t('askAdjust')}
      fields={[
        asked('signedProject', 'TEXT', t('name')),
        asked('indicator', 'ENUM', t('indicator'), {
          options: (['COMPLETED_INVESTMENT', 'FUNDS_IN_PLACE'] as const).map((value) => ({
            value,
            label: t(`indicator${value}`),
          })),
        }),
        asked('direction', 'ENUM', t('direction'), {
          options: [
            { value: 'UP', label: t('up') },
            { value: 'DOWN', label: t('down') },
          ],
        }),
        asked('amountYuan', 'MONEY', t('amount'), { unit: '元' }),
        asked('reason', 'LONG_TEXT', t('adjustWhy'), { maxLength: 500 }),
        asked('adjustedOn', 'DATE', t('adjustedOn'), { necessity: 'OPTIONAL' }),
      ]}
      choose={(field, control, value, change) =>
        field.name === 'signedProject' ? (
          <Select
            {...control}
            value={value as string | undefined}
            showSearch={{ optionFilterProp: 'label' }}
            options={choices}
            onChange={change}
          />
        ) : undefined
      }
      action={t('adjust')}
      busy={run.isPending}
      error={run.error}
      onCancel={onDone}
      onConfirm={(values) => run.mutate(values)}
    />
  )
}
