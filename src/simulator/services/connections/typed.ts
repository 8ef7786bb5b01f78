import { isConnectionName } from '../../../zis/names'
import type { Endpoint } from '../../../zis/wire/endpoint'
import { ZisProblem } from '../../../zis/wire/problems'
import { typedConnections as wire, typedKinds, type TypedKind } from '../../../zis/wire/typed-connections'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { writeWarning } from '../../logs/log'
import { fineStamp, type World } from '../../world'
import type { Call, RouteHandler } from '../service'
import { typedPresenters } from './present'

type Row = Tables['typed_connections']

/** A body whose shape its endpoint has checked: every field of these kinds is a text. */
type Given = Partial<Record<string, string>>

/** ZIS takes the name all the same (zis-api 4.1, 13). */
const reservedName =
  'The connection "zendesk" has a name that is reserved for OAuth connections to Zendesk; a flow may get another credential than it means.'

interface Endpoints {
  create: Endpoint
  show: Endpoint
  updates: Endpoint[]
  remove: Endpoint
}

/** Connections that hold a credential as it was given; it is never shown again (zis-api 4.3 to 4.6). */
export function typedRoutes(world: World): RouteHandler[] {
  const { store, vault, masker, changes, assume } = world
  const table = store.table('typed_connections')

  async function seal(secret: string) {
    masker.remember(secret)
    return vault.seal(secret)
  }

  async function keep(row: Row): Promise<void> {
    table.put(keyOf(row.integration, row.name), row)
    changes.tell('data', row.integration)
    await store.durable()
  }

  async function create(kind: TypedKind, integration: string, given: Given): Promise<Row> {
    const { name = '' } = given
    const { open, secret } = typedKinds[kind]
    if (!isConnectionName(name)) throw new ZisProblem('InvalidConnectionName')
    if (name === 'zendesk' && assume('zendeskNameReserved')) throw new ZisProblem('ReservedConnectionName')
    const sealed = await seal(given[secret] ?? '')
    // From here to the put nothing waits, so that two requests cannot both find the name free.
    const key = keyOf(integration, name)
    if (table.has(key) || store.table('oauth_connections').has(key)) {
      throw new ZisProblem('ConnectionExists', { name })
    }
    const now = fineStamp(world)
    const row: Row = {
      integration,
      name,
      kind,
      allowed_domain: given.allowed_domain ?? '',
      open: (open && given[open]) ?? '',
      sealed_secret: sealed,
      created_at: now,
      updated_at: now,
    }
    if (name === 'zendesk') writeWarning(world, integration, reservedName)
    await keep(row)
    return row
  }

  /** A name of another kind is not found, although it is taken (zis-api 4.6). */
  function existing(kind: TypedKind, integration: string, name: string): Row {
    const row = table.get(keyOf(integration, name))
    if (row?.kind !== kind) throw new ZisProblem('UnknownConnection')
    return row
  }

  async function update(
    kind: TypedKind,
    integration: string,
    name: string,
    given: Given,
    isWhole: boolean,
  ): Promise<Row> {
    if (!assume('typedConnectionsChange')) throw new ZisProblem('MethodNotAllowed')
    existing(kind, integration, name)
    const { open, secret } = typedKinds[kind]
    const missing = ['allowed_domain', ...(open ? [open] : []), secret].find(
      (one) => given[one] === undefined,
    )
    if (isWhole && missing !== undefined) {
      throw new ZisProblem('BadRequest', { detail: `body.${missing} is missing` })
    }
    const credential = given[secret]
    const sealed = credential === undefined ? undefined : await seal(credential)
    const before = existing(kind, integration, name)
    const row: Row = {
      ...before,
      allowed_domain: given.allowed_domain ?? before.allowed_domain,
      open: (open && given[open]) ?? before.open,
      sealed_secret: sealed ?? before.sealed_secret,
      updated_at: fineStamp(world),
    }
    await keep(row)
    return row
  }

  async function remove(kind: TypedKind, integration: string, name: string): Promise<undefined> {
    existing(kind, integration, name)
    table.delete(keyOf(integration, name))
    changes.tell('data', integration)
    await store.durable()
    return undefined
  }

  function routes(kind: TypedKind, { create: creation, show, updates, remove: removal }: Endpoints) {
    const given = ({ body }: Call) => body as unknown as Given
    const place = ({ params }: Call) => {
      const { integration = '', name = '' } = params as Partial<Record<string, string>>
      return [integration, name] as const
    }
    const isWhole = ({ request }: Call) => request.method === 'PUT' && assume('typedPutNeedsAll')
    const wrap = (row: Row) => ({ [kind]: typedPresenters[kind](row) })
    /** Basic authentication is missing from the newest list of kinds, though not from the API (zis-api 4.1). */
    const offered = (handle: RouteHandler['handle']): RouteHandler['handle'] =>
      kind !== 'basic_auth'
        ? handle
        : (call) => {
            if (assume('basicAuthConnections')) return handle(call)
            throw new ZisProblem('UnknownPath', { path: new URL(call.request.url).pathname })
          }
    const handlers: RouteHandler[] = [
      { endpoint: creation, handle: async (call) => wrap(await create(kind, place(call)[0], given(call))) },
      { endpoint: show, handle: (call) => wrap(existing(kind, ...place(call))) },
      ...updates.map((endpoint) => ({
        endpoint,
        handle: async (call: Call) => wrap(await update(kind, ...place(call), given(call), isWhole(call))),
      })),
      { endpoint: removal, handle: (call) => remove(kind, ...place(call)) },
    ]
    return handlers.map(({ endpoint, handle }) => ({ endpoint, handle: offered(handle) }))
  }

  return [
    ...routes('basic_auth', {
      create: wire.createBasicAuthConnection,
      show: wire.showBasicAuthConnection,
      updates: [wire.replaceBasicAuthConnection, wire.updateBasicAuthConnection],
      remove: wire.deleteBasicAuthConnection,
    }),
    ...routes('bearer_token', {
      create: wire.createBearerTokenConnection,
      show: wire.showBearerTokenConnection,
      updates: [wire.replaceBearerTokenConnection, wire.updateBearerTokenConnection],
      remove: wire.deleteBearerTokenConnection,
    }),
    ...routes('api_key', {
      create: wire.createApiKeyConnection,
      show: wire.showApiKeyConnection,
      updates: [wire.replaceApiKeyConnection, wire.updateApiKeyConnection],
      remove: wire.deleteApiKeyConnection,
    }),
  ]
}
