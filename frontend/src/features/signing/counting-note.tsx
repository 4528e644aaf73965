import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { FundCountingFields, ProjectField } from '@/api/types'
import { moneyText } from '@/lib/money'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { FieldsDialog } from '../units/fields-dialog'
import { countingFieldsQuery, countingQuery, putCounting } from './receipt-queries'
import { receiptWords } from './receipt-words'

/** By which switches the assessed figure counts; the bureau sets them. */
export function CountingNote() {
  const t = useWords(receiptWords)
  const caller = useCaller()
  const queries = useQueryClient()
  const counting = useQuery(countingQuery()).data
  const [open, setOpen] = useState(false)
  const fields = useQuery({ ...countingFieldsQuery(), enabled: open }).data
  const save = useMutation({
    mutationFn: (values: Record<string, unknown>) =>
      putCounting(counting?.version ?? 0, values as unknown as FundCountingFields),
    onSuccess: async () => {
      setOpen(false)
      await queries.invalidateQueries({ queryKey: ['receipts'] })
    },
  })
  if (!counting) return null
  return (
    <section className="zs-card">
      <h2>{t('counting')}</h2>
      <p>
        {t('countingShown', {
          working: t(counting.workingCapital ? 'yes' : 'no'),
          excluded: t(counting.excludedProjects ? 'yes' : 'no'),
          minimum: counting.minimumAmountYuan > 0 ? moneyText(counting.minimumAmountYuan) : t('unlimited'),
        })}
      </p>
      {caller.can('receipts:review') && (
        <p className="zs-actions">
          <Button onClick={() => setOpen(true)}>{t('doEdit')}</Button>
        </p>
      )}
      {open && fields && (
        <FieldsDialog
          title={t('counting')}
          lead={t('countingLead')}
          fields={fields as ProjectField[]}
          begin={counting as unknown as Record<string, unknown>}
          action={t('save')}
          busy={save.isPending}
          error={save.error}
          onCancel={() => {
            save.reset()
            setOpen(false)
          }}
          onConfirm={(values) => save.mutate(values)}
        />
      )}
    </section>
  )
}
