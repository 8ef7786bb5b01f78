import { checkBundle } from '../../../src/zis/bundle/check'
import type { JsonObject } from '../../../src/zis/json'
import {
  bundleOf,
  installIntegration,
  logOf,
  startWithPartnersOf,
} from '../../../spec/support/install-integration'
import type { TestZis } from '../../../spec/support/start-simulator'

const key = 'order_tickets'
const host = 'shop.example.com'
const settings = {
  statuses: ['paid', 'on_hold'],
  group: 8002,
  brand: 7002,
  tags: ['shop'],
  fields: [
    { theirs: 'number', ours: 360_012 },
    { theirs: 'parcels', ours: 360_015 },
    { theirs: 'shipping.due_on', ours: 360_014 },
    { theirs: 'shipping.weight', ours: 360_017 },
    { theirs: 'nothing.like.this', ours: 360_013 },
  ],
}

let zis: TestZis
let ingest: string
let credentials: string
afterEach(async () => zis?.stop())

async function install(config: JsonObject | undefined = settings) {
  zis = await startWithPartnersOf(key)
  await installIntegration(zis, key, config ? { [key]: config } : {})
  const { body } = await zis.admin(`POST /api/services/zis/inbound_webhooks/generic/${key}`, {
    source_system: 'shop',
    event_type: 'order.changed',
  })
  ingest = body['path'] as string
  credentials = `Basic ${btoa(`${String(body['username'])}:${String(body['password'])}`)}`
}

/** The shop tells of an order, and everything that follows is done. */
async function tell(body: unknown) {
  const { status } = await zis.with({ authorization: credentials })(`POST ${ingest}`, body)
  expect(status).toBe(200)
  return zis.settle()
}
const tellOrder = (number: string) => tell({ order: { number } })

/** Somebody at the shop changes an order. */
async function changeOrder(number: string, change: JsonObject) {
  const rows = (await zis.control(`GET /_sim/partners/${host}`)).body['partner'] as unknown as {
    credentials: Array<{ label: string; value: string }>
  }
  const password = rows.credentials.find(({ label }) => label === 'Password')!.value
  const answer = await zis.simulator.partner(host)!(
    new Request(`https://${host}/api/orders/${number}`, {
      method: 'PATCH',
      headers: { authorization: `Basic ${btoa(`zis:${password}`)}`, 'content-type': 'application/json' },
      body: JSON.stringify(change),
    }),
  )
  expect(answer.status).toBe(200)
}

const advance = async (seconds: number) => {
  await zis.control('POST /_sim/clock', { advance_seconds: seconds })
  return zis.settle()
}

async function ticketsOf(number: string) {
  const { body } = await zis.admin(`GET /api/v2/tickets?external_id=order:${number}`)
  return body['tickets'] as Array<JsonObject & { id: number }>
}

async function commentsOf(id: number): Promise<string[]> {
  const { body } = await zis.admin(`GET /api/v2/tickets/${id}/comments`)
  return (body['comments'] as Array<{ body: string }>).map((comment) => comment.body)
}

async function linksOf(number: string): Promise<string[]> {
  const query = `link_type=order_ticket&left_object_name=order:${number}`
  const { body } = await zis.admin(`GET /api/services/zis/links/${key}?${query}`)
  return (body['links'] as Array<{ right_object: { name: string } }>).map(
    ({ right_object }) => right_object.name,
  )
}

it('is a bundle in which no error and no warning is found', () => {
  const { findings } = checkBundle(bundleOf(key), { integration: key, connections: ['zendesk', 'shop'] })
  expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
})

it('opens a ticket for an order, fills the mapped fields, and links both', async () => {
  await install()

  await tellOrder('1001')

  const [ticket, ...others] = await ticketsOf('1001')
  expect(others).toEqual([])
  expect(ticket).toMatchObject({ subject: 'Order 1001', group_id: 8002, brand_id: 7002, tags: ['shop'] })
  expect(ticket!['custom_fields']).toEqual(
    expect.arrayContaining([
      { id: 360_012, value: '1001' },
      { id: 360_015, value: 1 },
      { id: 360_014, value: '2026-03-05' },
      { id: 360_017, value: 1.2 },
      { id: 360_013, value: false },
    ]),
  )
  expect(await commentsOf(ticket!.id)).toEqual(['Order 1001 is paid. Total: 49.90 EUR'])
  expect(await linksOf('1001')).toEqual([`ticket:${ticket!.id}`])
  expect(await logOf(zis, key)).toEqual([`Order 1001 has ticket ${ticket!.id}`])
  const requester = await zis.admin(`GET /api/v2/users/${String(ticket!['requester_id'])}`)
  expect(requester.body['user']).toMatchObject({ email: 'emil@example.com' })
})

