import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import type { ApiClient } from '@/api/types'
import { unitsQuery } from '@/features/units/queries'
import { dayText, instantText, today } from '@/lib/dates'
import { useLanguage, useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import type { Column } from '@/ui/data-table'
import { useListState } from '@/ui/list-state'
import { notify } from '@/ui/notice'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Tag } from '@/ui/state-tag'
import { Empty } from '@/ui/states'
import { ClientForm } from './client-form'
import { clientsQuery, newSecret, updateClient } from './queries'
import { RecordList, useAble } from './record-list'
import { SecretDialog, type Told } from './secret-dialog'
import { adminWords } from './words'
import './admin.css'

type Dialog =
  | { kind: 'form'; client?: ApiClient }
  | { kind: 'rotate'; client: ApiClient }
  | { kind: 'secret'; told: Told }

export function Component() {
  const t = useWords(adminWords)
  const caller = useCaller()
  const queries = useQueryClient()
  const state = useListState()
  const [dialog, setDialog] = useState<Dialog>()
  const clients = useQuery(clientsQuery({ limit: 50, ...(state.cursor && { cursor: state.cursor }) }))
  const columns = useColumns()
  const close = () => setDialog(undefined)
  const refresh = () => queries.invalidateQueries({ queryKey: ['api-clients'] })
  const name = (client: ApiClient) => client.name
  const rotate = useMutation({
    mutationFn: newSecret,
    onSuccess: async ({ clientId, clientSecret }) => {
      setDialog({ kind: 'secret', told: { clientId, ...(clientSecret && { clientSecret }) } })
      await refresh()
    },
  })
  const able = useAble({
    set: (client: ApiClient, disabled) => updateClient(client.id, client.version, { disabled }),
    done: async () => {
      await refresh()
      notify(t('saved'))
    },
    name,
    consequence: t('disableClient'),
  })
  return (
    <>
      <RecordList
        title={t('clients')}
        lead={t('clientsLead')}
        add={caller.can('accounts:admin') && { label: t('newClient'), onClick: () => setDialog({ kind: 'form' }) }}
        problem={able.problem}
        query={clients}
        empty={
          <Empty title={t('clientsNone')}>
            <p>{t('clientsNoneNext')}</p>
          </Empty>
        }
        columns={columns}
        name={name}
        actions={[
          { action: 'edit', label: t('edit'), onClick: (client) => setDialog({ kind: 'form', client }) },
          { action: 'secret', label: t('rotate'), onClick: (client) => setDialog({ kind: 'rotate', client }) },
          ...able.actions,
        ]}
        state={state}
      />
      {able.dialog}
      {dialog?.kind === 'form' && (
        <ClientForm
          client={dialog.client}
          close={close}
          created={({ clientId, clientSecret }) =>
            setDialog({ kind: 'secret', told: { clientId, ...(clientSecret && { clientSecret }) } })
          }
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
          onCancel={close}
          onConfirm={() => rotate.mutate(dialog.client)}
        />
      )}
      {dialog?.kind === 'secret' && <SecretDialog {...dialog.told} close={close} />}
    </>
  )
}

function useColumns(): Column<ApiClient>[] {
  const t = useWords(adminWords)
  const lang = useLanguage()
  const units = useQuery(unitsQuery())
  return [
    {
      key: 'name',
      name: true,
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
      short: true,
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
      short: true,
      cell: ({ lastUsedAt }) => (lastUsedAt ? instantText(lastUsedAt, lang) : t('neverUsed')),
    },
  ]
}
