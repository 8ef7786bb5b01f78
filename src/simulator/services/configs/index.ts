import type { JsonObject } from '../../../zis/json'
import { configs as wire } from '../../../zis/wire/configs'
import { ZisProblem } from '../../../zis/wire/problems'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { accountOf, stamp, type World } from '../../world'
import { pageSize } from '../paging'
import { on, Reply, type Service } from '../service'
import { findByScope } from './find'
import { existingConfig, patchConfig, putConfig } from './patch'

/** Configs: the settings an integration keeps, one record per scope (zis-api 5). */
export function configsService(world: World): Service {
  const { store, changes, assume } = world
  const table = store.table('configs')

  async function save(row: Tables['configs']) {
    putConfig(world, row)
    await store.durable()
    return row
  }

  /** What is found when nobody says what is wanted. @throws {ZisProblem} BadRequest */
  function everything(): string {
    if (assume('configsWithoutFilter') === 'all') return '*'
    throw new ZisProblem('BadRequest', { detail: 'query.filter[scope] is missing' })
  }

  function nextLink(url: string, after: number): string {
    const next = new URL(url)
    next.searchParams.set('page[after]', String(after))
    return assume('configNextLink') === 'address' ? next.href : next.pathname + next.search
  }

  /** The scope in the path wins over one in the body (zis-api 5.3). @throws {ZisProblem} BadRequest */
  function refuseOtherScope(scope: string, inBody: string | undefined): void {
    if (inBody === undefined || inBody === scope || assume('scopeInBody') === 'ignored') return
    throw new ZisProblem('BadRequest', { detail: 'body.scope is another one than in the path' })
  }

  const changed = (row: Tables['configs']) =>
    assume('changedConfigIsWrapped') ? new Reply(assume('configChanged'), { config: row }) : row

  const existing = (integration: string, scope: string) => existingConfig(world, integration, scope)

  return {
    name: 'configs',
    routes: [
      on(wire.findConfigs, ({ params: { integration }, query, request }) => {
        const scope = query['filter[scope]'] ?? everything()
        const found = findByScope(world, integration, scope)
        if (found.length === 0) throw new ZisProblem('NoConfig', { scope })
        const after = cursorIn(query['page[after]'])
        const size = pageSize(query['page[size]'], assume)
        const later = found.filter(({ id }) => id > after)
        const page = later.slice(0, size)
        const hasMore = later.length > size
        const last = page.at(-1)
        return {
          configs: page,
          meta: { has_more: hasMore, ...(hasMore && last && { after: last.id }) },
          next: null,
          links: { next: hasMore && last ? nextLink(request.url, last.id) : '' },
        }
      }),

      on(wire.createConfig, async ({ params: { integration }, body: { scope, config } }) => {
        const longest = assume('longestScope')
        if (longest > 0 && scope.length > longest) {
          throw new ZisProblem('BadRequest', {
            detail: `body.scope must NOT have more than ${longest} characters`,
          })
        }
        if (table.has(keyOf(integration, scope))) {
          throw new ZisProblem('ConfigExists', { scope })
        }
        const now = stamp(world)
        const row = await save({
          id: store.nextNumber('configs', 1_000_001),
          scope,
          config,
          integration,
          zendesk_account_id: accountOf(world).id,
          created_at: now,
          updated_at: now,
        })
        return assume('createdConfigIsWrapped') ? new Reply(assume('configCreated'), { config: row }) : row
      }),

      on(wire.replaceConfig, async ({ params: { integration, scope }, body: { config, ...rest } }) => {
        refuseOtherScope(scope, rest.scope)
        return changed(await save({ ...existing(integration, scope), config, updated_at: stamp(world) }))
      }),

      on(wire.mergeConfig, async ({ params: { integration, scope }, body: { config, ...rest } }) => {
        refuseOtherScope(scope, rest.scope)
        const row = patchConfig(world, integration, scope, config as JsonObject)
        await store.durable()
        return changed(row)
      }),

      on(wire.deleteConfig, async ({ params: { integration, scope } }) => {
        existing(integration, scope)
        table.delete(keyOf(integration, scope))
        changes.tell('data', integration)
        await store.durable()
        return undefined
      }),
    ],
  }
}

/** Cursors of configs are their ids (zis-api 5.1). @throws {ZisProblem} BadRequest */
function cursorIn(text = '0'): number {
  if (/^\d{0,15}$/.test(text)) return Number(text)
  throw new ZisProblem('BadRequest', { detail: 'page[after] must be the number that meta.after held' })
}
