import { Button, Input, Select } from 'antd'
import type { Finding, FundColumn } from '@/api/types'
import { useWords } from '@/lib/words'
import { DataTable } from '@/ui/data-table'
import { FindingLine } from '@/ui/findings'
import { type DraftColumn, type DraftSet, type MoneyUnit, measure, move, remove, rename } from './column-set'
import { columnSetWords } from './column-set-words'

const units = ['YUAN', 'WAN', 'YI'] as const

/** The columns from the left, one a line; buttons move them, so that no mouse is needed. */
export function ColumnSetRows({
  draft,
  fields,
  findings,
  onChange,
}: {
  draft: DraftSet
  fields: readonly FundColumn[]
  findings: readonly Finding[]
  /** `told` is what is said of the change to those who do not see it. */
  onChange: (to: DraftSet, told?: string) => void
}) {
  const t = useWords(columnSetWords)
  const rows = draft.columns.map((column, at) => ({ ...column, at }))
  const refused = (at: number) =>
    findings.filter(({ pointer }) => pointer === `/columns/${at}` || pointer.startsWith(`/columns/${at}/`))
  return (
    <DataTable
      caption={t('columns')}
      rows={rows}
      rowKey={({ key }) => String(key)}
      columns={[
        { key: 'place', title: t('place'), cell: ({ at }) => at + 1 },
        {
          key: 'heading',
          title: t('heading'),
          name: true,
          cell: ({ at, key, heading }) => (
            <>
              <Input
                aria-label={t('headingOf', { place: at + 1 })}
                aria-invalid={refused(at).length > 0 || heading.trim() === ''}
                aria-describedby={refused(at).length > 0 ? `column-${key}-refused` : undefined}
                value={heading}
                maxLength={60}
                onChange={(event) => onChange(rename(draft, at, event.target.value))}
              />
              <div id={`column-${key}-refused`} className="zs-field-findings">
                {refused(at).map((finding) => (
                  <FindingLine key={finding.rule + finding.pointer} finding={finding} />
                ))}
              </div>
            </>
          ),
        },
        {
          key: 'field',
          title: t('field'),
          cell: ({ field }) => fields.find((one) => one.field === field)?.label ?? field,
        },
        {
          key: 'unit',
          title: t('unit'),
          cell: ({ at, unit }) =>
            unit && (
              <Select<MoneyUnit>
                aria-label={t('unitOf', { place: at + 1 })}
                value={unit}
                options={units.map((value) => ({ value, label: t(value) }))}
                onChange={(to) => onChange(measure(draft, at, to))}
              />
            ),
        },
        {
          key: 'order',
          title: t('order'),
          cell: (row) => <Order column={row} at={row.at} draft={draft} onChange={onChange} />,
        },
      ]}
    />
  )
}

function Order({
  column: { heading },
  at,
  draft,
  onChange,
}: {
  column: DraftColumn
  at: number
  draft: DraftSet
  onChange: (to: DraftSet, told: string) => void
}) {
  const t = useWords(columnSetWords)
  const isLast = at === draft.columns.length - 1
  const shift = (by: -1 | 1) => onChange(move(draft, at, by), t('moved', { heading, place: at + by + 1 }))
  return (
    <span className="zs-actions">
      {/* At an end they say so and stay: a button that was switched off would lose the keyboard. */}
      <Button
        size="small"
        aria-label={t('up', { heading })}
        aria-disabled={at === 0}
        onClick={() => at > 0 && shift(-1)}
      >
        ↑
      </Button>
      <Button
        size="small"
        aria-label={t('down', { heading })}
        aria-disabled={isLast}
        onClick={() => !isLast && shift(1)}
      >
        ↓
      </Button>
      <Button
        size="small"
        aria-label={t('takeOut', { heading })}
        onClick={() => onChange(remove(draft, at), t('removed', { heading }))}
      >
        ×
      </Button>
    </span>
  )
}
