import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { Account } from '@/api/types'
import { unitsQuery } from '@/features/units/queries'
import { instantText } from '@/lib/dates'
import { useLanguage, useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { sessionWords } from '@/session/words'
import { type Column, DataTable } from '@/ui/data-table'
import { type ListState, useListState } from '@/ui/list-state'
import { Pager } from '@/ui/list-tools'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Tag } from '@/ui/state-tag'
import { Answer, Empty } from '@/ui/states'
import { PasswordDialog } from './password-dialog'
import { unlockUser, updateUser, usersQuery } from './queries'
import { UnitSelect } from './unit-select'
import { roles, UserForm } from './user-form'
import { adminWords } from './words'

type Dialog = { kind: 'new' } | { kind: 'edit' | 'password' | 'disable'; account: Account }

export function Component() {
  const t = useWords(adminWords)
  const s = useWords(sessionWords)
  const lang = useLanguage()
  const caller = useCaller()
  const queries = useQueryClient()
  const state = useListState()
  const [dialog, setDialog] = useState<Dialog>()
  const units = useQuery(unitsQuery())
  const asked = Object.fromEntries(
    ['q', 'unitCode', 'role'].map((key) => [key, state.get(key)]).filter(([, value]) => value),
  )
  // The home page leads here for those who are locked out.
  const locked = state.get('locked') === 'true'
  const filtered = locked || Object.keys(asked).length > 0
  const users = useQuery(
    usersQuery({ ...asked, ...(locked && { locked }), limit: 50, ...(state.cursor && { cursor: state.cursor }) }),
  )
  const done = async (text: string) => {
    await queries.invalidateQueries({ queryKey: ['users'] })
    notify(text)
    setDialog(undefined)
  }
  const unlock = useMutation({ mutationFn: unlockUser, onSuccess: () => done(t('unlocked')) })
  const able = useMutation({
    mutationFn: ({ account, disabled }: { account: Account; disabled: boolean }) =>
      updateUser(account.id, account.version, { disabled }),
    onSuccess: () => done(t('saved')),
  })
  const admin = caller.can('accounts:admin')
  const columns: Column<Account>[] = [
    {
      key: 'name',
      title: t('displayName'),
      cell: (account) => (
        <>
          <strong>{account.displayName}</strong>
          <div className="zs-quiet">{account.username}</div>
        </>
      ),
    },
    {
      key: 'roles',
      title: t('roles'),
      cell: (account) => account.roles.map((role) => s(`role${role}`)).join(lang === 'zh' ? '、' : ', '),
    },
    {
      key: 'unit',
      title: t('unit'),
      cell: ({ unitCode }) =>
        unitCode ? (units.data?.find((unit) => unit.code === unitCode)?.name ?? unitCode) : t('noUnit'),
    },
    { key: 'state', title: t('state'), cell: (account) => <State account={account} /> },
    {
      key: 'lastSignIn',
      title: t('lastSignIn'),
      cell: ({ lastSignInAt }) => (lastSignInAt ? instantText(lastSignInAt, lang) : t('never')),
    },
    ...(admin
      ? [
          {
            key: 'actions',
            title: t('actions'),
            cell: (account: Account) => (
              <span className="zs-actions">
                <Button
                  size="small"
                  aria-label={t('editOf', { name: account.displayName })}
                  onClick={() => setDialog({ kind: 'edit', account })}
                >
                  {t('edit')}
                </Button>
                <Button size="small" onClick={() => setDialog({ kind: 'password', account })}>
                  {t('setPassword')}
                </Button>
                {account.lockedUntil && (
                  <Button size="small" loading={unlock.isPending} onClick={() => unlock.mutate(account)}>
                    {t('unlock')}
                  </Button>
                )}
                {account.id !== caller.user.id && (
                  <Button
                    size="small"
                    onClick={() =>
                      account.disabled
                        ? able.mutate({ account, disabled: false })
                        : setDialog({ kind: 'disable', account })
                    }
                  >
                    {t(account.disabled ? 'enable' : 'disable')}
                  </Button>
                )}
              </span>
            ),
          },
        ]
      : []),
  ]
  const failure = unlock.error ?? able.error
  return (
    <>
      <PageHead
        title={t('users')}
        lead={t('usersLead')}
        actions={
          admin && (
            <Button type="primary" onClick={() => setDialog({ kind: 'new' })}>
              {t('newUser')}
            </Button>
          )
        }
      />
      <Filters key={state.search.toString()} state={state} filtered={filtered} />
      {failure && dialog === undefined && <Alert type="error" showIcon title={failure.message} />}
      <Answer
        query={users}
        isEmpty={({ items }) => items.length === 0}
        empty={<Empty title={t('usersNone')}>{filtered && <Button onClick={state.clear}>{t('clear')}</Button>}</Empty>}
      >
        {({ items, nextCursor }) => (
          <>
            <DataTable caption={t('users')} columns={columns} rows={items} rowKey={(account) => account.id} />
            <Pager state={state} shown={items.length} nextCursor={nextCursor} />
          </>
        )}
      </Answer>
      {(dialog?.kind === 'new' || dialog?.kind === 'edit') && (
        <UserForm account={dialog.kind === 'edit' ? dialog.account : undefined} close={() => setDialog(undefined)} />
      )}
      {dialog?.kind === 'password' && <PasswordDialog account={dialog.account} close={() => setDialog(undefined)} />}
      {dialog?.kind === 'disable' && (
        <ReasonDialog
          title={t('disableTitle', { name: dialog.account.displayName })}
          consequence={t('disableUser')}
          action={t('disable')}
          needsReason={false}
          danger
          busy={able.isPending}
          problem={able.isError && <Alert type="error" showIcon title={able.error.message} />}
          onCancel={() => setDialog(undefined)}
          onConfirm={() => able.mutate({ account: dialog.account, disabled: true })}
        />
      )}
    </>
  )
}

