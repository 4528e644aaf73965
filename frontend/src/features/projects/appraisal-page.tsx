import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Radio } from 'antd'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useAttempt } from '@/api/attempt'
import { isProblem } from '@/api/problem'
import type { Conclusion } from '@/api/types'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { DayInput } from '@/ui/day-input'
import { Field } from '@/ui/field'
import { FindingsList } from '@/ui/findings'
import { notify } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { Empty } from '@/ui/states'
import { ProjectMarks } from './project-marks'
import { projectQuery, recordAppraisal } from './queries'
import { projectWords } from './words'

const conclusions: Conclusion[] = ['FAVOURABLE', 'CONDITIONAL', 'UNFAVOURABLE']

/** One meeting, one record, for all the projects it spoke of. */
export function Component() {
  const t = useWords(projectWords)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [search] = useSearchParams()
  const given = (search.get('ids') ?? '').split(',').filter(Boolean)
  const [dropped, setDropped] = useState<readonly string[]>([])
  const ids = given.filter((id) => !dropped.includes(id))
  const projects = useQueries({ queries: ids.map((id) => projectQuery(id)) })
  const [form, setForm] = useState({
    heldOn: '',
    body: '',
    members: '',
    conclusion: undefined as Conclusion | undefined,
    note: '',
  })
  const attempt = useAttempt()

  const back = () => {
    const [only] = given
    void navigate(
      search.get('back') === 'form' && only ? `${paths.editProject(only)}#section-appraisal` : paths.projects,
    )
  }
  const save = useMutation({
    mutationFn: () => {
      const appraisal = {
        heldOn: form.heldOn,
        body: form.body.trim(),
        members: form.members
          .split(/[\n、，,;；]/)
          .map((m) => m.trim())
          .filter(Boolean),
        conclusion: form.conclusion as Conclusion,
        ...(form.note.trim() && { note: form.note.trim() }),
      }
      return attempt.of([ids, appraisal], (key) => recordAppraisal(ids, appraisal, key))
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['projects'] })
      notify(t('appraisalSaved', { count: ids.length }))
      back()
    },
  })
  const findings = isProblem(save.error) ? save.error.findings : []
  const at = (pointer: string) => findings.filter((f) => f.pointer === pointer)
  const ready = form.heldOn && form.body.trim() && form.conclusion && ids.length > 0

  if (given.length === 0)
    return (
      <>
        <PageHead title={t('appraisalTitle')} />
        <Empty title={t('appraisalNone')}>
          <Link to={paths.projects}>{t('toList')}</Link>
        </Empty>
      </>
    )
  return (
    <>
      <PageHead title={t('appraisalTitle')} lead={t('appraisalLead')} />
      {save.isError &&
        (findings.length > 0 ? (
          <FindingsList findings={findings} />
        ) : (
          <Alert type="error" showIcon title={save.error.message} />
        ))}
      <div className="zs-columns">
        <form
          className="zs-card"
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            if (ready) save.mutate()
          }}
        >
          <Field pointer="/heldOn" label={t('heldOn')} necessity="REQUIRED" findings={at('/heldOn')}>
            {(control) => (
              <DayInput
                control={control}
                value={form.heldOn}
                onChange={(day) => setForm({ ...form, heldOn: day ?? '' })}
              />
            )}
          </Field>
          <Field pointer="/body" label={t('body')} necessity="REQUIRED" help={t('bodyHint')} findings={at('/body')}>
            {(control) => (
              <Input
                {...control}
                maxLength={100}
                value={form.body}
                onChange={(event) => setForm({ ...form, body: event.target.value })}
              />
            )}
          </Field>
          <Field pointer="/members" label={t('members')} help={t('membersHint')} findings={at('/members')}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 2, maxRows: 8 }}
                value={form.members}
                onChange={(event) => setForm({ ...form, members: event.target.value })}
              />
            )}
          </Field>
          <Field pointer="/conclusion" label={t('conclusion')} necessity="REQUIRED" group findings={at('/conclusion')}>
            {(control) => (
              <Radio.Group
                name={control.id}
                value={form.conclusion}
                options={conclusions.map((value) => ({ value, label: t(`conclusion${value}`) }))}
                onChange={(event) => setForm({ ...form, conclusion: event.target.value as Conclusion })}
              />
            )}
          </Field>
          <Field pointer="/note" label={t('note')} findings={at('/note')}>
            {(control) => (
              <Input.TextArea
                {...control}
                maxLength={500}
                autoSize={{ minRows: 2, maxRows: 6 }}
                value={form.note}
                onChange={(event) => setForm({ ...form, note: event.target.value })}
              />
            )}
          </Field>
          <div className="zs-actions">
            <Button type="primary" htmlType="submit" disabled={!ready} loading={save.isPending}>
              {t('appraisalSave', { count: ids.length })}
            </Button>
            <Button onClick={back}>{t('toList')}</Button>
          </div>
        </form>
        <section className="zs-card">
          <h2>{t('appraisalProjects', { count: ids.length })}</h2>
          <ul className="zs-stack zs-stretch">
            {ids.map((id, i) => {
              const project = projects[i]?.data
              return (
                <li key={id} className="zs-row zs-record">
                  <span>
                    {project?.name ??
                      (projects[i]?.error ? t('appraisalUnseen', { why: projects[i].error.message }) : '…')}{' '}
                    {project && (
                      <span className="zs-marks">
                        <ProjectMarks project={project} where={false} />
                      </span>
                    )}
                  </span>
                  {ids.length > 1 && (
                    <Button
                      size="small"
                      aria-label={`${t('dropOne')} ${project?.name ?? ''}`}
                      onClick={() => setDropped([...dropped, id])}
                    >
                      {t('dropOne')}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      </div>
    </>
  )
}
