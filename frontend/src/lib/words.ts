import i18next from 'i18next'
import { useSyncExternalStore } from 'react'

/** The two languages of the interface; Chinese is the one the work is done in. */
export type Language = 'zh' | 'en'

type Params = Record<string, string | number>
export type Words<K extends string> = { readonly space: string; readonly keys?: K }
export type Translate<K extends string> = (key: K, params?: Params) => string

const stored = (): Language => {
  try {
    return localStorage.getItem('zs-language') === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh' // storage may be switched off by policy
  }
}

void i18next.init({
  lng: stored(),
  fallbackLng: 'zh',
  initAsync: false,
  showSupportNotice: false,
  resources: { zh: {}, en: {} },
  // A flat key is a sentence: neither dots nor colons in it mean anything.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
})
document.documentElement.lang = stored() === 'en' ? 'en' : 'zh-CN'

/**
 * Registers the texts of one area, Chinese and English side by side; English that misses a key does not compile.
 * Where English has another form for one, it stands under the key with `_one`: i18next takes it when `count` is 1.
 */
export function defineWords<K extends string>(
  space: string,
  zh: Record<K, string>,
  en: Record<NoInfer<K>, string> & Partial<Record<`${NoInfer<K>}_one`, string>>,
): Words<K> {
  i18next.addResourceBundle('zh', space, zh, false, true)
  i18next.addResourceBundle('en', space, en, false, true)
  return { space }
}

export const language = (): Language => (i18next.language === 'en' ? 'en' : 'zh')

export async function switchLanguage(to: Language): Promise<void> {
  try {
    localStorage.setItem('zs-language', to)
  } catch {
    // remembered for this page only
  }
  document.documentElement.lang = to === 'en' ? 'en' : 'zh-CN'
  await i18next.changeLanguage(to)
}

/** Text outside of components (messages of errors, titles of files). */
export function translate<K extends string>(words: Words<K>, key: K, params?: Params): string {
  return i18next.t(key, { ns: words.space, ...params })
}

const subscribe = (changed: () => void) => {
  i18next.on('languageChanged', changed)
  return () => i18next.off('languageChanged', changed)
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, language)

export function useWords<K extends string>(words: Words<K>): Translate<K> {
  useLanguage()
  return (key, params) => translate(words, key, params)
}
