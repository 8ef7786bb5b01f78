import type { JsonObject } from '../../../src/zis/json'
import { raised, raisedTypes } from '../../support/raised'
import { startSimulator, type TestZis } from '../../support/start-simulator'

let zis: TestZis
beforeEach(async () => {
  zis = await startSimulator()
})
afterEach(() => zis.stop())

const create = (user: object) => zis.agent('POST /api/v2/users', { user: { name: 'Nora New', ...user } })
const rowsOf = (body: JsonObject, name: string) => body[name] as JsonObject[]
const namesOf = (body: JsonObject) => rowsOf(body, 'users').map(({ name }) => name)

describe('users', () => {
  it('are listed by role, by offset and by cursor', async () => {
    expect((await zis.agent('GET /api/v2/users.json?role[]=agent&role[]=admin')).body).toMatchObject({
      users: [{ id: 9001 }, { id: 9002 }],
      count: 2,
      next_page: null,
    })
    const offset = (await zis.agent('GET /api/v2/users?per_page=3')).body
    expect(offset['next_page']).toBe('https://acme.zendesk.com/api/v2/users.json?page=2&per_page=3')
    const first = (await zis.agent('GET /api/v2/users?page[size]=3')).body
    expect(first).toMatchObject({ users: [{}, {}, { id: 9101 }], meta: { has_more: true } })
    const after = (first['meta'] as JsonObject)['after_cursor'] as string
    const second = (await zis.agent(`GET /api/v2/users?page[size]=3&page[after]=${after}`)).body
    expect(second).toMatchObject({ users: [{ id: 9102 }], meta: { has_more: false } })
  })

  it('raise their creation and everything that was set, in one sequence', async () => {
    const { status, body } = await create({
      email: 'nora@example.net',
      notes: 'New here',
      tags: ['vip'],
      organization_id: 5001,
    })
    expect({ status, user: body['user'] }).toMatchObject({
      status: 201,
      user: {
        email: 'nora@example.net',
        role: 'end-user',
        organization_id: 5001,
        active: true,
        verified: false,
      },
    })
    const events = await raised(zis)
    expect(events.map(({ event_type }) => event_type)).toEqual([
      'user.UserCreated',
      'user.UserNotesChanged',
      'user.TagsChanged',
      'user.UserIdentityCreated',
      'user.UserOrganizationAdded',
    ])
    expect(events.map(({ event }) => (event['meta'] as JsonObject)['sequence'])).toMatchObject([
      { position: 1, total: 5 },
      {},
      {},
      {},
      { position: 5, total: 5 },
    ])
  })

  it('come into the organization of their domain', async () => {
    await zis.admin('PUT /api/v2/organizations/5001', { organization: { domain_names: ['Example.net'] } })
    const { body } = await create({ email: 'nora@example.net' })
    expect(body['user']).toMatchObject({ organization_id: 5001 })
  })

  it('are refused with an address or external id that somebody has', async () => {
    await zis.agent('PUT /api/v2/users/9101', { user: { external_id: 'c-1' } })
    expect(await create({ email: 'EMIL@example.org', external_id: 'C-1' })).toMatchObject({
      status: 422,
      body: {
        error: 'RecordInvalid',
        description: 'Record validation errors',
        details: {
          email: [{ description: 'Email: EMIL@example.org has already been taken', error: 'DuplicateValue' }],
          external_id: [{ error: 'DuplicateValue' }],
        },
      },
    })
  })

  it('are refused with what they cannot be, and nothing is kept', async () => {
    const before = await raisedTypes(zis)
    const refused = await create({ time_zone: 'Atlantis', organization_id: 99, user_fields: { nothing: 1 } })
    expect(refused).toMatchObject({
      status: 422,
      body: { details: { time_zone: [{}], organization_id: [{}], 'user_fields.nothing': [{}] } },
    })
    expect(await raisedTypes(zis)).toEqual(before)
    expect((await zis.agent('GET /api/v2/users')).body).toMatchObject({ count: 4 })
  })

  it('are created once by an upsert, and updated from then on', async () => {
    const upsert = (user: object) => zis.agent('POST /api/v2/users/create_or_update', { user })
    const made = await upsert({ name: 'Nora', external_id: 'n-1', email: 'nora@example.net' })
    expect(made.status).toBe(201)
    const again = await upsert({ name: 'Nora Newname', external_id: 'n-1' })
    expect(again).toMatchObject({ status: 200, body: { user: { name: 'Nora Newname' } } })
    expect((again.body['user'] as JsonObject)['id']).toBe((made.body['user'] as JsonObject)['id'])
  })

  it('are found by words, by role, by external id, by ids and by the beginning of a name', async () => {
    await zis.agent('PUT /api/v2/users/9102', { user: { external_id: 'c-2' } })
    const find = async (path: string) => namesOf((await zis.agent(`GET /api/v2/users/${path}`)).body)
    expect(await find('search?query=end-user%20emil')).toEqual(['Emil End-User'])
    expect(await find('search?query=role:agent')).toEqual(['Arlo Agent'])
    expect(await find('search?external_id=c-2')).toEqual(['Eva End-User'])
    expect(await find('autocomplete?name=ad')).toEqual(['Ada Admin'])
    expect(await find('show_many?ids=9102,9001,17')).toEqual(['Ada Admin', 'Eva End-User'])
  })

  it('stay as not active once deleted, free their address, and can then go for good', async () => {
    expect(await zis.agent('DELETE /api/v2/users/9101')).toMatchObject({
      status: 200,
      body: { user: { active: false } },
    })
    expect(namesOf((await zis.agent('GET /api/v2/users')).body)).not.toContain('Emil End-User')
    expect(await zis.agent('GET /api/v2/users/9101')).toMatchObject({ body: { user: { active: false } } })
    expect((await zis.agent('DELETE /api/v2/users/9101')).status).toBe(404)
    expect((await create({ email: 'emil@example.org' })).status).toBe(201)
    expect((await zis.agent('DELETE /api/v2/deleted_users/9101')).status).toBe(403)
    expect(await zis.admin('DELETE /api/v2/deleted_users/9101')).toMatchObject({
      status: 200,
      body: { deleted_user: { name: 'Permanently deleted user', email: null } },
    })
    expect((await zis.agent('GET /api/v2/deleted_users')).body).toMatchObject({ deleted_users: [] })
    expect((await zis.agent('GET /api/v2/tickets/1')).body).toMatchObject({ ticket: { requester_id: 9101 } })
  })

  it('merge with their addresses and tickets', async () => {
    expect(await zis.agent('PUT /api/v2/users/9101/merge', { user: { id: 9102 } })).toMatchObject({
      status: 200,
      body: { user: { id: 9102, email: 'eva@example.org' } },
    })
    const { body } = await zis.agent('GET /api/v2/users/9102/identities')
    expect(rowsOf(body, 'identities').map(({ value, primary }) => [value, primary])).toEqual([
      ['emil@example.org', false],
      ['eva@example.org', true],
    ])
    expect((await zis.agent('GET /api/v2/tickets/1')).body).toMatchObject({ ticket: { requester_id: 9102 } })
    expect((await zis.agent('PUT /api/v2/users/9002/merge', { user: { id: 9102 } })).status).toBe(422)
  })

  it('who are staff are changed by admins only, and the owner stays one', async () => {
    expect(await zis.agent('PUT /api/v2/users/9001', { user: { name: 'x' } })).toMatchObject({
      status: 403,
      body: { error: 'Forbidden' },
    })
    expect((await create({ role: 'admin' })).status).toBe(403)
    expect((await zis.admin('PUT /api/v2/users/9001', { user: { role: 'agent' } })).status).toBe(422)
    expect((await zis.admin('DELETE /api/v2/users/9001')).status).toBe(422)
  })

  it('who are suspended or deleted do not get in any more', async () => {
    const basic = (email: string) =>
      zis.with({ authorization: `Basic ${btoa(`${email}/token:local-token`)}` })
    expect((await basic('agent@example.com')('GET /api/v2/tickets')).status).toBe(200)
    await zis.admin('PUT /api/v2/users/9002', { user: { suspended: true } })
    expect((await zis.agent('GET /api/v2/tickets')).status).toBe(401)
    expect((await basic('agent@example.com')('GET /api/v2/tickets')).status).toBe(401)
    const { body } = await zis.control('POST /_sim/session', { user_id: 9001 })
    expect(rowsOf(body, 'users').map(({ id }) => id)).toEqual([9001])
  })

  it('who become end users leave their groups', async () => {
    await zis.admin('PUT /api/v2/users/9002', { user: { role: 'end-user' } })
    expect(await raisedTypes(zis)).toEqual([
      'user.UserRoleChanged',
      'user.UserDefaultGroupChanged',
      'user.UserGroupRemoved',
    ])
  })
})

