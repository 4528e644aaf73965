import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { isProblem, OfflineError } from '@/api/problem'
import { useWords } from '@/lib/words'
import { signIn } from './sign-in'
import { sessionWords } from './words'

/** Name and password; shared by the page and by the dialog that asks again over a form. */
export function SignInForm({
  username: known,
  action,
  onDone,
  children,
}: {
  username?: string
  action: string
  onDone: () => void
  children?: ReactNode
}) {
  const t = useWords(sessionWords)
  const [username, setUsername] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState('')
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!username.trim() || !password) {
      setRefusal(t(username.trim() ? 'passwordMissing' : 'usernameMissing'))
      document.getElementById(username.trim() ? 'password' : 'username')?.focus()
      return
    }
    setBusy(true)
    setRefusal('')
    try {
      await signIn(username.trim(), password)
      onDone()
    } catch (error) {
      setRefusal(isProblem(error) ? error.message : error instanceof OfflineError ? t('offline') : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="zs-form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="zs-field">
        <label htmlFor="username">{t('username')}</label>
        <Input
          id="username"
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          autoFocus={!known}
          readOnly={known !== undefined}
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
      </div>
      <div className="zs-field">
        <label htmlFor="password">{t('password')}</label>
        <Input
          id="password"
          size="large"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          autoFocus={known !== undefined}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          aria-describedby="refusal"
          suffix={
            <button type="button" className="zs-link" aria-pressed={shown} onClick={() => setShown(!shown)}>
              {t(shown ? 'hide' : 'show')}
            </button>
          }
        />
      </div>
      <div id="refusal" role="alert" className="zs-refusal">
        {refusal}
      </div>
      <div className="zs-actions">
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {action}
        </Button>
        {children}
      </div>
    </form>
  )
}
