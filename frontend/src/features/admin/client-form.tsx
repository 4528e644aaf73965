import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import type { ApiClient } from '@/api/types'
import { today } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { missing } from '@/ui/findings'
import { notify } from '@/ui/notice'
import { Part } from './form-parts'
import { createClient, updateClient } from './queries'
import { RecordDialog, useRecordForm } from './record-form'
import { scopes, useScopeText } from './scopes'
import type { Told } from './secret-dialog'
import { UnitSelect } from './unit-select'
import { adminWords } from './words'

const networksOf = (typed: string): string[] =>
  typed
    .normalize('NFKC')
    .split(/[\s,;、]+/)
    .filter(Boolean)

export function ClientForm({
  client,
  close,
  created,
}: {
  client: ApiClient | undefined
  close: () => void
  /** Gets the secret, which is told this once. */
  created: (secret: Told) => void
}) {
  const t = useWords(adminWords)
  const scopeText = useScopeText()
  const queries = useQueryClient()
  const form = useRecordForm({
    record: client,
    start: {
      name: client?.name ?? '',
      unitCode: client?.unitCode ?? '',
      scopes: client?.scopes ?? [],
      networks: (client?.allowedNetworks ?? []).join('\n'),
      expiresOn: client?.expiresOn ?? null,
    },
    create: ({ networks, ...fields }, key): Promise<Told | undefined> =>
      createClient({ ...fields, allowedNetworks: networksOf(networks) }, key),
    update: async ({ id }, version, { networks, unitCode: _, ...changes }) => {
      await updateClient(id, version, {
        ...changes,
        ...(networks !== undefined && { allowedNetworks: networksOf(networks) }),
      })
      return undefined
    },
    saved: async (made) => {
      await queries.invalidateQueries({ queryKey: ['api-clients'] })
      if (made) created(made)
      else {
        notify(t('saved'))
        close()
      }
    },
  })
  const { fields, change, findings } = form
  const offered = [...new Set([...scopes, ...fields.scopes])]
  return (
    <RecordDialog
      title={client ? t('editClient', { name: client.name }) : t('newClient')}
      action={t(client ? 'save' : 'newClient')}
      form={form}
      close={close}
      onSubmit={() =>
        form.submit([
          !fields.name.trim() && missing('/name', t('missing', { label: t('clientName') })),
          !fields.unitCode && missing('/unitCode', t('missing', { label: t('unit') })),
          fields.scopes.length === 0 && missing('/scopes', t('missingChoice', { label: t('scopes') })),
        ])
      }
    >
      <Part name="name" label={t('clientName')} findings={findings} help={t('clientNameHelp')} required>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={fields.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Part>
      <Part name="unitCode" label={t('unit')} findings={findings} required>
        {(control) => (
          <UnitSelect
            control={control}
            none="—"
            value={fields.unitCode}
            disabled={client !== undefined}
            onChange={(unitCode) => change({ unitCode })}
          />
        )}
      </Part>
      <Part name="scopes" label={t('scopes')} findings={findings} required group>
        {() => (
          <Checkbox.Group
            value={fields.scopes}
            options={offered.map((value) => ({ value, label: scopeText(value) }))}
            onChange={(chosen) => change({ scopes: offered.filter((one) => chosen.includes(one)) })}
          />
        )}
      </Part>
      <Part name="allowedNetworks" label={t('networks')} findings={findings} help={t('networksHelp')}>
        {(control) => (
          <Input.TextArea
            {...control}
            className="zs-admin-secret"
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={fields.networks}
            onChange={(event) => change({ networks: event.target.value })}
          />
        )}
      </Part>
      <Part name="expiresOn" label={t('expiresOn')} findings={findings} help={t('expiresHelp')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            min={today()}
            value={fields.expiresOn ?? ''}
            onChange={(event) => change({ expiresOn: event.target.value || null })}
          />
        )}
      </Part>
    </RecordDialog>
  )
}
