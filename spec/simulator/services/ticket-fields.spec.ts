import type { JsonObject } from '../../../src/zis/json'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('groups, brands, ticket fields and forms', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())

  it('are there from the start, the same every time', async () => {
    const names = async (route: `${string} ${string}`, list: string, name = 'name') =>
      ((await zis.agent(route)).body[list] as JsonObject[]).map((one) => [one['id'], one[name]])
    expect(await names('GET /api/v2/groups.json', 'groups')).toEqual([
      [8001, 'Support'],
      [8002, 'Delivery'],
      [8003, 'Billing'],
    ])
    expect(await names('GET /api/v2/brands', 'brands')).toEqual([
      [7001, 'Acme'],
      [7002, 'Acme Express'],
    ])
    expect(await names('GET /api/v2/ticket_forms', 'ticket_forms')).toEqual([
      [6001, 'Default'],
      [6002, 'Damaged parcel'],
    ])
    expect(await names('GET /api/v2/ticket_fields', 'ticket_fields', 'type')).toEqual(
      expect.arrayContaining([
        [360003, 'status'],
        [360011, 'tagger'],
        [360016, 'multiselect'],
      ]),
    )
  })

  it('are listed in pages, by offset and by cursor', async () => {
    const first = await zis.agent('GET /api/v2/groups?per_page=2')
    expect(first.body).toMatchObject({
      groups: [{ id: 8001 }, { id: 8002 }],
      count: 3,
      previous_page: null,
      next_page: 'https://acme.zendesk.com/api/v2/groups.json?page=2&per_page=2',
    })
    const cursor = await zis.agent('GET /api/v2/groups?page[size]=2')
    expect(cursor.body).toMatchObject({ groups: [{ id: 8001 }, { id: 8002 }], meta: { has_more: true } })
    const next = new URL((cursor.body['links'] as JsonObject)['next'] as string)
    const last = await zis.agent(`GET ${next.pathname}${next.search}`)
    expect(last.body).toMatchObject({ groups: [{ id: 8003 }], meta: { has_more: false } })
    const before = new URL((last.body['links'] as JsonObject)['prev'] as string)
    expect((await zis.agent(`GET ${before.pathname}${before.search}`)).body).toMatchObject({
      groups: [{ id: 8001 }, { id: 8002 }],
    })
  })

  it.each([
    'page=0',
    'per_page=many',
    'page[size]=101',
    'page[size]=2&page[after]=%25',
    'page[after]=a&page[before]=b',
  ])('refuse the page %s', async (asked) => {
    expect(await zis.agent(`GET /api/v2/groups?${asked}`)).toMatchObject({
      status: 400,
      body: { error: 'BadRequest' },
    })
  })

  it('are made and changed by admins alone', async () => {
    const group = { group: { name: 'Returns' } }
    expect(await zis.agent('POST /api/v2/groups', group)).toMatchObject({ status: 403 })
    const made = await zis.admin('POST /api/v2/groups', group)
    expect(made).toMatchObject({
      status: 201,
      body: { group: { id: 8101, name: 'Returns', default: false } },
    })
    expect(await zis.admin('POST /api/v2/groups', group)).toMatchObject({
      status: 422,
      body: { details: { name: [{ description: 'Name: Returns has already been taken' }] } },
    })
    await zis.admin('PUT /api/v2/groups/8101', { group: { name: 'Goods back' } })
    expect((await zis.agent('GET /api/v2/groups/8101')).body).toMatchObject({ group: { name: 'Goods back' } })
    expect(
      await zis.admin('POST /api/v2/brands', { brand: { name: 'B', subdomain: 'acme-b' } }),
    ).toMatchObject({
      status: 201,
      body: { brand: { id: 7101, brand_url: 'https://acme-b.zendesk.com', active: true } },
    })
    expect(await zis.agent('GET /api/v2/brands/1')).toMatchObject({ status: 404 })
  })

  it('give a field its options, which keep their ids by their values', async () => {
    const input = {
      type: 'tagger',
      title: 'Size',
      custom_field_options: [{ name: 'Small', value: 'size_s' }],
    }
    const made = await zis.admin('POST /api/v2/ticket_fields', { ticket_field: input })
    const [small] = (made.body['ticket_field'] as { custom_field_options: JsonObject[] }).custom_field_options
    const changed = await zis.admin('PUT /api/v2/ticket_fields/360101', {
      ticket_field: {
        custom_field_options: [
          { name: 'Large', value: 'size_l' },
          { name: 'Tiny', value: 'size_s' },
        ],
      },
    })
    expect(changed.body).toMatchObject({
      ticket_field: {
        title: 'Size',
        custom_field_options: [{ name: 'Large' }, { id: small!['id'], name: 'Tiny' }],
      },
    })
    const twice = [input.custom_field_options[0], input.custom_field_options[0]]
    expect(
      await zis.admin('PUT /api/v2/ticket_fields/360101', { ticket_field: { custom_field_options: twice } }),
    ).toMatchObject({ status: 422, body: { details: { custom_field_options: [{}] } } })
  })

  it('take a form with fields that are there', async () => {
    const form = (ids: number[]) =>
      zis.admin('POST /api/v2/ticket_forms', { ticket_form: { name: 'Short', ticket_field_ids: ids } })
    expect(await form([360001])).toMatchObject({ status: 201, body: { ticket_form: { id: 6101 } } })
    expect(await form([1])).toMatchObject({ status: 422 })
    const renamed = await zis.admin('PUT /api/v2/ticket_forms/6101', { ticket_form: { name: 'Brief' } })
    expect(renamed.body).toMatchObject({ ticket_form: { display_name: 'Brief', ticket_field_ids: [360001] } })
  })

  it('refuse a pattern that is none', async () => {
    const input = { type: 'regexp', title: 'Code', regexp_for_validation: '(' }
    expect(await zis.admin('POST /api/v2/ticket_fields', { ticket_field: input })).toMatchObject({
      status: 422,
      body: { details: { regexp_for_validation: [{}] } },
    })
  })
})