it('makes an identity the primary one, and the user’s email with it', async () => {
  const made = await zis.agent('POST /api/v2/users/9101/identities', {
    identity: { type: 'email', value: 'e@example.org' },
  })
  const { id } = made.body['identity'] as { id: number }
  await zis.agent(`PUT /api/v2/users/9101/identities/${id}/make_primary`)
  expect((await zis.agent('GET /api/v2/users/9101')).body).toMatchObject({ user: { email: 'e@example.org' } })
  expect(await raisedTypes(zis)).toEqual([
    'user.UserIdentityCreated',
    'user.UserIdentityChanged',
    'user.UserIdentityChanged',
  ])
  const taken = await zis.agent('POST /api/v2/users/9102/identities', {
    identity: { type: 'email', value: 'e@example.org' },
  })
  expect(taken).toMatchObject({ status: 422, body: { details: { value: [{ error: 'DuplicateValue' }] } } })
})

it('replaces, adds and takes tags', async () => {
  const tags = async (method: string, given: string[]) =>
    (await zis.agent(`${method} /api/v2/users/9101/tags`, { tags: given })).body['tags']
  expect(await tags('POST', ['B', 'a'])).toEqual(['a', 'b'])
  expect(await tags('PUT', ['c'])).toEqual(['a', 'b', 'c'])
  expect(await tags('DELETE', ['a', 'z'])).toEqual(['b', 'c'])
})

