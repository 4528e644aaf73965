import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { isProblem } from '@/api/problem'
import type { Project, ProjectField } from '@/api/types'
import { paths } from '@/app/paths'
import { instantText } from '@/lib/dates'
import { colon, listed, parts } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { FindingLine, FindingsList } from '@/ui/findings'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { recordWords } from '@/ui/record-words'
import { Answer } from '@/ui/states'
import { AppraisalsSection } from './appraisals-section'
import { AttachmentsSection } from './attachments-section'
import { ProjectActions } from './project-actions'
import { ProjectFacts } from './project-facts'
import { ProjectHistory } from './project-history'
import { ProjectMarks } from './project-marks'
import { beginReview, projectFieldsQuery, projectQuery, projectsQuery, transition } from './queries'
import { ReviewChanges } from './review-changes'
import { ReviewDuplicates } from './review-duplicates'
import { projectWords } from './words'

/** One submitted project before the bureau: what changed, what the rules say, what it resembles, then the rest. */
export function Component() {
  const t = useWords(projectWords)
  const { id = '' } = useParams()
  const project = useQuery(projectQuery(id))
  return (
    <Answer query={project} back={<Link to={paths.review}>{t('reviewTitle')}</Link>}>
      {(known) => <Review key={known.id} project={known} />}
    </Answer>
  )
}

