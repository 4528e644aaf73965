import { Modal, Radio } from 'antd'
import { useState } from 'react'
import type { ProjectField } from '@/api/types'
import { instantText } from '@/lib/dates'
import { colon } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import type { DraftState, Name } from './project-draft'
import { useProjectValueText } from './value-text'
import { projectWords } from './words'

/** Two people changed the same field: shown side by side, decided field by field, nothing overwritten unseen. */
export function MergeDialog({
  conflicts,
  fields,
  onSettle,
}: {
  conflicts: NonNullable<DraftState['conflicts']>
  fields: readonly ProjectField[]
  onSettle: (choices: Partial<Record<Name, 'mine' | 'theirs'>>) => void
}) {
  const t = useWords(projectWords)
  const text = useProjectValueText()
  const [choices, setChoices] = useState<Partial<Record<Name, 'mine' | 'theirs'>>>({})
  return (
    <Modal
      open
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
    </Modal>
  )
}
