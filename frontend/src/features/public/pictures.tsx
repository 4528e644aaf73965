import type { PublicPicture } from '@/api/types'
import { apiOrigin } from '@/lib/config'
import { useWords } from '@/lib/words'
import { siteWords } from './site-words'

/** Each opens alone in its own window: a phone can then enlarge it as it likes. */
export function Pictures({ name, pictures }: { name: string; pictures: readonly PublicPicture[] }) {
  const t = useWords(siteWords)
  return (
    <ul className="zs-pub-pictures" aria-label={t('pictures')}>
      {pictures.map(({ id, url }, i) => (
        <li key={id}>
          <a href={apiOrigin() + url} target="_blank" rel="noreferrer">
            <img src={apiOrigin() + url} alt={t('pictureOf', { name, at: i + 1 })} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  )
}
