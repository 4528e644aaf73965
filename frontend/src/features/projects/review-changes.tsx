import { useQuery } from '@tanstack/react-query'
import { colon } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { head, jumpTo } from '@/ui/findings'
import { Answer } from '@/ui/states'
import { useFieldText } from '../units/field-text'
import { changesQuery, projectFieldsQuery } from './queries'
import { projectWords } from './words'

/** Only what changed since the bureau last saw it. */
export function ReviewChanges({ id }: { id: string }) {
  const t = useWords(projectWords)
  const text = useFieldText()
  const fields = useQuery(projectFieldsQuery()).data ?? []
  const changes = useQuery(changesQuery(id))
  return (
    <section className="zs-card">
      <h2>{t('changesTitle')}</h2>
      <Answer query={changes}>
        {(known) =>
          known.changes.length === 0 ? (
            <p className="zs-quiet">{t(known.submission > 1 ? 'changesNone' : 'changesFirst')}</p>
          ) : (
            <ul className="zs-stack">
              {known.changes.map((change) => {
                const field = fields.find((f) => f.name === head(change.pointer))
                return (
                  <li key={change.pointer}>
                    <button type="button" className="zs-link" onClick={() => jumpTo(change.pointer)}>
                      {change.label}
                    </button>
                    {colon()}
                    <del>{text(field, change.from)}</del> → <ins>{text(field, change.to)}</ins>
                  </li>
                )
              })}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}
