import { deepestDocument, isDeeperThan } from '../../../zis/depth'
import { firstInexactInteger } from '../../../zis/integers'
import { isObject, type Json } from '../../../zis/json'
import { ZisProblem } from '../../../zis/wire/problems'
import { webhooks as wire } from '../../../zis/wire/webhooks'
import type { Bus } from '../../events/bus'
import { readText } from '../../read-text'
import { keyOf } from '../../store/keys'
import type { World } from '../../world'
import { on, Reply, type RouteHandler } from '../service'
import { createSeenCredentials } from './seen-credentials'

/** What no credentials have; compared all the same, so that an unknown door takes as long as a wrong key. */
const noHash = ''

/**
 * Takes an event from another system. 200 means accepted: it is on disk, and what a flow makes of it, or
 * whether any starts, the sender never hears (zis-api 7.2).
 */
export function ingestRoute(world: World, bus: Bus): RouteHandler {
  const { store, assume } = world
  const doors = store.table('webhook_doors')
  const table = store.table('inbound_webhooks')

  const credentials = createSeenCredentials()

  /** The webhook behind a door, for whoever has its username and password. */
  async function enter(token: string, request: Request) {
    const header = request.headers.get('authorization') ?? ''
    const door = doors.get(token)
    const isOpen = await credentials.open(header, door?.credential_hash ?? noHash)
    const webhook = door && isOpen && table.get(keyOf(door.integration, door.uuid))
    // An unknown door and a wrong key sound alike, so that nobody can find out which doors there are.
    if (!webhook) throw new ZisProblem(door ? 'NotSignedIn' : 'UnknownWebhookDoor')
    return webhook
  }

  /** The body decides whether it is JSON; its Content-Type is not looked at (not documented). */
  async function read(request: Request): Promise<{ input: Json; inexact: string | null }> {
    const text = await readText(request, assume('largestIngest'))
    let body: Json
    try {
      body = JSON.parse(text) as Json
    } catch (cause) {
      if (assume('webhookTakesText') && assume('webhookTakesAnyJson')) {
        return { input: text, inexact: null }
      }
      throw new ZisProblem('BadRequest', { detail: 'the body is not JSON' }, undefined, { cause })
    }
    if (isDeeperThan(body, deepestDocument)) {
      throw new ZisProblem('BadRequest', { detail: `the body has more than ${deepestDocument} levels` })
    }
    if (!isObject(body) && !assume('webhookTakesAnyJson')) {
      throw new ZisProblem('BadRequest', { detail: 'the body is not a JSON object' })
    }
    return { input: body, inexact: firstInexactInteger(text) ?? null }
  }

  return on(wire.ingest, async ({ params: { token }, request }) => {
    const { integration, source_system, event_type } = await enter(token, request)
    const sent = await read(request)
    bus.publish([
      {
        event_source: source_system,
        event_type,
        ...sent,
        origin: `Posted to an inbound webhook of ${integration}`,
      },
    ])
    await store.durable()
    return assume('ingestAnswer') === 'empty' ? undefined : new Reply(200, {})
  })
}
