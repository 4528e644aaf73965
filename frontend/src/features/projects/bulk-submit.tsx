import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Progress } from 'antd'
import { useState } from 'react'
import { isProblem } from '@/api/problem'
import type { ProjectRow } from '@/api/types'
import { paths } from '@/app/paths'
import { colon, parts } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { Dialog } from '@/ui/dialog'
import { uiWords } from '@/ui/words'
import { transition } from './queries'
import { projectWords } from './words'

type Left = { row: ProjectRow; because: string }

/** Submits the selected ones one after another; what is refused stays, with its reason. */
export function BulkSubmit({ rows, onDone }: { rows: ProjectRow[]; onDone: () => void }) {
  const t = useWords(projectWords)
  const u = useWords(uiWords)
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState<number>()
  const [result, setResult] = useState<{ done: number; left: Left[] }>()

  const run = async () => {
    const left: Left[] = []
    let done = 0
    for (const [i, row] of rows.entries()) {
      setAt(i)
      try {
        await transition(row, 'submit')
        done++
      } catch (error) {
        const findings = isProblem(error) ? error.findings.map((f) => f.message) : []
        left.push({ row, because: findings.length > 0 ? parts(findings) : (error as Error).message })
      }
    }
    setAt(undefined)
    setResult({ done, left })
    await queries.invalidateQueries({ queryKey: ['projects'] })
  }
  const close = () => {
    setOpen(false)
    if (result) onDone()
    setResult(undefined)
  }
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('bulkSubmit', { count: rows.length })}
      </Button>
      {open && (
        <Dialog
          title={t('bulkSubmitTitle', { count: rows.length })}
          okText={result ? u('close') : t('submit')}
          cancelText={u('cancel')}
          confirmLoading={at !== undefined}
          {...(result && { cancelButtonProps: { style: { display: 'none' } } })}
          onCancel={close}
          onOk={() => (result ? close() : void run())}
        >
          {!result && <p>{t('bulkSubmitText')}</p>}
          {at !== undefined && (
            <Progress
              percent={Math.round((at / rows.length) * 100)}
              aria-label={t('bulkSubmitTitle', { count: rows.length })}
            />
          )}
          {result && (
            <div className="zs-stack" role="status">
              <Alert
                type={result.left.length > 0 ? 'warning' : 'success'}
                showIcon
                title={t('bulkDone', { done: result.done })}
              />
              {result.left.length > 0 && <p>{t('bulkLeft', { count: result.left.length })}</p>}
              <ul className="zs-stack">
                {result.left.map(({ row, because }) => (
                  <li key={row.id}>
                    <a href={paths.editProject(row.id)}>{row.name}</a>
                    {colon()}
                    {because}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Dialog>
      )}
    </>
  )
}
