import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import type { CatalogueEntry } from '../../zis/definition'
import type { Catalogued } from './catalogue'
import { changeLogScope, changesIn, setChanges } from './change-log'
import { importedIn } from './imported'
import { readKept, type ConsoleRecord } from './record'

/** An integration of the account, with what this app keeps about it. */
export interface Registered {
  key: string
  description: string
  record: ConsoleRecord | null
  /** What was imported for it from a file. */
  imported?: CatalogueEntry
}

/** The account's integrations. One read each: the registry itself keeps nothing for us. */
export function useRegistered() {
  const { zis } = useConsole()
  return useQuery<Registered[], Problem>({
    queryKey: ['registered'],
    queryFn: async ({ client }) => {
      const { integrations } = await zis.call('GET /api/services/zis/registry/integrations', {})
      return Promise.all(
        integrations.map(async ({ name, description }) => {
          const began = Date.now()
          const kept = await readKept(zis, name)
          // It came along, so whoever wants the last change need not ask again.
          setChanges(client, name, changesIn(kept.configs.get(changeLogScope)), began)
          const imported = await importedIn(kept)
          const { record } = kept
          return { key: name, description: description ?? '', record, ...(imported && { imported }) }
        }),
      )
    },
  })
}

/**
 * The integration key under which an entry of the catalogue is registered; undefined while it is not.
 * The key that the entry proposes counts too, unless the app has recorded something else there.
 */
export function keyOf(
  { name, definition, imported }: Catalogued,
  registered: Registered[],
): string | undefined {
  // What is only in this page is not set up anywhere, whatever has the key that it proposes.
  if (imported === 'page') return undefined
  const recorded = registered.find(({ record }) => record?.catalogue === name)
  const proposed = registered.find(
    ({ key, record }) => record?.catalogue === undefined && key === definition.default_key,
  )
  return (recorded ?? proposed)?.key
}
