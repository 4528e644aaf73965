import { memo, useState } from 'react'
import { Link } from 'react-router'
import type { Finding, MonthlyAdjustment, MonthlyEntry } from '@/api/types'
import { paths } from '@/app/paths'
import { moneyText, wanText } from '@/lib/money'
import { inBrackets } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { FindingLine, fieldId } from '@/ui/findings'
import { Tag } from '@/ui/state-tag'
import { CellNotes, ChoiceCell, cellPointer, LineCell, TextCell } from './entry-cells'
import { findingsAt, isChanged, wordOf, wrongIn } from './entry-findings'
import { type Column, columns, type EntryNames, labelOf, type Part, same, textOf, wordFor } from './entry-parts'
import { asksForWord, rulesOf } from './entry-row'
import type { Edit, MonthDraft } from './month-draft'
import { PickDialog } from './pick-dialog'
import { Tick, type Ticks } from './ticks'
import { dispatchWords } from './words'

export type LineProps = {
  entry: MonthlyEntry
  edit: Edit | undefined
  refused: readonly Finding[]
  names: EntryNames
  draft: MonthDraft
  editable: boolean
  /** What the bureau wrote at cells of the row, by field. */
  returned: Readonly<Record<string, string>> | undefined
  adjusted: readonly MonthlyAdjustment[] | undefined
  /** The cells that are being sent back; absent while none can be. */
  ticks: Ticks | undefined
}

/** One project of the month: each cell with last month's value, and what is to be said of it. */
export const EntryLine = memo(function EntryLine(props: LineProps) {
  const { entry, edit, refused, names, draft, editable, returned, ticks } = props
  const t = useWords(dispatchWords)
  const code = entry.signedProject
  const changed = isChanged(entry, edit, names)
  return (
    <tr data-news={changed || undefined}>
      <td className="zs-name">
        <div>
          <Link to={paths.signedProject(entry.signedProjectId)} tabIndex={-1}>
            {entry.name}
          </Link>
          <div className="zs-quiet">{entry.eventName ?? t('direct')}</div>
          <Tag tone={changed ? 'blue' : 'plain'} mark={changed ? '✎' : '='}>
            {t(changed ? 'changed' : 'unchanged')}
          </Tag>
          {entry.stillMonths > 1 && <div className="zs-quiet">{t('stillFor', { count: entry.stillMonths })}</div>}
          {returned?.[''] !== undefined && (
            <div className="zs-cell-returned">{t('returnedHere', { reason: returned[''] })}</div>
          )}
          {ticks && <Tick ticks={ticks} pointer={`/entries/${code}`} label={entry.name} />}
          {refused
            .filter(({ pointer }) => pointer === '')
            .map((finding) => (
              <FindingLine key={finding.message} finding={finding} />
            ))}
        </div>
      </td>
      {columns.map((part) => (
        <Cell key={part} part={part} {...props} />
      ))}
      <td data-label={t('word')}>
        <div className="zs-words">
          {rulesOf(entry).map((rule) => (
            <Word key={rule} rule={rule} entry={entry} edit={edit} draft={draft} names={names} editable={editable} />
          ))}
        </div>
      </td>
    </tr>
  )
})

