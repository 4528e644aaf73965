import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useAttempt } from '@/api/attempt'
import type { Finding } from '@/api/types'
import { useWords } from '@/lib/words'
import { Dialog } from '@/ui/dialog'
import { FindingsList, jumpTo } from '@/ui/findings'
import { uiWords } from '@/ui/words'
import { changed, findingsOf, versionNow } from './form-parts'
import { adminWords } from './words'

export type RecordForm<Fields> = {
  fields: Fields
  change: (part: Partial<Fields>) => void
  findings: Finding[]
  /** Stores, unless something the form itself can see is missing. */
  submit: (unfilled: (Finding | false)[]) => void
  busy: boolean
  /** Someone else changed the record meanwhile. */
  stale: boolean
  failure: string | undefined
}

/** One record being created or changed: creating and changing share the form. */
export function useRecordForm<Known extends { version: number }, Fields extends object, Answer>({
  record,
  start,
  create,
  update,
  saved,
}: {
  /** Absent while it is being created. */
  record: Known | undefined
  start: Fields
  /** The key makes a repeated request the same request. */
  create: (fields: Fields, key: string) => Promise<Answer>
  /** `changes` is what differs from what was read; `version` the one that stands as far as is known. */
  update: (record: Known, version: number, changes: Partial<Fields>) => Promise<Answer>
  saved: (answer: Answer) => unknown
}): RecordForm<Fields> {
  // What was read when the form opened: a later refetch must not move the ground under what is typed.
  const [base] = useState(start)
  const [fields, setFields] = useState(base)
  const [version, setVersion] = useState(record?.version ?? 0)
  const [unfilled, setUnfilled] = useState<Finding[]>([])
  const attempt = useAttempt()
  const store = useMutation({
    mutationFn: () =>
      record === undefined
        ? attempt.of(fields, (key) => create(fields, key))
        : update(record, version, changed(base, fields)),
    onSuccess: saved,
    onError: (error) => setVersion((known) => versionNow(error) ?? known),
  })
  const findings = [...unfilled, ...findingsOf(store.error)]
  const stale = versionNow(store.error) !== undefined
  return {
    fields,
    change: (part) => setFields((now) => ({ ...now, ...part })),
    findings,
    submit: (asked) => {
      const open = asked.filter((one) => one !== false)
      setUnfilled(open)
      if (open[0]) jumpTo(open[0].pointer)
      else store.mutate()
    },
    busy: store.isPending,
    stale,
    failure: store.isError && !stale && findings.length === 0 ? store.error.message : undefined,
  }
}

/** The dialog such a form stands in; a click beside it does not throw away what was typed. */
export function RecordDialog({
  title,
  action,
  form,
  onSubmit,
  close,
  children,
}: {
  title: string
  /** The word on the button. */
  action: string
  form: Pick<RecordForm<object>, 'findings' | 'busy' | 'stale' | 'failure'>
  onSubmit: () => void
  close: () => void
  children: ReactNode
}) {
  const t = useWords(adminWords)
  const u = useWords(uiWords)
  return (
    <Dialog title={title} onCancel={close} footer={null} mask={{ closable: false }}>
      <form
        className="zs-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {form.stale && <Alert type="warning" showIcon title={t('stale')} />}
        {form.failure && <Alert type="error" showIcon title={form.failure} />}
        <FindingsList findings={form.findings} />
        {children}
        <div className="zs-actions">
          <Button type="primary" htmlType="submit" loading={form.busy}>
            {action}
          </Button>
          <Button onClick={close}>{u('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
