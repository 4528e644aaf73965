import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { FundColumnChoice, ReceiptQuery } from '@/api/types'
import { useWords } from '@/lib/words'
import { DataTable } from '@/ui/data-table'
import { Refusal } from '@/ui/refusal'
import { Loading } from '@/ui/states'
import { previewQuery } from './column-set-queries'
import { columnSetWords } from './column-set-words'

/** Milliseconds of rest after which what was typed is shown. */
const REST = 400

/** The first rows of the file, as the server would write them. */
export function ColumnSetPreview({ columns, query }: { columns: FundColumnChoice[]; query: ReceiptQuery }) {
  const t = useWords(columnSetWords)
  const [settled, setSettled] = useState(columns)
  const wanted = JSON.stringify(columns)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(wanted) as FundColumnChoice[]), REST)
    return () => clearTimeout(timer)
  }, [wanted])
  const isWhole = settled.length > 0 && settled.every(({ heading }) => heading)
  const preview = useQuery({ ...previewQuery(settled, query), enabled: isWhole })
  if (!isWhole) return null
  if (preview.isError) return <Refusal error={preview.error} />
  if (!preview.data) return <Loading />
  return (
    <section className="zs-stack zs-stretch">
      <h3>{t('preview')}</h3>
      <DataTable
        caption={t('preview')}
        columns={settled.map(({ heading }, place) => ({
          key: String(place),
          title: heading,
          name: place === 0,
          cell: ({ cells }: { cells: string[] }) => cells[place],
        }))}
        rows={preview.data.map((cells, at) => ({ at, cells }))}
        rowKey={({ at }) => String(at)}
      />
      {preview.data.length === 0 && <p>{t('noRows')}</p>}
    </section>
  )
}
