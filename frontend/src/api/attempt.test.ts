import { describe, expect, it } from 'vitest'
import { Attempt } from './attempt'
import { OfflineError, ProblemError } from './problem'

const answer = (status: number) => new ProblemError({ type: 'about:blank', title: 'no', status }, status, null)

/** The key that goes with the words; what comes back is the error, if one is given. */
async function sent(attempt: Attempt, words: unknown, error?: Error): Promise<string> {
  let used = ''
  const sending = attempt.of(words, (key) => {
    used = key
    return error ? Promise.reject(error) : Promise.resolve()
  })
  if (error) await expect(sending).rejects.toBe(error)
  else await sending
  return used
}

describe('the key of an attempt', () => {
  it('stays with the words when no answer came, so that nothing is stored twice', async () => {
    const attempt = new Attempt()
    const keys = new Set<string>()
    for (const lost of [new OfflineError(), answer(503), answer(409), new TypeError('aborted')])
      keys.add(await sent(attempt, { amount: 1 }, lost))
    keys.add(await sent(attempt, { amount: 1 }))
    expect(keys.size).toBe(1)
  })

  it('is another for other words', async () => {
    const attempt = new Attempt()
    const key = await sent(attempt, { amount: 1 }, new OfflineError())
    expect(await sent(attempt, { amount: 2 })).not.toBe(key)
  })

  it('is another after an answer: a refusal is kept under its key, and the same may be meant twice', async () => {
    const attempt = new Attempt()
    const keys = [
      await sent(attempt, { amount: 1 }, answer(422)),
      await sent(attempt, { amount: 1 }),
      await sent(attempt, { amount: 1 }),
    ]
    expect(new Set(keys).size).toBe(3)
  })
})

it('tells a lost line in the words of the reader', () => {
  expect(new OfflineError().message).toContain('连接中断')
})
