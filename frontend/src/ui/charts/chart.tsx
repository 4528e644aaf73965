import { type ReactNode, useRef, useState } from 'react'
import { useWords } from '@/lib/words'
import { savePng } from './save-png'
import { chartWords } from './words'

/**
 * A chart under its title, to be saved as a picture. Its parts are placed in percent of the width, so it fits any page. What it
 * shows stands in a table as well: readers who can not see it miss nothing.
 */
export function Chart({ title, height, children }: { title: string; height: number; children: ReactNode }) {
  const t = useWords(chartWords)
  const svg = useRef<SVGSVGElement>(null)
  const [failed, setFailed] = useState(false)
  return (
    <figure className="zs-card zs-chart">
      <figcaption>
        <strong>{title}</strong>{' '}
        <button
          type="button"
          className="zs-link"
          onClick={() => {
            if (svg.current)
              savePng(svg.current, title, title).then(
                () => setFailed(false),
                () => setFailed(true),
              )
          }}
        >
          {t('savePng')}
        </button>
        {failed && <span role="alert">{t('notSaved')}</span>}
      </figcaption>
      <svg ref={svg} width="100%" height={height} aria-hidden="true" fontSize="13" fill="#1c2026">
        {children}
      </svg>
    </figure>
  )
}
