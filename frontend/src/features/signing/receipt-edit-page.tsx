import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { FundReceipt, ProjectField } from '@/api/types'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { head } from '@/ui/findings'
import { PageHead } from '@/ui/page-head'
import { RecordForm } from '@/ui/record-form'
import { SaveNote } from '@/ui/save-note'
import { Answer } from '@/ui/states'
import { FieldControl, quantityOf } from '../units/field-control'
import { useFieldText } from '../units/field-text'
import { ProjectChoice } from './project-choice'
import { ReceiptDraft } from './receipt-draft'
import { receiptFieldsQuery, receiptQuery } from './receipt-queries'
import { receiptWords } from './receipt-words'

/** Asked of programs. */
const unasked = new Set(['externalId', 'unitCode', 'justifications'])
const sections = ['basic', 'money', 'proof', 'entry'] as const
/** What the region's system says is told also of a receipt that a report has closed. */
const entry = new Set(['enteredAmountYuan', 'enteredOn'])

export function Component() {
  const { id } = useParams()
  const fields = useQuery(receiptFieldsQuery())
  return (
    <Answer query={fields} back={<ToList />}>
      {(known) => (id ? <Existing id={id} fields={known} /> : <Form key="new" fields={known} />)}
    </Answer>
  )
}

function ToList() {
  const t = useWords(receiptWords)
  return <Link to={paths.receipts}>{t('toList')}</Link>
}

function Existing({ id, fields }: { id: string; fields: ProjectField[] }) {
  // What the server has now, not what a list remembered: the form builds on its version.
  const receipt = useQuery({ ...receiptQuery(id), staleTime: 0, gcTime: 0 })
  return (
    <Answer query={receipt} back={<ToList />}>
      {(known) => <Form key={id} fields={fields} receipt={known} />}
    </Answer>
  )
}

/** The names of what the form may send. */
const inputNames = (fields: readonly ProjectField[]) =>
  fields.filter((f) => !f.name.includes('/') && f.name !== 'unitCode').map((f) => f.name)

function Form({ fields, receipt }: { fields: ProjectField[]; receipt?: FundReceipt }) {
  const t = useWords(receiptWords)
  const { user, unitCode } = useCaller()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const valueText = useFieldText()
  const [search] = useSearchParams()
  const [draft] = useState(() => new ReceiptDraft(user.username, inputNames(fields), receipt))
  const state = useSyncExternalStore(draft.subscribe, draft.get)
  const { base } = state
  const label = fields.find((f) => f.name === 'signedProject')?.label ?? t('project')
  const project = receipt ? undefined : search.get('project')

  useEffect(() => {
    void draft.start().then(() => {
      if (project && !draft.get().values.signedProject) draft.change('signedProject', project)
    })
    return () => {
      draft.stop()
      void queries.invalidateQueries({ queryKey: ['receipts'] })
    }
  }, [draft, queries, project])
  useEffect(() => {
    if (receipt) draft.rebase(receipt)
  }, [draft, receipt])
  // A new one got its address while one was typing: a reload must find it, the form must not be torn down.
  const created = !receipt && base?.id
  useEffect(() => {
    if (created) globalThis.history.replaceState(globalThis.history.state, '', paths.editReceipt(created))
  }, [created])

  const editable = (name: string) => !base || base.allowedActions.includes(entry.has(name) ? 'enter' : 'edit')
  return (
    <>
      <PageHead title={base?.signedProjectName ?? t('new')} lead={base && <span>{base.code}</span>} />
      <RecordForm
        draft={draft}
        fields={fields}
        sections={sections.map((key) => ({ key, title: t(`section${key}`) }))}
        sectionOf={(pointer) => fields.find((f) => f.name === head(pointer))?.section ?? 'basic'}
        judged={receipt !== undefined}
        unasked={unasked}
        editable={editable}
        unitOf={(field) => quantityOf(field)?.unit ?? field.unit ?? undefined}
        valueText={valueText}
        control={(field, control, value, change, disabled) =>
          field.name === 'signedProject' ? (
            <ProjectChoice
              control={control}
              value={value as string | null | undefined}
              disabled={disabled}
              onChange={change}
            />
          ) : (
            <FieldControl
              field={field}
              control={control}
              value={value}
              disabled={disabled}
              unitCode={base?.unitCode ?? unitCode}
              ahead={false}
              onChange={change}
            />
          )
        }
      />
      <div className="zs-bar">
        <SaveNote state={state} naming={label} />
        <Button
          type="primary"
          onClick={() => void draft.flush().then(() => navigate(base ? paths.receipt(base.id) : paths.receipts))}
        >
          {t(base ? 'toRecord' : 'toList')}
        </Button>
      </div>
    </>
  )
}
