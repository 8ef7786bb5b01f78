import type { JsonObject } from '../../../src/zis/json'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('what hangs on a ticket', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())

  const update = (id: number, ticket: object) => zis.agent(`PUT /api/v2/tickets/${id}`, { ticket })
  const ticket = async (id: number) => (await zis.agent(`GET /api/v2/tickets/${id}`)).body['ticket']

  it('tags replace, join or leave, by a path of their own', async () => {
    expect(await zis.agent('POST /api/v2/tickets/1/tags', { tags: ['VIP', 'late'] })).toMatchObject({
      status: 201,
      body: { tags: ['vip', 'late'] },
    })
    expect((await zis.agent('PUT /api/v2/tickets/1/tags', { tags: 'new one' })).body).toEqual({
      tags: ['vip', 'late', 'new', 'one'],
    })
    expect((await zis.agent('DELETE /api/v2/tickets/1/tags', { tags: ['late', 'one'] })).body).toEqual({
      tags: ['vip', 'new'],
    })
    expect((await zis.agent('GET /api/v2/tickets/1/tags')).body).toEqual({ tags: ['vip', 'new'] })
    expect((await zis.agent('GET /api/v2/tags')).body).toMatchObject({
      tags: [{ name: 'new', count: 1 }, {}],
    })
  })

  it('a field with options and its tags are one', async () => {
    await update(1, { custom_fields: [{ id: 360011, value: 'product_parcel' }], tags: ['vip'] })
    expect(await ticket(1)).toMatchObject({ tags: ['vip', 'product_parcel'] })
    await update(1, { custom_fields: [{ id: 360011, value: 'product_letter' }] })
    expect(await ticket(1)).toMatchObject({ tags: ['vip', 'product_letter'] })
    await update(1, { additional_tags: ['product_pallet'], remove_tags: ['product_letter'] })
    const { custom_fields } = (await ticket(1)) as { custom_fields: JsonObject[] }
    expect(custom_fields).toContainEqual({ id: 360011, value: 'product_pallet' })
    await update(1, { tags: [] })
    expect(((await ticket(1)) as { custom_fields: JsonObject[] }).custom_fields).toContainEqual({
      id: 360011,
      value: null,
    })
  })

  it.each([
    [360011, 'boat'],
    [360014, 'tomorrow'],
    [360015, 'many'],
    [360016, ['boat']],
    [360013, 'perhaps'],
  ])('field %d refuses the value %j', async (id, value) => {
    expect(await update(1, { custom_fields: [{ id, value }] })).toMatchObject({
      status: 422,
      body: {
        error: 'RecordInvalid',
        details: { base: [{ description: expect.stringContaining('is not valid') }] },
      },
    })
  })

  it('an audit says what each save did, and is answered with it', async () => {
    const saved = await update(1, { status: 'open', comment: { body: 'On it' }, group_id: 8002 })
    expect(saved.body).toMatchObject({
      ticket: { id: 1, status: 'open' },
      audit: {
        ticket_id: 1,
        author_id: 9002,
        via: { channel: 'web' },
        events: [
          { type: 'Comment', body: 'On it', public: true },
          { type: 'Change', field_name: 'status', value: 'open', previous_value: 'new' },
          { type: 'Change', field_name: 'group_id', value: 8002, previous_value: 8001 },
        ],
      },
    })
    await update(1, { status: 'open' })
    const { body } = await zis.agent('GET /api/v2/tickets/1/audits')
    expect(body).toMatchObject({
      count: 2,
      audits: [
        {
          author_id: 9101,
          events: expect.arrayContaining([
            { id: 700002, type: 'Create', field_name: 'subject', value: 'My parcel has not arrived' },
          ]),
        },
        {},
      ],
    })
    const id = (saved.body['audit'] as JsonObject)['id'] as number
    expect((await zis.agent(`GET /api/v2/tickets/1/audits/${id}`)).body['audit']).toEqual(saved.body['audit'])
    expect(await zis.agent('GET /api/v2/tickets/2/audits/1')).toMatchObject({ status: 404 })
  })

  it('a file is handed in, joins a comment, and is read at its address', async () => {
    const upload = await zis.agent('POST /api/v2/uploads.json?filename=label.txt', 'Acme 1')
    expect(upload).toMatchObject({
      status: 201,
      body: { upload: { attachment: { file_name: 'label.txt', size: 6 } } },
    })
    const { token, attachment } = upload.body['upload'] as {
      token: string
      attachment: { content_url: string }
    }
    await update(1, { comment: { body: 'See the file', uploads: [token] } })
    const { body } = await zis.agent('GET /api/v2/tickets/1/comments?sort_order=desc')
    expect(body).toMatchObject({ comments: [{ attachments: [{ file_name: 'label.txt' }] }, {}] })
    const { pathname, search } = new URL(attachment.content_url)
    expect(await zis.nobody(`GET ${pathname}${search}`)).toMatchObject({ status: 200, text: 'Acme 1' })
    expect(await update(1, { comment: { body: 'Again', uploads: token } })).toMatchObject({
      status: 422,
      body: { details: { uploads: [{}] } },
    })
  })

  it('an upload can be taken back, and waits for its comment no longer than an hour', async () => {
    const hand = async () => {
      const { body } = await zis.agent('POST /api/v2/uploads?filename=a', 'a')
      return (body['upload'] as { token: string }).token
    }
    const first = await hand()
    expect(await zis.agent(`DELETE /api/v2/uploads/${first}`)).toMatchObject({ status: 204 })
    expect(await zis.agent(`DELETE /api/v2/uploads/${first}`)).toMatchObject({ status: 404 })
    const second = await hand()
    zis.clock.advance(3_600_000)
    expect(await update(1, { comment: { body: 'Late', uploads: [second] } })).toMatchObject({ status: 422 })
  })

  it('people who read along are followers, who are agents, and copies, who can be anybody', async () => {
    await update(1, {
      followers: [{ user_id: 9001 }],
      email_ccs: [{ user_email: 'nia@example.org', user_name: 'Nia' }],
    })
    const names = async (list: string) =>
      ((await zis.agent(`GET /api/v2/tickets/1/${list}`)).body['users'] as JsonObject[]).map(
        ({ name }) => name,
      )
    expect(await names('followers')).toEqual(['Ada Admin'])
    expect(await names('email_ccs')).toEqual(['Nia'])
    expect(await names('collaborators')).toEqual(['Ada Admin', 'Nia'])
    expect(await update(1, { followers: [{ user_id: 9101 }] })).toMatchObject({
      status: 422,
      body: { details: { followers: [{}] } },
    })
    await update(1, { collaborator_ids: [] })
    expect(await names('email_ccs')).toEqual([])
  })

  it('a problem knows its incidents', async () => {
    expect(await update(1, { type: 'incident', problem_id: 2 })).toMatchObject({ status: 422 })
    await update(2, { type: 'problem' })
    await update(1, { type: 'incident', problem_id: 2 })
    expect(await ticket(2)).toMatchObject({ has_incidents: true })
    expect((await zis.agent('GET /api/v2/tickets/2/incidents')).body).toMatchObject({ tickets: [{ id: 1 }] })
    expect((await zis.agent('GET /api/v2/tickets/2/related')).body).toMatchObject({
      ticket_related: { incidents: 1 },
    })
    await update(1, { type: 'question' })
    expect(await ticket(1)).toMatchObject({ problem_id: null })
    expect(await ticket(2)).toMatchObject({ has_incidents: false })
  })

  it('a search finds a ticket as its own path answers it', async () => {
    const { body } = await zis.agent('GET /api/v2/search?query=type:ticket%20parcel')
    const shown = (await ticket(1)) as JsonObject
    expect(body['results']).toContainEqual({ ...shown, result_type: 'ticket' })
  })
})
