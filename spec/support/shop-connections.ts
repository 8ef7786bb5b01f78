import type { ConnectionDefinition } from '../../src/zis/definition'

/** What each connection of these says of itself. */
export const about = {
  reason: 'Orders come from there.',
  required: true,
  how_to_get: 'Ask for one in the shop.',
}

export const shop: ConnectionDefinition = { ...about, kind: 'basic_auth', name: 'shop', title: 'Shop' }

/** One for each store. */
export const stores: ConnectionDefinition = {
  ...about,
  kind: 'api_key',
  name: 'store',
  title: 'Stores',
  header_name: 'x-api-key',
  several: true,
}
