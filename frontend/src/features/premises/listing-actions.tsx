import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { isProblem } from '@/api/problem'
import { colon } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { notify } from '@/ui/notice'
import { ReasonDialog } from '@/ui/reason-dialog'
import { Refusal } from '@/ui/refusal'
import { HandOverDialog } from './hand-over-dialog'
import { about, type Kind, type Listing, titleOf } from './kinds'
import { deleteListing, type HandOver, handOver, listingQuery, takeStep, type Verb } from './queries'
import { type Offered, offered, useVerbText, word } from './verbs'
import { premisesWords } from './words'

const owesReason = new Set<Offered>(['withdraw', 'reopen', 'unpublish'])
const dangerous = new Set<Offered>(['withdraw', 'unpublish', 'delete'])

type Asked = { action: Offered; reason?: string; given?: HandOver }

/** What may be done to this listing now, as the server says; the first is the primary one. */
export function ListingActions({ kind, listing, onDeleted }: { kind: Kind; listing: Listing; onDeleted: () => void }) {
  const t = useWords(premisesWords)
  const verb = useVerbText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Offered>()
  const actions = offered.filter((action) => listing.allowedActions.includes(action))

  const run = useMutation({
    mutationFn: async ({ action, reason = '', given }: Asked) => {
      if (action === 'delete') return void (await deleteListing(kind, listing))
      if (given) return await handOver(kind, listing, given)
      return await takeStep(kind, listing, action as Verb, reason)
    },
    onSuccess: async (answer, { action }) => {
      setAsked(undefined)
      notify(t('done', { action: verb(action) }))
      if (answer) queries.setQueryData(listingQuery(kind, listing.id).queryKey, answer)
      if (action === 'delete') onDeleted()
      await queries.invalidateQueries({ queryKey: action === 'delete' ? [kind, 'list'] : [kind] })
      void queries.invalidateQueries({ queryKey: ['duties'] })
    },
    onError: (error) => {
      if (isProblem(error, 412)) void queries.invalidateQueries({ queryKey: [kind, listing.id] })
    },
  })
  const close = () => {
    run.reset()
    setAsked(undefined)
  }
  const problem = run.error && <Refusal error={run.error} />
  return (
    <>
      {listing.allowedActions.includes('edit') && (
        <Button type="primary" onClick={() => void navigate(about[kind].edit(listing.id))}>
          {t('doEdit')}
        </Button>
      )}
      {actions.map((action) => (
        <Button
          key={action}
          type={action === 'publish' ? 'primary' : 'default'}
          danger={dangerous.has(action)}
          onClick={() => setAsked(action)}
        >
          {verb(action)}
        </Button>
      ))}
      {asked === 'reuse' || asked === 'grant' ? (
        <HandOverDialog
          action={asked}
          title={verb(asked) + colon() + titleOf(listing)}
          busy={run.isPending}
          problem={problem}
          onCancel={close}
          onConfirm={(given) => run.mutate({ action: asked, given })}
        />
      ) : (
        asked && (
          <ReasonDialog
            title={verb(asked) + colon() + titleOf(listing)}
            consequence={t(asked === 'publish' && listing.publiclyListed ? 'askPublishChange' : `ask${word(asked)}`)}
            action={verb(asked)}
            needsReason={owesReason.has(asked)}
            danger={dangerous.has(asked)}
            busy={run.isPending}
            problem={problem}
            onCancel={close}
            onConfirm={(reason) => run.mutate({ action: asked, reason })}
          />
        )
      )}
    </>
  )
}
