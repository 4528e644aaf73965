import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { MonthlyEntry, MonthlyReport } from '@/api/types'
import { paths } from '@/app/paths'
import { instantText } from '@/lib/dates'
import { inBrackets } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { Answer } from '@/ui/states'
import { type EntryNames, labelOf } from './entry-parts'
import { texts } from './month-draft'
import { reportFieldsQuery, revisionQuery, revisionsQuery } from './queries'
import { Sent } from './sent'
import { dispatchWords } from './words'

/** What was sent before, each submission to be opened as it was. */
export function Revisions({ report }: { report: MonthlyReport }) {
  const t = useWords(dispatchWords)
  const revisions = useQuery({ ...revisionsQuery(report.month, report.unitCode), enabled: report.submissions > 0 })
  const items = revisions.data ?? []
  if (items.length === 0) return null
  return (
    <details className="zs-card">
      <summary>{t('revisions') + inBrackets(items.length)}</summary>
      <ul className="zs-stack">
        {items.map((one) => (
          <li key={one.revision}>
            <Link to={`${paths.monthlyReport(report.month, report.unitCode)}?revision=${one.revision}`}>
              {t('revision', { count: one.revision })}
            </Link>{' '}
            {instantText(one.submittedAt)} {one.submittedBy} {one.noChange && t('zero')}{' '}
            <span className="zs-quiet">{one.number}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

type Content = { entries: MonthlyEntry[] } & Partial<Record<(typeof texts)[number], string>>

/** A submission as it was, to the letter. */
export function Revision({ report, revision, names }: { report: MonthlyReport; revision: number; names: EntryNames }) {
  const t = useWords(dispatchWords)
  const fields = useQuery(reportFieldsQuery()).data ?? []
  const query = useQuery(revisionQuery(report.month, report.unitCode, revision))
  const present = <Link to={paths.monthlyReport(report.month, report.unitCode)}>{t('toPresent')}</Link>
  return (
    <Answer query={query} back={present}>
      {(receipt) => {
        const content = receipt.content as Content
        return (
          <>
            <p className="zs-note">
              {t('revisionShown', {
                count: receipt.revision,
                time: instantText(receipt.submittedAt),
                by: receipt.submittedBy,
                number: receipt.number,
              })}{' '}
              {present}
            </p>
            <Sent
              entries={content.entries.map((entry) => ({
                ...entry,
                stageName: labelOf(names.stage, entry.stage),
              }))}
              names={names}
            />
            {texts.map(
              (part) =>
                content[part] && (
                  <section key={part} className="zs-card">
                    <h2>{fields.find(({ name }) => name === part)?.label}</h2>
                    <p className="zs-said">{content[part]}</p>
                  </section>
                ),
            )}
          </>
        )
      }}
    </Answer>
  )
}
