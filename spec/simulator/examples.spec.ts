import { createVerify } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkBundle } from '../../src/zis/bundle/check'
import type { Json, JsonObject } from '../../src/zis/json'
import { replayed, results } from '../support/one-flow'
import { recordingPartner, type Received } from '../support/recording-partner'
import { signIn } from '../support/sign-in'
import { startSimulator, type TestZis } from '../support/start-simulator'

/* The documented examples and tutorials, each as a bundle of its own, run to its end over HTTP. */

const folder = path.join(__dirname, '../fixtures/examples')
const key = 'acme_example'
const bundleOf = (name: string): JsonObject =>
  JSON.parse(
    readFileSync(path.join(folder, `${name}.json`), 'utf8').replaceAll('{{integration}}', key),
  ) as JsonObject

const orders = recordingPartner('api.orders.test', ({ url, method, body, headers }) => {
  const { pathname } = new URL(url)
  if (pathname === '/v1/orders') return Response.json({ number: 4711 }, { status: 201 })
  if (pathname === '/v1/search') return Response.json({ count: 3 })
  if (pathname === '/v1/tags')
    return body.includes('"vip"') ? new Response('', { status: 422 }) : Response.json({})
  if (pathname.startsWith('/v1/customers/')) {
    if (headers['authorization'] !== 'Bearer secret-of-orders') return new Response('', { status: 401 })
    return Response.json({ name: 'Nora', plan: 'gold' })
  }
  return method === 'PUT' ? new Response(null, { status: 204 }) : new Response('', { status: 404 })
})

let publicKey = ''
/** Believes only what is signed with the key of the integration. */
const receiver = recordingPartner('hooks.receiver.test', ({ url, headers }) => {
  if (!url.endsWith('/signed')) return new Response('thanks')
  const [head, claims = '', signature = ''] = (headers['x-zis-authorization'] ?? '').split('.')
  const isTrue = createVerify('RSA-SHA256')
    .update(`${head}.${claims}`)
    .verify(publicKey, signature, 'base64url')
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { integration_name: string }
  return isTrue ? Response.json({ integration: said.integration_name }) : new Response('', { status: 401 })
})

let zis: TestZis
beforeEach(async () => {
  for (const { received } of [orders, receiver]) received.length = 0
  zis = await startSimulator({ partners: () => [orders.partner, receiver.partner] })
  const made = await zis.admin(`POST /api/services/zis/registry/${key}`, { description: 'An example' })
  publicKey = made.body['jwt_public_key'] as string
})
afterEach(async () => {
  // Every one of them does the same again from its history alone.
  const { body } = await zis.control('GET /_sim/runs')
  const runs = (body['runs'] as unknown as Array<{ id: string }>).map(({ id }) => Number(id))
  expect(await Promise.all(runs.map((run) => replayed(zis, run)))).toEqual(runs.map(() => null))
  await zis.stop()
})

async function install(name: string) {
  const uploaded = await zis.admin(`POST /api/services/zis/registry/${key}/bundles`, bundleOf(name))
  expect(uploaded).toMatchObject({ status: 200, text: '' })
  const installed = await zis.admin(
    `POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:${key}:job_spec:job`,
  )
  expect(installed.status).toBe(200)
}

async function createTicket(fields: JsonObject = {}): Promise<number> {
  const made = await zis.admin('POST /api/v2/tickets', {
    ticket: { subject: 'My printer is on fire', comment: { body: 'Help' }, ...fields },
  })
  await zis.settle()
  return (made.body['ticket'] as { id: number }).id
}

const bodyOf = ({ body }: Received) => JSON.parse(body) as Json

it.each(readdirSync(folder))('%s has nothing that ZIS refuses or warns of', (file) => {
  const { findings } = checkBundle(bundleOf(path.basename(file, '.json')), { integration: key })
  expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
})

it('turns a number into text', async () => {
  await install('number_to_string')
  const id = await createTicket()
  expect(await results(zis)).toEqual([`string ${id}`])
})

it('tells the current date', async () => {
  await install('current_date')
  await createTicket()
  expect(await results(zis)).toEqual(['2026-03-02T09:00:00Z'])
})

it('chooses', async () => {
  await install('choice')
  const urgent = await createTicket({ priority: 'urgent' })
  const none = await createTicket()
  expect(await results(zis)).toEqual([`Ticket ${urgent} is urgent`, `Ticket ${none} can wait`])
})

it('builds the body of a request with jq', async () => {
  await install('request_body_by_jq')
  const id = await createTicket({ tags: ['new', 'vip'] })
  expect(await results(zis)).toEqual(['Order 4711'])
  expect(orders.received.map(bodyOf)).toEqual([{ reference: `ZD-${id}`, labels: ['NEW', 'VIP'], open: true }])
})

it('parses an event and sends it to an external API', async () => {
  await install('parse_and_send')
  const id = await createTicket({ comment: { body: 'Where is order 4711?' } })
  await createTicket({ comment: { body: 'Where is it?' } })
  expect((await results(zis))[0]).toMatch(/^Sent order 4711 of /)
  expect((await results(zis))[1]).toMatch(/^No order/)
  expect(orders.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'PUT https://api.orders.test/v1/orders/4711/note',
  ])
  expect(bodyOf(orders.received[0]!)).toMatchObject({ ticket: id })
})

