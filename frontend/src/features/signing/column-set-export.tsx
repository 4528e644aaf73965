import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { download } from '@/api/files'
import type { FundColumnSet, ReceiptQuery } from '@/api/types'
import { inBrackets } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { Dialog } from '@/ui/dialog'
import { Field } from '@/ui/field'
import { Refusal } from '@/ui/refusal'
import { Failed, Loading } from '@/ui/states'
import { ColumnSetEditor } from './column-set-editor'
import { ColumnSetPreview } from './column-set-preview'
import { COLUMN_SETS, columnSetsQuery, deleteColumnSet } from './column-set-queries'
import { columnSetWords } from './column-set-words'

type Query = Record<string, string | undefined>

/** The ledger in the columns of another system: chosen, written, looked at, taken. */
export function ColumnSetExport({ query }: { query: Query }) {
  const t = useWords(columnSetWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      {open && <ColumnSetDialog query={query} onClose={() => setOpen(false)} />}
    </>
  )
}

function ColumnSetDialog({ query, onClose }: { query: Query; onClose: () => void }) {
  const t = useWords(columnSetWords)
  const sets = useQuery(columnSetsQuery())
  const [chosen, setChosen] = useState<string>()
  const [writing, setWriting] = useState<'new' | 'copy' | 'edit'>()
  const set = sets.data?.find(({ id }) => id === chosen) ?? sets.data?.[0]
  const title = writing ? t(writing === 'edit' ? 'editTitle' : 'newTitle') : t('open')
  return (
    <Dialog title={title} width={960} footer={null} onCancel={onClose}>
      {sets.isPending ? (
        <Loading />
      ) : sets.isError && !sets.data ? (
        <Failed error={sets.error} retry={() => void sets.refetch()} />
      ) : writing ? (
        <ColumnSetEditor
          from={writing === 'new' ? undefined : set}
          copy={writing === 'copy'}
          query={query as ReceiptQuery}
          onBack={() => setWriting(undefined)}
          onSaved={(saved) => {
            setChosen(saved.id)
            setWriting(undefined)
          }}
        />
      ) : (
        <Choice sets={sets.data ?? []} set={set} query={query} onChoose={setChosen} onWrite={setWriting} />
      )}
    </Dialog>
  )
}

function Choice({
  sets,
  set,
  query,
  onChoose,
  onWrite,
}: {
  sets: readonly FundColumnSet[]
  set: FundColumnSet | undefined
  query: Query
  onChoose: (id: string) => void
  onWrite: (what: 'new' | 'copy' | 'edit') => void
}) {
  const t = useWords(columnSetWords)
  const caller = useCaller()
  const take = useMutation({
    mutationFn: (suffix: 'xlsx' | 'csv') => {
      const search = new URLSearchParams({ columnSet: set?.id ?? '' })
      for (const [key, value] of Object.entries(query)) if (value) search.set(key, value)
      return download(`/api/v1/receipts.${suffix}?${search}`)
    },
  })
  const writes = caller.can('receipts:write') || caller.can('receipts:review')
  const own = set?.allowedActions.includes('edit')
  return (
    <div className="zs-stack zs-stretch">
      <p>{t('lead')}</p>
      {set ? (
        <Field pointer="/asked-column-set" label={t('set')}>
          {(control) => (
            <Select
              {...control}
              value={set.id}
              options={sets.map(({ id, name, common }) => ({
                value: id,
                label: name + (common ? inBrackets(t('common')) : ''),
              }))}
              onChange={onChoose}
            />
          )}
        </Field>
      ) : (
        <p>{t('none')}</p>
      )}
      {set && <ColumnSetPreview columns={set.columns} query={query as ReceiptQuery} />}
      {take.error && <Refusal error={take.error} />}
      <span className="zs-actions">
        {set &&
          (['xlsx', 'csv'] as const).map((suffix) => (
            <Button
              key={suffix}
              type={suffix === 'xlsx' ? 'primary' : 'default'}
              disabled={take.isPending}
              onClick={() => take.mutate(suffix)}
            >
              {t(suffix)}
            </Button>
          ))}
        {writes && <Button onClick={() => onWrite('new')}>{t('create')}</Button>}
        {writes && set && <Button onClick={() => onWrite('copy')}>{t('copy')}</Button>}
        {set && own && <Button onClick={() => onWrite('edit')}>{t('edit')}</Button>}
        {set && own && <Delete set={set} />}
      </span>
    </div>
  )
}

function Delete({ set }: { set: FundColumnSet }) {
  const t = useWords(columnSetWords)
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const gone = useMutation({
    mutationFn: () => deleteColumnSet(set),
    onSuccess: () => queries.invalidateQueries({ queryKey: [COLUMN_SETS] }),
  })
  return (
    <>
      <Button danger onClick={() => setAsked(true)}>
        {t('delete')}
      </Button>
      {asked && (
        <Dialog
          title={t('delete')}
          okText={t('delete')}
          cancelText={t('back')}
          okButtonProps={{ danger: true, loading: gone.isPending }}
          onCancel={() => setAsked(false)}
          onOk={() => gone.mutate()}
        >
          <p>{t('askDelete', { name: set.name })}</p>
          {gone.error && <Refusal error={gone.error} />}
        </Dialog>
      )}
    </>
  )
}
