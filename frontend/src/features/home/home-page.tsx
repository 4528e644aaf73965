import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Duties } from '@/api/types'
import { dayText, today } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { comma } from '@/lib/punctuation'
import { grouped, plain } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { PageHead } from '@/ui/page-head'
import { Tag } from '@/ui/state-tag'
import { Answer, Empty } from '@/ui/states'
import { dutiesQuery } from './queries'
import { homeWords } from './words'
import './home.css'

type Duty = Duties['items'][number]
type Figure = Duties['figures'][number]

const look = {
  OVERDUE: { tone: 'red', mark: '!' },
  SOON: { tone: 'amber', mark: '◔' },
  NORMAL: { tone: 'blue', mark: '▸' },
  DONE: { tone: 'green', mark: '✓' },
} as const
const order = ['OVERDUE', 'SOON', 'NORMAL', 'DONE']

/** What is asked of me, most urgent first, each one click from its place; then the figures. */
export function Component() {
  const t = useWords(homeWords)
  const duties = useQuery(dutiesQuery())
  return (
    <>
      <PageHead title={t('title')} lead={t('today', { day: dayText(today()) })} />
      <Answer query={duties}>
        {({ items, figures }) => (
          <>
            {items.length === 0 ? (
              <Empty title={t('nothing')}>
                <p>{t('nothingNext')}</p>
              </Empty>
            ) : (
              <ul className="zs-duties">
                {[...items]
                  .sort((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency))
                  .map((duty) => (
                    <DutyLine key={`${duty.kind}${duty.page}${duty.title}`} duty={duty} />
                  ))}
              </ul>
            )}
            {figures.length > 0 && (
              <section aria-labelledby="figures" className="zs-stack zs-stretch">
                <h2 id="figures">{t('figures')}</h2>
                <ul className="zs-figures">
                  {figures.map((figure) => (
                    <FigureTile key={figure.key} figure={figure} />
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Answer>
    </>
  )
}

function DutyLine({ duty }: { duty: Duty }) {
  const t = useWords(homeWords)
  const { tone, mark } = look[duty.urgency]
  const left = duty.daysLeft
  return (
    <li className="zs-duty">
      <Tag tone={tone} mark={mark}>
        {t(`urgency${duty.urgency}`)}
      </Tag>
      <div>
        <Link to={duty.page}>{duty.title}</Link>
        {duty.detail && <p>{duty.detail}</p>}
        {duty.dueOn && (
          <p className="zs-quiet">
            {t('due', { day: dayText(duty.dueOn) })}
            {left != null &&
              comma() +
                (left > 0
                  ? t('daysLeft', { count: left })
                  : left === 0
                    ? t('dueToday')
                    : t('daysOver', { count: -left }))}
          </p>
        )}
      </div>
    </li>
  )
}

function FigureTile({ figure }: { figure: Figure }) {
  const money = figure.unit === '元' || figure.key.endsWith('Yuan')
  return (
    <li>
      <Link to={figure.page}>
        <span className="zs-figure-label">{figure.label}</span>
        <span className="zs-figure-value">
          {money ? moneyText(figure.value) : grouped(plain(figure.value))}
          {!money && figure.unit && <span className="zs-unit"> {figure.unit}</span>}
        </span>
      </Link>
    </li>
  )
}