it('updates the ticket at the next change, and tells nothing twice', async () => {
  await install()
  await tellOrder('1001')
  await changeOrder('1001', { status: 'shipped', parcels: 2, updated_at: '2026-03-02T09:00:00Z' })

  await tellOrder('1001')
  await tellOrder('1001')

  const [ticket, ...others] = await ticketsOf('1001')
  expect(others).toEqual([])
  expect(ticket!['custom_fields']).toContainEqual({ id: 360_015, value: 2 })
  expect(await commentsOf(ticket!.id)).toEqual([
    'Order 1001 is paid. Total: 49.90 EUR',
    'Order 1001 is shipped. Total: 49.90 EUR',
  ])
  expect((await logOf(zis, key)).slice(0, 2)).toEqual([
    `Nothing new: ticket ${ticket!.id} knows order 1001 as shipped`,
    `Ticket ${ticket!.id} was told that order 1001 is shipped`,
  ])
})

it('opens one ticket when the same event arrives twice at once', async () => {
  await install()
  expect((await zis.control('PUT /_sim/assumptions', { duplicateDeliveries: 1 })).status).toBe(200)

  // Unless the first run has finished by then, the second one waits for it.
  await tellOrder('1001')
  await advance(5)

  const [ticket, ...others] = await ticketsOf('1001')
  expect(others).toEqual([])
  expect(await commentsOf(ticket!.id)).toHaveLength(1)
  expect(await linksOf('1001')).toEqual([`ticket:${ticket!.id}`])
  expect(await logOf(zis, key)).toEqual([
    `Nothing new: ticket ${ticket!.id} knows order 1001 as paid`,
    `Order 1001 has ticket ${ticket!.id}`,
  ])
})

it('takes up the ticket of a run that ended before it could keep the link', async () => {
  await install()
  const pending = {
    link_type: 'order_ticket',
    left_object: { name: 'order:1001' },
    right_object: { name: 'pending' },
  }
  await zis.admin(`POST /api/services/zis/links/${key}`, pending)
  const ticket = { subject: 'Order 1001', external_id: 'order:1001', comment: { body: 'Half done' } }
  await zis.admin('POST /api/v2/tickets', { ticket })

  await tellOrder('1001')
  await advance(5)

  const [only, ...others] = await ticketsOf('1001')
  expect(others).toEqual([])
  expect(await linksOf('1001')).toEqual([`ticket:${only!.id}`])
})

it('opens another ticket when the first one is closed', async () => {
  await install()
  await tellOrder('1001')
  const [first] = await ticketsOf('1001')
  await zis.admin(`PUT /api/v2/tickets/${first!.id}`, { ticket: { status: 'closed' } })
  await changeOrder('1001', { status: 'cancelled', updated_at: '2026-03-02T09:00:00Z' })

  await tellOrder('1001')

  const second = (await ticketsOf('1001')).find(({ id }) => id !== first!.id)!
  expect(await commentsOf(second.id)).toEqual(['Order 1001 is cancelled. Total: 49.90 EUR'])
  expect(await linksOf('1001')).toEqual([`ticket:${second.id}`])
})

it('is run again by ZIS while the shop is down', async () => {
  await install()
  await zis.control(`PUT /_sim/partners/${host}/fault`, { kind: 'status', status: 500, times: 2 })

  await tellOrder('1001')
  expect(await ticketsOf('1001')).toEqual([])
  await advance(30)
  await advance(60)

  expect(await ticketsOf('1001')).toHaveLength(1)
  expect((await zis.control('GET /_sim/runs/1')).body['run']).toMatchObject({
    status: 'succeeded',
    attempts: 3,
  })
})

it.each([
  ['9999', 'The shop has no order 9999'],
  ['1003', 'Skipped: order 1003 is pending, a status that gets no ticket'],
  ['', 'The shop sent no order number: order.number is missing'],
])('opens no ticket for order "%s", and says why', async (number, says) => {
  await install()

  await tellOrder(number)

  expect((await logOf(zis, key))[0]).toContain(says)
  expect(await linksOf(number || 'none')).toEqual([])
})

it('says that its settings are missing', async () => {
  await install(undefined)
  await zis.admin(`DELETE /api/services/zis/integrations/${key}/configs/${key}`)

  await tellOrder('1001')

  expect((await logOf(zis, key))[0]).toContain('The settings of the scope order_tickets could not be loaded')
})

it.each([
  [undefined, { ok: true, detail: 'The shop answered' }],
  [
    { kind: 'status', status: 503 },
    { ok: false, detail: 'The shop did not answer: external action failed due to status code: 503' },
  ],
])('leaves the outcome of its check in the settings, with the fault %j', async (fault, outcome) => {
  await install()
  if (fault) await zis.control(`PUT /_sim/partners/${host}/fault`, fault)

  await tell({ check: true })

  const { body } = await zis.admin(`GET /api/services/zis/integrations/${key}/configs?filter[scope]=${key}`)
  const [{ config }] = body['configs'] as [{ config: JsonObject }]
  expect(config).toMatchObject({ ...settings, check: { at: '2026-03-02T09:00:00Z', ...outcome } })
})
