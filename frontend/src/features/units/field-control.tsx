import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Radio, Select, type SelectProps } from 'antd'
import type { ProjectField } from '@/api/types'
import { areaText } from '@/lib/area'
import { moneyText, wanInput } from '@/lib/money'
import { withUnit } from '@/lib/punctuation'
import {
  AREA,
  COUNT,
  FLOOR,
  grouped,
  inUnit,
  MONEY,
  PLAIN,
  POWER,
  plain,
  type QuantityKind,
  WEIGHT,
} from '@/lib/quantity'
import { language, useWords } from '@/lib/words'
import { DayInput } from '@/ui/day-input'
import type { Control } from '@/ui/field'
import { QuantityInput } from '@/ui/quantity-input'
import { recordWords } from '@/ui/record-words'
import { uiWords } from '@/ui/words'
import { gbIndustriesQuery, industriesQuery, parksQuery, unitsQuery } from './queries'

const wanKwh = (value: number) => inUnit(value, [10_000n, 1n], 8)
const asIs = (value: number) => plain(value)
const COORDINATE: QuantityKind = { units: { '°': [1n, 1n] }, bare: [1n, 1n], decimals: 6 }
const textOf = (value: unknown) => (value == null ? '' : String(value))

type Quantity = {
  kind: QuantityKind
  toInput: (value: number) => string
  show: (value: number) => string
  example: string
  unit: string
}

/** How a quantity is typed and shown back: by what it measures, as the form of the server says. */
export function quantityOf(field: ProjectField): Quantity | undefined {
  const unit = field.unit ?? ''
  const zh = language() === 'zh'
  const show = (value: number) => withUnit(grouped(plain(value)), unit)
  if (field.type === 'MONEY')
    return {
      kind: MONEY,
      toInput: wanInput,
      show: moneyText,
      example: zh ? '1.2亿、1,200万' : '1.2 billion, 12 million',
      unit: '万元',
    }
  if (field.type === 'COORDINATE') return { kind: COORDINATE, toInput: asIs, show, example: '109.781', unit }
  if (field.type === 'INTEGER') return { kind: COUNT, toInput: asIs, show, example: '300', unit }
  if (field.type !== 'DECIMAL') return undefined
  if (unit.startsWith('亩'))
    return { kind: AREA, toInput: asIs, show: areaText, example: zh ? '120、8公顷' : '120, 8 ha', unit }
  if (unit.startsWith('千瓦时'))
    return {
      kind: POWER,
      toInput: wanKwh,
      show,
      example: zh ? '500、500万千瓦时' : '500, 5,000,000 kWh',
      unit: `万${unit}`,
    }
  if (unit === '平方米') return { kind: FLOOR, toInput: asIs, show, example: zh ? '5000、1.2万' : '5000', unit }
  if (unit === '米' || unit === '%' || unit === 'kVA' || unit.startsWith('元/'))
    return { kind: PLAIN, toInput: asIs, show, example: '12.5', unit }
  return { kind: WEIGHT, toInput: asIs, show, example: zh ? '12000、1.2万' : '12000', unit }
}

