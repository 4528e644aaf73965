import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { Link, Outlet } from 'react-router'
import { isProblem } from '@/api/problem'
import { paths } from '@/app/paths'
import { inBrackets, listed } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { Field } from '@/ui/field'
import { PageHead } from '@/ui/page-head'
import { useCaller } from './caller'
import { changePassword } from './sign-in'
import { sessionWords } from './words'

export function Component() {
  const t = useWords(sessionWords)
  const { user } = useCaller()
  return (
    <>
      <PageHead title={t('account')} />
      <section className="zs-card">
        <dl className="zs-facts">
          <div>
            <dt>{t('username')}</dt>
            <dd>{user.displayName + inBrackets(user.username)}</dd>
          </div>
          {user.unitName && (
            <div>
              <dt>{t('unit')}</dt>
              <dd>{user.unitName}</dd>
            </div>
          )}
          <div>
            <dt>{t('roles')}</dt>
            <dd>{listed(user.roles.map((role) => t(`role${role}`)))}</dd>
          </div>
        </dl>
      </section>
      <PasswordForm />
      {/* What other parts of the product let a person decide. */}
      <Outlet />
    </>
  )
}

function PasswordForm() {
  const t = useWords(sessionWords)
  const { user } = useCaller()
  const [form, setForm] = useState({ currentPassword: '', newPassword: '', repeat: '' })
  const [local, setLocal] = useState('')
  const change = useMutation({
    mutationFn: () => changePassword(form.currentPassword, form.newPassword),
    onSuccess: () => setForm({ currentPassword: '', newPassword: '', repeat: '' }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const differs = form.newPassword !== form.repeat
    setLocal(differs ? t('notEqual') : '')
    if (!differs) change.mutate()
  }
  const findings = isProblem(change.error) ? change.error.findings : []
  const field = (
    pointer: 'currentPassword' | 'newPassword' | 'repeat',
    label: string,
    autoComplete: string,
    help?: string,
  ) => (
    <Field
      pointer={`/${pointer}`}
      label={label}
      necessity="REQUIRED"
      help={help}
      findings={findings.filter((f) => f.pointer === `/${pointer}`)}
    >
      {(control) => (
        <Input.Password
          {...control}
          autoComplete={autoComplete}
          visibilityToggle={false}
          value={form[pointer]}
          onChange={(event) => setForm({ ...form, [pointer]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <section className="zs-card">
      <h2>{t('changePassword')}</h2>
      {user.mustChangePassword && <Alert type="warning" showIcon title={t('mustChange')} />}
      {change.isSuccess && (
        <Alert
          type="success"
          showIcon
          title={t('passwordChanged')}
          role="status"
          action={<Link to={paths.home}>{t('toHome')}</Link>}
        />
      )}
      {(local || (change.isError && findings.length === 0)) && (
        <Alert type="error" showIcon title={local || change.error?.message} />
      )}
      <form className="zs-form zs-narrow" onSubmit={submit}>
        {field('currentPassword', t('currentPassword'), 'current-password')}
        {field('newPassword', t('newPassword'), 'new-password', t('passwordHint'))}
        {field('repeat', t('repeatPassword'), 'new-password')}
        <div className="zs-actions">
          <Button
            type="primary"
            htmlType="submit"
            loading={change.isPending}
            disabled={!form.currentPassword || !form.newPassword || !form.repeat}
          >
            {t('changePassword')}
          </Button>
        </div>
      </form>
    </section>
  )
}
