import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import type { Finding, MonthlyAdjustment, MonthlyEntry } from '@/api/types'
import { wanText } from '@/lib/money'
import { colon, inBrackets } from '@/lib/punctuation'
import { type Translate as TranslateOf, useWords } from '@/lib/words'
import { FindingsList, fieldId } from '@/ui/findings'
import { blockOf } from '@/ui/grid/clipboard'
import { GridStatus, Restored } from '@/ui/grid/grid-status'
import { goTo, gridMove } from '@/ui/grid/keys'
import { useEdits } from '@/ui/grid/use-kept-edits'
import { useListState } from '@/ui/list-state'
import { cellPointer } from './entry-cells'
import { investmentOf, isChanged, owedIn, wrongIn } from './entry-findings'
import { EntryLine } from './entry-line'
import { columns, type EntryNames, type Part, wordFor } from './entry-parts'
import { rulesOf } from './entry-row'
import type { MonthDraft } from './month-draft'
import type { Ticks } from './ticks'
import { type DispatchWord, dispatchWords } from './words'

type Translate = TranslateOf<DispatchWord>
/** The button of what comes next. */
export const NEXT_STEP = 'next-step'
const NONE: readonly Finding[] = []
const filters = ['', 'changed', 'open'] as const
const filterWords = { '': 'showAll', changed: 'showChanged', open: 'showOpen' } as const
type Filter = (typeof filters)[number]

/** What keeps the report from being submitted, cell by cell, in the order of the rows. */
export function owedOf(draft: MonthDraft, names: EntryNames, t: Translate): Finding[] {
  const { report, entries, edits, refused } = draft.get()
  // A word in the report itself serves for all its rows.
  const answered = new Set(report.justifications.filter(({ text }) => text.trim()).map(({ rule }) => rule))
  return entries.flatMap((entry) => {
    const code = entry.signedProject
    const edit = edits[code]
    const unread = Object.keys(edit ?? {}).flatMap((part): Finding[] => {
      const wrong = wrongIn(edit, part as Part, names)
      const message = wrong ? t(wrong) : draft.isClash(code, part as Part) ? t('clashShort') : ''
      return message
        ? [{ rule: 'FORMAT', severity: 'BLOCK', pointer: cellPointer(code, part), message, params: {} }]
        : []
    })
    return [...unread, ...owedIn(entry, edit, refused[code] ?? NONE)]
      .filter(({ severity, rule }) => severity !== 'EXPLAIN' || !answered.has(rule))
      .map((finding) => ({ ...finding, message: entry.name + colon() + finding.message }))
  })
}

