import { Alert, Button, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useWords } from '@/lib/words'
import { Dialog } from '@/ui/dialog'
import { adminWords } from './words'

/** A repeated request is answered without the secret, which the server does not keep. */
export type Told = { clientId: string; clientSecret?: string }

/** The one time a secret is seen: it does not close by a slip of the mouse or the Escape key. */
export function SecretDialog({
  clientId,
  clientSecret = '',
  close,
}: Told & {
  close: () => void
}) {
  const t = useWords(adminWords)
  const [said, setSaid] = useState('')
  const field = useRef<InputRef>(null)
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(clientSecret)
      setSaid(t('copied'))
    } catch {
      // Absent on plain HTTP: the selected text can be copied by hand.
      setSaid(t('copyByHand'))
    }
  }
  return (
    <Dialog
      title={t(clientSecret ? 'secretTitle' : 'secretGone')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={close}>
          {t(clientSecret ? 'secretKept' : 'secretClose')}
        </Button>
      }
    >
      <div className="zs-form">
        <Alert type="warning" showIcon title={t(clientSecret ? 'secretText' : 'secretGoneText')} />
        <div className="zs-field">
          <label htmlFor="secret-client">{t('clientId')}</label>
          <Input id="secret-client" className="zs-admin-secret" readOnly value={clientId} />
        </div>
        {clientSecret && (
          <div className="zs-field">
            <label htmlFor="secret">{t('secret')}</label>
            <div className="zs-admin-beside">
              <Input id="secret" ref={field} className="zs-admin-secret" readOnly value={clientSecret} />
              <Button onClick={() => void copy()}>{t('copy')}</Button>
            </div>
            <span role="status" className="zs-quiet">
              {said}
            </span>
          </div>
        )}
      </div>
    </Dialog>
  )
}
