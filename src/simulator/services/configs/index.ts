import { configs as wire } from '../../../zis/wire/configs'
import { ZisProblem } from '../../../zis/wire/problems'
import { toBytes } from '../../encoding'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { accountOf, stamp, type World } from '../../world'
import { pageSize } from '../paging'
import { on, type Service } from '../service'
import { findByScope } from './find'

/** Bytes of one config as JSON; ZIS publishes no limit (zis-api 5). */
const largestConfig = 256 * 1024

/** Configs: the settings an integration keeps, one record per scope (zis-api 5). */
export function configsService(world: World): Service {
  const { store, changes, assume } = world
  const table = store.table('configs')

  async function save(row: Tables['configs']) {
    if (toBytes(JSON.stringify(row.config)).length > largestConfig) {
      throw new ZisProblem('ConfigTooLarge', { limit: largestConfig })
    }
    table.put(keyOf(row.integration, row.scope), row)
    changes.tell('registry', row.integration)
    await store.durable()
    return row
  }

  function existing(integration: string, scope: string) {
    const row = table.get(keyOf(integration, scope))
    if (!row) throw new ZisProblem('NoConfig', { scope })
    return row
  }

  return {
    name: 'configs',
    routes: [
      on(wire.findConfigs, ({ params: { integration }, query, request }) => {
        const scope = query['filter[scope]']
        const found = findByScope(store, integration, scope).sort((a, b) => a.id - b.id)
        if (found.length === 0) throw new ZisProblem('NoConfig', { scope })
        const after = Number(query['page[after]'] ?? 0)
        const size = pageSize(query['page[size]'])
        const later = found.filter(({ id }) => id > after)
        const page = later.slice(0, size)
        const hasMore = later.length > size
        const last = page.at(-1)
        return {
          configs: page,
          meta: { has_more: hasMore, ...(hasMore && last && { after: last.id }) },
          next: null,
          links: { next: hasMore && last ? nextUrl(request.url, last.id) : '' },
        }
      }),

      on(wire.createConfig, async ({ params: { integration }, body: { scope, config } }) => {
        if (table.has(keyOf(integration, scope))) {
          throw new ZisProblem(assume('existingConfigStatus') === 409 ? 'ConfigConflict' : 'ConfigExists', {
            scope,
          })
        }
        const now = stamp(world)
        return save({
          id: store.nextNumber('configs', 1_000_001),
          scope,
          config,
          integration,
          zendesk_account_id: accountOf(world).id,
          created_at: now,
          updated_at: now,
        })
      }),

      // The scope in the path wins; one in the body is ignored (zis-api 5.3).
      on(wire.replaceConfig, ({ params: { integration, scope }, body: { config } }) =>
        save({ ...existing(integration, scope), config, updated_at: stamp(world) }),
      ),

      // Only the given keys change; the value of each is replaced whole (zis-api 5.3).
      on(wire.mergeConfig, ({ params: { integration, scope }, body: { config } }) => {
        const row = existing(integration, scope)
        return save({ ...row, config: { ...row.config, ...config }, updated_at: stamp(world) })
      }),

      on(wire.deleteConfig, async ({ params: { integration, scope } }) => {
        existing(integration, scope)
        table.delete(keyOf(integration, scope))
        changes.tell('registry', integration)
        await store.durable()
        return undefined
      }),
    ],
  }
}

function nextUrl(url: string, after: number): string {
  const next = new URL(url)
  next.searchParams.set('page[after]', String(after))
  return next.href
}