function State({ account }: { account: Account }) {
  const t = useWords(adminWords)
  const lang = useLanguage()
  if (account.disabled)
    return (
      <Tag tone="plain" mark="×">
        {t('stateDisabled')}
      </Tag>
    )
  if (account.lockedUntil)
    return (
      <Tag tone="red" mark="!">
        {t('stateLocked', { at: instantText(account.lockedUntil, lang) })}
      </Tag>
    )
  return account.mustChangePassword ? (
    <Tag tone="amber" mark="?">
      {t('stateFirst')}
    </Tag>
  ) : (
    <Tag tone="green" mark="✓">
      {t('stateActive')}
    </Tag>
  )
}

function Filters({ state, filtered }: { state: ListState; filtered: boolean }) {
  const t = useWords(adminWords)
  const s = useWords(sessionWords)
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the browsers this serves
    <form
      role="search"
      className="zs-filters"
      onSubmit={(event) => {
        event.preventDefault()
        state.set({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() || undefined })
      }}
    >
      <div className="zs-filter">
        <label htmlFor="user-q">{t('findHint')}</label>
        <Input id="user-q" name="q" type="search" maxLength={50} defaultValue={state.get('q')} />
      </div>
      <div className="zs-filter">
        <label htmlFor="user-unit">{t('unit')}</label>
        <UnitSelect
          control={{ id: 'user-unit' }}
          none={t('any')}
          value={state.get('unitCode')}
          onChange={(unitCode) => state.set({ unitCode })}
        />
      </div>
      <div className="zs-filter">
        <label htmlFor="user-role">{t('role')}</label>
        <select
          id="user-role"
          className="zs-admin-select"
          value={state.get('role')}
          onChange={(event) => state.set({ role: event.target.value })}
        >
          <option value="">{t('any')}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {s(`role${role}`)}
            </option>
          ))}
        </select>
      </div>
      <Button htmlType="submit">{t('find')}</Button>
      {filtered && <Button onClick={state.clear}>{t('clear')}</Button>}
    </form>
  )
}
