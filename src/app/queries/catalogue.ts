import { queryOptions, useQuery } from '@tanstack/react-query'
import type { CatalogueEntry } from '../../zis/definition'
import { Problem } from '../platform/problem'

/** An integration with a definition. `name` is its folder in the catalogue, and its place in addresses. */
export interface Catalogued extends CatalogueEntry {
  name: string
  /**
   * Where the definition is, when it did not come with the app: imported and kept with the integration, or
   * imported and nowhere but in this page.
   */
  imported?: 'kept' | 'page'
}

/**
 * Reads the catalogue beside the app's own page. Never from the browser's cache: after an update of the
 * app the addresses stay the same, and an old file would pretend that everything is in sync
 * (zis-admin-app 7.2).
 */
async function readCatalogue(): Promise<Catalogued[]> {
  const response = await fetch(new URL('integrations.json', document.baseURI), { cache: 'no-store' }).catch(
    () => undefined,
  )
  if (response === undefined) throw new Problem('offline', 0, '')
  if (!response.ok) throw new Problem(response.status >= 500 ? 'server' : 'not_found', response.status, '')
  const { integrations } = (await response.json()) as { integrations: Catalogued[] }
  return integrations
}

export const catalogueQuery = queryOptions<Catalogued[], Problem>({
  queryKey: ['catalogue'],
  queryFn: readCatalogue,
  staleTime: Infinity,
})

/** The integrations that came with the app. */
export const useCatalogue = () => useQuery(catalogueQuery)
