import { apiOrigin } from '@/lib/config'
import { language } from '@/lib/words'
import { asProblem, send } from './client'
import { OfflineError } from './problem'
import { refreshSession, sessionState } from './token'

/** Fetches a file with the session's token and hands it to the browser to save. */
export async function download(path: string, name?: string): Promise<void> {
  const answer = await send(new Request(apiOrigin() + path))
  if (!answer.ok) throw asProblem(await answer.json().catch(() => undefined), answer)
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = name ?? nameOf(answer) ?? 'download'
  link.click()
  // The browser needs the address until it has begun to write.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** RFC 6266: the encoded name wins over the plain one. */
function nameOf(answer: Response): string | undefined {
  const header = answer.headers.get('Content-Disposition') ?? ''
  const encoded = /filename\*=(?:UTF-8'')?([^;]+)/i.exec(header)?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(header)?.[1]
}

/** Uploads one file; XMLHttpRequest because `fetch` tells no progress. */
export async function upload<T>(
  path: string,
  file: File,
  fields: Record<string, string>,
  progress: (share: number) => void,
  again = true,
): Promise<T> {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  form.append('file', file, file.name)
  const request = new XMLHttpRequest()
  request.open('POST', apiOrigin() + path)
  request.withCredentials = true
  request.setRequestHeader('Authorization', `Bearer ${sessionState().token ?? ''}`)
  request.setRequestHeader('Accept-Language', language() === 'en' ? 'en' : 'zh-CN')
  request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0)
  await new Promise<void>((resolve, reject) => {
    request.onload = () => resolve()
    request.onerror = () => reject(new OfflineError())
    request.ontimeout = () => reject(new OfflineError())
    request.send(form)
  })
  if (request.status === 401 && again && (await refreshSession())) return upload(path, file, fields, progress, false)
  let body: unknown
  try {
    body = JSON.parse(request.responseText)
  } catch {
    body = undefined
  }
  if (request.status >= 200 && request.status < 300) return body as T
  throw asProblem(body, new Response(null, { status: request.status || 500, statusText: request.statusText }))
}