it('gives everybody a field, empty until it is set, and refuses what does not fit it', async () => {
  const user_field = {
    key: 'plan',
    type: 'dropdown',
    title: 'Plan',
    custom_field_options: [{ name: 'Gold', value: 'gold' }],
  }
  expect((await zis.agent('POST /api/v2/user_fields', { user_field })).status).toBe(403)
  expect((await zis.admin('POST /api/v2/user_fields', { user_field })).status).toBe(201)
  const set = (plan: unknown) => zis.agent('PUT /api/v2/users/9101', { user: { user_fields: { plan } } })
  expect((await zis.agent('GET /api/v2/users/9101')).body).toMatchObject({
    user: { user_fields: { plan: null } },
  })
  expect(await set('tin')).toMatchObject({ status: 422, body: { details: { 'user_fields.plan': [{}] } } })
  expect(await set('gold')).toMatchObject({ status: 200, body: { user: { user_fields: { plan: 'gold' } } } })
  expect((await raised(zis))[0]!.event).toMatchObject({
    custom_field: { title: 'Plan', field_type: 'tagger' },
    previous: null,
    current: 'gold',
  })
})

describe('organizations', () => {
  it('have names of their own', async () => {
    const again = await zis.admin('POST /api/v2/organizations', { organization: { name: 'example LTD' } })
    expect(again).toMatchObject({ status: 422, body: { details: { name: [{ error: 'DuplicateValue' }] } } })
    expect((await zis.agent('POST /api/v2/organizations', { organization: { name: 'x' } })).status).toBe(403)
  })

  it('let their users go when they end', async () => {
    await zis.admin('DELETE /api/v2/organizations/5001')
    const types = (await raisedTypes(zis)).filter((type) => type.startsWith('user.'))
    expect(types).toEqual(['user.UserOrganizationRemoved', 'user.UserOrganizationRemoved'])
    expect((await zis.agent('GET /api/v2/users/9101')).body).toMatchObject({
      user: { organization_id: null },
    })
    expect((await zis.agent('GET /api/v2/organizations/5001')).status).toBe(404)
  })
})