function Cell({ part, ...props }: LineProps & { part: Column }) {
  const { entry, names, draft, editable, adjusted, ticks } = props
  const t = useWords(dispatchWords)
  const code = entry.signedProject
  const { control, text, notes } = useCell(part, props)
  const open = editable && (entry.openFields?.includes(part) ?? true)
  const money = part === 'completedInvestmentYuan'
  const starts = part === 'stage' && text === labelOf(names.stage, 'STARTED')
  const start = useCell('startKind', props)
  const asked = starts && (start.notes.findings.length > 0 || start.text !== '' || entry.news.includes('stage'))
  return (
    <td
      className={money ? 'zs-number' : undefined}
      data-label={t(`column_${part}`) + (money ? inBrackets(t('wan')) : '')}
    >
      <div data-news={control.changed || undefined} className={open ? undefined : 'zs-said'}>
        {open ? <Typed {...control} /> : <span>{money ? wanText(entry.completedInvestmentYuan) : text}</span>}
        {ticks && <Tick ticks={ticks} pointer={cellPointer(code, part)} label={control.label} />}
        <CellNotes {...notes} onTheirs={() => draft.takeTheirs(code, part)}>
          {money && entry.completedInvestmentYearYuan > 0 && (
            <div className="zs-last">{t('yearSum', { sum: wanText(entry.completedInvestmentYearYuan) })}</div>
          )}
          {money &&
            adjusted?.map((one) => (
              <div key={one.id} className="zs-cell-returned">
                {t(one.amountYuan < 0 ? 'adjustedDown' : 'adjustedUp', {
                  what: t(`indicator${one.indicator}`),
                  amount: moneyText(Math.abs(one.amountYuan)),
                  reason: one.reason,
                })}
              </div>
            ))}
        </CellNotes>
        {asked && (
          <>
            {open ? (
              <ChoiceCell {...start.control} options={names.startKind} none={t('chooseStart')} />
            ) : (
              <span>{start.text}</span>
            )}
            <CellNotes {...start.notes} onTheirs={() => draft.takeTheirs(code, 'startKind')} />
          </>
        )}
      </div>
    </td>
  )
}

/** What stands in a cell, and what is said of it. */
function useCell(part: Part, { entry, edit, refused, names, draft, returned }: LineProps) {
  const t = useWords(dispatchWords)
  const code = entry.signedProject
  const stored = textOf(entry, part, names)
  const text = edit?.[part]?.text ?? stored
  const findings = findingsAt(part, entry, edit, refused)
  const wrong = wrongIn(edit, part, names)
  const clash = draft.isClash(code, part)
  const last = entry.last && part !== 'startKind' ? textOf(entry.last, part, names) : undefined
  const money = part === 'completedInvestmentYuan'
  return {
    text,
    control: {
      code,
      part,
      label: `${entry.name} ${t(`column_${part as Column | 'startKind'}`)}`,
      text,
      changed: edit?.[part] !== undefined || entry.news.includes(part),
      invalid: wrong !== undefined || clash || findings.length > 0,
      names,
      onText: (now: string) => draft.change([{ code, part, text: now }]),
    },
    notes: {
      last: last !== undefined && (money ? last !== '' : !same(part, last, text, names)) ? last : undefined,
      findings,
      wrong: wrong && t(wrong),
      returned: returned?.[part],
      clash: clash ? stored : undefined,
    },
  }
}

function Typed(props: Parameters<typeof LineCell>[0]) {
  const [picking, setPicking] = useState(false)
  switch (props.part) {
    case 'stage':
      return <ChoiceCell {...props} options={props.names.stage} />
    case 'stageOn':
    case 'completedInvestmentYuan':
      return <LineCell {...props} />
    case 'problemKinds':
    case 'permits':
      return (
        <>
          <LineCell {...props} onPick={() => setPicking(true)} />
          {picking && <PickDialog {...props} part={props.part} onDone={() => setPicking(false)} />}
        </>
      )
    default:
      return <TextCell {...props} />
  }
}

/** The word that one rule asks for. */
function Word({
  rule,
  entry,
  edit,
  draft,
  names,
  editable,
}: Pick<LineProps, 'entry' | 'edit' | 'draft' | 'names' | 'editable'> & { rule: string }) {
  const t = useWords(dispatchWords)
  const code = entry.signedProject
  const part = wordFor(rule)
  const finding = entry.findings.find((one) => one.rule === rule && asksForWord(one))
  const text = wordOf(rule, entry, edit)
  const label = t('wordOf', { rule })
  return (
    <div>
      {finding ? <FindingLine finding={finding} /> : <div className="zs-last">{label}</div>}
      {editable ? (
        <TextCell
          code={code}
          part={part}
          label={`${entry.name} ${label}`}
          text={text}
          changed={edit?.[part] !== undefined}
          invalid={finding !== undefined && !text.trim()}
          names={names}
          onText={(now) => draft.change([{ code, part, text: now }])}
        />
      ) : (
        <p className="zs-note" id={fieldId(cellPointer(code, part))}>
          {text || '—'}
        </p>
      )}
    </div>
  )
}
