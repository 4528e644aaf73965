import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Account, Finding, Role } from '@/api/types'
import { newId } from '@/lib/id'
import { useWords } from '@/lib/words'
import { sessionWords } from '@/session/words'
import { FindingsList, jumpTo, missing } from '@/ui/findings'
import { notify } from '@/ui/notice'
import { uiWords } from '@/ui/words'
import { changed, findingsOf, Part, versionNow } from './form-parts'
import { PasswordField } from './password-field'
import { createUser, updateUser } from './queries'
import { UnitSelect } from './unit-select'
import { adminWords } from './words'

export const roles: Role[] = ['REPORTER', 'UNIT_LEAD', 'BUREAU', 'LEADER', 'EXPERT', 'ADMIN', 'AUDITOR']

/** Create and change share one form; the name to sign in with is fixed once it exists. */
export function UserForm({ account, close }: { account: Account | undefined; close: () => void }) {
  const t = useWords(adminWords)
  const s = useWords(sessionWords)
  const u = useWords(uiWords)
  const queries = useQueryClient()
  const [base] = useState({
    displayName: account?.displayName ?? '',
    roles: account?.roles ?? ([] as Role[]),
    unitCode: account?.unitCode ?? null,
  })
  const [form, setForm] = useState(base)
  const [fresh, setFresh] = useState({ username: '', password: '' })
  const [version, setVersion] = useState(account?.version)
  const [local, setLocal] = useState<Finding[]>([])
  const [key, setKey] = useState(newId)
  const save = useMutation({
    mutationFn: () =>
      account && version !== undefined
        ? updateUser(account.id, version, changed(base, form))
        : createUser({ ...form, ...fresh, username: fresh.username.trim() }, key),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['users'] })
      notify(t(account ? 'saved' : 'createdUser'))
      close()
    },
    onError: (error) => {
      setKey(newId())
      setVersion((known) => versionNow(error) ?? known)
    },
  })
  const submit = () => {
    const open = [
      !account && !fresh.username.trim() && missing('/username', t('missing', { label: t('username') })),
      !form.displayName.trim() && missing('/displayName', t('missing', { label: t('displayName') })),
      form.roles.length === 0 && missing('/roles', t('missingChoice', { label: t('roles') })),
      !account && !fresh.password && missing('/password', t('missing', { label: t('initialPassword') })),
    ].filter((one) => one !== false)
    setLocal(open)
    if (open[0]) jumpTo(open[0].pointer)
    else save.mutate()
  }
  const findings = [...local, ...findingsOf(save.error)]
  return (
    <Modal
      open
      title={account ? t('editUser', { name: account.displayName }) : t('newUser')}
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
        {!account && (
          <Part name="username" label={t('username')} findings={findings} help={t('usernameHelp')} required>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                autoCapitalize="none"
                maxLength={50}
                value={fresh.username}
                onChange={(event) => setFresh({ ...fresh, username: event.target.value })}
              />
            )}
          </Part>
        )}
        <Part name="displayName" label={t('displayName')} findings={findings} required>
          {(control) => (
            <Input
              {...control}
              maxLength={50}
              value={form.displayName}
              onChange={(event) => setForm({ ...form, displayName: event.target.value })}
            />
          )}
        </Part>
        <Part name="roles" label={t('roles')} findings={findings} required group>
          {() => (
            <Checkbox.Group
              value={form.roles}
              options={roles.map((value) => ({ value, label: s(`role${value}`) }))}
              onChange={(chosen) => setForm({ ...form, roles: roles.filter((role) => chosen.includes(role)) })}
            />
          )}
        </Part>
        <Part name="unitCode" label={t('unit')} findings={findings} help={t('unitHelp')}>
          {(control) => (
            <UnitSelect
              control={control}
              none={t('noUnit')}
              value={form.unitCode ?? ''}
              onChange={(code) => setForm({ ...form, unitCode: code || null })}
            />
          )}
        </Part>
        {!account && (
          <PasswordField
            name="password"
            label={t('initialPassword')}
            value={fresh.password}
            findings={findings}
            onChange={(password) => setFresh({ ...fresh, password })}
          />
        )}
        <div className="zs-actions">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t(account ? 'save' : 'newUser')}
          </Button>
          <Button onClick={close}>{u('cancel')}</Button>
        </div>
      </form>
    </Modal>
  )
}
