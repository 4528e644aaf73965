import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { notify } from '@/ui/notice'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Refusal } from '@/ui/refusal'
import type { Kind } from './kinds'
import { confirmAll } from './queries'
import { premisesWords } from './words'

/** The quarterly look over the list: all that is still true is said so at once. */
export function ConfirmSelection({ kind, ids, onDone }: { kind: Kind; ids: string[]; onDone: () => void }) {
  const t = useWords(premisesWords)
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const run = useMutation({
    mutationFn: () => confirmAll(kind, ids),
    onSuccess: async ({ confirmed, verifiedUntil }) => {
      notify(t('bulkConfirmed', { count: confirmed, day: dayText(verifiedUntil) }))
      setAsking(false)
      onDone()
      await queries.invalidateQueries({ queryKey: [kind] })
    },
  })
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t('bulkConfirm', { count: ids.length })}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('bulkConfirmTitle', { count: ids.length })}
          consequence={t('bulkConfirmText')}
          action={t('doConfirm')}
          needsReason={false}
          busy={run.isPending}
          problem={run.error && <Refusal error={run.error} />}
          onCancel={() => {
            run.reset()
            setAsking(false)
          }}
          onConfirm={() => run.mutate()}
        />
      )}
    </>
  )
}
