import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { ProjectField } from '@/api/types'
import { useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { head } from '@/ui/findings'
import { PageHead } from '@/ui/page-head'
import { RecordForm } from '@/ui/record-form'
import { recordWords } from '@/ui/record-words'
import { SaveNote } from '@/ui/save-note'
import { Answer } from '@/ui/states'
import { FieldControl, quantityOf } from '../units/field-control'
import { useFieldText } from '../units/field-text'
import { about, type Kind, type Listing, useKind } from './kinds'
import { ListingDraft } from './listing-draft'
import { ListingFiles } from './listing-files'
import { ListingMarks } from './listing-marks'
import { PositionInput } from './position-input'
import { fieldsQuery, listingQuery } from './queries'
import { useSectionTitle } from './sections'
import { premisesWords } from './words'

/** Asked of programs; the latitude stands in one field with the longitude. */
const unasked = new Set(['externalId', 'unitCode', 'justifications', 'latitude'])
const POSITION = 'longitude'

/** Creating and editing are one form: it exists from the moment it has its name or number. */
export function Component() {
  const kind = useKind()
  const { id } = useParams()
  const fields = useQuery(fieldsQuery(kind))
  return (
    <Answer query={fields} back={<ToList kind={kind} />}>
      {(known) =>
        id ? <Existing kind={kind} id={id} fields={known} /> : <Form key={`new-${kind}`} kind={kind} fields={known} />
      }
    </Answer>
  )
}

function ToList({ kind }: { kind: Kind }) {
  const t = useWords(premisesWords)
  return <Link to={about[kind].list}>{t(`toList-${kind}`)}</Link>
}

function Existing({ kind, id, fields }: { kind: Kind; id: string; fields: ProjectField[] }) {
  // What the server has now, not what a list remembered: the form builds on its version.
  const listing = useQuery({ ...listingQuery(kind, id), staleTime: 0, gcTime: 0 })
  return (
    <Answer query={listing} back={<ToList kind={kind} />}>
      {(known) => <Form key={id} kind={kind} fields={fields} listing={known} />}
    </Answer>
  )
}

/** The names of what the form may send. */
const inputNames = (fields: readonly ProjectField[]) =>
  fields.filter((f) => !f.name.includes('/') && f.name !== 'unitCode').map((f) => f.name)

function Form({ kind, fields, listing }: { kind: Kind; fields: ProjectField[]; listing?: Listing }) {
  const t = useWords(premisesWords)
  const r = useWords(recordWords)
  const { user, unitCode } = useCaller()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const title = useSectionTitle(kind)
  const valueText = useFieldText()
  const [draft] = useState(() => new ListingDraft(kind, user.username, inputNames(fields), listing))
  const state = useSyncExternalStore(draft.subscribe, draft.get)
  const { base, values } = state
  const { naming, sections } = about[kind]
  const label = fields.find((f) => f.name === naming)?.label ?? t(naming)
  const editable = () => !base || base.allowedActions.includes('edit')

  useEffect(() => {
    void draft.start()
    return () => {
      draft.stop()
      void queries.invalidateQueries({ queryKey: [kind] })
    }
  }, [draft, queries, kind])
  useEffect(() => {
    if (listing) draft.rebase(listing)
  }, [draft, listing])
  // A new one got its address while one was typing: a reload must find it, the form must not be torn down.
  const created = !listing && base?.id
  useEffect(() => {
    if (created) globalThis.history.replaceState(globalThis.history.state, '', about[kind].edit(created))
  }, [created, kind])

  const refresh = async () => {
    if (base) draft.rebase(await queries.fetchQuery({ ...listingQuery(kind, base.id), staleTime: 0 }))
  }
  const name = values[naming]
  return (
    <>
      <PageHead
        title={(typeof name === 'string' && name.trim()) || t(`new-${kind}`)}
        lead={base && <ListingMarks of={base} />}
      />
      <RecordForm
        draft={draft}
        fields={fields.map((f) => (f.name === POSITION ? { ...f, label: t('position'), help: t('positionHelp') } : f))}
        sections={[
          ...sections.map((key) => ({ key, title: title(key) })),
          {
            key: 'files',
            title: t('sectionFiles'),
            content: () =>
              base ? (
                <ListingFiles
                  kind={kind}
                  id={base.id}
                  canChange={base.allowedActions.includes('attach')}
                  onChanged={() => void refresh()}
                />
              ) : (
                <p className="zs-quiet">{r('saveFirst', { label })}</p>
              ),
          },
        ]}
        sectionOf={(pointer) => fields.find((f) => f.name === head(pointer))?.section ?? 'basic'}
        judged={listing !== undefined}
        unasked={unasked}
        editable={editable}
        unitOf={(field) => (field.name === POSITION ? undefined : (quantityOf(field)?.unit ?? field.unit ?? undefined))}
        valueText={valueText}
        lead={base?.publiclyListed && <Alert type="info" showIcon title={t('publicStays')} />}
        control={(field, control, value, change, disabled) =>
          field.name === POSITION ? (
            <PositionInput
              control={control}
              longitude={value as number | null | undefined}
              latitude={values.latitude as number | null | undefined}
              disabled={disabled}
              onChange={(longitude, latitude) => {
                change(longitude)
                draft.change('latitude', latitude)
              }}
            />
          ) : (
            <FieldControl
              field={field}
              control={control}
              value={value}
              disabled={disabled}
              unitCode={base?.unitCode ?? unitCode}
              onChange={change}
            />
          )
        }
      />
      <div className="zs-bar">
        <SaveNote state={state} naming={label} />
        <span className="zs-actions">
          <span className="zs-quiet">{t('thenBureau')}</span>
          <Button
            type="primary"
            onClick={() => void draft.flush().then(() => navigate(base ? about[kind].one(base.id) : about[kind].list))}
          >
            {t(base ? 'toRecord' : `toList-${kind}`)}
          </Button>
        </span>
      </div>
    </>
  )
}
