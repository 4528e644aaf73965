import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { Account } from '@/api/types'
import { useWords } from '@/lib/words'
import { Dialog } from '@/ui/dialog'
import { missing } from '@/ui/findings'
import { notify } from '@/ui/notice'
import { uiWords } from '@/ui/words'
import { findingsOf } from './form-parts'
import { PasswordField } from './password-field'
import { resetPassword } from './queries'
import { adminWords } from './words'

export function PasswordDialog({ account, close }: { account: Account; close: () => void }) {
  const t = useWords(adminWords)
  const u = useWords(uiWords)
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const reset = useMutation({
    mutationFn: () => resetPassword(account, password),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['users'] })
      notify(t('passwordSet'))
      close()
    },
  })
  const findings = [
    ...(asked && !password ? [missing('/newPassword', t('missing', { label: t('newPassword') }))] : []),
    ...findingsOf(reset.error),
  ]
  return (
    <Dialog title={t('setPasswordOf', { name: account.displayName })} onCancel={close} footer={null}>
      <form
        className="zs-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          if (password) reset.mutate()
        }}
      >
        {reset.isError && findings.length === 0 && <Alert type="error" showIcon title={reset.error.message} />}
        <PasswordField
          name="newPassword"
          label={t('newPassword')}
          value={password}
          findings={findings}
          onChange={setPassword}
        />
        <div className="zs-actions">
          <Button type="primary" htmlType="submit" loading={reset.isPending}>
            {t('setPassword')}
          </Button>
          <Button onClick={close}>{u('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
