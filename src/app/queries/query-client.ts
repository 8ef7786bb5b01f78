import { QueryClient } from '@tanstack/react-query'
import { mayPass, toProblem, waitMs } from '../platform/problem'

/**
 * The cache of what the server said. Reads are asked again by themselves, and only when the failure may
 * pass; writes never are (zis-admin-app 6). After too many requests the page says so at once, and what is
 * on it is asked again when Zendesk takes more.
 */
export function createQueryClient({ retries = 2 } = {}): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        staleTime: 5_000,
        retry: (count, error) => count < retries && mayPass(toProblem(error)) && !isTooMany(error),
        retryDelay: (count) => 1000 * 2 ** count,
        refetchInterval: ({ state: { error } }) =>
          isTooMany(error) ? Math.max(1000, waitMs(toProblem(error))) : false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

const isTooMany = (error: unknown): boolean => error !== null && toProblem(error).kind === 'rate_limited'
