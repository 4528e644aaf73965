import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { Finding, Import } from '@/api/types'
import { listed, unitText } from '@/lib/punctuation'
import { grouped, plain } from '@/lib/quantity'
import { useWords } from '@/lib/words'
import { type Column, DataTable } from '@/ui/data-table'
import type { Reading } from './held-file'
import { useKind } from './kinds'
import { type SheetField, unitsOf, useSheetFields } from './mapping-fields'
import { takeResults } from './queries'
import { bulkWords } from './words'

/** A column as read, or one whose reading is asked for. */
type Line = {
  header: string
  field?: string | undefined
  unit?: string | undefined
  factor?: number | undefined
  carriesNothing?: boolean
}

const asked = (findings: readonly Finding[]): Line[] =>
  findings
    .filter(({ rule, params }) => rule === 'UNIT_MISSING' && typeof params.header === 'string')
    .map(({ pointer, params }) => ({ header: String(params.header), field: pointer.slice(1) }))

/** What each column was understood as; where the file leaves a question open, it is answered here and the plan made anew. */
export function MappingStep({
  of,
  reading,
  again,
}: {
  of: Import
  reading: Reading
  /** Absent when the file is no longer at hand. */
  again?: (reading: Reading) => void
}) {
  const t = useWords(bulkWords)
  const fields = useSheetFields(useKind(of))
  const [columns, setColumns] = useState(reading.columns)
  const [units, setUnits] = useState(reading.units)
  const [other, setOther] = useState('')
  const [refusal, setRefusal] = useState('')
  const failed = of.state === 'FAILED'
  const open = asked(of.findings)
  const lines: Line[] = of.columns.length > 0 ? of.columns : open
  const undecided = lines.filter(({ field, carriesNothing }) => !field && !carriesNothing)
  const known = lines.filter((line) => !undecided.includes(line))
  const recognised = known.filter(({ field }) => field).length
  const nothing = known.filter(({ field }) => !field).map(({ header }) => header)
  if (of.state === 'CANCELLED')
    return (
      <section className="zs-card" aria-label={t('stepMapping')}>
        <Alert type="info" showIcon title={t('cancelled')} />
      </section>
    )
  const fieldOf = (line: Line): SheetField | undefined =>
    fields.find(({ name }) => name === (columns[line.header] ?? line.field))
  const unanswered = lines.some((line) => {
    const field = fieldOf(line)
    return field?.unit && line.factor === undefined && !units[field.name]
  })
  const touched = JSON.stringify([columns, units]) !== JSON.stringify([reading.columns, reading.units]) && !unanswered
  const choose = (header: string, field: string) => {
    const { [header]: _, ...rest } = columns
    setColumns(field ? { ...rest, [header]: field } : rest)
  }
  const fieldSelect = (header: string) => (
    <select
      className="zs-select-box"
      aria-label={t('fieldOf', { header })}
      value={columns[header] ?? ''}
      disabled={!again}
      onChange={(event) => choose(header, event.target.value)}
    >
      <option value="">{t('leftOut')}</option>
      {fields.map(({ name, label }) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </select>
  )
  const unitSelect = (header: string, field: SheetField) => (
    <select
      className="zs-select-box"
      aria-label={t('unitOf', { header })}
      value={units[field.name] ?? ''}
      disabled={!again}
      onChange={(event) => {
        const { [field.name]: _, ...rest } = units
        setUnits(event.target.value ? { ...rest, [field.name]: event.target.value } : rest)
      }}
    >
      <option value="">{t('chooseUnit')}</option>
      {unitsOf(field).map((unit) => (
        <option key={unit} value={unit}>
          {unitText(unit)}
        </option>
      ))}
    </select>
  )
  const table: Column<Line>[] = [
    { key: 'header', title: t('columnHeader'), cell: ({ header }) => header },
    {
      key: 'field',
      title: t('columnField'),
      cell: (line) => (line.field ? (fieldOf(line)?.label ?? line.field) : fieldSelect(line.header)),
    },
    {
      key: 'unit',
      title: t('columnUnit'),
      cell: (line) => {
        const field = fieldOf(line)
        if (!field?.unit) return null
        return line.factor === undefined ? unitSelect(line.header, field) : unitText(line.unit ?? field.unit)
      },
    },
    {
      key: 'factor',
      title: t('columnFactor'),
      short: true,
      cell: ({ field, unit, factor }) =>
        !field || !unit || factor === undefined
          ? null
          : factor === 1
            ? t('factorOne')
            : t('factorTimes', { factor: grouped(plain(factor)) }),
    },
  ]
  const tableOf = (caption: string, rows: readonly Line[]) => (
    <DataTable caption={caption} columns={table} rows={rows} rowKey={keyOf(rows)} />
  )
  const planAgain = again ? (
    <div className="zs-actions">
      <Button {...(failed && { type: 'primary' })} disabled={!touched} onClick={() => again({ columns, units })}>
        {t('planAgain')}
      </Button>
    </div>
  ) : (
    <p className="zs-quiet">{t('planAgainNeedsFile')}</p>
  )
  if (failed)
    return (
      <section className="zs-card" aria-labelledby="mapping">
        <h2 id="mapping">{t('stepMapping')}</h2>
        <Alert
          type="warning"
          showIcon
          title={t('failedTitle')}
          description={
            <ul>
              {of.findings.map((finding) => (
                <li key={finding.rule + finding.pointer + finding.message}>{finding.message}</li>
              ))}
            </ul>
          }
        />
        {lines.length > 0 && tableOf(t('stepMapping'), lines)}
        {open.length === 0 && again && (
          <details>
            <summary>{t('otherHeader')}</summary>
            <div className="zs-actions zs-other-header">
              <Input
                aria-label={t('otherHeaderName')}
                placeholder={t('otherHeaderName')}
                value={other}
                maxLength={100}
                onChange={(event) => setOther(event.target.value)}
              />
              {other.trim() && fieldSelect(other.trim())}
            </div>
            <p className="zs-quiet">{t('otherHeaderHelp')}</p>
          </details>
        )}
        {planAgain}
        {of.rows.total > 0 && (
          <Button
            className="zs-start"
            onClick={() => takeResults(of.id).catch((error: Error) => setRefusal(error.message))}
          >
            {t('takeResults')}
          </Button>
        )}
        {refusal && <p role="alert">{refusal}</p>}
      </section>
    )
  return (
    <section className="zs-card" aria-labelledby="mapping">
      <h2 id="mapping">{t('stepMapping')}</h2>
      {lines.length === 0 ? (
        <p>{t('noColumns')}</p>
      ) : (
        <>
          <p>{t('recognised', { count: recognised })}</p>
          {nothing.length > 0 && <p className="zs-quiet">{t('carryNothing', { headers: listed(nothing) })}</p>}
          {undecided.length > 0 && (
            <>
              <Alert type="warning" showIcon title={t('leftOutCount', { count: undecided.length })} />
              {tableOf(t('undecided'), undecided)}
            </>
          )}
          <details>
            <summary>{t('mappingOpen')}</summary>
            <div className="zs-form">{tableOf(t('stepMapping'), known)}</div>
          </details>
          {(undecided.length > 0 || touched) && planAgain}
        </>
      )}
    </section>
  )
}

/** Two columns may bear the same words. */
const keyOf = (lines: readonly Line[]) => (line: Line) => `${lines.indexOf(line)} ${line.header}`
