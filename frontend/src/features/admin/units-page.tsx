import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Switch } from 'antd'
import type { Unit } from '@/api/types'
import { unitsQuery } from '@/features/units/queries'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { Answer } from '@/ui/states'
import { setLeadSubmitsOnly } from './queries'
import { adminWords } from './words'

/** The one setting of a unit: whether only its lead submits. */
export function Component() {
  const t = useWords(adminWords)
  const queries = useQueryClient()
  const units = useQuery(unitsQuery())
  const set = useMutation({
    mutationFn: ({ unit, on }: { unit: Unit; on: boolean }) => setLeadSubmitsOnly(unit, on),
    onSuccess: () => notify(t('saved')),
    // Also after a refusal: someone else may have set it meanwhile, and the table must say how it stands.
    onSettled: () => queries.invalidateQueries({ queryKey: ['units'] }),
  })
  const columns: Column<Unit>[] = [
    { key: 'unit', name: true, title: t('unit'), cell: (unit) => unit.name },
    { key: 'body', title: t('reportingBody'), cell: (unit) => unit.reportingBody ?? '—' },
    {
      key: 'leadOnly',
      title: t('leadOnly'),
      cell: (unit) => (
        <span className="zs-actions">
          <Switch
            checked={unit.leadSubmitsOnly}
            disabled={!unit.allowedActions.includes('edit')}
            loading={set.isPending && set.variables.unit.code === unit.code}
            aria-label={t('leadOnlyOf', { unit: unit.name })}
            onChange={(on) => set.mutate({ unit, on })}
          />
          {t(unit.leadSubmitsOnly ? 'on' : 'off')}
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('units')} lead={t('unitsLead')} />
      <p className="zs-quiet">{t('leadOnlyHelp')}</p>
      {set.isError && <Alert type="error" showIcon title={set.error.message} />}
      <Answer query={units}>
        {(items) => (
          <DataTable
            caption={t('units')}
            columns={columns}
            rows={items.filter((unit) => unit.reports)}
            rowKey={(unit) => unit.code}
          />
        )}
      </Answer>
    </>
  )
}
