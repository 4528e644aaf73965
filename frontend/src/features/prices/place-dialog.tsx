import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Input, Select } from 'antd'
import { useId, useState } from 'react'
import type { PriceReportLine } from '@/api/types'
import { parksQuery } from '@/features/units/queries'
import { useWords } from '@/lib/words'
import { Dialog } from '@/ui/dialog'
import { itemsQuery } from './queries'
import { priceWords } from './words'

const LONGEST = 60

/** Asks for the park or the condition under which an item has a price of its own. */
export function PlaceDialog({
  line,
  unitCode,
  onCancel,
  onConfirm,
}: {
  line: PriceReportLine
  unitCode: string
  onCancel: () => void
  onConfirm: (line: PriceReportLine) => void
}) {
  const t = useWords(priceWords)
  const id = useId()
  const [park, setPark] = useState('')
  const [condition, setCondition] = useState('')
  const parks = useQuery(parksQuery()).data?.filter((one) => !one.unitCode || one.unitCode === unitCode) ?? []
  const conditions = useQuery(itemsQuery()).data?.find(({ code }) => code === line.itemCode)?.conditions ?? []
  const { parkName: _, condition: __, last: ___, ...item } = line
  const placed: PriceReportLine = {
    ...item,
    prices: [],
    ...(park.trim() && { parkName: park.trim() }),
    ...(condition.trim() && { condition: condition.trim() }),
  }
  return (
    <Dialog
      title={t('addPlaceTo', { name: line.itemName })}
      okText={t('addRow')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !placed.parkName && !placed.condition }}
      onOk={() => onConfirm(placed)}
      onCancel={onCancel}
    >
      <p>{t('addPlaceHelp')}</p>
      <div className="zs-field">
        <label htmlFor={`${id}park`}>{t('parkOnly')}</label>
        <AutoComplete
          id={`${id}park`}
          autoFocus
          maxLength={LONGEST}
          value={park}
          onChange={setPark}
          showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
          options={parks.map(({ name }) => ({ value: name }))}
        />
      </div>
      <div className="zs-field">
        <label htmlFor={`${id}condition`}>{t('condition')}</label>
        {conditions.length > 0 ? (
          <Select<string>
            id={`${id}condition`}
            allowClear
            value={condition || undefined}
            onChange={(chosen) => setCondition(chosen ?? '')}
            options={conditions.map(({ value, label }) => ({ value, label }))}
          />
        ) : (
          <Input
            id={`${id}condition`}
            maxLength={LONGEST}
            value={condition}
            onChange={({ target }) => setCondition(target.value)}
          />
        )}
      </div>
    </Dialog>
  )
}
