import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { Landing } from '@/api/types'
import { paths } from '@/app/paths'
import { moneyText } from '@/lib/money'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import type { ListState } from '@/ui/list-state'
import { Pager } from '@/ui/list-tools'
import { Answer, Empty } from '@/ui/states'
import { eventLandingQuery, landingQuery } from './queries'
import { signingWords } from './words'

const STEPS = ['CONTRACTED', 'REGISTERED', 'STARTED', 'PRODUCING', 'TERMINATED'] as const

/** How far the contracts of each event got; one of them unit by unit beneath. */
export function LandingBoard({ state }: { state: ListState }) {
  const t = useWords(signingWords)
  const landing = useQuery(landingQuery({ limit: 50, ...(state.cursor && { cursor: state.cursor }) }))
  const open = state.get('event')
  const steps = useSteps()
  return (
    <Answer query={landing} isEmpty={({ items }) => items.length === 0} empty={<Empty title={t('eventsEmpty')} />}>
      {({ items, nextCursor }) => {
        const shown = items.find(({ eventCode }) => eventCode === open)
        return (
          <div className="zs-stack zs-stretch">
            <DataTable
              caption={t('landingTitle')}
              columns={[
                {
                  key: 'name',
                  title: t('event'),
                  name: true,
                  cell: (row) => (
                    <>
                      {row.eventName}
                      <div className="zs-quiet">{row.eventCode}</div>
                    </>
                  ),
                },
                ...steps,
                {
                  key: 'units',
                  title: t('byUnit'),
                  cell: (row) =>
                    row.steps[0]?.projects ? (
                      <Button
                        size="small"
                        aria-expanded={row.eventCode === open}
                        aria-label={`${t('byUnit')} ${row.eventName}`}
                        onClick={() => state.open('event', row.eventCode === open ? undefined : row.eventCode)}
                      >
                        {t('byUnit')}
                      </Button>
                    ) : null,
                },
              ]}
              rows={items}
              rowKey={(row) => row.eventCode}
              rowName={(row) => row.eventName}
              current={open || undefined}
            />
            <Pager state={state} shown={items.length} nextCursor={nextCursor} />
            {shown && <ByUnit code={shown.eventCode} name={shown.eventName} />}
          </div>
        )
      }}
    </Answer>
  )
}

function ByUnit({ code, name }: { code: string; name: string }) {
  const t = useWords(signingWords)
  const units = useQuery(eventLandingQuery(code))
  const steps = useSteps()
  return (
    <section className="zs-stack zs-stretch">
      <h2>{t('landingOf', { event: name })}</h2>
      <Answer query={units} isEmpty={(rows) => rows.length === 0} empty={<Empty title={t('landingNone')} />}>
        {(rows) => (
          <DataTable
            caption={t('landingOf', { event: name })}
            columns={[{ key: 'unit', title: t('unitName'), name: true, cell: (row) => row.unitName }, ...steps]}
            rows={rows}
            rowKey={(row) => row.unitCode}
            rowName={(row) => row.unitName}
          />
        )}
      </Answer>
    </section>
  )
}

/** A figure, its share of all contracts of the row, and beneath the first what they are worth: a unit may have a part of another's. */
function useSteps(): Column<{ steps: Landing[] }>[] {
  const t = useWords(signingWords)
  return STEPS.map((step) => ({
    key: step,
    title: t(`step${step}`),
    unit: t('projectsUnit'),
    numeric: true,
    cell: ({ steps }) => {
      const one = steps.find((of) => of.step === step)
      if (!one || (one.projects === 0 && one.amountYuan === 0)) return steps[0]?.amountYuan ? '0' : '—'
      return (
        <>
          {one.projects === 0 ? (
            '0'
          ) : (
            <Link to={`${paths.signedProjects}?${one.href.split('?')[1]}`}>{one.projects}</Link>
          )}
          <div className="zs-quiet">
            {step === 'CONTRACTED' || one.percent === undefined
              ? t('landingAmount', { amount: moneyText(one.amountYuan) })
              : `${one.percent.toFixed(1)}%`}
          </div>
        </>
      )
    },
  }))
}
