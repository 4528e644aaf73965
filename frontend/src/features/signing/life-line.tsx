import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { SignedProject } from '@/api/types'
import { dayOf, dayText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { parts } from '@/lib/punctuation'
import { useWords } from '@/lib/words'
import { agreementsQuery, reserveStepsQuery, stagesQuery } from './queries'
import { signingWords } from './words'

type Moment = { key: string; day: string | undefined; what: string; more?: ReactNode; gone?: boolean }

/** From the reserve library to production on one line: agreements and stages in the order of their days. */
export function LifeLine({ project }: { project: SignedProject }) {
  const t = useWords(signingWords)
  const stages = useQuery(stagesQuery(project.id)).data ?? []
  const agreements = useQuery(agreementsQuery(project.id)).data ?? []
  const reserve =
    useQuery({ ...reserveStepsQuery(project.id), enabled: project.reserveProjectCode !== undefined }).data ?? []
  const moments: Moment[] = [
    ...reserve.map((one) => ({
      key: `reserve-${one.state}`,
      day: dayOf(one.at),
      what: t('lifeReserve', { state: one.stateName }),
    })),
    ...(project.agreementKind && project.agreedAmountYuan !== undefined
      ? [
          {
            key: 'first',
            day: project.signedOn,
            what: t('lifeSigned', {
              kind: t(`kind${project.agreementKind}`),
              amount: moneyText(project.agreedAmountYuan),
            }),
            more: project.eventName ?? t('direct'),
          },
        ]
      : []),
    ...agreements.map((one) => ({
      key: one.id,
      day: one.signedOn,
      what: t('lifeAgreement', {
        change: t(`change${one.change}`),
        kind: t(`kind${one.agreementKind}`),
        amount: moneyText(one.agreedAmountYuan),
      }),
      more: parts([one.investor ?? '', one.note ?? ''].filter(Boolean)),
    })),
    ...stages
      // The day of signing is told with the agreement.
      .filter((one) => !(one.stage === 'SIGNED' && one.on === project.signedOn && !one.takenBackAt))
      .map((one) => ({
        key: one.id,
        day: one.on,
        what: one.stageName,
        gone: one.takenBackAt !== undefined,
        more: parts(
          [
            one.evidence.companyName ? t('company', { name: one.evidence.companyName }) : '',
            one.evidence.documentNumber ? t('document', { number: one.evidence.documentNumber }) : '',
            one.evidence.note ?? '',
            one.reason ?? '',
            one.takenBackAt ? t('lifeTakenBack') : '',
          ].filter(Boolean),
        ),
      })),
  ].sort((a, b) => (a.day ?? '9999').localeCompare(b.day ?? '9999'))
  return (
    <section className="zs-card">
      <h2>{t('sectionLife')}</h2>
      {project.reserveProjectCode && <p>{t('reserve', { code: project.reserveProjectCode })}</p>}
      <ol className="zs-timeline">
        {moments.map(({ key, day, what, more, gone }) => (
          <li key={key}>
            <p className={gone ? 'zs-quiet' : undefined}>
              {day ? <time dateTime={day}>{dayText(day)}</time> : t('noDay')}{' '}
              {gone ? <s>{what}</s> : <strong>{what}</strong>}
            </p>
            {more && <p className="zs-quiet">{more}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
