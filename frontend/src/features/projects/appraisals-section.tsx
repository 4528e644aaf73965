import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Finding } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText } from '@/lib/dates'
import { useWords } from '@/lib/words'
import { FindingLine, fieldId } from '@/ui/findings'
import { Answer } from '@/ui/states'
import { appraisalsQuery } from './queries'
import { projectWords } from './words'

/** What the meetings said of this project, and the way to record another one. */
export function AppraisalsSection({
  id,
  findings = [],
  canAdd,
}: {
  id: string
  findings?: readonly Finding[]
  canAdd: boolean
}) {
  const t = useWords(projectWords)
  const appraisals = useQuery(appraisalsQuery(id))
  return (
    <div className="zs-stack zs-stretch" id={fieldId('/appraisals')} tabIndex={-1}>
      {findings.map((f) => (
        <FindingLine key={f.rule} finding={f} />
      ))}
      <Answer query={appraisals} isEmpty={(list) => list.length === 0} empty={<p>{t('noAppraisal')}</p>}>
        {(list) => (
          <ul className="zs-stack zs-stretch">
            {list.map((a) => (
              <li key={a.id} className="zs-record">
                <strong>{t(`conclusion${a.conclusion}`)}</strong> {dayText(a.heldOn)} {a.body}
                {a.projectIds.length > 1 && (
                  <span className="zs-quiet"> {t('appraisalProjects', { count: a.projectIds.length })}</span>
                )}
                {a.note && <p className="zs-quiet">{a.note}</p>}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {canAdd && <Link to={`${paths.newAppraisal([id])}&back=form`}>{t('addAppraisal')}</Link>}
    </div>
  )
}
