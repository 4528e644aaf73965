import { lazy, Suspense, useId, useRef, useState } from 'react'
import { useWords } from '@/lib/words'
import { publicWords } from './words'

const QrCode = lazy(() => import('./qr-code'))

/** The page as a link, a QR code and a sheet of paper. */
export function Share({ title, heading, link }: { title: string; heading: string; link: string }) {
  const t = useWords(publicWords)
  const [said, setSaid] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const copy = async () => {
    field.current?.select()
    try {
      // Absent on plain HTTP: there the selected link can be copied by hand.
      await navigator.clipboard.writeText(link)
      setSaid(t('copied'))
    } catch {
      setSaid(t('copyByHand'))
    }
  }
  return (
    <section className="zs-card zs-pub-share" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <div className="zs-pub-share-body">
        <figure>
          <div role="img" aria-label={t('qr')} className="zs-pub-qr">
            <Suspense fallback={<span className="zs-quiet">{t('qrLoading')}</span>}>
              <QrCode value={link} />
            </Suspense>
          </div>
          <figcaption className="zs-quiet">{t('qrHint')}</figcaption>
        </figure>
        <div className="zs-pub-share-link">
          <label htmlFor={`${id}-link`}>{t('link')}</label>
          <input id={`${id}-link`} ref={field} className="zs-pub-input" readOnly value={link} />
          <p className="zs-pub-printed-link">{link}</p>
          <div className="zs-actions">
            <button type="button" className="zs-pub-button" onClick={() => void copy()}>
              {t('copy')}
            </button>
            {'share' in navigator && (
              <button
                type="button"
                className="zs-pub-button"
                // Closing the system's sheet without sending is a rejection that means nothing.
                onClick={() => void navigator.share({ title, url: link }).catch(() => undefined)}
              >
                {t('send')}
              </button>
            )}
            <button type="button" className="zs-pub-button" onClick={() => globalThis.print()}>
              {t('print')}
            </button>
          </div>
          <p role="status" className="zs-quiet">
            {said}
          </p>
        </div>
      </div>
    </section>
  )
}
