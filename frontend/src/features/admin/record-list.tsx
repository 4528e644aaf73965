import { type UseQueryResult, useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import type { ListState } from '@/ui/list-state'
import { Pager } from '@/ui/list-tools'
import { PageHead } from '@/ui/page-head'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Answer } from '@/ui/states'
import { adminWords } from './words'

/** What the administrator keeps: the server says what may be done with each. */
export type Managed = { id: string; version: number; disabled: boolean; allowedActions: string[] }

export type RowAction<T> = {
  /** As the server calls it in `allowedActions`. */
  action: string
  label: string
  onClick: (record: T) => void
  busy?: boolean
}

/** A page that lists records, adds one, and offers in each row what may be done with it. */
export function RecordList<T extends Managed>({
  title,
  lead,
  add,
  filters,
  problem,
  query,
  empty,
  columns,
  name,
  actions,
  state,
}: {
  title: string
  lead: string
  add: { label: string; onClick: () => void } | false
  filters?: ReactNode
  problem: Error | null
  query: UseQueryResult<{ items: T[]; nextCursor?: string | undefined }>
  empty: ReactNode
  columns: readonly Column<T>[]
  name: (record: T) => string
  actions: readonly RowAction<T>[]
  state: ListState
}) {
  const t = useWords(adminWords)
  const offered = (record: T) => actions.filter(({ action }) => record.allowedActions.includes(action))
  const tools: Column<T> = {
    key: 'actions',
    title: t('actions'),
    cell: (record) => (
      <span className="zs-actions">
        {offered(record).map(({ action, label, onClick, busy }) => (
          <Button
            key={action}
            size="small"
            loading={busy ?? false}
            aria-label={`${label} ${name(record)}`}
            onClick={() => onClick(record)}
          >
            {label}
          </Button>
        ))}
      </span>
    ),
  }
  return (
    <>
      <PageHead
        title={title}
        lead={lead}
        actions={
          add && (
            <Button type="primary" onClick={add.onClick}>
              {add.label}
            </Button>
          )
        }
      />
      {filters}
      {problem && <Alert type="error" showIcon title={problem.message} />}
      <Answer query={query} isEmpty={({ items }) => items.length === 0} empty={empty}>
        {({ items, nextCursor }) => (
          <>
            <DataTable
              caption={title}
              columns={items.some((record) => offered(record).length > 0) ? [...columns, tools] : columns}
              rows={items}
              rowKey={(record) => record.id}
            />
            <Pager state={state} shown={items.length} nextCursor={nextCursor} />
          </>
        )}
      </Answer>
    </>
  )
}

/** Disabling asks first and names the consequence; enabling takes nothing away and is done at once. */
export function useAble<T extends Managed>({
  set,
  done,
  name,
  consequence,
}: {
  set: (record: T, disabled: boolean) => Promise<unknown>
  done: () => unknown
  name: (record: T) => string
  consequence: string
}): { actions: RowAction<T>[]; dialog: ReactNode; problem: Error | null } {
  const t = useWords(adminWords)
  const [doomed, setDoomed] = useState<T>()
  const able = useMutation({
    mutationFn: ({ record, disabled }: { record: T; disabled: boolean }) => set(record, disabled),
    onSuccess: async () => {
      await done()
      setDoomed(undefined)
    },
  })
  return {
    actions: [
      { action: 'disable', label: t('disable'), onClick: setDoomed },
      {
        action: 'enable',
        label: t('enable'),
        busy: able.isPending && doomed === undefined,
        onClick: (record) => able.mutate({ record, disabled: false }),
      },
    ],
    problem: doomed === undefined ? able.error : null,
    dialog: doomed && (
      <ReasonDialog
        title={t('disableTitle', { name: name(doomed) })}
        consequence={consequence}
        action={t('disable')}
        needsReason={false}
        danger
        busy={able.isPending}
        problem={able.isError && <Alert type="error" showIcon title={able.error.message} />}
        onCancel={() => {
          able.reset()
          setDoomed(undefined)
        }}
        onConfirm={() => able.mutate({ record: doomed, disabled: true })}
      />
    ),
  }
}
