import { queryOptions, useQuery } from '@tanstack/react-query'
import type { IntegrationDefinition } from '../../zis/definition'
import { catalogueFile, type NamedEntry } from '../../zis/integration/catalogue'
import { Problem } from '../platform/problem'

/** An integration with a definition as its author wrote it. */
export interface Entry extends NamedEntry {
  /**
   * Where the definition is, when it did not come with the app: imported and kept with the integration, or
   * imported and nowhere but in this page.
   */
  imported?: 'kept' | 'page'
}

/** The same for a user: `definition` is in the user's language. */
export interface Catalogued extends Entry {
  /** What is stored and compared, whoever looks at it. */
  written: IntegrationDefinition
}

/**
 * Reads the catalogue beside the app's own page. Never from the browser's cache: after an update of the
 * app the addresses stay the same, and an old file would pretend that everything is in sync
 * (zis-admin-app 7.2).
 */
async function readCatalogue(): Promise<Entry[]> {
  const response = await fetch(new URL(catalogueFile, document.baseURI), { cache: 'no-store' }).catch(
    () => undefined,
  )
  if (response === undefined) throw new Problem('offline', 0, '')
  if (!response.ok) throw new Problem(response.status >= 500 ? 'server' : 'not_found', response.status, '')
  const { integrations } = (await response.json()) as { integrations: Entry[] }
  return integrations
}

export const catalogueQuery = queryOptions<Entry[], Problem>({
  queryKey: ['catalogue'],
  queryFn: readCatalogue,
  staleTime: Infinity,
})

/** The integrations that came with the app. */
export const useCatalogue = () => useQuery(catalogueQuery)
