import { checkBundle } from '../../../src/zis/bundle/check'
import type { JsonObject } from '../../../src/zis/json'
import {
  bundleOf,
  installIntegration,
  logOf,
  rowsOf,
  startWithPartnersOf,
} from '../../../spec/support/install-integration'
import type { TestZis } from '../../../spec/support/start-simulator'

const key = 'ticket_mirror'
const eu = 'eu.mirror.example.com'
const us = 'us.mirror.example.com'
const settings = {
  regions: [{ brand: 7002, region: 'us' }],
  default_region: 'eu',
  comments: 'public',
  note: false,
}

let zis: TestZis
afterEach(async () => zis?.stop())

async function install(change: JsonObject = {}) {
  zis = await startWithPartnersOf(key)
  await installIntegration(zis, key, { [key]: { ...settings, ...change } })
}

async function create(ticket: JsonObject): Promise<number> {
  const { body } = await zis.admin('POST /api/v2/tickets', { ticket })
  await zis.settle()
  return (body['ticket'] as { id: number }).id
}

async function change(id: number, ticket: JsonObject) {
  await zis.admin(`PUT /api/v2/tickets/${id}`, { ticket })
  await zis.settle()
}

const bodies = async (host: string) => (await rowsOf(zis, host, 'comments')).map(({ body }) => body)
const sent = async (host: string, method: string) =>
  ((await zis.control(`GET /_sim/outbound?host=${host}&method=${method}`)).body['requests'] as unknown[])
    .length

it('is a bundle in which no error and no warning is found', () => {
  const connections = ['zendesk', 'mirror_eu', 'mirror_us']
  const { findings } = checkBundle(bundleOf(key), { integration: key, connections })
  expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
})

it('mirrors a ticket with its comments, in the region of its brand only', async () => {
  await install()

  const id = await create({
    subject: 'Wet parcel',
    tags: ['wet'],
    brand_id: 7002,
    comment: { body: 'It rained.' },
  })

  expect(await rowsOf(zis, us, 'tickets')).toMatchObject([
    { id: `acme-${id}`, subject: 'Wet parcel', status: 'new', tags: ['wet'] },
  ])
  expect(await rowsOf(zis, us, 'comments')).toMatchObject([
    { ticket_id: `acme-${id}`, body: 'It rained.', public: true },
  ])
  expect(await rowsOf(zis, eu, 'tickets')).toEqual([])
  expect((await logOf(zis, key))[0]).toMatch(
    new RegExp(`^Mirrored in us: Ticket ${id} and [01] of its comments$`),
  )
})

it('sends each key to its own region', async () => {
  await install()

  await create({ subject: 'One', brand_id: 7001, comment: { body: 'One' } })
  await create({ subject: 'Two', brand_id: 7002, comment: { body: 'Two' } })

  expect(await rowsOf(zis, eu, 'tickets')).toMatchObject([{ subject: 'One' }])
  expect(await rowsOf(zis, us, 'tickets')).toMatchObject([{ subject: 'Two' }])
})

it('brings status and new comments after, and sends no comment twice', async () => {
  await install()

  await change(1, { status: 'open', comment: { body: 'We look for it.' } })
  await change(1, { status: 'solved', comment: { body: 'Found.' } })

  expect(await rowsOf(zis, eu, 'tickets')).toMatchObject([{ id: 'acme-1', status: 'solved' }])
  expect(await bodies(eu)).toEqual(['It was due on Monday.', 'We look for it.', 'Found.'])
})

it.each([
  ['none', []],
  ['public', ['It was due on Monday.']],
  ['all', ['It was due on Monday.', 'For us only']],
])('mirrors the comments that are selected: %s', async (comments, mirrored) => {
  await install({ comments })

  await change(1, { comment: { body: 'For us only', public: false } })

  expect(await bodies(eu)).toEqual(mirrored)
})

it('mirrors 100 comments within the limits of a flow', async () => {
  zis = await startWithPartnersOf(key)
  for (let number = 1; number < 105; number++) {
    await zis.admin('PUT /api/v2/tickets/1', { ticket: { comment: { body: `Comment ${number}` } } })
  }
  await installIntegration(zis, key, { [key]: settings })

  await change(1, { status: 'open' })

  const mirrored = await bodies(eu)
  expect([mirrored.length, mirrored[0], mirrored.at(-1)]).toEqual([100, 'Comment 5', 'Comment 104'])
})

it('notes on the ticket, once, that it is mirrored, and does not mirror that', async () => {
  await install({ comments: 'all', note: true })

  await change(1, { status: 'open' })
  await change(1, { status: 'pending' })

  const { body } = await zis.admin('GET /api/v2/tickets/1/comments')
  expect((body['comments'] as JsonObject[]).slice(1)).toMatchObject([
    { body: 'ticket_mirror: This ticket is mirrored as acme-1 (eu).', public: false },
  ])
  expect(await bodies(eu)).toEqual(['It was due on Monday.'])
  expect(await logOf(zis, key)).toContain('Skipped: the mirror itself has changed ticket 1')
})

it('leaves alone what the user of the mirror created or wrote', async () => {
  await install({ mirror_user: 9001 })

  const id = await create({ subject: 'From the mirror', comment: { body: 'Copied' } })

  expect(await rowsOf(zis, eu, 'tickets')).toEqual([])
  expect(new Set(await logOf(zis, key))).toEqual(
    new Set([`Skipped: the mirror itself has changed ticket ${id}`]),
  )
})

it('sends nothing for a brand that is not mirrored', async () => {
  await install({ default_region: 'none' })

  await change(1, { status: 'open' })

  expect(await rowsOf(zis, eu, 'tickets')).toEqual([])
  expect(await logOf(zis, key)).toEqual(['Skipped: tickets of the brand of ticket 1 are not mirrored'])
})

it('sends what is missing when ZIS runs it again after a failure', async () => {
  await install()
  const fault = { kind: 'status', status: 503, path: '/v1/comments', times: 1 }
  await zis.control(`PUT /_sim/partners/${eu}/fault`, fault)

  await change(1, { status: 'open' })
  expect(await bodies(eu)).toEqual([])
  await zis.control('POST /_sim/clock', { advance_seconds: 30 })
  await zis.settle()

  expect(await bodies(eu)).toEqual(['It was due on Monday.'])
  expect(await logOf(zis, key)).toEqual(['Mirrored in eu: Ticket 1 and 1 of its comments'])
})

it('comes to the same when events arrive twice and in another order', async () => {
  await install({ note: true })
  expect(
    (await zis.control('PUT /_sim/assumptions', { duplicateDeliveries: 1, shuffledDeliveries: true })).status,
  ).toBe(200)

  await change(1, { status: 'open', comment: { body: 'We look for it.' } })

  expect(await rowsOf(zis, eu, 'tickets')).toMatchObject([{ id: 'acme-1', status: 'open' }])
  expect(await bodies(eu)).toEqual(['It was due on Monday.', 'We look for it.'])
  expect((await zis.admin('GET /api/v2/tickets/1/comments')).body['comments']).toHaveLength(3)
})

it('leaves word of the last copy beside the settings', async () => {
  await install()

  await change(1, { status: 'open' })

  const { body } = await zis.admin(`GET /api/services/zis/integrations/${key}/configs?filter[scope]=${key}`)
  const [{ config }] = body['configs'] as [{ config: JsonObject }]
  expect(config).toEqual({
    ...settings,
    last_sync: {
      at: '2026-03-02T09:00:00Z',
      ok: true,
      region: 'eu',
      detail: 'Ticket 1 and 1 of its comments',
    },
  })
  expect(await sent(us, 'POST')).toBe(0)
})
