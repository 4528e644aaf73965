import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useAttempt } from '@/api/attempt'
import { isProblem } from '@/api/problem'
import type { FundColumnSet, ReceiptQuery } from '@/api/types'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { Field } from '@/ui/field'
import { fieldId } from '@/ui/findings'
import { Refusal } from '@/ui/refusal'
import { add, begin, body, choices, isWhole, offered } from './column-set'
import { ColumnSetPreview } from './column-set-preview'
import { COLUMN_SETS, createColumnSet, fundColumnsQuery, putColumnSet } from './column-set-queries'
import { ColumnSetRows } from './column-set-rows'
import { columnSetWords } from './column-set-words'

const ADD = '/asked-set-add'
const groups = ['RECEIPT', 'PROJECT'] as const

/** Writes a set of columns: `from` is what one begins with, and what is changed unless it is a `copy`. */
export function ColumnSetEditor({
  from,
  copy,
  query,
  onBack,
  onSaved,
}: {
  from?: FundColumnSet | undefined
  copy: boolean
  query: ReceiptQuery
  onBack: () => void
  onSaved: (set: FundColumnSet) => void
}) {
  const t = useWords(columnSetWords)
  const caller = useCaller()
  const queries = useQueryClient()
  const fields = useQuery(fundColumnsQuery()).data ?? []
  const [draft, setDraft] = useState(() => (copy ? { ...begin(from), name: '', common: false } : begin(from)))
  const [told, setTold] = useState('')
  const attempt = useAttempt()
  const save = useMutation({
    mutationFn: () =>
      from && !copy
        ? putColumnSet(from, body(draft))
        : attempt.of(body(draft), (key) => createColumnSet(body(draft), key)),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: [COLUMN_SETS] })
      onSaved(saved)
    },
  })
  const refused = save.error && isProblem(save.error) ? save.error.findings : []
  const placed = refused.filter(({ pointer }) => pointer === '/name' || pointer.startsWith('/columns/'))
  const open = offered(fields, draft)
  const write = (to: typeof draft, said = '') => {
    // What was taken out had the keyboard.
    if (to.columns.length < draft.columns.length) document.getElementById(fieldId(ADD))?.focus()
    setDraft(to)
    setTold(said)
  }
  return (
    <div className="zs-stack zs-stretch">
      <p>{t('editLead')}</p>
      <Field
        pointer="/asked-set-name"
        label={t('name')}
        necessity="REQUIRED"
        findings={refused.filter(({ pointer }) => pointer === '/name')}
      >
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            maxLength={30}
            onChange={(event) => write({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      {!caller.unitCode && (
        <Checkbox checked={draft.common} onChange={(event) => write({ ...draft, common: event.target.checked })}>
          {t('forAll')}
        </Checkbox>
      )}
      {draft.columns.length === 0 ? (
        <p>{t('noColumns')}</p>
      ) : (
        <ColumnSetRows draft={draft} fields={fields} findings={placed} onChange={write} />
      )}
      <Field pointer={ADD} label={t('add')}>
        {(control) => (
          <Select<string>
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('addHint')}
            value={null as never}
            options={groups.map((group) => ({
              label: t(group),
              options: open.filter((one) => one.group === group).map((one) => ({ value: one.field, label: one.label })),
            }))}
            onChange={(field) => {
              const column = open.find((one) => one.field === field)
              if (column) {
                const to = add(draft, column)
                write(to, t('added', { heading: to.columns.at(-1)?.heading ?? '', place: to.columns.length }))
              }
            }}
          />
        )}
      </Field>
      <span role="status" className="zs-visually-hidden">
        {told}
      </span>
      <ColumnSetPreview columns={choices(draft)} query={query} />
      {save.error && placed.length === 0 && <Refusal error={save.error} />}
      <span className="zs-actions">
        <Button type="primary" disabled={!isWhole(draft)} loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
        <Button onClick={onBack}>{t('back')}</Button>
      </span>
    </div>
  )
}
