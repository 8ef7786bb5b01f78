import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useConsole } from '../../platform/console'
import { Problem } from '../../platform/problem'
import type { Catalogued } from '../../queries/catalogue'
import { writeRecord } from '../../queries/record'

/**
 * Registers the integration key and leaves our record there, so that every admin finds the setup where
 * it was left. A key that this account has already is taken as it is.
 */
export function useBegin({ name, definition }: Catalogued) {
  const { zis } = useConsole()
  const queries = useQueryClient()
  return useMutation<void, Problem, string>({
    mutationFn: async (integration) => {
      await zis
        .call('POST /api/services/zis/registry/:integration', {
          params: { integration },
          body: { description: definition.title },
        })
        .catch((thrown: unknown) => {
          // Sources disagree whether a name of one's own is answered with 200 or 409 (zis-api 3.1).
          if (!(thrown instanceof Problem && thrown.kind === 'conflict')) throw thrown
        })
      await writeRecord(zis, integration, { catalogue: name, definition })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['registered'] }),
  })
}
