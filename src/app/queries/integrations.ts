import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import type { CatalogueEntry } from '../../zis/definition'
import type { Catalogued } from './catalogue'
import { readImported } from './imported'
import { readRecord, type ConsoleRecord } from './record'

/** An integration of the account, with what this app keeps about it. */
export interface Registered {
  key: string
  description: string
  record: ConsoleRecord | null
  /** What was imported for it from a file. */
  imported?: CatalogueEntry
}

/** The account's integrations. One small read each: the registry itself keeps nothing for us. */
export function useRegistered() {
  const { zis } = useConsole()
  return useQuery<Registered[], Problem>({
    queryKey: ['registered'],
    queryFn: async () => {
      const { integrations } = await zis.call('GET /api/services/zis/registry/integrations', {})
      return Promise.all(
        integrations.map(async ({ name, description }) => {
          const record = await readRecord(zis, name)
          const imported = await readImported(zis, name, record)
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
