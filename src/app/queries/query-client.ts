import { QueryCache, QueryClient } from '@tanstack/react-query'
import { mayPass, Problem, toProblem } from '../platform/problem'

/**
 * The cache of what the server said. Reads are asked again by themselves, and only when the failure may
 * pass; writes never are (zis-admin-app 6).
 *
 * @param onSignedOut hears of the first answer that says the session is over
 */
export function createQueryClient(onSignedOut: () => void, { retries = 2 } = {}): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (toProblem(error).kind === 'signed_out') onSignedOut()
      },
    }),
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
