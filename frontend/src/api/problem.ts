import { language } from '@/lib/words'
import type { Finding, Problem } from './types'

/** The server refused, and said why (RFC 9457). */
export class ProblemError extends Error {
  readonly status: number
  readonly problem: Problem
  readonly requestId: string | null

  constructor(problem: Problem, status: number, requestId: string | null) {
    super(problem.detail || problem.title)
    this.name = 'ProblemError'
    this.problem = problem
    this.status = status
    this.requestId = requestId
  }

  get findings(): Finding[] {
    return this.problem.errors ?? []
  }
}

/** No answer came: the line is down, or the server is. Said as it is wherever an error is shown. */
export class OfflineError extends Error {
  constructor() {
    super(
      language() === 'zh'
        ? '与服务器的连接中断：填写的内容还在，请检查网络后再试一次。'
        : 'The connection was lost: what you entered is still here. Check the network and try again.',
    )
    this.name = 'OfflineError'
  }
}

export const isProblem = (error: unknown, status?: number): error is ProblemError =>
  error instanceof ProblemError && (status === undefined || error.status === status)

/** Worth another try by itself: nothing was decided yet. */
export const isTransient = (error: unknown): boolean =>
  error instanceof OfflineError || (error instanceof ProblemError && [429, 502, 503, 504].includes(error.status))