describe('records of custom objects', () => {
  beforeEach(async () => {
    await zis.admin('POST /api/v2/custom_objects', {
      custom_object: { key: 'parcel', title: 'Parcel', title_pluralized: 'Parcels' },
    })
    const custom_object_field = { key: 'weight', type: 'integer', title: 'Weight' }
    await zis.admin('POST /api/v2/custom_objects/parcel/fields', { custom_object_field })
  })
  const records = '/api/v2/custom_objects/parcel/records'

  it('have ids of 26 characters, and are found by them and by external ids', async () => {
    const made = await zis.agent(`POST ${records}`, {
      custom_object_record: { name: 'One', external_id: 'p-1' },
    })
    const { id } = made.body['custom_object_record'] as { id: string }
    expect(id).toMatch(/^[0-9A-Z]{26}$/)
    await zis.agent(`POST ${records}`, { custom_object_record: { name: 'Two' } })
    const found = await zis.agent(`GET ${records}?filter[external_ids]=p-1,p-2`)
    expect(found.body).toMatchObject({
      custom_object_records: [{ id, custom_object_fields: { weight: null } }],
    })
    expect((await zis.agent(`GET ${records}/count`)).body).toMatchObject({ count: { value: 2 } })
  })

  it('are set by an external id, whether they are there or not', async () => {
    const set = (weight: unknown, name?: string) =>
      zis.agent(`PATCH ${records}?external_id=p-1`, {
        custom_object_record: { ...(name && { name }), custom_object_fields: { weight } },
      })
    expect((await set(1)).status).toBe(422)
    expect((await set(1, 'One')).status).toBe(201)
    expect((await set(2)).status).toBe(200)
    expect(await set('heavy')).toMatchObject({
      status: 422,
      body: { details: { 'custom_object_fields.weight': [{}] } },
    })
    expect(await raisedTypes(zis)).toEqual([
      'customobject.CustomObjectRecordCreated',
      'customobject.CustomObjectRecordChanged',
    ])
  })
})

describe('switches', () => {
  const turn = (switches: object) => zis.control('PUT /_sim/assumptions', switches)

  it('peopleCreationRaises: the creation alone', async () => {
    await turn({ peopleCreationRaises: 'creation' })
    await create({ email: 'nora@example.net', notes: 'x' })
    expect(await raisedTypes(zis)).toEqual(['user.UserCreated'])
  })

  it('peopleTagsForm: all tags before and after', async () => {
    await turn({ peopleTagsForm: 'previous_current' })
    await zis.agent('PUT /api/v2/users/9101', { user: { tags: ['vip'] } })
    const { body } = await zis.control('GET /_sim/events')
    expect(rowsOf(body, 'events')[0]).toMatchObject({
      input: { user_event: { type: 'Tags Changed', previous: [], current: ['vip'] } },
    })
  })

  it('emailUpdate: a new address takes the place of the primary one', async () => {
    await turn({ emailUpdate: 'replaces' })
    const changed = await zis.agent('PUT /api/v2/users/9101', { user: { email: 'e@example.org' } })
    expect(changed.body).toMatchObject({ user: { email: 'e@example.org' } })
    expect(await raisedTypes(zis)).toEqual(['user.UserIdentityChanged'])
  })

  it('activityMakesUser: a person whom nobody knows is made, or refused', async () => {
    const track = () =>
      zis.admin('POST /api/v2/user_profiles/events', {
        profile: {
          source: 'shop',
          type: 'customer',
          identifiers: [{ type: 'email', value: 'n@example.net' }],
        },
        event: { source: 'shop', type: 'seen' },
      })
    await turn({ activityMakesUser: false })
    expect((await track()).status).toBe(404)
    await turn({ activityMakesUser: null })
    expect(await track()).toMatchObject({ status: 202, body: { status: 'received' } })
    await track()
    expect(await raisedTypes(zis)).toEqual([
      'user.UserCreated',
      'user.UserIdentityCreated',
      'activity.UserActivityCreated',
      'activity.UserActivityCreated',
    ])
  })
})
