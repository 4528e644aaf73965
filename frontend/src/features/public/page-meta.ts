import { useEffect } from 'react'

/**
 * What search engines and messengers show of a page: title, description, address, the record as schema.org has it.
 * Everything is taken back when the page is left, for the application behind the sign-in is nobody's search result.
 */
export function usePageMeta(title: string | undefined, description: string, link: string, record?: object): void {
  const json = record && JSON.stringify(record)
  useEffect(() => {
    if (title === undefined) return
    document.title = title
    const meta = document.querySelector('meta[name="description"]')
    const before = meta?.getAttribute('content') ?? ''
    meta?.setAttribute('content', description)
    const added = [
      element('link', { rel: 'canonical', href: link }),
      element('meta', { property: 'og:title', content: title }),
      element('meta', { property: 'og:description', content: description }),
      element('meta', { property: 'og:url', content: link }),
    ]
    if (json) {
      const script = element('script', { type: 'application/ld+json' })
      script.textContent = json
      added.push(script)
    }
    document.head.append(...added)
    return () => {
      meta?.setAttribute('content', before)
      for (const one of added) one.remove()
    }
  }, [title, description, link, json])
}

function element(name: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
