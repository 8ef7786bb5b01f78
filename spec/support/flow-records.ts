import type { ReadAssumption } from '../../src/simulator/assumptions'
import { createChanges } from '../../src/simulator/changes'
import type { MovableClock } from '../../src/simulator/clock'
import type { NewLink } from '../../src/simulator/engine/ports'
import { createFlowRecords } from '../../src/simulator/services/flow-records'
import { createLinks } from '../../src/simulator/services/links/links'
import { keyOf } from '../../src/simulator/store/keys'
import { createMemoryStore } from '../../src/simulator/store/memory'
import { stamp } from '../../src/simulator/world'
import type { JsonObject } from '../../src/zis/json'

/** The true configs and links of one integration in memory, with uuids that count up. */
export function recordsFor(
  integration: string,
  given: { configs?: { [scope: string]: JsonObject }; links?: NewLink[] },
  { clock, assume }: { clock: MovableClock; assume: ReadAssumption },
) {
  const store = createMemoryStore()
  let uuids = 0
  const ids = { uuid: () => `uuid-${(uuids += 1)}`, token: () => 'token' }
  const world = { store, clock, assume, ids, changes: createChanges() }
  const now = stamp(world)

  store.table('account').put('account', { subdomain: 'acme', id: 77, name: 'Acme', made_at: now })
  for (const [scope, config] of Object.entries(given.configs ?? {})) {
    store.table('configs').put(keyOf(integration, scope), {
      id: store.nextNumber('configs'),
      scope,
      config,
      integration,
      zendesk_account_id: 77,
      created_at: now,
      updated_at: now,
    })
  }
  const links = createLinks(world)
  for (const link of given.links ?? []) links.create(integration, link)

  return {
    ports: createFlowRecords(world, links),
    /** What is kept now: settings by scope, and a line for each link. */
    left: () => ({
      configs: Object.fromEntries(
        store
          .table('configs')
          .list()
          .map(([, { scope, config }]) => [scope, config as JsonObject]),
      ),
      links: store
        .table('links')
        .list()
        .map(([, { link_type: type, left_object: left, right_object: right }]) =>
          [type, left.name, right.name].join(' '),
        ),
    }),
  }
}
