import { ZisProblem } from '../../../zis/wire/problems'
import { webhooks as wire } from '../../../zis/wire/webhooks'
import type { Bus } from '../../events/bus'
import { below, keyOf } from '../../store/keys'
import { hashOf } from '../../vault'
import { accountOf, type World } from '../../world'
import { on, type Service } from '../service'
import { ingestRoute } from './ingest'
import { makeUlid } from '../../ulid'

/** The sources of Zendesk's own events; nobody else should be able to raise those (zis-api 7.1). */
const zendeskSources = new Set(['support', 'sunshine'])

/** Where the doors are, below the host of the account (zis-api 7.1). */
const ingestPath = '/api/services/zis/inbound_webhooks/generic/ingest/'

/** Inbound webhooks: doors through which other systems start flows (zis-api 7). */
export function webhooksService(world: World, bus: Bus): Service {
  const { store, ids, clock, changes, masker, assume } = world
  const table = store.table('inbound_webhooks')
  const doors = store.table('webhook_doors')

  function existing(integration: string, uuid: string) {
    const byId = () =>
      assume('webhookTakesId')
        ? table.list({ prefix: below(integration) }).find(([, { id }]) => id === uuid)?.[1]
        : undefined
    const row = table.get(keyOf(integration, uuid)) ?? byId()
    if (!row) throw new ZisProblem('UnknownWebhook', { uuid })
    return row
  }

  return {
    name: 'webhooks',
    routes: [
      on(wire.createWebhook, async ({ params: { integration }, body: { source_system, event_type } }) => {
        if (zendeskSources.has(source_system) && !assume('webhookMayNameZendesk')) {
          throw new ZisProblem('ReservedSource', { source: source_system })
        }
        const isTaken = () =>
          table
            .list({ prefix: below(integration) })
            .some(([, row]) => row.source_system === source_system && row.event_type === event_type)
        if (assume('webhookPairs') === 'one' && isTaken()) {
          throw new ZisProblem('WebhookExists', { source: source_system, type: event_type })
        }
        const token = ids.token(33)
        const username = ids.token(16)
        const password = ids.token(32)
        masker.remember(password)
        const hash = await hashOf(`${username}:${password}`)
        const row = {
          id: makeUlid(ids, clock.now()),
          uuid: ids.uuid(),
          zendesk_account_id: accountOf(world).id,
          path: ingestPath + token,
          integration,
          source_system,
          event_type,
        }
        table.put(keyOf(integration, row.uuid), row)
        doors.put(token, { integration, uuid: row.uuid, credential_hash: hash })
        changes.tell('data', integration)
        await store.durable()
        return { ...row, username, password }
      }),

      // Undocumented, and used by Zendesk's own client; before the look-up by uuid, which has the same shape.
      on(wire.listWebhooks, ({ params: { integration } }) => {
        if (!assume('webhookList')) throw new ZisProblem('UnknownWebhook', { uuid: 'all' })
        const rows = table.list({ prefix: below(integration) }).map(([, row]) => row)
        if (rows.length === 0 && assume('emptyWebhookList') === 'absent') return {}
        return { webhooks: rows.sort((a, b) => (a.id < b.id ? -1 : 1)) }
      }),

      on(wire.showWebhook, ({ params: { integration, uuid } }) => existing(integration, uuid)),

      on(wire.deleteWebhook, async ({ params: { integration, uuid } }) => {
        const { path, uuid: found } = existing(integration, uuid)
        table.delete(keyOf(integration, found))
        doors.delete(path.slice(ingestPath.length))
        changes.tell('data', integration)
        await store.durable()
        return undefined
      }),

      ingestRoute(world, bus),
    ],
  }
}
