import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { language, switchLanguage } from '@/lib/words'

/** The address of a page as one gives it to others: an English page is received in English. */
export function shareLink(path: string, search = new URLSearchParams()): string {
  const kept = new URLSearchParams(search)
  kept.delete('cursor')
  kept.delete('lang')
  if (language() === 'en') kept.set('lang', 'en')
  const query = kept.toString()
  return `${globalThis.location.origin}${path}${query && `?${query}`}`
}

/** A shared link says in which language it was shared; afterwards the reader's own choice counts. */
export function useSharedLanguage(): void {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('lang')
  useEffect(() => {
    if (asked === null) return
    if ((asked === 'en' || asked === 'zh') && asked !== language()) void switchLanguage(asked)
    setSearch(
      (now) => {
        now.delete('lang')
        return now
      },
      { replace: true },
    )
  }, [asked, setSearch])
}