it('is a first integration', async () => {
  await install('first_integration')
  const id = await createTicket()
  expect(await results(zis)).toEqual([`Execution of ${key} is done`])
  expect(receiver.received.map(bodyOf)).toEqual([{ id, status: 'new', text: `Ticket ${id} in acme` }])
})

it('sends an authenticated request, and none before it is connected', async () => {
  await install('authenticated_request')
  await createTicket()
  const made = await zis.admin(`POST /api/services/zis/integrations/${key}/connections/bearer_token`, {
    name: 'orders',
    token: 'secret-of-orders',
    allowed_domain: 'api.orders.test',
  })
  expect(made.status).toBe(201)
  await createTicket()
  expect(await results(zis)).toEqual([
    'Cannot start flow because the connection named "orders" does not exist',
    'Nora has plan gold',
  ])
  expect((await zis.control('GET /_sim/runs/2')).text).not.toContain('secret-of-orders')
})

it('branches', async () => {
  await install('branching')
  const id = await createTicket({ priority: 'low' })
  const scope = { scope: 'branching', config: { enabled: true, watch: 'pending' } }
  await zis.admin(`POST /api/services/zis/integrations/${key}/configs`, scope)
  const become = async (status: string) => {
    await zis.admin(`PUT /api/v2/tickets/${id}`, { ticket: { status } })
    await zis.settle()
  }
  await become('open')
  await become('pending')
  await become('solved')
  await zis.admin(`PATCH /api/services/zis/integrations/${key}/configs/branching`, {
    config: { enabled: false },
  })
  await become('open')
  expect(await results(zis)).toEqual([
    'nothing to do',
    'watched: open to pending',
    'solved quietly',
    'switched off',
  ])
})

it('transforms', async () => {
  await install('transforming')
  const id = await createTicket({ priority: 'high', tags: ['b', 'a', 'b'] })
  expect(await results(zis)).toEqual([`T${id} 2 a,b 3`])
  expect(orders.received[0]!.url).toBe(`https://api.orders.test/v1/search?q=key%3AT${id}%20severity%3C%3D2`)
})

it('iterates over a collection', async () => {
  await install('iterating')
  const id = await createTicket({ tags: ['new', 'vip', 'eu'] })
  expect(await results(zis)).toEqual(['2 sent, 1 skipped'])
  expect(orders.received.map(bodyOf)).toEqual(['new', 'vip', 'eu'].map((tag) => ({ tag, ticket: id })))
})

it('keeps links', async () => {
  await install('links')
  await createTicket()
  expect(await results(zis)).toEqual(['order:4711 > order:4712 > '])
})

it('takes an inbound webhook and writes to Zendesk', async () => {
  const started = await zis.admin(`POST /api/services/zis/connections/oauth/start/${key}`, {
    name: 'zendesk',
    oauth_client_name: 'zendesk',
    oauth_url_subdomain: 'acme',
    permission_scopes: 'read write',
    origin_oauth_redirect_url: 'https://app.example/',
  })
  await signIn(zis, started)
  await install('inbound_webhook')
  const made = await zis.admin(`POST /api/services/zis/inbound_webhooks/generic/${key}`, {
    source_system: 'warehouse',
    event_type: 'order.shipped',
  })
  const { path: door, username, password } = made.body as { [name: string]: string }
  const partner = zis.with({ authorization: `Basic ${btoa(`${username}:${password}`)}` })
  const id = await createTicket()
  expect(
    (await partner(`POST ${door}`, { ticket: id, order: 4711, carrier: { name: 'Fast Feet' } })).status,
  ).toBe(200)
  expect((await partner(`POST ${door}`, { order: 4712 })).status).toBe(200)
  await zis.settle()
  expect((await results(zis)).sort()).toEqual(['Not about a ticket', `Told ticket ${id}`])
  const { body } = await zis.admin(`GET /api/v2/tickets/${id}/comments`)
  expect(body['comments']).toMatchObject([
    { body: 'Help' },
    { body: 'Order 4711 was shipped by Fast Feet', public: false },
  ])
})

it('starts with a user activity event', async () => {
  await install('user_activity')
  const activity = (type: string) => ({
    event_source: 'sunshine',
    event_type: 'activity.UserActivityCreated',
    input: {
      activity_event: {
        meta: { version: '1.0', occurred_at: '2026-03-02T09:00:00Z', ref: '3-900' },
        type: 'User Activity Created',
        user_activity: {
          id: 'a1',
          type,
          source: 'web shop',
          description: 'Left without buying',
          properties: { items: [{ price: 12.5 }, { price: 30 }] },
          namespace: { ref_id: 'shop' },
          profile_id: 'p1',
          user_id: 9003,
          created_at: '2026-03-02T09:00:00Z',
        },
      },
    },
  })
  await zis.control('POST /_sim/events', activity('cart_abandoned'))
  await zis.control('POST /_sim/events', activity('page_viewed'))
  await zis.settle()
  expect((await results(zis)).sort()).toEqual([
    'Another activity',
    'User 9003 left 42.5 in the cart of web shop',
  ])
})

it('proves to a receiver who it is', async () => {
  await install('jwt_verification')
  await createTicket()
  publicKey = (await zis.admin('POST /api/services/zis/registry/acme_other', {})).body[
    'jwt_public_key'
  ] as string
  await createTicket()
  expect(await results(zis)).toEqual([
    `The receiver believes ${key}`,
    'external action failed due to status code: 401',
  ])
})
