import { QueryClient } from '@tanstack/react-query'
import { mayPass, Problem, toProblem } from '../platform/problem'

/**
 * The cache of what the server said. Reads are asked again by themselves, and only when the failure may
 * pass; writes never are (zis-admin-app 6).
 */
export function createQueryClient({ retries = 2 } = {}): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        staleTime: 5_000,
        retry: (count, error) => count < retries && mayPass(toProblem(error)),
        retryDelay: (count, error) =>
          1000 * ((error instanceof Problem ? error.retryAfter : undefined) ?? 2 ** count),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
