import { connections as wire } from '../../../zis/wire/connections'
import type { BodyOf } from '../../../zis/wire/endpoint'
import { ZisProblem } from '../../../zis/wire/problems'
import { masked } from '../../outbound/mask'
import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { namedFields } from '../named-fields'
import { on, Reply, userOf, type RouteHandler } from '../service'

type Client = Tables['oauth_clients']

/** OAuth clients: what ZIS needs to talk to one provider (zis-api 4.7). */
export function clientRoutes(world: World): RouteHandler[] {
  const { store, vault, ids, changes, masker, assume } = world
  const table = store.table('oauth_clients')

  async function present({ sealed_client_secret: sealed, ...row }: Client) {
    return { ...row, client_secret: assume('masksClientSecrets') ? masked : await vault.open(sealed) }
  }
  const clientsOf = (integration: string) => table.list({ prefix: below(integration) }).map(([, row]) => row)

  function existing(integration: string, uuid: string): Client {
    const row = table.get(keyOf(integration, uuid))
    if (!row) throw new ZisProblem('UnknownOAuthClient')
    return row
  }

  function refuseTakenName(integration: string, name: string | undefined, except?: string) {
    if (
      name &&
      assume('oauthClientNamesUnique') &&
      clientsOf(integration).some((row) => row.name === name && row.uuid !== except)
    ) {
      throw new ZisProblem('OAuthClientExists', { name })
    }
  }

  async function seal(secret: string) {
    masker.remember(secret)
    return vault.seal(secret)
  }

  /** One client, alone or in a wrapper. */
  async function shown(row: Client, status = 200) {
    const client = await present(row)
    return assume('oauthClientIsWrapped') ? new Reply(status, { client }) : client
  }

  async function update(integration: string, uuid: string, body: BodyOf<typeof wire.updateOAuthClient>) {
    const { client_secret: secret, ...fields } = namedFields(wire.updateOAuthClient.body, body)
    const sealed = secret === undefined ? undefined : await seal(secret)
    const row = existing(integration, uuid)
    refuseTakenName(integration, fields.name, uuid)
    const changed = {
      ...row,
      ...fields,
      ...(sealed !== undefined && { sealed_client_secret: sealed }),
      updated_at: stamp(world),
    }
    table.put(keyOf(integration, uuid), changed)
    changes.tell('data', integration)
    await store.durable()
    return shown(changed, assume('oauthClientChanged'))
  }

  return [
    on(wire.listOAuthClients, async ({ params: { integration } }) => {
      const oldestFirst = clientsOf(integration).sort((a, b) => a.created_at.localeCompare(b.created_at))
      return { clients: await Promise.all(oldestFirst.map(present)) }
    }),

    on(wire.createOAuthClient, async ({ params: { integration }, body, caller }) => {
      const sealed = await seal(body.client_secret)
      refuseTakenName(integration, body.name)
      const now = stamp(world)
      const uuid = ids.uuid()
      const row: Client = {
        uuid,
        integration,
        name: body.name ?? '',
        client_id: body.client_id,
        sealed_client_secret: sealed,
        token_url: body.token_url,
        auth_url: body.auth_url ?? '',
        default_scopes: body.default_scopes ?? '',
        grant_type: body.grant_type ?? 'authorization_code',
        created_by: String(userOf(caller).id),
        created_at: now,
        updated_at: now,
      }
      table.put(keyOf(integration, uuid), row)
      changes.tell('data', integration)
      await store.durable()
      return assume('createdOAuthClient') === 'uuid' ? { uuid } : shown(row, assume('oauthClientCreated'))
    }),

    on(wire.showOAuthClient, ({ params: { integration, uuid } }) => shown(existing(integration, uuid))),

    on(wire.updateOAuthClient, ({ params: { integration, uuid }, body }) => update(integration, uuid, body)),

    on(wire.replaceOAuthClient, ({ params: { integration, uuid }, body }) => {
      if (!assume('oauthClientPut')) throw new ZisProblem('MethodNotAllowed')
      return update(integration, uuid, body)
    }),

    on(wire.deleteOAuthClient, async ({ params: { integration, uuid } }) => {
      existing(integration, uuid)
      table.delete(keyOf(integration, uuid))
      // Every connection built on the client goes with it (zis-api 4.7).
      for (const [key, connection] of store.table('oauth_connections').list({ prefix: below(integration) })) {
        if (connection.oauth_client_uuid === uuid) store.table('oauth_connections').delete(key)
      }
      changes.tell('data', integration)
      await store.durable()
      return undefined
    }),
  ]
}
