/** What differs between installations, read at start from `/config.json`, so that one build serves any origin. */
export type Config = {
  /** Address of the API without `/api/v1`; empty: the origin the page came from. */
  apiBaseUrl: string
  cityName: { zh: string; en: string }
  /** Between which degrees the city lies: a position outside is a slip. Absent: none is. */
  cityBounds?: Bounds
}

export type Bounds = { west: number; south: number; east: number; north: number }

const REMEMBERED = 'zs-config'
let current: Config = { apiBaseUrl: '', cityName: { zh: '', en: '' } }

export const config = (): Config => current

export const apiOrigin = (): string => current.apiBaseUrl || globalThis.location.origin

/** The last good copy serves when the file can not be had: a flat line at start must not mean a blank page. */
export async function loadConfig(): Promise<void> {
  try {
    const answer = await fetch('/config.json', { cache: 'no-cache' })
    if (!answer.ok) throw new Error(String(answer.status))
    current = { ...current, ...((await answer.json()) as Partial<Config>) }
    localStorage.setItem(REMEMBERED, JSON.stringify(current))
  } catch {
    try {
      current = { ...current, ...(JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}') as Partial<Config>) }
    } catch {
      // neither file nor copy: the origin of the page is the best guess
    }
  }
}