/** The control of one field, by the type the server gives it. */
export function FieldControl({
  field,
  control,
  value,
  onChange,
  disabled,
  unitCode,
  ahead = false,
}: {
  field: ProjectField
  control: Control
  value: unknown
  onChange: (value: unknown) => void
  disabled: boolean
  unitCode: string | undefined
  /** A day that may still be to come. */
  ahead?: boolean
}) {
  const u = useWords(uiWords)
  const quantity = quantityOf(field)
  if (quantity)
    return (
      <QuantityInput
        control={control}
        value={value as number | null | undefined}
        onChange={onChange}
        disabled={disabled}
        kind={quantity.kind}
        toInput={quantity.toInput}
        show={quantity.show}
        example={quantity.example}
        unit={quantity.unit}
      />
    )
  // Bounds as notices write them (≥0.65, 1.0-3.0) may also be a bare number.
  const text = textOf(value)
  switch (field.type) {
    case 'DATE':
      return <DayInput control={control} value={text} disabled={disabled} ahead={ahead} onChange={onChange} />
    case 'LONG_TEXT':
      return (
        <Input.TextArea
          {...control}
          value={text}
          disabled={disabled}
          status={control['aria-invalid'] ? 'error' : ''}
          autoSize={{ minRows: 3, maxRows: 12 }}
          {...(field.maxLength && { maxLength: field.maxLength, showCount: true })}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'BOOLEAN':
      return (
        <Radio.Group
          value={value ?? undefined}
          disabled={disabled}
          name={control.id}
          options={[
            { value: true, label: u('yes') },
            { value: false, label: u('no') },
          ]}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'ENUMS':
      return (
        <Checkbox.Group
          value={(value as string[] | null) ?? []}
          disabled={disabled}
          name={control.id}
          options={(field.options ?? []).map((o) => ({ value: o.value, label: o.label }))}
          onChange={onChange}
        />
      )
    case 'ENUM':
    case 'CODE':
    case 'CODES':
      return <CodeSelect field={field} control={control} value={value} onChange={onChange} disabled={disabled} />
    default:
      return (
        <>
          <Input
            {...control}
            value={text}
            disabled={disabled}
            status={control['aria-invalid'] ? 'error' : ''}
            autoComplete="off"
            {...(field.maxLength && { maxLength: field.maxLength })}
            {...(field.name === 'parkName' && { list: `${control.id}-known` })}
            onChange={(event) => onChange(event.target.value)}
          />
          {field.name === 'parkName' && <KnownParks id={`${control.id}-known`} unitCode={unitCode} />}
        </>
      )
  }
}

function KnownParks({ id, unitCode }: { id: string; unitCode: string | undefined }) {
  const parks = useQuery(parksQuery()).data ?? []
  const own = parks.filter((p) => p.unitCode === unitCode)
  return (
    <datalist id={id}>
      {(own.length > 0 ? own : parks).map((park) => (
        <option key={park.name} value={park.name} />
      ))}
    </datalist>
  )
}

type Option = { value: string; label: string; group?: string }

/** The codes a field may hold: from the field itself, else from the reference data it names. */
export function useCodeOptions(field: ProjectField): Option[] {
  const industries = useQuery({ ...industriesQuery(), enabled: field.codes === 'industries' }).data ?? []
  const divisions = useQuery({ ...gbIndustriesQuery(), enabled: field.codes === 'gbIndustries' }).data ?? []
  const units = useQuery({ ...unitsQuery(), enabled: field.codes === 'locations' }).data ?? []
  switch (field.codes) {
    case 'industries':
      return industries.map((i) => ({ value: i.code, label: i.name, group: i.groupName }))
    case 'gbIndustries':
      return divisions.map((d) => ({ value: d.code, label: `${d.code} ${d.name}` }))
    case 'locations':
      return units
        .filter((unit) => unit.kind === 'BANNER' || unit.kind === 'DISTRICT')
        .map((unit) => ({ value: unit.code, label: unit.name }))
    default:
      return field.options ?? []
  }
}

const plainOption = ({ value, label }: Option) => ({ value, label })

function CodeSelect({
  field,
  control,
  value,
  onChange,
  disabled,
}: {
  field: ProjectField
  control: Control
  value: unknown
  onChange: (value: unknown) => void
  disabled: boolean
}) {
  const t = useWords(recordWords)
  const options = useCodeOptions(field)
  const groups = [...new Set(options.map((o) => o.group).filter((g) => g !== undefined))]
  const many = field.type === 'CODES'
  const choices: SelectProps['options'] =
    groups.length > 0
      ? groups.map((group) => ({ label: group, options: options.filter((o) => o.group === group).map(plainOption) }))
      : options.map(plainOption)
  return (
    <Select
      {...control}
      {...(many && { mode: 'multiple' as const })}
      value={value ?? (many ? [] : undefined)}
      disabled={disabled}
      allowClear
      status={control['aria-invalid'] ? 'error' : ''}
      placeholder={t('choose')}
      showSearch={{ optionFilterProp: 'label' }}
      options={choices}
      onChange={(next: unknown) => onChange(next ?? null)}
    />
  )
}
