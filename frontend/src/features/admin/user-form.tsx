import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import type { Account, Role } from '@/api/types'
import { useWords } from '@/lib/words'
import { sessionWords } from '@/session/words'
import { missing } from '@/ui/findings'
import { notify } from '@/ui/notice'
import { Part } from './form-parts'
import { PasswordField } from './password-field'
import { createUser, updateUser } from './queries'
import { RecordDialog, useRecordForm } from './record-form'
import { UnitSelect } from './unit-select'
import { adminWords } from './words'

export const roles: Role[] = ['REPORTER', 'UNIT_LEAD', 'BUREAU', 'LEADER', 'EXPERT', 'ADMIN', 'AUDITOR']

/** The name to sign in with is fixed once the account exists, and its password is set by another way. */
export function UserForm({ account, close }: { account: Account | undefined; close: () => void }) {
  const t = useWords(adminWords)
  const s = useWords(sessionWords)
  const queries = useQueryClient()
  const form = useRecordForm({
    record: account,
    start: {
      username: account?.username ?? '',
      password: '',
      displayName: account?.displayName ?? '',
      roles: account?.roles ?? ([] as Role[]),
      unitCode: account?.unitCode ?? null,
    },
    create: (fields, key) => createUser({ ...fields, username: fields.username.trim() }, key),
    update: ({ id }, version, changes) => updateUser(id, version, changes),
    saved: async () => {
      await queries.invalidateQueries({ queryKey: ['users'] })
      notify(t(account ? 'saved' : 'createdUser'))
      close()
    },
  })
  const { fields, change, findings } = form
  return (
    <RecordDialog
      title={account ? t('editUser', { name: account.displayName }) : t('newUser')}
      action={t(account ? 'save' : 'newUser')}
      form={form}
      close={close}
      onSubmit={() =>
        form.submit([
          !fields.username.trim() && missing('/username', t('missing', { label: t('username') })),
          !fields.displayName.trim() && missing('/displayName', t('missing', { label: t('displayName') })),
          fields.roles.length === 0 && missing('/roles', t('missingChoice', { label: t('roles') })),
          !account && !fields.password && missing('/password', t('missing', { label: t('initialPassword') })),
        ])
      }
    >
      {!account && (
        <Part name="username" label={t('username')} findings={findings} help={t('usernameHelp')} required>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              autoCapitalize="none"
              maxLength={50}
              value={fields.username}
              onChange={(event) => change({ username: event.target.value })}
            />
          )}
        </Part>
      )}
      <Part name="displayName" label={t('displayName')} findings={findings} required>
        {(control) => (
          <Input
            {...control}
            maxLength={50}
            value={fields.displayName}
            onChange={(event) => change({ displayName: event.target.value })}
          />
        )}
      </Part>
      <Part name="roles" label={t('roles')} findings={findings} required group>
        {() => (
          <Checkbox.Group
            value={fields.roles}
            options={roles.map((value) => ({ value, label: s(`role${value}`) }))}
            onChange={(chosen) => change({ roles: roles.filter((role) => chosen.includes(role)) })}
          />
        )}
      </Part>
      <Part name="unitCode" label={t('unit')} findings={findings} help={t('unitHelp')}>
        {(control) => (
          <UnitSelect
            control={control}
            none={t('noUnit')}
            value={fields.unitCode ?? ''}
            onChange={(code) => change({ unitCode: code || null })}
          />
        )}
      </Part>
      {!account && (
        <PasswordField
          name="password"
          label={t('initialPassword')}
          value={fields.password}
          findings={findings}
          onChange={(password) => change({ password })}
        />
      )}
    </RecordDialog>
  )
}
