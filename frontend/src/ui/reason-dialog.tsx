import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '@/lib/words'
import { Dialog } from './dialog'
import { uiWords } from './words'

/** Asks before what can not be taken back lightly: names the consequence, takes the reason where one is owed. */
export function ReasonDialog({
  title,
  consequence,
  action,
  needsReason = true,
  danger = false,
  busy = false,
  problem,
  ready = true,
  children,
  onCancel,
  onConfirm,
}: {
  title: string
  consequence: ReactNode
  /** The word on the button: what happens, never "OK". */
  action: string
  needsReason?: boolean
  danger?: boolean
  busy?: boolean
  problem?: ReactNode
  /** Whether what else is asked for is complete. */
  ready?: boolean
  /** What else is asked for, after the reason. */
  children?: ReactNode
  onCancel: () => void
  onConfirm: (reason: string) => void
}) {
  const t = useWords(uiWords)
  const [reason, setReason] = useState('')
  const missing = (needsReason && reason.trim() === '') || !ready
  return (
    <Dialog
      title={title}
      okText={action}
      cancelText={t('cancel')}
      okButtonProps={{ danger, disabled: missing, loading: busy }}
      onOk={() => onConfirm(reason.trim())}
      onCancel={onCancel}
    >
      <div>{consequence}</div>
      {needsReason && (
        <div className="zs-field">
          <label htmlFor="reason">{t('reason')}</label>
          <Input.TextArea
            id="reason"
            autoFocus
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 3, maxRows: 8 }}
            onChange={(event) => setReason(event.target.value)}
            aria-describedby="reason-help"
          />
          <div id="reason-help" className="zs-quiet">
            {t('reasonNeeded')}
          </div>
        </div>
      )}
      {children}
      {problem}
    </Dialog>
  )
}
