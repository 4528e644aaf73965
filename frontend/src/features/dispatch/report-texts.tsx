import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { memo } from 'react'
import type { MonthlyReport } from '@/api/types'
import { useWords } from '@/lib/words'
import { Field } from '@/ui/field'
import { GridStatus } from '@/ui/grid/grid-status'
import { useEdits } from '@/ui/grid/use-kept-edits'
import { type Edit, type MonthDraft, type MonthState, REPORT, texts } from './month-draft'
import { reportFieldsQuery } from './queries'
import { Tick, type Ticks } from './ticks'
import { dispatchWords } from './words'

/** The three texts that become articles of the brief, and the word on the reserve. */
export function ReportTexts(props: { draft: MonthDraft; editable: boolean; ticks: Ticks | undefined }) {
  const { report, edits, status, failure, savedAt } = useEdits(props.draft)
  return (
    <Texts {...props} report={report} edit={edits[REPORT]} status={status} failure={failure} savedAt={savedAt ?? 0} />
  )
}

/** Drawn anew only for what is of it: the rows above are typed into letter by letter. */
const Texts = memo(function Texts({
  draft,
  editable,
  ticks,
  report: { returned },
  ...state
}: {
  draft: MonthDraft
  editable: boolean
  ticks: Ticks | undefined
  report: MonthlyReport
  /** What the draft shows follows it. */
  edit: Edit | undefined
  status: MonthState['status']
  failure: string | undefined
  savedAt: number
}) {
  const t = useWords(dispatchWords)
  const fields = useQuery(reportFieldsQuery()).data ?? []
  const remarks = new Map(returned?.fields.map(({ pointer, reason }) => [pointer, reason]))
  return (
    <section className="zs-card">
      <div className="zs-row zs-grid-head">
        <h2>{t('texts')}</h2>
        {editable && <GridStatus state={state} />}
      </div>
      <div className="zs-fields">
        {texts.flatMap((part) => {
          const field = fields.find(({ name }) => name === part)
          if (!field) return []
          const pointer = `/${part}`
          const open = editable && (remarks.size === 0 || remarks.has(pointer))
          const remark = remarks.get(pointer)
          return (
            <div key={part} className="zs-wide">
              <Field
                pointer={pointer}
                label={field.label}
                necessity={field.necessity}
                help={field.help}
                note={remark !== undefined && t('returnedHere', { reason: remark })}
              >
                {(control) => (
                  <Input.TextArea
                    {...control}
                    value={draft.shown(REPORT, part)}
                    disabled={!open}
                    autoSize={{ minRows: 3, maxRows: 12 }}
                    {...(field.maxLength && { maxLength: field.maxLength, showCount: open })}
                    onChange={({ target }) => draft.change([{ code: REPORT, part, text: target.value }])}
                  />
                )}
              </Field>
              {draft.isClash(REPORT, part) && (
                <p className="zs-cell-wrong">
                  {t('clash', { text: draft.stored(REPORT, part) || t('nothingThere') })}{' '}
                  <button type="button" className="zs-link" onClick={() => draft.takeTheirs(REPORT, part)}>
                    {t('takeTheirs')}
                  </button>
                </p>
              )}
              {ticks && <Tick ticks={ticks} pointer={pointer} label={field.label} />}
            </div>
          )
        })}
      </div>
    </section>
  )
})
