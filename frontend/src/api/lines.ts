import { apiOrigin } from '@/lib/config'
import { asProblem, send } from './client'

/** A streamed answer line by line, as it comes; leaving the loop ends the transfer. */
export async function* lines(path: string, signal: AbortSignal, accept?: string): AsyncGenerator<string> {
  const headers: Record<string, string> = accept ? { Accept: accept } : {}
  const stop = new AbortController()
  signal.addEventListener('abort', () => stop.abort())
  const answer = await send(new Request(apiOrigin() + path, { headers, signal: stop.signal }))
  if (!answer.ok) throw asProblem(await answer.json().catch(() => undefined), answer)
  const reader = answer.body?.getReader()
  if (!reader) return
  const text = new TextDecoder()
  let rest = ''
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const whole = (rest + text.decode(part.value, { stream: true })).split('\n')
      rest = whole.pop() ?? ''
      for (const line of whole) if (line.trim()) yield line
    }
    if (rest.trim()) yield rest
  } finally {
    stop.abort()
  }
}
