import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { Change, SignedProject } from '@/api/types'
import { paths } from '@/app/paths'
import { moneyText } from '@/lib/money'
import { colon, parts } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { FindingsList, head, isOpen } from '@/ui/findings'
import { PageHead } from '@/ui/page-head'
import { FactsSection } from '@/ui/record-facts'
import { RecordHistory } from '@/ui/record-history'
import { WhyNot } from '@/ui/refusal'
import { Answer } from '@/ui/states'
import { useFieldText } from '../units/field-text'
import { LifeLine } from './life-line'
import { actionWords, ProjectActions } from './project-actions'
import { Duplicates, Files, Permits, Shares } from './project-sections'
import { permitFieldsQuery, signedProjectQuery, signingFieldsQuery, signingHistoryQuery } from './queries'
import { ReceiptsSection } from './receipts-section'
import { SigningMarks } from './signing-marks'
import { signingWords } from './words'

const sections = ['basic', 'agreement', 'amount', 'course'] as const
const apart = new Set(['unitCode', 'justifications', 'shares', 'externalId', 'mergedInto'])

export function Component() {
  const t = useWords(signingWords)
  const { id = '' } = useParams()
  const project = useQuery(signedProjectQuery(id))
  const fields = useQuery(signingFieldsQuery()).data ?? []
  const ofField = useFieldText()
  const toList = <Link to={paths.signedProjects}>{t('toList')}</Link>
  const text = (field: (typeof fields)[number], known: SignedProject, value: unknown) =>
    field.name === 'eventCode' && known.eventName ? known.eventName : ofField(field, value)
  return (
    <Answer query={project} back={toList}>
      {(known) => (
        <>
          <PageHead title={known.name} lead={<SigningMarks of={known} />} actions={<ProjectActions project={known} />}>
            {toList}
          </PageHead>
          <Notices project={known} />
          <Duplicates project={known} />
          <LifeLine project={known} />
          <Agreed project={known} />
          <ReceiptsSection project={known} />
          {sections.map((key) => (
            <FactsSection
              key={key}
              title={t(`section${key}`)}
              fields={fields.filter((f) => f.section === key && !apart.has(f.name) && !f.name.includes('/'))}
              record={known}
              text={(field, value) => text(field, known, value)}
            />
          ))}
          <Permits project={known} />
          <Shares project={known} />
          <Files project={known} />
          <section className="zs-card">
            <h2>{t('sectionHistory')}</h2>
            <History id={known.id} />
          </section>
        </>
      )}
    </Answer>
  )
}

function Notices({ project }: { project: SignedProject }) {
  const t = useWords(signingWords)
  const explained = (rule: string) => project.justifications.find((j) => j.rule === rule)?.text ?? ''
  const { exitReason, mergedInto, exclusion, exclusionNote } = project
  return (
    <>
      {exitReason && (
        <p className="zs-note">
          {mergedInto ? t('merged', { code: mergedInto, reason: exitReason }) : t('ended', { reason: exitReason })}
        </p>
      )}
      {exclusion && (
        <p className="zs-note">
          {t('excludedBecause', { kind: t(`exclusion${exclusion}`), reason: exclusionNote ?? '' })}
        </p>
      )}
      <FindingsList findings={project.findings.filter((f) => isOpen(f, explained))} />
      <WhyNot items={project.whyNot} actionText={(action) => t(actionWords[action] ?? 'doAgree')} />
    </>
  )
}

/** What all agreements together say; nothing new where there is only the first. */
function Agreed({ project }: { project: SignedProject }) {
  const t = useWords(signingWords)
  const { kind, amountYuan, outsideYuan, investor } = project.agreed
  if (!kind || (kind === project.agreementKind && amountYuan === project.agreedAmountYuan)) return null
  const facts = [
    [t('agreedKind'), t(`kind${kind}`)],
    [t('amount'), amountYuan !== undefined && moneyText(amountYuan)],
    [t('outside'), outsideYuan !== undefined && moneyText(outsideYuan)],
    [t('agreedInvestor'), investor],
  ] as const
  return (
    <section className="zs-card">
      <h2>{t('sectionAgreed')}</h2>
      <dl className="zs-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function History({ id }: { id: string }) {
  const fields = useQuery(signingFieldsQuery()).data
  const permits = useQuery(permitFieldsQuery()).data ?? []
  const ofField = useFieldText()
  const valueText = (change: Change, value: unknown): string => {
    const name = head(change.pointer)
    if (name !== 'permits' || typeof value !== 'object' || value === null)
      return ofField(
        fields?.find((field) => field.name === name),
        value,
      )
    const status = value as Record<string, unknown>
    return parts(
      permits
        .filter((permit) => status[permit.name] !== undefined)
        .map((permit) => permit.label + colon() + ofField(permit, status[permit.name])),
    )
  }
  return <RecordHistory history={useInfiniteQuery(signingHistoryQuery(id))} valueText={valueText} />
}
