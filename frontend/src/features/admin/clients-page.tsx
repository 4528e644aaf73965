import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { ApiClient } from '@/api/types'
import { unitsQuery } from '@/features/units/queries'
import { dayText, instantText, today } from '@/lib/dates'
import { useLanguage, useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { type Column, DataTable } from '@/ui/data-table'
import { useListState } from '@/ui/list-state'
import { Pager } from '@/ui/list-tools'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Tag } from '@/ui/state-tag'
import { Answer, Empty } from '@/ui/states'
import { ClientForm } from './client-form'
import { clientsQuery, newSecret, updateClient } from './queries'
import { SecretDialog, type Told } from './secret-dialog'
import { adminWords } from './words'
import './admin.css'

type Dialog = { kind: 'new' } | { kind: 'edit' | 'rotate' | 'disable'; client: ApiClient } | ({ kind: 'secret' } & Told)

export function Component() {
  const t = useWords(adminWords)
  const lang = useLanguage()
  const caller = useCaller()
  const queries = useQueryClient()
  const state = useListState()
  const [dialog, setDialog] = useState<Dialog>()
  const units = useQuery(unitsQuery())
  const clients = useQuery(clientsQuery({ limit: 50, ...(state.cursor && { cursor: state.cursor }) }))
  const refresh = () => queries.invalidateQueries({ queryKey: ['api-clients'] })
  const rotate = useMutation({
    mutationFn: newSecret,
    onSuccess: async ({ clientId, clientSecret }) => {
      setDialog({ kind: 'secret', clientId, clientSecret })
      await refresh()
    },
  })
  const able = useMutation({
    mutationFn: ({ client, disabled }: { client: ApiClient; disabled: boolean }) =>
      updateClient(client.id, client.version, { disabled }),
    onSuccess: async () => {
      await refresh()
      notify(t('saved'))
      setDialog(undefined)
    },
  })
  const admin = caller.can('accounts:admin') || caller.can('clients:admin')
  const columns: Column<ApiClient>[] = [
    {
      key: 'name',
      title: t('clientName'),
      cell: (client) => (
        <>
          <strong>{client.name}</strong>
          <div className="zs-quiet zs-admin-secret">{client.clientId}</div>
        </>
      ),
    },
    {
      key: 'unit',
      title: t('unit'),
      cell: ({ unitCode }) => units.data?.find((unit) => unit.code === unitCode)?.name ?? unitCode,
    },
    { key: 'scopes', title: t('scopes'), cell: (client) => client.scopes.join(' ') },
    {
      key: 'state',
      title: t('state'),
      cell: (client) => (
        <Tag tone={client.disabled ? 'plain' : 'green'} mark={client.disabled ? '×' : '✓'}>
          {t(client.disabled ? 'stateDisabled' : 'stateActive')}
        </Tag>
      ),
    },
    {
      key: 'expires',
      title: t('expiresOn'),
      cell: ({ expiresOn }) =>
        expiresOn ? (
          <span className={expiresOn < today() ? 'zs-refusal' : undefined}>{dayText(expiresOn, lang)}</span>
        ) : (
          t('unlimited')
        ),
    },
    {
      key: 'lastUsed',
      title: t('lastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? instantText(lastUsedAt, lang) : t('neverUsed')),
    },
    ...(admin
      ? [
          {
            key: 'actions',
            title: t('actions'),
            cell: (client: ApiClient) => (
              <span className="zs-actions">
                <Button
                  size="small"
                  aria-label={t('editOf', { name: client.name })}
                  onClick={() => setDialog({ kind: 'edit', client })}
                >
                  {t('edit')}
                </Button>
                <Button size="small" onClick={() => setDialog({ kind: 'rotate', client })}>
                  {t('rotate')}
                </Button>
                <Button
                  size="small"
                  onClick={() =>
                    client.disabled ? able.mutate({ client, disabled: false }) : setDialog({ kind: 'disable', client })
                  }
                >
                  {t(client.disabled ? 'enable' : 'disable')}
                </Button>
              </span>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <PageHead
        title={t('clients')}
        lead={t('clientsLead')}
        actions={
          admin && (
            <Button type="primary" onClick={() => setDialog({ kind: 'new' })}>
              {t('newClient')}
            </Button>
          )
        }
      />
      {able.isError && dialog === undefined && <Alert type="error" showIcon title={able.error.message} />}
      <Answer
        query={clients}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty title={t('clientsNone')}>
            <p>{t('clientsNoneNext')}</p>
          </Empty>
        }
      >
        {({ items, nextCursor }) => (
          <>
            <DataTable caption={t('clients')} columns={columns} rows={items} rowKey={(client) => client.id} />
            <Pager state={state} shown={items.length} nextCursor={nextCursor} />
          </>
        )}
      </Answer>
      {(dialog?.kind === 'new' || dialog?.kind === 'edit') && (
        <ClientForm
          client={dialog.kind === 'edit' ? dialog.client : undefined}
          close={() => setDialog(undefined)}
          created={({ clientId, clientSecret }) => setDialog({ kind: 'secret', clientId, clientSecret })}
        />
      )}
      {dialog?.kind === 'rotate' && (
        <ReasonDialog
          title={t('rotateTitle', { name: dialog.client.name })}
          consequence={t('rotateText')}
          action={t('rotate')}
          needsReason={false}
          danger
          busy={rotate.isPending}
          problem={rotate.isError && <Alert type="error" showIcon title={rotate.error.message} />}
          onCancel={() => setDialog(undefined)}
          onConfirm={() => rotate.mutate(dialog.client)}
        />
      )}
      {dialog?.kind === 'disable' && (
        <ReasonDialog
          title={t('disableTitle', { name: dialog.client.name })}
          consequence={t('disableClient')}
          action={t('disable')}
          needsReason={false}
          danger
          busy={able.isPending}
          problem={able.isError && <Alert type="error" showIcon title={able.error.message} />}
          onCancel={() => setDialog(undefined)}
          onConfirm={() => able.mutate({ client: dialog.client, disabled: true })}
        />
      )}
      {dialog?.kind === 'secret' && (
        <SecretDialog
          clientId={dialog.clientId}
          clientSecret={dialog.clientSecret}
          close={() => setDialog(undefined)}
        />
      )}
    </>
  )
}