function Review({ project }: { project: Project }) {
  const t = useWords(projectWords)
  const r = useWords(recordWords)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const fields = useQuery(projectFieldsQuery()).data ?? []
  const queue = useQuery(projectsQuery({ state: 'SUBMITTED', sort: 'submittedAt', limit: 50, count: true }))
  const [remarks, setRemarks] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState('')
  const next = queue.data?.items.find((row) => row.id !== project.id)
  const explanations = project.findings.filter((f) => f.severity === 'EXPLAIN')
  const canReturn = project.allowedActions.includes('return')
  const remarked = Object.entries(remarks)

  const start = useMutation({
    mutationFn: () => beginReview(project.id, project.version),
    onSuccess: (answer) => queries.setQueryData(projectQuery(project.id).queryKey, answer),
  })
  const giveBack = useMutation({
    mutationFn: () =>
      transition(project, 'return', {
        reason: reason.trim(),
        fields: remarked.map(([name, text]) => ({ pointer: `/${name}`, reason: text.trim() })),
      }),
    onSuccess: async (answer) => {
      queries.setQueryData(projectQuery(project.id).queryKey, answer)
      await queries.invalidateQueries({ queryKey: ['projects'] })
      notify(t('done', { action: t('doReturn') }))
      setRemarks({})
      setReason('')
    },
    onError: (error) => {
      if (isProblem(error, 412)) void queries.invalidateQueries({ queryKey: ['projects', project.id] })
    },
  })
  const incomplete = remarked.length === 0 || remarked.some(([, text]) => !text.trim()) || !reason.trim()

  return (
    <>
      <PageHead
        title={t('reviewOf', { name: project.name })}
        lead={<ProjectMarks project={project} />}
        actions={
          <>
            {project.state === 'SUBMITTED' && !project.review && (
              <Button loading={start.isPending} onClick={() => start.mutate()}>
                {t('reviewStart')}
              </Button>
            )}
            {next && <Button onClick={() => void navigate(paths.reviewProject(next.id))}>{t('nextOne')}</Button>}
          </>
        }
      >
        <span className="zs-quiet">
          <Link to={paths.review}>{t('reviewTitle')}</Link>{' '}
          {queue.data?.total != null && t('queueLeft', { count: queue.data.total })}
          {project.review &&
            ` · ${t('reviewStarted', { by: project.review.by, at: instantText(project.review.startedAt) })}`}
        </span>
      </PageHead>
      {start.isError && <Alert type="error" showIcon title={start.error.message} />}
      <ReviewChanges id={project.id} />
      <FindingsList findings={project.findings} />
      {explanations.length > 0 && (
        <section className="zs-card">
          <h2>{t('explanations')}</h2>
          {explanations.map((f) => (
            <div key={f.rule + f.pointer}>
              <FindingLine finding={f} />
              <p className="zs-note">{project.justifications?.find((j) => j.rule === f.rule)?.text ?? '—'}</p>
            </div>
          ))}
        </section>
      )}
      <ReviewDuplicates project={project} />
      <section className="zs-card">
        <h2>{t('sectionAppraisal')}</h2>
        <AppraisalsSection id={project.id} canAdd={false} />
      </section>
      <ProjectFacts
        project={project}
        {...(canReturn && {
          beside: (field: ProjectField) => <Remark field={field} remarks={remarks} change={setRemarks} />,
        })}
      />
      <section className="zs-card">
        <h2>{t('sectionAttachments')}</h2>
        <AttachmentsSection id={project.id} canChange={false} />
      </section>
      <details className="zs-card">
        <summary>{t('sectionHistory')}</summary>
        <ProjectHistory id={project.id} />
      </details>
      <section className="zs-bar zs-decide" aria-label={t('verdict')}>
        {remarked.length > 0 ? (
          <div className="zs-stack zs-stretch zs-grow">
            <strong>
              {t('returnFields', { count: remarked.length })}
              {colon()}
              {listed(remarked.map(([name]) => fields.find((f) => f.name === name)?.label ?? name))}
            </strong>
            <label htmlFor="return-reason">{t('returnReason')}</label>
            <Input.TextArea
              id="return-reason"
              value={reason}
              maxLength={500}
              autoSize={{ minRows: 1, maxRows: 4 }}
              onChange={(event) => setReason(event.target.value)}
            />
            <span className="zs-quiet">{t('returnText')}</span>
            {giveBack.isError && (
              <Alert
                type="error"
                showIcon
                title={isProblem(giveBack.error, 412) ? r('stale') : giveBack.error.message}
                description={isProblem(giveBack.error) && parts(giveBack.error.findings.map((f) => f.message))}
              />
            )}
            <span className="zs-actions">
              <Button
                type="primary"
                disabled={incomplete}
                loading={giveBack.isPending}
                onClick={() => giveBack.mutate()}
              >
                {t('doReturn')}
              </Button>
              <Button onClick={() => setRemarks({})}>{t('returnCancel')}</Button>
            </span>
          </div>
        ) : (
          <>
            <span className="zs-quiet">
              {canReturn ? t('returnNone') : parts(project.whyNot.map((w) => w.message))}
            </span>
            <span className="zs-actions">
              <ProjectActions project={project} reviewing />
              {project.state !== 'SUBMITTED' && next && (
                <Button onClick={() => void navigate(paths.reviewProject(next.id))}>{t('nextOne')}</Button>
              )}
            </span>
          </>
        )}
      </section>
    </>
  )
}

/** Ticks a field to be changed, and says why. */
function Remark({
  field,
  remarks,
  change,
}: {
  field: ProjectField
  remarks: Readonly<Record<string, string>>
  change: (remarks: Readonly<Record<string, string>>) => void
}) {
  const t = useWords(projectWords)
  const text = remarks[field.name]
  return (
    <span className="zs-remark">
      <Checkbox
        checked={text !== undefined}
        onChange={(event) => {
          const { [field.name]: _gone, ...others } = remarks
          change(event.target.checked ? { ...remarks, [field.name]: '' } : others)
        }}
      >
        {t('returnMark')}
        <span className="zs-visually-hidden">{field.label}</span>
      </Checkbox>
      {text !== undefined && (
        <Input.TextArea
          autoFocus
          value={text}
          maxLength={500}
          autoSize={{ minRows: 1, maxRows: 4 }}
          aria-label={t('returnFieldReason', { label: field.label })}
          placeholder={t('returnFieldReason', { label: field.label })}
          onChange={(event) => change({ ...remarks, [field.name]: event.target.value })}
        />
      )}
    </span>
  )
}
