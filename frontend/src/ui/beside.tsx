import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '@/lib/words'
import { uiWords } from './words'

/** A row opened beside its list: the list stays in reach; on a phone it covers the page. Escape closes it. */
export function Beside({
  title,
  tools,
  onClose,
  children,
}: {
  title: string
  tools?: ReactNode
  onClose: () => void
  children: ReactNode
}) {
  const t = useWords(uiWords)
  const heading = useRef<HTMLHeadingElement>(null)
  const opener = useRef<Element | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row is another reading
  useEffect(() => {
    const before = document.activeElement
    if (!heading.current?.closest('aside')?.contains(before)) opener.current = before
    heading.current?.focus({ preventScroll: true })
  }, [title])
  // Whoever opened it by keyboard goes on from the same row.
  useEffect(
    () => () => {
      if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true })
    },
    [],
  )
  return (
    <aside
      className="zs-beside"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <div className="zs-row">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <span className="zs-actions">
          {tools}
          <Button onClick={onClose}>{t('close')}</Button>
        </span>
      </div>
      {children}
    </aside>
  )
}