/** The month as the sheet that offices know: last month below each cell, paste, Enter, arrows, fill down, undo. */
export function MonthGrid({
  draft,
  names,
  editable,
  owed,
  returned,
  adjusted,
  ticks,
}: {
  draft: MonthDraft
  names: EntryNames
  editable: boolean
  owed: readonly Finding[]
  returned: ReadonlyMap<string, Readonly<Record<string, string>>>
  adjusted: ReadonlyMap<string, readonly MonthlyAdjustment[]>
  /** Present before the bureau: what is to be decided comes first. */
  ticks: ReadonlyMap<string, Ticks> | undefined
}) {
  const t = useWords(dispatchWords)
  const list = useListState()
  const state = useEdits(draft)
  const { entries, edits, refused } = state
  const filter = filters.find((one) => one === list.get('show')) ?? ''
  const open = new Set(owed.map(({ pointer }) => pointer.split('/')[2]))
  const codes = {
    '': entries.map(({ signedProject }) => signedProject),
    changed: entries
      .filter((entry) => isChanged(entry, edits[entry.signedProject], names))
      .map((one) => one.signedProject),
    open: entries
      .filter((entry) => open.has(entry.signedProject) || (!editable && entry.justifications.length > 0))
      .map((one) => one.signedProject),
  }
  // What one is working on stays in sight, also when it is settled.
  const [held, setHeld] = useState<{ filter: Filter; codes: readonly string[] }>({ filter: '', codes: [] })
  if (held.filter !== filter) setHeld({ filter, codes: codes[filter] })
  const shown = new Set([...held.codes, ...codes[filter]])
  const rows = entries.filter((entry) => filter === '' || shown.has(entry.signedProject))
  const lines = editable ? rows : [...rows].sort((a, b) => weight(b) - weight(a))

  const idAt = (row: number, column: number): string | undefined => {
    const entry = lines[row]
    const part = entry && partAt(entry, column)
    return part && fieldId(cellPointer(entry.signedProject, part))
  }
  const placeOf = (target: EventTarget) => {
    const { code, part } = (target as HTMLElement).dataset
    const row = lines.findIndex(({ signedProject }) => signedProject === code)
    if (row < 0 || !part) return undefined
    const column = (columns as readonly string[]).indexOf(part)
    return {
      row,
      column: part === 'startKind' ? 0 : column < 0 ? columns.length : column,
      part: part as Part,
      code: code ?? '',
    }
  }
  const paste = (event: ClipboardEvent) => {
    const at = placeOf(event.target)
    const block = at && blockOf(event.clipboardData.getData('text/plain'))
    if (!block) return
    event.preventDefault()
    draft.change(
      block.flatMap((cells, i) => {
        const entry = lines[at.row + i]
        if (!entry) return []
        return cells.flatMap((text, n) => {
          const part = partAt(entry, at.column + n)
          return part && isOpen(entry, part) ? [{ code: entry.signedProject, part, text: text.trim() }] : []
        })
      }),
    )
  }
  const press = (event: KeyboardEvent) => {
    const at = placeOf(event.target)
    if (!at || event.defaultPrevented) return
    // Out of hundreds of cells at once, to what is to be done with the report.
    if (event.key === 'Escape') {
      document.getElementById(NEXT_STEP)?.focus()
      return
    }
    if (event.altKey && event.key === 'Enter' && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault()
      document.execCommand('insertText', false, '\n')
      return
    }
    const key = gridMove(event)
    if (!key) return
    if (key === 'undo') draft.undo()
    else if (key === 'fill') {
      const above = lines[at.row - 1]
      const part = above && (at.part.startsWith('word/') ? partAt(above, columns.length) : at.part)
      if (part) draft.change([{ code: at.code, part: at.part, text: draft.shown(above.signedProject, part) }])
    } else if (!walk(at, key)) return
    event.preventDefault()
  }
  /** On to the next cell in that direction that can be typed in. */
  const walk = (
    at: { row: number; column: number },
    { rows: down, columns: right }: { rows: number; columns: number },
  ) => {
    for (
      let row = at.row + down, column = at.column + right;
      row >= 0 && row < lines.length;
      row += down, column += right
    ) {
      if (column < 0 || column > columns.length) return false
      const id = idAt(row, column)
      if (id && goTo(id)) return true
    }
    return false
  }
  const jump = (pointer: string) => {
    if (goTo(fieldId(pointer))) return
    list.set({ show: '' }, true)
    setTimeout(() => goTo(fieldId(pointer)))
  }
  return (
    <section className="zs-card zs-month" aria-label={t('projects')}>
      <div className="zs-row zs-grid-head">
        <h2>{t('projects')}</h2>
        <fieldset className="zs-views" aria-label={t('show')}>
          {filters.map((one) => (
            <button
              key={one}
              type="button"
              className="zs-view"
              aria-pressed={one === filter}
              onClick={() => list.set({ show: one }, true)}
            >
              {t(filterWords[one]) + inBrackets(codes[one].length)}
            </button>
          ))}
        </fieldset>
        {editable && <GridStatus state={state} />}
      </div>
      <Restored at={state.restoredAt} />
      {editable && <FindingsList findings={owed} title={t('toSettle')} folded={owed.length > 3} onJump={jump} />}
      {editable && <p className="zs-quiet">{t('projectsHint')}</p>}
      {entries.length === 0 ? (
        <p className="zs-state zs-state-empty">{t('noProjects')}</p>
      ) : lines.length === 0 ? (
        <p className="zs-state zs-state-empty">{t(filter === 'changed' ? 'noneChanged' : 'noneOpen')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
        <section className="zs-table-frame zs-grid zs-month-grid" aria-label={t('grid')} tabIndex={0}>
          <table className="zs-table">
            <caption className="zs-visually-hidden">{t('grid')}</caption>
            <thead>
              <tr>
                <th scope="col" className="zs-name">
                  {t('name')}
                </th>
                {columns.map((part) => (
                  <th key={part} scope="col" className={part === 'completedInvestmentYuan' ? 'zs-number' : undefined}>
                    {t(`column_${part}`)}
                    {part === 'completedInvestmentYuan' && <span className="zs-unit">{inBrackets(t('wan'))}</span>}
                  </th>
                ))}
                <th scope="col">{t('word')}</th>
              </tr>
            </thead>
            <tbody onPaste={paste} onKeyDown={press}>
              {lines.map((entry) => (
                <EntryLine
                  key={entry.signedProject}
                  entry={entry}
                  edit={edits[entry.signedProject]}
                  refused={refused[entry.signedProject] ?? NONE}
                  names={names}
                  draft={draft}
                  editable={editable}
                  returned={returned.get(entry.signedProject)}
                  adjusted={adjusted.get(entry.signedProject)}
                  ticks={ticks?.get(entry.signedProject)}
                />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td className="zs-name">
                  <div>{t('totals', { all: entries.length, changed: codes.changed.length })}</div>
                </td>
                <td />
                <td />
                <td className="zs-number" data-label={t('column_completedInvestmentYuan')}>
                  <div>
                    {wanText(
                      entries.reduce((sum, entry) => sum + investmentOf(entry, edits[entry.signedProject], names), 0),
                    )}
                  </div>
                </td>
              </tr>
            </tfoot>
          </table>
        </section>
      )}
    </section>
  )
}

const isOpen = (entry: MonthlyEntry, part: Part): boolean =>
  part.startsWith('word/') || (entry.openFields?.includes(part) ?? true)

/** What is typed in a column of a row; the last one holds the word of the rule that asks first. */
function partAt(entry: MonthlyEntry, column: number): Part | undefined {
  const rule = column === columns.length ? rulesOf(entry)[0] : undefined
  return rule ? wordFor(rule) : columns[column]
}

/** Findings and explanations first, then what is new against last month. */
const weight = ({ findings, justifications, changed }: MonthlyEntry): number =>
  (findings.length > 0 || justifications.length > 0 ? 2 : 0) + (changed ? 1 : 0)
