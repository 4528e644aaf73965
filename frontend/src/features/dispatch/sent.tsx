import type { MonthlyEntry } from '@/api/types'
import { wanText } from '@/lib/money'
import { parts } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import { columns, type EntryNames, textOf } from './entry-parts'
import { dispatchWords } from './words'

/** The rows of a submission, to be read. */
export function Sent({ entries, names }: { entries: readonly MonthlyEntry[]; names: EntryNames }) {
  const t = useWords(dispatchWords)
  const shown: Column<MonthlyEntry>[] = [
    { key: 'name', name: true, title: t('name'), cell: ({ name }) => name },
    { key: 'changed', title: t('news'), short: true, cell: ({ changed }) => t(changed ? 'changed' : 'unchanged') },
    ...columns.map((part) => ({
      key: part,
      title: t(`column_${part}`),
      ...(part === 'completedInvestmentYuan' && { unit: t('wan'), numeric: true }),
      cell: (entry: MonthlyEntry) =>
        part === 'completedInvestmentYuan' ? wanText(entry.completedInvestmentYuan) : textOf(entry, part, names),
    })),
    {
      key: 'word',
      title: t('word'),
      cell: ({ justifications }) => parts(justifications.map(({ text }) => text)),
    },
  ]
  return <DataTable caption={t('grid')} columns={shown} rows={entries} rowKey={(entry) => entry.signedProject} />
}
