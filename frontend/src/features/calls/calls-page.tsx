import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { Call } from '@/api/types'
import { paths } from '@/app/paths'
import { dayText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { useLanguage, useWords } from '@/lib/words'
import { useCaller } from '@/session/caller'
import { type Column, DataTable } from '@/ui/data-table'
import { PageHead } from '@/ui/page-head'
import { Answer, Empty } from '@/ui/states'
import { CallState, DaysLeft } from './call-marks'
import { callsQuery } from './queries'
import { callWords } from './words'

export function Component() {
  const t = useWords(callWords)
  const lang = useLanguage()
  const caller = useCaller()
  const navigate = useNavigate()
  const calls = useQuery(callsQuery())
  const columns: Column<Call>[] = [
    { key: 'name', name: true, title: t('name'), cell: (call) => <Link to={paths.call(call.year)}>{call.name}</Link> },
    { key: 'state', title: t('state'), cell: (call) => <CallState state={call.state} /> },
    {
      key: 'planning',
      title: t('planning'),
      cell: (call) => t('planningText', { from: dayText(call.planningFrom, lang), to: dayText(call.planningTo, lang) }),
    },
    { key: 'deadline', title: t('deadline'), cell: (call) => dayText(call.deadline, lang) },
    {
      key: 'daysLeft',
      title: t('daysLeft'),
      cell: (call) => (call.state === 'OPEN' ? <DaysLeft days={call.daysLeft} /> : '—'),
    },
    {
      key: 'minimum',
      title: t('minimum'),
      numeric: true,
      cell: (call) => moneyText(call.minimumInvestmentYuan, lang),
    },
    {
      key: 'quota',
      title: t('quota'),
      unit: t('projects'),
      numeric: true,
      cell: (call) => call.quotas.reduce((sum, { quota }) => sum + quota, 0),
    },
  ]
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          caller.can('calls:write') && (
            <Button type="primary" onClick={() => void navigate(paths.newCall)}>
              {t('create')}
            </Button>
          )
        }
      />
      <Answer
        query={calls}
        isEmpty={(items) => items.length === 0}
        empty={
          <Empty title={t('none')}>
            <p>{t('noneNext')}</p>
          </Empty>
        }
      >
        {(items) => (
          <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(call) => String(call.year)} />
        )}
      </Answer>
    </>
  )
}
