import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { today } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { DayInput } from '@/ui/day-input'
import { Dialog } from '@/ui/dialog'
import { Field } from '@/ui/field'
import { uiWords } from '@/ui/words'
import type { HandOver } from './queries'
import { useVerbText, word } from './verbs'
import { premisesWords } from './words'

/** Premises leave the market with a project and a day (V43), a parcel with a day at least. */
export function HandOverDialog({
  action,
  title,
  busy,
  problem,
  onCancel,
  onConfirm,
}: {
  action: 'reuse' | 'grant'
  title: string
  busy: boolean
  problem: ReactNode
  onCancel: () => void
  onConfirm: (given: HandOver) => void
}) {
  const t = useWords(premisesWords)
  const u = useWords(uiWords)
  const verb = useVerbText()
  const [to, setTo] = useState('')
  const [on, setOn] = useState(today())
  const reuse = action === 'reuse'
  return (
    <Dialog
      title={title}
      okText={verb(action)}
      cancelText={u('cancel')}
      okButtonProps={{ disabled: !on || (reuse && !to.trim()), loading: busy }}
      onCancel={onCancel}
      onOk={() => onConfirm({ to: to.trim(), on })}
    >
      <p>{t(`ask${word(action)}`)}</p>
      <Field
        pointer={reuse ? '/project' : '/grantee'}
        label={t(reuse ? 'project' : 'grantee')}
        necessity={reuse ? 'REQUIRED' : 'RECOMMENDED'}
        help={t('projectHint')}
      >
        {(control) => <Input {...control} value={to} maxLength={200} onChange={(event) => setTo(event.target.value)} />}
      </Field>
      <Field pointer="/on" label={t('on')} necessity="REQUIRED">
        {(control) => <DayInput control={control} value={on} onChange={(day) => setOn(day ?? '')} />}
      </Field>
      {problem}
    </Dialog>
  )
}
