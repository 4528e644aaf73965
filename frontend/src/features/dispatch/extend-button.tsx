import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAttempt } from '@/api/attempt'
import type { MonthlyExtensionInput, MonthlyReport, ProjectField } from '@/api/types'
import { useWords } from '@/lib/words'
import { FieldsDialog } from '../units/fields-dialog'
import { extendReport } from './queries'
import { useReported } from './use-reported'
import { dispatchWords } from './words'

/** A field that is asked for in a dialog of this feature. */
export const asked = (name: string, type: ProjectField['type'], label: string, part: Partial<ProjectField> = {}) =>
  ({
    name,
    type,
    label,
    labelZh: label,
    necessity: 'REQUIRED',
    section: '',
    shown: false,
    fields: [],
    ...part,
  }) as ProjectField

/** More time for the unit, with who granted it and why. */
export function ExtendButton({ report }: { report: MonthlyReport }) {
  const t = useWords(dispatchWords)
  const { done, failed } = useReported(report)
  const [open, setOpen] = useState(false)
  const attempt = useAttempt()
  const run = useMutation({
    mutationFn: (body: MonthlyExtensionInput) =>
      attempt.of(body, (key) => extendReport(report.month, report.unitCode, body, key)),
    onSuccess: async (now) => {
      setOpen(false)
      await done(now)
    },
    onError: failed,
  })
  if (!report.allowedActions.includes('extend')) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('doExtend')}</Button>
      {open && (
        <FieldsDialog
          title={t('extendOf', { unit: report.unitName })}
          lead={t('askExtend')}
          fields={[
            asked('until', 'DATE', t('until')),
            asked('approvedBy', 'TEXT', t('approvedBy'), { maxLength: 50 }),
            asked('reason', 'LONG_TEXT', t('extendWhy'), { maxLength: 500 }),
          ]}
          action={t('doExtend')}
          busy={run.isPending}
          error={run.error}
          onCancel={() => {
            run.reset()
            setOpen(false)
          }}
          onConfirm={(values) => run.mutate(values as MonthlyExtensionInput)}
        />
      )}
    </>
  )
}
