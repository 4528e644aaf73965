import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Indicator, IndicatorFields } from '@/api/types'
import { useWords } from '@/lib/words'
import { notify } from '@/ui/notice'
import { FieldsDialog } from '../units/fields-dialog'
import { indicatorFieldsQuery, updateIndicator } from './queries'
import { indicatorWords } from './words'

/** The bureau changes an indicator's words and measures; what targets are set for keeps its measure. */
export function IndicatorDialog({ indicator, onClose }: { indicator: Indicator; onClose: () => void }) {
  const t = useWords(indicatorWords)
  const queries = useQueryClient()
  const fields = useQuery(indicatorFieldsQuery()).data
  const run = useMutation({
    mutationFn: (values: Record<string, unknown>) => updateIndicator(indicator, values as IndicatorFields),
    onSuccess: async () => {
      notify(t('saved'))
      onClose()
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['indicators'] }),
        queries.invalidateQueries({ queryKey: ['rankings'] }),
      ])
    },
  })
  if (!fields) return null
  const { nameZh, nameEn, definitionZh, definitionEn, numerator, denominator, threshold } = indicator
  return (
    <FieldsDialog
      title={t('editOf', { name: indicator.name })}
      lead={t('editLead')}
      fields={fields}
      begin={{ nameZh, nameEn, definitionZh, definitionEn, numerator, denominator, threshold }}
      asked={({ name }) => !indicator.targets || (name !== 'numerator' && name !== 'denominator')}
      action={t('save')}
      busy={run.isPending}
      error={run.error}
      onCancel={onClose}
      onConfirm={(values) => run.mutate(values)}
    />
  )
}
