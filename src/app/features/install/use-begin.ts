import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsole } from '../../platform/console'
import { Problem } from '../../platform/problem'
import { useNavigation } from '../../platform/route'
import type { Catalogued } from '../../queries/catalogue'
import { importedName, keepImported } from '../../queries/imported'
import { useDrafts } from '../../queries/known'
import { saveRecord } from '../../queries/record'
import { useRecorders } from '../../queries/use-recorder'

/**
 * Registers the integration key and leaves our record there, so that every admin finds the setup where
 * it was left. A key that this account has already is taken as it is. What was imported is kept there too.
 */
export function useBegin(catalogued: Catalogued) {
  const { zis } = useConsole()
  const queries = useQueryClient()
  const { go } = useNavigation()
  const { remove } = useDrafts()
  const recorderOf = useRecorders()
  const { name, written: definition, imported } = catalogued
  const [stage, setStage] = useState<'register' | 'record'>('register')
  const begin = useMutation<void, Problem, string>({
    mutationFn: async (integration) => {
      setStage('register')
      await zis
        .call('POST /api/services/zis/registry/:integration', {
          params: { integration },
          body: { description: definition.title },
        })
        .catch((thrown: unknown) => {
          // Sources disagree whether a name of one's own is answered with 200 or 409 (zis-api 3.1).
          if (!(thrown instanceof Problem && thrown.kind === 'conflict')) throw thrown
        })
      setStage('record')
      if (imported) await keepImported(zis, integration, { ...catalogued, definition })
      else await saveRecord(zis, integration, (record) => ({ ...record, catalogue: name, definition }))
    },
    onSuccess: async (_, integration) => {
      recorderOf(integration).keep({ what: 'begun', scope: integration }, { outcome: 'done' })
      await queries.invalidateQueries({ queryKey: ['registered'] })
      if (imported !== 'page') return
      // From here on it has a place of its own, with the integration.
      go({ page: 'install', name: importedName(integration) })
      remove(name)
    },
  })
  /** What was being done: the key may be registered though our record could not be written. */
  return { ...begin, stage }
}
