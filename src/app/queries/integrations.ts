import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import type { CatalogueEntry } from '../../zis/definition'
import type { Entry } from './catalogue'
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

/**
 * The account's integrations. One read each: the registry itself keeps nothing for us. Where that fails for
 * some, those are there without it (zis-admin-app D9), and what needs it asks again and says so.
 */
export function useRegistered() {
  const { zis } = useConsole()
  return useQuery<Registered[], Problem>({
    queryKey: ['registered'],
    queryFn: async ({ client }) => {
      const { integrations } = await zis.call('GET /api/services/zis/registry/integrations', {})
      const began = Date.now()
      const reads = await Promise.allSettled(integrations.map(({ name }) => readKept(zis, name)))
      const first = reads[0]
      if (first?.status === 'rejected' && reads.every(({ status }) => status === 'rejected')) {
        throw first.reason
      }
      return Promise.all(
        integrations.map(async ({ name, description }, index) => {
          const read = reads[index]!
          const about = { key: name, description: description ?? '' }
          if (read.status === 'rejected') return { ...about, record: null }
          const kept = read.value
          // It came along, so whoever wants the last change need not ask again.
          setChanges(client, name, changesIn(kept.configs.get(changeLogScope)), began)
          const imported = await importedIn(kept)
          return { ...about, record: kept.record, ...(imported && { imported }) }
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
  { name, definition, imported }: Pick<Entry, 'name' | 'definition' | 'imported'>,
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
