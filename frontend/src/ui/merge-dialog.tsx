import { Radio } from 'antd'
import { useState } from 'react'
import type { ProjectField } from '@/api/types'
import { instantText } from '@/lib/dates'
import { colon } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { Dialog } from './dialog'
import type { DraftRecord, DraftState } from './record-draft'
import { recordWords } from './record-words'

/** Two people changed the same field: shown side by side, decided field by field, nothing overwritten unseen. */
export function MergeDialog<R extends DraftRecord, V>({
  conflicts,
  fields,
  text,
  onSettle,
}: {
  conflicts: NonNullable<DraftState<R, V>['conflicts']>
  fields: readonly ProjectField[]
  text: (field: ProjectField | undefined, value: unknown) => string
  onSettle: (choices: Readonly<Record<string, 'mine' | 'theirs'>>) => void
}) {
  const t = useWords(recordWords)
  const [choices, setChoices] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  return (
    <Dialog
      title={t('mergeTitle')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      cancelButtonProps={{ style: { display: 'none' } }}
      okText={t('mergeSave')}
      okButtonProps={{ disabled: conflicts.fields.some(({ name }) => !choices[name]) }}
      onOk={() => onSettle(choices)}
    >
      <p>{t('mergeText', { by: conflicts.current.updatedBy, at: instantText(conflicts.current.updatedAt) })}</p>
      {conflicts.fields.map(({ name, mine, theirs }) => {
        const field = fields.find((f) => f.name === name)
        return (
          <fieldset key={name} className="zs-field zs-merge">
            <legend>{field?.label ?? name}</legend>
            <Radio.Group
              vertical
              name={`merge-${name}`}
              value={choices[name]}
              onChange={(event) => setChoices({ ...choices, [name]: event.target.value as 'mine' | 'theirs' })}
              options={[
                { value: 'mine', label: t('mine') + colon() + text(field, mine) },
                { value: 'theirs', label: t('theirs') + colon() + text(field, theirs) },
              ]}
            />
          </fieldset>
        )
      })}
    </Dialog>
  )
}
