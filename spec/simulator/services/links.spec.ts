import type { JsonObject } from '../../../src/zis/json'
import { installFlow, raise, replayed } from '../../support/one-flow'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('links', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
  })
  afterEach(() => zis.stop())

  const base = '/api/services/zis/links/acme_a'
  const create = (left: string | number, right: string | number, more: JsonObject = {}) =>
    zis.admin(`POST ${base}`, {
      link_type: 'ticket_issue',
      left_object: { name: left },
      right_object: { name: right },
      ...more,
    })
  const find = (query: string) => zis.admin(`GET ${base}?link_type=ticket_issue&${query}`)
  const pairs = (body: JsonObject) =>
    (body['links'] as Array<{ left_object: { name: string }; right_object: { name: string } }>).map(
      ({ left_object: left, right_object: right }) => `${left.name} ${right.name}`,
    )
  const pick = (left: string, right: string) =>
    `link_type=ticket_issue&left_object_name=${left}&right_object_name=${right}`

  it('are created with 201, wrapped', async () => {
    const answer = await create('ticket:1', 'ISSUE-1', {
      right_object: { name: 'ISSUE-1', metadata: { status: '', count: 0 } },
    })
    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({
      link: {
        id: '1001',
        uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        account_id: 12345678,
        integration: 'acme_a',
        link_type: 'ticket_issue',
        left_object: { name: 'ticket:1' },
        right_object: { name: 'ISSUE-1', metadata: { status: '', count: 0 } },
        created_at: '2026-03-02T09:00:00Z',
        updated_at: '2026-03-02T09:00:00Z',
      },
    })
  })

  it('keep ids that came as numbers as text', async () => {
    const { body } = await create(1234567, 'ISSUE-1')
    expect(body).toMatchObject({ link: { left_object: { name: '1234567' } } })
    expect(pairs((await find('left_object_name=1234567')).body)).toEqual(['1234567 ISSUE-1'])
  })

  it('are unique by type and both names', async () => {
    await create('ticket:1', 'ISSUE-1')
    expect(await create('ticket:1', 'ISSUE-1')).toMatchObject({ status: 409, body: { message: 'Conflict' } })
    expect((await create('ticket:1', 'ISSUE-2')).status).toBe(201)
    expect((await create('ticket:2', 'ISSUE-1')).status).toBe(201)
    expect((await create('ticket:1', 'ISSUE-1', { link_type: 'copy_of' })).status).toBe(201)
  })

  it('are found by the left side, the right side or both, exact or with *', async () => {
    for (const [left, right] of [
      ['ticket:1', 'ISSUE-1'],
      ['ticket:1', 'TASK-1'],
      ['ticket:12', 'ISSUE-1'],
    ])
      await create(left!, right!)
    const found = async (query: string) => pairs((await find(query)).body)
    expect(await found('left_object_name=ticket:1')).toEqual(['ticket:1 ISSUE-1', 'ticket:1 TASK-1'])
    expect(await found('right_object_name=ISSUE-1')).toEqual(['ticket:1 ISSUE-1', 'ticket:12 ISSUE-1'])
    expect(await found('left_object_name=ticket:1&right_object_name=TASK*')).toEqual(['ticket:1 TASK-1'])
    expect(await found('left_object_name=*:1*')).toEqual([
      'ticket:1 ISSUE-1',
      'ticket:1 TASK-1',
      'ticket:12 ISSUE-1',
    ])
    expect(await found('right_object_name=issue-1')).toEqual([])
  })

  it('give 404 when nothing matches by a switch', async () => {
    await zis.control('PUT /_sim/assumptions', { noLinksFound: 404 })
    expect((await find('left_object_name=nobody')).status).toBe(404)
  })

  it('give 200 and an empty list when nothing matches', async () => {
    expect(await find('left_object_name=nobody')).toMatchObject({
      status: 200,
      body: { links: [], meta: { after: '', before: '', has_more: false } },
    })
  })

  it.each(['', 'link_type=ticket_issue', 'left_object_name=abc'])(
    'want more than "%s" to look for',
    async (query) => {
      expect((await zis.admin(`GET ${base}?${query}`)).status).toBe(400)
    },
  )

  it('come a page at a time, oldest first, and back', async () => {
    for (const number of [1, 2, 3, 4, 5]) await create('ticket:1', `ISSUE-${number}`)
    const page = async (more: string) => (await find(`left_object_name=ticket:1&page[size]=2${more}`)).body
    const seen: string[][] = []
    let meta = { after: '', before: '', has_more: true }
    while (meta.has_more) {
      const body = await page(meta.after && `&page[after]=${meta.after}`)
      meta = body['meta'] as typeof meta
      seen.push(pairs(body))
    }
    expect(seen).toEqual([
      ['ticket:1 ISSUE-1', 'ticket:1 ISSUE-2'],
      ['ticket:1 ISSUE-3', 'ticket:1 ISSUE-4'],
      ['ticket:1 ISSUE-5'],
    ])
    expect(pairs(await page(`&page[before]=${meta.before}`))).toEqual([
      'ticket:1 ISSUE-3',
      'ticket:1 ISSUE-4',
    ])
  })

  it('change their names and metadata with PATCH', async () => {
    await create('ticket:1', 'ISSUE-1', { left_object: { name: 'ticket:1', metadata: { a: 1, b: 2 } } })
    zis.clock.advance(60_000)
    const { status, body } = await zis.admin(`PATCH ${base}?${pick('ticket:1', 'ISSUE-1')}`, {
      left_object: { metadata: { c: 3 } },
      right_object: { name: 77777 },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      link: {
        id: '1001',
        left_object: { name: 'ticket:1', metadata: { c: 3 } },
        right_object: { name: '77777' },
        created_at: '2026-03-02T09:00:00Z',
        updated_at: '2026-03-02T09:01:00Z',
      },
    })
    expect((body['link'] as JsonObject)['left_object']).toEqual({ name: 'ticket:1', metadata: { c: 3 } })
    expect(pairs((await find('left_object_name=*')).body)).toEqual(['ticket:1 77777'])
  })

  it('cannot be changed into one that is there', async () => {
    await create('ticket:1', 'ISSUE-1')
    await create('ticket:1', 'ISSUE-2')
    const { status } = await zis.admin(`PATCH ${base}?${pick('ticket:1', 'ISSUE-1')}`, {
      right_object: { name: 'ISSUE-2' },
    })
    expect(status).toBe(409)
    expect(pairs((await find('left_object_name=*')).body)).toHaveLength(2)
  })

  it('want something to change', async () => {
    await create('ticket:1', 'ISSUE-1')
    expect((await zis.admin(`PATCH ${base}?${pick('ticket:1', 'ISSUE-1')}`, {})).status).toBe(400)
  })

  it('are deleted by type and both names, without wildcards', async () => {
    await create('ticket:1', 'ISSUE-1')
    expect((await zis.admin(`DELETE ${base}?link_type=ticket_issue&left_object_name=ticket:1`)).status).toBe(
      400,
    )
    expect((await zis.admin(`DELETE ${base}?${pick('ticket:*', 'ISSUE-1')}`)).status).toBe(404)
    expect((await zis.admin(`DELETE ${base}?${pick('ticket:1', 'ISSUE-1')}`)).status).toBe(204)
    expect((await zis.admin(`DELETE ${base}?${pick('ticket:1', 'ISSUE-1')}`)).status).toBe(404)
  })

  it.each([
    ['a name of two characters', 'ab', 400],
    ['a name of three', 'abc', 201],
    ['a name of 256', 'x'.repeat(256), 201],
    ['a name of 257', 'x'.repeat(257), 400],
    ['a name with a space', 'a b c', 400],
    ['a name with a wildcard', 'abc*', 400],
    ['every character that is listed', 'aZ09:/_.-', 201],
    ['half a number', 1234.5, 400],
  ])('with %s: %s', async (_, name, status) => {
    expect((await create(name, 'ISSUE-1')).status).toBe(status)
  })

  it('take no more than 64 KB of metadata on a side', async () => {
    const size = async (length: number) =>
      (
        await create('ticket:1', 'ISSUE-1', {
          left_object: { name: 'ticket:1', metadata: { t: 'x'.repeat(length) } },
        })
      ).status
    expect(await size(64 * 1024)).toBe(413)
    expect(await size(64 * 1024 - 8)).toBe(201)
  })

  it('keep prototype keys as data', async () => {
    const sent =
      '{"link_type":"ticket_issue","left_object":{"name":"__proto__","metadata":{"__proto__":{"x":1}}},"right_object":{"name":"constructor"}}'
    expect((await zis.admin(`POST ${base}`, sent)).status).toBe(201)
    expect((await find('left_object_name=__proto__')).text).toContain('"metadata":{"__proto__":{"x":1}}')
  })

  it('belong to one integration', async () => {
    await zis.admin('POST /api/services/zis/registry/acme_b', {})
    await create('ticket:1', 'ISSUE-1')
    const other = base.replace('acme_a', 'acme_b')
    const { body } = await zis.admin(`GET ${other}?link_type=ticket_issue&left_object_name=*`)
    expect(body['links']).toEqual([])
  })

  it('are the very links that flows make', async () => {
    await installFlow(zis, 'acme_a', {
      flow: {
        StartAt: 'Link',
        States: {
          Link: {
            Type: 'Action',
            ActionName: 'zis:common:action:CreateLink',
            Parameters: {
              link_type: 'ticket_issue',
              left_object: { 'name.$': '$.input.ticket' },
              right_object: { name: 'ISSUE-1', metadata: { 'by.$': '$.integration_key' } },
            },
            ResultPath: '$.made',
            Next: 'Done',
          },
          Done: { Type: 'Succeed', Message: 'linked' },
        },
      },
    })
    await raise(zis, { ticket: 4711 })
    await zis.settle()
    expect((await find('left_object_name=4711')).body).toMatchObject({
      links: [{ right_object: { name: 'ISSUE-1', metadata: { by: 'acme_a' } } }],
    })
    expect(await replayed(zis)).toBeNull()
  })

  it('refuse the API token', async () => {
    expect((await zis.apiToken(`GET ${base}?link_type=abc&left_object_name=abc`)).status).toBe(403)
  })
})
