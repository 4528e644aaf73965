import { type ReactNode, useState } from 'react'
import type { Finding } from '@/api/types'
import { useWords } from '@/lib/words'
import { bySeverity, FindingLine, fieldId } from '@/ui/findings'
import { type EntryNames, type Part, same } from './entry-parts'
import { dispatchWords } from './words'

/** Where a cell is: the keyboard and a pasted block find it by these. */
export const cellPointer = (code: string, part: string): string => `/entries/${code}/${part}`

type Control = {
  id: string
  'aria-label': string
  'aria-invalid': true | undefined
  'data-code': string
  'data-part': string
  'data-changed': true | undefined
}

export type CellProps = {
  code: string
  part: Part
  label: string
  text: string
  changed: boolean
  invalid: boolean
  names: EntryNames
  onText: (text: string) => void
}

const controlOf = ({ code, part, label, changed, invalid }: CellProps): Control => ({
  id: fieldId(cellPointer(code, part)),
  'aria-label': label,
  'aria-invalid': invalid || undefined,
  'data-code': code,
  'data-part': part,
  'data-changed': changed || undefined,
})

/** While one types, what is typed stands there letter by letter, also once it was saved in the form of the server. */
function useOwnText({ part, text, names, onText }: CellProps) {
  const [mine, setMine] = useState<string>()
  return {
    value: mine !== undefined && same(part, mine, text, names) ? mine : text,
    onChange: ({ target }: { target: { value: string } }) => {
      setMine(target.value)
      onText(target.value)
    },
    onBlur: () => setMine(undefined),
  }
}

export function TextCell(props: CellProps) {
  return <textarea {...controlOf(props)} {...useOwnText(props)} rows={2} maxLength={2000} />
}

export function LineCell({ onPick, ...props }: CellProps & { onPick?: (() => void) | undefined }) {
  const t = useWords(dispatchWords)
  const input = (
    <input
      {...controlOf(props)}
      {...useOwnText(props)}
      inputMode={props.part === 'completedInvestmentYuan' ? 'text' : undefined}
      autoComplete="off"
      {...(onPick && {
        onKeyDown: (event) => {
          if (event.key !== 'F2' && !(event.altKey && event.key === 'ArrowDown')) return
          event.preventDefault()
          onPick()
        },
      })}
    />
  )
  if (!onPick) return input
  return (
    <span className="zs-pick">
      {input}
      {/* By keyboard the list opens from the cell itself. */}
      <button type="button" tabIndex={-1} aria-label={t('pickOf', { cell: props.label })} onClick={onPick}>
        ▾
      </button>
    </span>
  )
}

export function ChoiceCell(props: CellProps & { options: readonly { value: string; label: string }[]; none?: string }) {
  const { options, none, text, onText } = props
  const known = options.some(({ label }) => label === text)
  return (
    <select {...controlOf(props)} value={text} onChange={({ target }) => onText(target.value)}>
      {none !== undefined && <option value="">{none}</option>}
      {/* What was pasted and is none of them stands there until it is put right. */}
      {!known && (text !== '' || none === undefined) && <option value={text}>{text}</option>}
      {options.map(({ value, label }) => (
        <option key={value}>{label}</option>
      ))}
    </select>
  )
}

/** What stands below the control: last month's value, why it is red, what the bureau wrote. */
export function CellNotes({
  last,
  findings,
  wrong,
  returned,
  clash,
  onTheirs,
  children,
}: {
  last: string | undefined
  findings: readonly Finding[]
  wrong: string | undefined
  returned: string | undefined
  /** What a colleague wrote in the same cell meanwhile. */
  clash: string | undefined
  onTheirs: () => void
  children?: ReactNode
}) {
  const t = useWords(dispatchWords)
  return (
    <>
      {last !== undefined && (
        <div className="zs-last" title={last}>
          {t('lastMonth', { text: last || t('nothingThere') })}
        </div>
      )}
      {children}
      {returned !== undefined && <div className="zs-cell-returned">{t('returnedHere', { reason: returned })}</div>}
      {wrong !== undefined && <div className="zs-cell-wrong">{wrong}</div>}
      {clash !== undefined && (
        <div className="zs-cell-wrong">
          {t('clash', { text: clash || t('nothingThere') })}{' '}
          <button type="button" className="zs-link" onClick={onTheirs}>
            {t('takeTheirs')}
          </button>
        </div>
      )}
      {[...findings].sort(bySeverity).map((finding) => (
        <FindingLine key={finding.rule + finding.message} finding={finding} />
      ))}
    </>
  )
}
