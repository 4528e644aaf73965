import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Account } from '@/api/types'
import { unitsQuery } from '@/features/units/queries'
import { instantText } from '@/lib/dates'
import { listed } from '@/lib/punctuation'
import { useLanguage, useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { sessionWords } from '@/session/words'
import type { Column } from '@/ui/data-table'
import { type ListState, useListState } from '@/ui/list-state'
import { notify } from '@/ui/notice'
import { Tag } from '@/ui/state-tag'
import { Empty } from '@/ui/states'
import { PasswordDialog } from './password-dialog'
import { unlockUser, updateUser, usersQuery } from './queries'
import { RecordList, useAble } from './record-list'
import { UnitSelect } from './unit-select'
import { roles, UserForm } from './user-form'
import { adminWords } from './words'
import './admin.css'

type Dialog = { kind: 'form'; account?: Account } | { kind: 'password'; account: Account }

export function Component() {
  const t = useWords(adminWords)
  const caller = useCaller()
  const queries = useQueryClient()
  const state = useListState()
  const [dialog, setDialog] = useState<Dialog>()
  const columns = useColumns()
  const asked = Object.fromEntries(
    ['q', 'unitCode', 'role'].map((key) => [key, state.get(key)]).filter(([, value]) => value),
  )
  // The home page leads here for those who are locked out.
  const locked = state.get('locked') === 'true'
  const filtered = locked || Object.keys(asked).length > 0
  const users = useQuery(
    usersQuery({ ...asked, ...(locked && { locked }), limit: 50, ...(state.cursor && { cursor: state.cursor }) }),
  )
  const close = () => setDialog(undefined)
  const name = (account: Account) => account.displayName
  const done = async (text: string) => {
    await queries.invalidateQueries({ queryKey: ['users'] })
    notify(text)
  }
  const unlock = useMutation({ mutationFn: unlockUser, onSuccess: () => done(t('unlocked')) })
  const able = useAble({
    set: (account: Account, disabled) => updateUser(account.id, account.version, { disabled }),
    done: () => done(t('saved')),
    name,
    consequence: t('disableUser'),
  })
  return (
    <>
      <RecordList
        title={t('users')}
        lead={t('usersLead')}
        add={caller.can('accounts:admin') && { label: t('newUser'), onClick: () => setDialog({ kind: 'form' }) }}
        filters={<Filters key={state.search.toString()} state={state} filtered={filtered} />}
        problem={unlock.error ?? able.problem}
        query={users}
        empty={<Empty title={t('usersNone')}>{filtered && <Button onClick={state.clear}>{t('clear')}</Button>}</Empty>}
        columns={columns}
        name={name}
        actions={[
          { action: 'edit', label: t('edit'), onClick: (account) => setDialog({ kind: 'form', account }) },
          {
            action: 'password',
            label: t('setPassword'),
            onClick: (account) => setDialog({ kind: 'password', account }),
          },
          {
            action: 'unlock',
            label: t('unlock'),
            busy: unlock.isPending,
            onClick: (account) => unlock.mutate(account),
          },
          ...able.actions,
        ]}
        state={state}
      />
      {able.dialog}
      {dialog?.kind === 'form' && <UserForm account={dialog.account} close={close} />}
      {dialog?.kind === 'password' && <PasswordDialog account={dialog.account} close={close} />}
    </>
  )
}

function useColumns(): Column<Account>[] {
  const t = useWords(adminWords)
  const s = useWords(sessionWords)
  const lang = useLanguage()
  const units = useQuery(unitsQuery())
  return [
    {
      key: 'name',
      name: true,
      title: t('displayName'),
      cell: (account) => (
        <>
          <strong>{account.displayName}</strong>
          <div className="zs-quiet">{account.username}</div>
        </>
      ),
    },
    { key: 'roles', title: t('roles'), cell: (account) => listed(account.roles.map((role) => s(`role${role}`))) },
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
      short: true,
      cell: ({ lastSignInAt }) => (lastSignInAt ? instantText(lastSignInAt, lang) : t('never')),
    },
  ]
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
