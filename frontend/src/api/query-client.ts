import { QueryClient } from '@tanstack/react-query'
import { isTransient } from './problem'

/** Reads are tried again when nothing was decided; a refusal is shown at once. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // What is remembered is shown at once and asked for again: a queue is other people's work too.
        staleTime: 0,
        retry: (failures, error) => isTransient(error) && failures < 3,
        retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 8_000),
        // An office line that the browser calls offline may still reach the server of the bureau.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
