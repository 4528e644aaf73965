import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AgeingLimitsFields } from '@/api/types'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { FieldsDialog } from '../units/fields-dialog'
import { ageingLimitsFieldsQuery, ageingLimitsQuery, ageingQuery, putAgeingLimits } from './queries'
import { signingWords } from './words'

/** What stands still; a number opens what it counts. The bureau says after how long. */
export function Ageing() {
  const t = useWords(signingWords)
  const caller = useCaller()
  const [open, setOpen] = useState(false)
  const kinds = (useQuery(ageingQuery()).data ?? []).filter(({ projects }) => projects > 0)
  const sets = caller.can('signed-projects:review')
  if (kinds.length === 0 && !sets) return null
  return (
    <p className="zs-note">
      {t('standsStill')}
      {kinds.length === 0 && t('nothingStands')}
      {kinds.map(({ key, label, projects, href }, i) => (
        <span key={key}>
          {i > 0 && t('between')}
          <Link to={`${paths.signedProjects}?${href.split('?')[1]}`}>{t('ageing', { label, count: projects })}</Link>
        </span>
      ))}
      {sets && (
        <Button type="link" size="small" onClick={() => setOpen(true)}>
          {t('ageingLimits')}
        </Button>
      )}
      {open && <LimitsDialog onClose={() => setOpen(false)} />}
    </p>
  )
}

function LimitsDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(signingWords)
  const queries = useQueryClient()
  const limits = useQuery(ageingLimitsQuery()).data
  const fields = useQuery(ageingLimitsFieldsQuery()).data
  const save = useMutation({
    mutationFn: (values: Record<string, unknown>) =>
      putAgeingLimits(limits?.version ?? 0, values as unknown as AgeingLimitsFields),
    onSuccess: async () => {
      onClose()
      await queries.invalidateQueries({ queryKey: ['signed-projects', 'ageing'] })
    },
  })
  if (!limits || !fields) return null
  return (
    <FieldsDialog
      title={t('ageingLimits')}
      lead={t('ageingLimitsLead')}
      fields={fields}
      begin={limits as unknown as Record<string, unknown>}
      action={t('save')}
      busy={save.isPending}
      error={save.error}
      onCancel={onClose}
      onConfirm={(values) => save.mutate(values)}
    />
  )
}
