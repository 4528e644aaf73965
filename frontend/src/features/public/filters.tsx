import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { moneyText } from '@/lib/money'
import { useLanguage, useWords } from '@/lib/words'
import type { ListState } from '@/ui/list-state'
import { publicIndustriesQuery, publicUnitsQuery } from './queries'
import { publicWords } from './words'

/** Bounds in yuan between which investors look; the address holds the bounds themselves. */
const bounds = [50_000_000, 100_000_000, 500_000_000, 1_000_000_000, 5_000_000_000]
const ranges = [...bounds, undefined].map((to, i) => ({ from: i === 0 ? undefined : bounds[i - 1], to }))
const rangeKey = (from: string | number | undefined, to: string | number | undefined) => `${from ?? ''}-${to ?? ''}`

export const filterKeys = ['q', 'unitCode', 'groupCode', 'industryCode', 'minInvestmentYuan', 'maxInvestmentYuan']

export function Filters({ state }: { state: ListState }) {
  const t = useWords(publicWords)
  const lang = useLanguage()
  const units = useQuery(publicUnitsQuery())
  const industries = useQuery(publicIndustriesQuery())
  const group = state.get('groupCode')
  const groups = new Map(industries.data?.map((i) => [i.groupCode, i.groupName]))
  const chosen = rangeKey(state.get('minInvestmentYuan'), state.get('maxInvestmentYuan'))
  const rangeText = (from?: number, to?: number) =>
    from === undefined
      ? t('upTo', { to: moneyText(to ?? 0, lang) })
      : to === undefined
        ? t('from', { from: moneyText(from, lang) })
        : t('between', { from: moneyText(from, lang), to: moneyText(to, lang) })
  const set =
    ['unitCode', 'groupCode', 'industryCode'].filter((key) => state.get(key)).length + (chosen === '-' ? 0 : 1)
  return (
    <FilterForm state={state} label={t('find')} hint={t('findHint')} set={set}>
      <Select label={t('unit')} value={state.get('unitCode')} change={(unitCode) => state.set({ unitCode })}>
        {units.data?.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label={t('group')}
        value={group}
        change={(groupCode) => state.set({ groupCode, industryCode: undefined })}
      >
        {[...groups].map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label={t('industry')}
        value={state.get('industryCode')}
        change={(industryCode) => state.set({ industryCode })}
      >
        {industries.data
          ?.filter((industry) => !group || industry.groupCode === group)
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </Select>
      <Select
        label={t('investment')}
        value={chosen === '-' ? '' : chosen}
        change={(range) => {
          const [from, to] = range.split('-')
          state.set({ minInvestmentYuan: from, maxInvestmentYuan: to })
        }}
      >
        {ranges.map(({ from, to }) => (
          <option key={rangeKey(from, to)} value={rangeKey(from, to)}>
            {rangeText(from, to)}
          </option>
        ))}
        {chosen !== '-' && !ranges.some(({ from, to }) => rangeKey(from, to) === chosen) && (
          <option value={chosen}>
            {rangeText(
              Number(state.get('minInvestmentYuan')) || undefined,
              Number(state.get('maxInvestmentYuan')) || undefined,
            )}
          </option>
        )}
      </Select>
    </FilterForm>
  )
}

/** Words to find by, and conditions that fold away on a phone. */
export function FilterForm({
  state,
  label,
  hint,
  set,
  children,
}: {
  state: ListState
  label: string
  hint: string
  /** How many conditions are set beside the words. */
  set: number
  children: ReactNode
}) {
  const t = useWords(publicWords)
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the browsers this serves
    <form
      role="search"
      className="zs-pub-filters"
      onSubmit={(event) => {
        event.preventDefault()
        state.set({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() || undefined })
      }}
    >
      <div className="zs-pub-find">
        <input
          // A search reached by "back" shows the words it was made with.
          key={state.get('q')}
          type="search"
          name="q"
          className="zs-pub-input"
          defaultValue={state.get('q')}
          aria-label={label}
          placeholder={hint}
          maxLength={100}
        />
        <button type="submit" className="zs-pub-button zs-pub-primary">
          {t('search')}
        </button>
      </div>
      <details className="zs-pub-more" open={globalThis.matchMedia?.('(min-width: 761px)').matches || set > 0}>
        <summary>{set > 0 ? t('filtersOn', { count: set }) : t('filters')}</summary>
        <div className="zs-pub-selects">{children}</div>
      </details>
    </form>
  )
}

export function Select({
  label,
  value,
  change,
  any = true,
  children,
}: {
  label: string
  value: string
  change: (value: string) => void
  any?: boolean
  children: ReactNode
}) {
  const t = useWords(publicWords)
  const id = useId()
  return (
    <div className="zs-filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="zs-pub-input" value={value} onChange={(event) => change(event.target.value)}>
        {any && <option value="">{t('any')}</option>}
        {children}
      </select>
    </div>
  )
}
