import { useState } from 'react'
import { newId } from '@/lib/id'
import { isProblem, isTransient } from './problem'

/**
 * Makes something with an Idempotency-Key. An answer that got lost may have stored it: the same words go with the same key again.
 * Other words are another request, and so is whatever follows an answer.
 */
export class Attempt {
  private last: { said: string; key: string } | undefined

  async of<T>(words: unknown, send: (key: string) => Promise<T>): Promise<T> {
    const said = JSON.stringify(words)
    if (this.last?.said !== said) this.last = { said, key: newId() }
    try {
      const answer = await send(this.last.key)
      this.last = undefined
      return answer
    } catch (error) {
      if (isDecided(error)) this.last = undefined
      throw error
    }
  }
}

/** 409 is said too while the first of two is still under way. */
const isDecided = (error: unknown) => isProblem(error) && !isTransient(error) && !isProblem(error, 409)

export function useAttempt(): Attempt {
  const [attempt] = useState(() => new Attempt())
  return attempt
}
