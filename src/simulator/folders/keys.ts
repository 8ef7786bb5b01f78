import { ourScope } from '../../zis/integration/check-settings'
import { keyOf } from '../store/keys'
import type { Store } from '../store/store'
import { hasBundle } from './deploy'

/**
 * The keys under which the account has the integration of a folder: those that were set up from it, as the record of
 * the app says, and the one that it proposes, unless that was set up from another one. Only those that have a bundle:
 * the others are being set up.
 */
export const keysOf = (store: Store, folder: string, proposed: string): string[] =>
  store
    .table('integrations')
    .list()
    .map(([, { name }]) => name)
    .filter(
      (key) =>
        catalogueOf(store, key) === folder ||
        (key === proposed && otherFolderOf(store, folder, key) === undefined),
    )
    .filter((key) => hasBundle(store, key))

/** The folder of the integration that a key was set up from, where that is another one: then it is not ours to change. */
export function otherFolderOf(store: Store, folder: string, key: string): string | undefined {
  const from = catalogueOf(store, key)
  // What was imported in the app is kept under a name with a colon, which no folder has.
  return from === undefined || from === folder || from.includes(':') ? undefined : from
}

/** The entry of the catalogue that an integration was set up from. */
function catalogueOf(store: Store, integration: string): string | undefined {
  const config = store.table('configs').get(keyOf(integration, ourScope))?.config as
    { catalogue?: unknown } | undefined
  return typeof config?.catalogue === 'string' ? config.catalogue : undefined
}
