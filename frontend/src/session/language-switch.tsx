import { useQueryClient } from '@tanstack/react-query'
import { language, switchLanguage, useWords } from '@/lib/words'
import { sessionWords } from './words'

/** The label is written in the language it leads to. */
export function LanguageSwitch() {
  const t = useWords(sessionWords)
  const queries = useQueryClient()
  const to = language() === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="zs-link"
      lang={to === 'en' ? 'en' : 'zh-CN'}
      onClick={() => {
        // Labels and messages of the server come in the language they were asked for.
        void switchLanguage(to).then(() => queries.invalidateQueries())
      }}
    >
      {t('other')}
    </button>
  )
}
