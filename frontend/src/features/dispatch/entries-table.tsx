import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { MonthlyEntry, MonthlyEntryInput, MonthlyReport, ProjectField } from '@/api/types'
import { wanText } from '@/lib/money'
import { colon } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import { notify } from '@/ui/notice'
import { Answer } from '@/ui/states'
import { FieldsDialog } from '../units/fields-dialog'
import { entriesQuery, entryFieldsQuery, reportQuery, writeEntry } from './queries'
import { dispatchWords } from './words'

/** All projects that the unit tracks, as last month left them; what has changed is filled in row by row. */
export function EntriesTable({ report }: { report: MonthlyReport }) {
  const t = useWords(dispatchWords)
  const entries = useQuery(entriesQuery(report.month, report.unitCode))
  const [asked, setAsked] = useState<MonthlyEntry>()
  const editable = report.allowedActions.includes('edit')
  const columns: Column<MonthlyEntry>[] = [
    {
      key: 'name',
      name: true,
      title: t('name'),
      cell: (row) => (
        <>
          {row.name}
          <div className="zs-quiet">{row.signedProject}</div>
        </>
      ),
    },
    {
      key: 'stage',
      title: t('stage'),
      cell: (row) => row.stageName,
    },
    {
      key: 'investment',
      title: t('investment'),
      unit: t('wan'),
      numeric: true,
      cell: (row) => wanText(row.completedInvestmentYuan),
    },
    {
      key: 'year',
      title: t('year'),
      unit: t('wan'),
      numeric: true,
      minor: true,
      cell: (row) => wanText(row.completedInvestmentYearYuan),
    },
    { key: 'progress', title: t('progress'), cell: (row) => row.progress },
    { key: 'changed', title: t('changed'), short: true, cell: (row) => t(row.changed ? 'changed' : 'unchanged') },
    {
      key: 'findings',
      title: t('findings'),
      cell: (row) => row.findings.map((finding) => <div key={finding.rule + finding.pointer}>{finding.message}</div>),
    },
    ...(editable
      ? [
          {
            key: 'fill',
            title: t('fill'),
            cell: (row: MonthlyEntry) => (
              <Button aria-label={t('fillOf', { name: row.name })} onClick={() => setAsked(row)}>
                {t('fill')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <section className="zs-card">
      <h2>{t('projects')}</h2>
      {editable && <p className="zs-quiet">{t('projectsHint')}</p>}
      <Answer query={entries}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="zs-quiet">{t('noProjects')}</p>
          ) : (
            <DataTable
              caption={t('projects')}
              columns={columns}
              rows={items}
              rowKey={(row) => row.signedProject}
              rowName={(row) => row.name}
            />
          )
        }
      </Answer>
      {asked && <EntryDialog report={report} entry={asked} onDone={() => setAsked(undefined)} />}
    </section>
  )
}

const WORD = 'word'
const unasked = new Set(['signedProject', 'justifications'])

function EntryDialog({ report, entry, onDone }: { report: MonthlyReport; entry: MonthlyEntry; onDone: () => void }) {
  const t = useWords(dispatchWords)
  const queries = useQueryClient()
  const fields = useQuery(entryFieldsQuery()).data
  const run = useMutation({
    mutationFn: async (values: Record<string, unknown>) => {
      const { [WORD]: word, ...rest } = values
      const rules = new Set(['V23', ...entry.findings.filter((f) => f.severity === 'EXPLAIN').map((f) => f.rule)])
      const input = {
        ...rest,
        signedProject: entry.signedProject,
        version: entry.version,
        justifications:
          typeof word === 'string' && word.trim() ? [...rules].map((rule) => ({ rule, text: word.trim() })) : [],
      } as MonthlyEntryInput
      return await writeEntry(report, input)
    },
    onSuccess: async ({ results, report: now }) => {
      queries.setQueryData(reportQuery(report.month, report.unitCode).queryKey, now)
      await queries.invalidateQueries({ queryKey: ['monthly-reports', report.month, report.unitCode] })
      if (results[0]?.status === 'REJECTED') return
      notify(t('saved'))
      onDone()
    },
  })
  if (!fields) return null
  const word = {
    ...fields.find((field) => field.type === 'LONG_TEXT'),
    name: WORD,
    label: t('word'),
    help: t('wordHelp'),
    necessity: 'OPTIONAL',
    maxLength: 500,
  } as ProjectField
  const asked = [...fields.filter((field) => !unasked.has(field.name) && !field.name.includes('/')), word]
  const begin = {
    ...Object.fromEntries(asked.map(({ name }) => [name, (entry as Record<string, unknown>)[name]])),
    [WORD]: entry.justifications[0]?.text,
  }
  return (
    <FieldsDialog
      title={t('fill') + colon() + entry.name}
      fields={asked}
      begin={begin}
      action={t('save')}
      busy={run.isPending}
      error={run.error}
      told={run.data?.results[0]?.errors ?? []}
      onCancel={onDone}
      onConfirm={(values) => run.mutate(values)}
    />
  )
}
