import type { Static } from 'typebox'
import { ZisProblem } from '../../../zis/wire/problems'
import { zendeskWebhooks as wire, type ZendeskWebhook } from '../../../zis/wire/zendesk-webhooks'
import { triggerSubscription } from '../../../zis/webhook-events'
import { makeUlid } from '../../ulid'
import { newestFirst } from '../../store/newest'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { namedFields } from '../named-fields'
import { on, type RouteHandler } from '../service'

type Row = Tables['zendesk_webhooks']
interface Authentication {
  type: 'basic_auth' | 'bearer_token' | 'api_key'
  data: { username?: string; password?: string; token?: string; name?: string; value?: string }
}

/** Invocations that a list shows. */
const mostInvocations = 100

/** Webhooks of the account; their secrets are kept sealed and never shown again. */
export function zendeskWebhookRoutes(world: World): RouteHandler[] {
  const { store, changes, ids, clock, vault, masker } = world
  const table = store.table('zendesk_webhooks')

  function existing(id: string): Row {
    const row = table.get(id)
    if (!row) throw new ZisProblem('RecordNotFound')
    return row
  }

  async function sealed(given: Authentication | undefined) {
    if (!given) return {}
    const { type, data } = given
    const secret = { basic_auth: data.password, bearer_token: data.token, api_key: data.value }[type]
    const open = { basic_auth: data.username, bearer_token: '', api_key: data.name }[type]
    if (secret === undefined || open === undefined) {
      throw new ZisProblem(
        'RecordInvalid',
        {},
        { authentication: `Authentication: data of ${type} is incomplete` },
      )
    }
    masker.remember(secret)
    return {
      authentication: { type, add_position: 'header' },
      open,
      sealed_secret: await vault.seal(secret),
    }
  }

  async function keep(row: Row) {
    table.put(row.id, row)
    changes.tell('hooks')
    await store.durable()
    return { webhook: shown(row) }
  }

  return [
    on(wire.listZendeskWebhooks, () => ({ webhooks: table.list().map(([, row]) => shown(row)) })),
    on(wire.showZendeskWebhook, ({ params: { id } }) => ({ webhook: shown(existing(id)) })),

    on(wire.createZendeskWebhook, async ({ body: { webhook: input } }) => {
      const shape = wire.createZendeskWebhook.body.properties.webhook
      const { authentication, ...fields } = namedFields(shape, input)
      const now = stamp(world)
      return keep({
        id: makeUlid(ids, clock.now()),
        subscriptions: [triggerSubscription],
        ...fields,
        ...(await sealed(authentication as Authentication | undefined)),
        created_at: now,
        updated_at: now,
      })
    }),

    on(wire.changeZendeskWebhook, async ({ params: { id }, body: { webhook: input } }) => {
      const shape = wire.changeZendeskWebhook.body.properties.webhook
      const { authentication, ...fields } = namedFields(shape, input)
      const secret = await sealed(authentication as Authentication | undefined)
      await keep({ ...existing(id), ...fields, ...secret, updated_at: stamp(world) })
      return undefined
    }),

    on(wire.deleteZendeskWebhook, async ({ params: { id } }) => {
      table.delete(existing(id).id)
      changes.tell('hooks')
      await store.durable()
      return undefined
    }),

    on(wire.listInvocations, ({ params: { id } }) => {
      existing(id)
      const invocations = []
      for (const row of newestFirst(store.table('webhook_invocations'))) {
        if (row.webhook_id !== id) continue
        const { why: _why, body: _body, request_id: _request, ...rest } = row
        invocations.push(rest)
        if (invocations.length === mostInvocations) break
      }
      return { invocations }
    }),
  ]
}

function shown({ open: _open, sealed_secret: _secret, ...row }: Row): Static<typeof ZendeskWebhook> {
  return row
}
