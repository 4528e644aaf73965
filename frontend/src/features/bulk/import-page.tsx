import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
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
import { type Kind, kinds, useKind, writeOf } from './kinds'
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
  /** @param of the kind where it is not that of the address */
  plan: (file: File, reading?: Reading, of?: Kind) => void
}

export function Component() {
  const t = useWords(bulkWords)
  const { id } = useParams()
  const caller = useCaller()
  const kind = useKind()
  const sending = useSending(kind)
  const own = caller.unitCode === undefined ? [] : kinds.filter((one) => caller.can(writeOf(one)))
  const writes = own.includes(kind)
  return (
    <>
      <PageHead title={t('title')} lead={t(writes ? 'lead' : 'readerLead')} />
      {id ? (
        <OneImport key={id} id={id} sending={sending} />
      ) : (
        <>
          {own.length > 0 && <Kinds kinds={own} chosen={kind} />}
          {writes && (
            <>
              <Steps at="file" />
              <FileStep key={kind} kind={kind} sending={sending} />
            </>
          )}
          <ImportList own={caller.unitCode !== undefined} />
        </>
      )}
    </>
  )
}

/** Sends a file for a plan; the plan's own address holds what comes of it. */
function useSending(kind: Kind): Sending {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [progress, setProgress] = useState<Sending['progress']>()
  const [failure, setFailure] = useState<unknown>()
  const [stop, setStop] = useState<AbortController>()
  const plan = async (file: File, reading = asWritten, of = kind) => {
    const control = new AbortController()
    setStop(control)
    setFailure(undefined)
    setProgress({ name: file.name, share: 0 })
    try {
      const planned = await planImport(
        of,
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
  return { progress, failure, stop: () => stop?.abort(), plan: (file, reading, of) => void plan(file, reading, of) }
}

/** What is uploaded: each kind has its own template, columns and place. */
function Kinds({ kinds, chosen }: { kinds: readonly Kind[]; chosen: Kind }) {
  const t = useWords(bulkWords)
  if (kinds.length < 2) return null
  return (
    <nav className="zs-views" aria-label={t('kinds')}>
      {kinds.map((kind) => (
        <Link
          key={kind}
          className="zs-view"
          aria-current={kind === chosen ? 'page' : undefined}
          to={kind === 'projects' ? paths.imports : paths.importsOf(kind)}
        >
          {t(`kind-${kind}`)}
        </Link>
      ))}
    </nav>
  )
}

function OneImport({ id, sending }: { id: string; sending: Sending }) {
  const { query, rowsRead } = useImport(id)
  const kind = useKind(query.data)
  return (
    <Answer query={query}>
      {(of) => (
        <>
          <Steps at={stepOf(of)} />
          <FileStep kind={kind} sending={kindly(sending, kind)} of={of} />
          {isOver(of) ? <Steped of={of} sending={kindly(sending, kind)} /> : <Running of={of} rowsRead={rowsRead} />}
        </>
      )}
    </Answer>
  )
}

/** Another file for a plan is one of the same kind. */
const kindly = (sending: Sending, kind: Kind): Sending => ({
  ...sending,
  plan: (file, reading) => sending.plan(file, reading, kind),
})

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
