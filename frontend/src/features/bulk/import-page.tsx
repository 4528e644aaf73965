import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Import } from '@/api/types'
import { paths } from '@/app/paths'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { PageHead } from '@/ui/page-head'
import { Answer } from '@/ui/states'
import { DoneStep } from './done-step'
import { FileStep } from './file-step'
import { asWritten, heldFor, hold, type Reading } from './held-file'
import { ImportList } from './import-list'
import { MappingStep } from './mapping-step'
import { PlanStep } from './plan-step'
import { stepOf, useImport } from './progress'
import { isOver, planImport } from './queries'
import { Running } from './running'
import './bulk.css'
import { bulkWords } from './words'

/** What is under way between this page and the server: a file that is being sent, or why it could not be. */
export type Sending = {
  progress: { name: string; share: number } | undefined
  failure: unknown
  stop: () => void
  plan: (file: File, reading?: Reading) => void
}

export function Component() {
  const t = useWords(bulkWords)
  const { id } = useParams()
  const caller = useCaller()
  const sending = useSending()
  const writes = caller.can('projects:write') && caller.unitCode !== undefined
  return (
    <>
      <PageHead title={t('title')} lead={t(writes ? 'lead' : 'readerLead')} />
      {id ? (
        <OneImport key={id} id={id} sending={sending} />
      ) : (
        <>
          {writes && (
            <>
              <Steps at="file" />
              <FileStep sending={sending} />
            </>
          )}
          <ImportList own={caller.unitCode !== undefined} />
        </>
      )}
    </>
  )
}

/** Sends a file for a plan; the plan's own address holds what comes of it. */
function useSending(): Sending {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [progress, setProgress] = useState<Sending['progress']>()
  const [failure, setFailure] = useState<unknown>()
  const [stop, setStop] = useState<AbortController>()
  const plan = async (file: File, reading = asWritten) => {
    const control = new AbortController()
    setStop(control)
    setFailure(undefined)
    setProgress({ name: file.name, share: 0 })
    try {
      const planned = await planImport(
        file,
        reading,
        (share) => setProgress({ name: file.name, share }),
        control.signal,
      )
      hold(file, reading, planned.id)
      await queries.invalidateQueries({ queryKey: ['imports', 'list'] })
      void navigate(paths.import(planned.id))
    } catch (error) {
      if (!control.signal.aborted) setFailure(error)
    } finally {
      setProgress(undefined)
    }
  }
  return { progress, failure, stop: () => stop?.abort(), plan: (file, reading) => void plan(file, reading) }
}

function OneImport({ id, sending }: { id: string; sending: Sending }) {
  const { query, rowsRead } = useImport(id)
  return (
    <Answer query={query}>
      {(of) => (
        <>
          <Steps at={stepOf(of)} />
          <FileStep sending={sending} of={of} />
          {isOver(of) ? <Steped of={of} sending={sending} /> : <Running of={of} rowsRead={rowsRead} />}
        </>
      )}
    </Answer>
  )
}

function Steped({ of, sending }: { of: Import; sending: Sending }) {
  const file = heldFor(of.id)
  const again = file && ((reading: Reading) => sending.plan(file.file, reading))
  const reading = file?.reading ?? asWritten
  const mapping = <MappingStep of={of} reading={reading} {...(again && { again })} />
  if (!of.dryRun) return <DoneStep of={of} {...(again && { again: () => again(reading) })} />
  if (of.state !== 'COMPLETED') return mapping
  return (
    <>
      {mapping}
      <PlanStep of={of} {...(again && { again: () => again(reading) })} />
    </>
  )
}

const order = ['file', 'mapping', 'plan', 'done'] as const
const words = { file: 'stepFile', mapping: 'stepMapping', plan: 'stepPlan', done: 'stepDone' } as const

function Steps({ at }: { at: (typeof order)[number] }) {
  const t = useWords(bulkWords)
  const now = order.indexOf(at)
  return (
    <nav aria-label={t('steps')}>
      <ol className="zs-steps">
        {order.map((step, i) => (
          <li key={step} aria-current={step === at ? 'step' : undefined} data-passed={i < now || undefined}>
            <span aria-hidden="true">{i < now ? '✓' : i + 1}</span> {t(words[step])}
          </li>
        ))}
      </ol>
    </nav>
  )
}
