import { Checkbox, Radio } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '@/lib/words'
import { Dialog } from '@/ui/dialog'
import { uiWords } from '@/ui/words'
import type { CellProps } from './entry-cells'
import { kindsText, permitsText, read } from './entry-parts'
import { dispatchWords } from './words'

/** The kinds of problems, or where each permit stands, ticked instead of typed. */
export function PickDialog({
  part,
  label,
  text,
  names,
  onText,
  onDone,
}: CellProps & { part: 'problemKinds' | 'permits'; onDone: () => void }) {
  const t = useWords(dispatchWords)
  const u = useWords(uiWords)
  const id = useId()
  const meant = read(part, text, names)
  const [kinds, setKinds] = useState(part === 'problemKinds' && !meant.wrong ? (meant.value as string[]) : [])
  const [permits, setPermits] = useState(
    part === 'permits' && !meant.wrong ? (meant.value as Record<string, string | undefined>) : {},
  )
  return (
    <Dialog
      title={label}
      okText={t('pick')}
      cancelText={u('cancel')}
      onCancel={onDone}
      onOk={() => {
        onText(
          part === 'problemKinds'
            ? kindsText(
                names.problemKinds.map(({ value }) => value).filter((kind) => kinds.includes(kind)),
                names,
              )
            : permitsText(permits, names),
        )
        onDone()
      }}
    >
      {part === 'problemKinds' ? (
        <Checkbox.Group
          className="zs-stack"
          value={kinds}
          options={names.problemKinds.map(({ value, label: name }) => ({ value, label: name }))}
          onChange={setKinds}
        />
      ) : (
        names.permits.map(({ value: permit, label: name }) => (
          <fieldset key={permit} className="zs-permit">
            <legend>{name}</legend>
            <Radio.Group
              name={id + permit}
              value={permits[permit] ?? ''}
              options={[
                { value: '', label: t('noPermit') },
                ...names.statuses.map((one) => ({ value: one.value, label: one.label })),
              ]}
              onChange={({ target }) => setPermits((now) => ({ ...now, [permit]: target.value || undefined }))}
            />
          </fieldset>
        ))
      )}
    </Dialog>
  )
}
