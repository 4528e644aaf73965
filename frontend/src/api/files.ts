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
  // Outside the document some browsers forget the name.
  document.body.append(link)
  link.click()
  link.remove()
  // The browser needs the address until it has begun to write.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Fetches a picture with the session's token, for the page to show; whoever takes it lets the address go again. */
export async function pictureAddress(path: string): Promise<string> {
  const answer = await send(new Request(apiOrigin() + path))
  if (!answer.ok) throw asProblem(await answer.json().catch(() => undefined), answer)
  return URL.createObjectURL(await answer.blob())
}

/** RFC 6266: the encoded name wins over the plain one. */
function nameOf(answer: Response): string | undefined {
  const header = answer.headers.get('Content-Disposition') ?? ''
  const encoded = /filename\*=(?:UTF-8'')?([^;]+)/i.exec(header)?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(header)?.[1]
}

/** Uploads one file as a form; `progress` hears the share that has left. */
export function upload<T>(
  path: string,
  file: File,
  fields: Record<string, string>,
  progress: (share: number) => void,
): Promise<T> {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  form.append('file', file, file.name)
  return post(path, form, {}, progress)
}

/** Sends what may take long; XMLHttpRequest because `fetch` tells no progress. */
export async function post<T>(
  path: string,
  body: FormData | Blob,
  headers: Record<string, string>,
  progress: (share: number) => void,
  signal?: AbortSignal,
  again = true,
): Promise<T> {
  const request = new XMLHttpRequest()
  request.open('POST', apiOrigin() + path)
  request.withCredentials = true
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  request.setRequestHeader('Authorization', `Bearer ${sessionState().token ?? ''}`)
  request.setRequestHeader('Accept-Language', language() === 'en' ? 'en' : 'zh-CN')
  request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0)
  const stop = () => request.abort()
  signal?.addEventListener('abort', stop)
  try {
    await new Promise<void>((resolve, reject) => {
      request.onload = () => resolve()
      request.onerror = () => reject(new OfflineError())
      request.ontimeout = () => reject(new OfflineError())
      request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
      request.send(body)
    })
  } finally {
    signal?.removeEventListener('abort', stop)
  }
  if (request.status === 401 && again && (await refreshSession()))
    return post(path, body, headers, progress, signal, false)
  let answer: unknown
  try {
    answer = JSON.parse(request.responseText)
  } catch {
    answer = undefined
  }
  if (request.status >= 200 && request.status < 300) return answer as T
  throw asProblem(answer, new Response(null, { status: request.status || 500, statusText: request.statusText }))
}
