import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Project, ProjectField } from '@/api/types'
import { colon } from '@/lib/punctuation'
import { grouped, inUnit, plain, toScaled } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { fieldId } from '@/ui/findings'
import { FactsSection } from '@/ui/record-facts'
import { useFieldText } from '../units/field-text'
import { principlesQuery, projectFieldsQuery } from './queries'
import { sections } from './sections'
import { projectWords } from './words'

/** 万元/公顷 from the figures themselves: fifteen times a rounded 万元/亩 would differ in the last digits. */
function perHectare({ fixedInvestmentYuan = 0, landAreaMu = 0 }: Project): string {
  const [scale, yuanInWan, muInHectare] = [4, 10_000n, 15n]
  const mu = toScaled(plain(landAreaMu), scale)
  return mu === 0n ? '—' : grouped(inUnit(fixedInvestmentYuan, [mu * yuanInWan, muInHectare * 10n ** BigInt(scale)], 2))
}

const apart = new Set(['principleChecks', 'justifications', 'unitCode', 'callYear'])

/** All that is known of a project, section by section; `beside` puts a tool next to a field (return it, for one). */
export function ProjectFacts({
  project,
  filledOnly = false,
  beside,
}: {
  project: Project
  filledOnly?: boolean
  beside?: (field: ProjectField) => ReactNode
}) {
  const t = useWords(projectWords)
  const fields = useQuery(projectFieldsQuery()).data ?? []
  const text = useFieldText()
  return (
    <>
      {sections.map(({ key, word }) => {
        if (key === 'principles') return <Principles key={key} project={project} beside={beside} />
        return (
          <FactsSection
            key={key}
            title={t(word)}
            fields={fields.filter((f) => f.section === key && !apart.has(f.name))}
            record={project}
            text={text}
            filledOnly={filledOnly}
            beside={beside}
          >
            {key === 'needs' && project.investmentIntensityWanPerMu != null && (
              <div>
                <dt>{t('intensity')}</dt>
                <dd>
                  {t('intensityUnit', {
                    value: grouped(plain(project.investmentIntensityWanPerMu)),
                    ha: perHectare(project),
                  })}
                </dd>
              </div>
            )}
          </FactsSection>
        )
      })}
    </>
  )
}

function Principles({
  project,
  beside,
}: {
  project: Project
  beside?: ((field: ProjectField) => ReactNode) | undefined
}) {
  const t = useWords(projectWords)
  const principles = useQuery(principlesQuery()).data ?? []
  const field = useQuery(projectFieldsQuery()).data?.find((f) => f.name === 'principleChecks')
  const checks = project.principleChecks ?? []
  if (checks.length === 0) return null
  const exceptions = checks.filter((c) => c.answer !== 'PASS')
  return (
    <section className="zs-card" id={fieldId('/principleChecks')} tabIndex={-1}>
      <h2>{t('sectionPrinciples')}</h2>
      {/* The exceptions first: they are what a reviewer looks for. */}
      <ul className="zs-stack">
        {[...exceptions, ...checks.filter((c) => c.answer === 'PASS')].map((c) => (
          <li key={c.check}>
            {principles.find((p) => p.code === c.check)?.name ?? c.check}
            {colon()}
            <strong>{t(`answer${c.answer}`)}</strong>
            {c.note && ` ${c.note}`}
          </li>
        ))}
      </ul>
      {beside && field && beside(field)}
    </section>
  )
}
