import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { ApiClient, ApiClientInput, Finding } from '@/api/types'
import { today } from '@/lib/dates'
import { newId } from '@/lib/id'
import { useWords } from '@/lib/words'
import { FindingsList, jumpTo, missing } from '@/ui/findings'
import { notify } from '@/ui/notice'
import { uiWords } from '@/ui/words'
import { changed, findingsOf, Part, versionNow } from './form-parts'
import { createClient, updateClient } from './queries'
import { scopes, useScopeText } from './scopes'
import type { Told } from './secret-dialog'
import { UnitSelect } from './unit-select'
import { adminWords } from './words'

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
  const u = useWords(uiWords)
  const scopeText = useScopeText()
  const queries = useQueryClient()
  const [base] = useState<ApiClientInput & { allowedNetworks: string[] }>({
    name: client?.name ?? '',
    unitCode: client?.unitCode ?? '',
    scopes: client?.scopes ?? [],
    allowedNetworks: client?.allowedNetworks ?? [],
    expiresOn: client?.expiresOn ?? null,
  })
  const [form, setForm] = useState(base)
  const [networks, setNetworks] = useState(base.allowedNetworks.join('\n'))
  const [version, setVersion] = useState(client?.version)
  const [local, setLocal] = useState<Finding[]>([])
  const [key, setKey] = useState(newId)
  const save = useMutation({
    mutationFn: async (fields: ApiClientInput) => {
      if (!client || version === undefined) return createClient(fields, key)
      const { unitCode: _, ...rest } = changed(base, fields)
      await updateClient(client.id, version, rest)
      return undefined
    },
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['api-clients'] })
      if (made) created(made)
      else {
        notify(t('saved'))
        close()
      }
    },
    onError: (error) => {
      setKey(newId())
      setVersion((known) => versionNow(error) ?? known)
    },
  })
  const submit = () => {
    const fields = {
      ...form,
      name: form.name.trim(),
      allowedNetworks: networks
        .normalize('NFKC')
        .split(/[\s,;、]+/)
        .filter(Boolean),
    }
    const open = [
      !fields.name && missing('/name', t('missing', { label: t('clientName') })),
      !fields.unitCode && missing('/unitCode', t('missing', { label: t('unit') })),
      fields.scopes.length === 0 && missing('/scopes', t('missingChoice', { label: t('scopes') })),
    ].filter((one) => one !== false)
    setLocal(open)
    if (open[0]) jumpTo(open[0].pointer)
    else save.mutate(fields)
  }
  const findings = [...local, ...findingsOf(save.error)]
  const offered = [...new Set([...scopes, ...form.scopes])]
  return (
    <Modal
      open
      title={client ? t('editClient', { name: client.name }) : t('newClient')}
      onCancel={close}
      footer={null}
      mask={{ closable: false }}
    >
      <form
        className="zs-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {versionNow(save.error) !== undefined ? (
          <Alert type="warning" showIcon title={t('stale')} />
        ) : (
          save.isError && findings.length === 0 && <Alert type="error" showIcon title={save.error.message} />
        )}
        <FindingsList findings={findings} />
        <Part name="name" label={t('clientName')} findings={findings} help={t('clientNameHelp')} required>
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              value={form.name}
              onChange={(event) => setForm({ ...form, name: event.target.value })}
            />
          )}
        </Part>
        <Part name="unitCode" label={t('unit')} findings={findings} required>
          {(control) => (
            <UnitSelect
              control={control}
              none="—"
              value={form.unitCode}
              disabled={client !== undefined}
              onChange={(unitCode) => setForm({ ...form, unitCode })}
            />
          )}
        </Part>
        <Part name="scopes" label={t('scopes')} findings={findings} required group>
          {() => (
            <Checkbox.Group
              value={form.scopes}
              options={offered.map((value) => ({ value, label: scopeText(value) }))}
              onChange={(chosen) => setForm({ ...form, scopes: offered.filter((one) => chosen.includes(one)) })}
            />
          )}
        </Part>
        <Part name="allowedNetworks" label={t('networks')} findings={findings} help={t('networksHelp')}>
          {(control) => (
            <Input.TextArea
              {...control}
              className="zs-admin-secret"
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={networks}
              onChange={(event) => setNetworks(event.target.value)}
            />
          )}
        </Part>
        <Part name="expiresOn" label={t('expiresOn')} findings={findings} help={t('expiresHelp')}>
          {(control) => (
            <Input
              {...control}
              type="date"
              min={today()}
              value={form.expiresOn ?? ''}
              onChange={(event) => setForm({ ...form, expiresOn: event.target.value || null })}
            />
          )}
        </Part>
        <div className="zs-actions">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t(client ? 'save' : 'newClient')}
          </Button>
          <Button onClick={close}>{u('cancel')}</Button>
        </div>
      </form>
    </Modal>
  )
}
