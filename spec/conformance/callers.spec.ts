import { wire } from '../../src/zis/wire'
import type { Answer, Send } from '../support/callers'
import { describeZis } from './ways'

const registry = '/api/services/zis/registry'
const integrations = '/api/services/zis/integrations/:name'
const oauth = '/api/services/zis/connections'
const links = '/api/services/zis/links/:name'
const webhooks = '/api/services/zis/inbound_webhooks/generic/:name'
const kinds = ['basic_auth', 'bearer_token', 'api_key']

/** Who may call what: S session, T API token, Z ZIS token, A another admin's bearer (zis-api 1.8, 15). */
const table: Array<[route: string, callers: string]> = [
  [`POST ${registry}/:name`, 'STZA'],
  [`GET ${registry}/integrations`, 'ST'],
  [`GET ${registry}/:name/bundles`, 'STZ'],
  [`GET ${registry}/:name/bundles/u`, 'STZ'],
  [`POST ${registry}/:name/bundles`, 'ST'],
  [`POST ${registry}/job_specs/install?job_spec_name=zis::name:job_spec:j`, 'STZ'],
  [`DELETE ${registry}/job_specs/install?job_spec_name=zis::name:job_spec:j`, 'STZ'],
  [`GET ${registry}/:name/job_specs`, 'STZ'],
  [`POST ${integrations}/job_specs/installation`, 'STZ'],
  [`GET ${integrations}/connections/all`, 'SZ'],
  ...kinds.flatMap((kind): Array<[string, string]> => [
    [`POST ${integrations}/connections/${kind}`, 'SZ'],
    ...['GET', 'PUT', 'PATCH', 'DELETE'].map((method): [string, string] => [
      `${method} ${integrations}/connections/${kind}/n`,
      'SZ',
    ]),
  ]),
  [`GET ${oauth}/oauth/clients/:name`, 'SZ'],
  [`POST ${oauth}/oauth/clients/:name`, 'SZ'],
  ...['GET', 'PUT', 'PATCH', 'DELETE'].map((method): [string, string] => [
    `${method} ${oauth}/oauth/clients/:name/u`,
    'SZ',
  ]),
  [`POST ${oauth}/oauth/start/:name`, 'SZ'],
  [`GET ${oauth}/oauth/access_codes/:name?verification_code=v`, 'SZ'],
  [`GET ${oauth}/:name?name=n`, 'SZ'],
  [`DELETE ${oauth}/:name?name=n`, 'SZ'],
  [`POST ${oauth}/refresh/:name?name=n`, 'SZ'],
  [`GET ${integrations}/configs?filter[scope]=s`, 'SZ'],
  [`POST ${integrations}/configs`, 'SZ'],
  ...['PUT', 'PATCH', 'DELETE'].map((method): [string, string] => [
    `${method} ${integrations}/configs/s`,
    'SZ',
  ]),
  ...['GET', 'POST', 'PATCH', 'DELETE'].map((method): [string, string] => [`${method} ${links}`, 'SZ']),
  [`POST ${webhooks}`, 'SZ'],
  [`GET ${webhooks}/u`, 'SZ'],
  [`GET ${webhooks}/all`, 'SZ'],
  [`DELETE ${webhooks}/u`, 'SZ'],
]

const isGate = ({ status }: Answer) => status === 401 || status === 403

describeZis('who may call ZIS', (zis) => {
  let mine: { name: string; zisToken: Send }
  let other: Send
  let unscoped: Send
  let oauthToken: Send
  beforeAll(async () => {
    mine = await zis.integration()
    other = (await zis.integration()).zisToken
    unscoped = (await zis.integration(['tickets:read'])).zisToken
    const { body } = await zis.admin('POST /api/v2/oauth/clients.json', {
      client: { name: 'By hand', identifier: 'by_hand', kind: 'confidential' },
    })
    const { id } = body['client'] as { id: number }
    const made = await zis.admin('POST /api/v2/oauth/tokens', {
      token: { client_id: id, scopes: ['read', 'write'] },
    })
    oauthToken = zis.bearer((made.body['token'] as { full_token: string }).full_token)
  })

  const routeFor = (route: string, name = mine.name) =>
    route.replace(':name', encodeURIComponent(name)) as `${string} ${string}`
  const call = (send: Send, route: string, name?: string) =>
    send(routeFor(route, name), /^(GET|DELETE)/.test(route) ? undefined : {})

  it.each(table)('%s: %s', async (route, callers) => {
    const senders: Record<string, Send> = { S: zis.admin, T: zis.apiToken, Z: mine.zisToken, A: oauthToken }
    for (const [letter, send] of Object.entries(senders)) {
      const answer = await call(send, route)
      if (callers.includes(letter)) {
        expect({ letter, refused: isGate(answer) }).toEqual({ letter, refused: false })
        expect(answer.status).toBeLessThan(500)
        continue
      }
      expect({ letter, status: answer.status, text: answer.text }).toEqual({
        letter,
        ...(letter === 'T'
          ? { status: 403, text: 'API token is not supported' }
          : {
              status: 401,
              text:
                route.startsWith('POST') && route.endsWith('/bundles')
                  ? 'Authorization failed due to OAuth being disabled for this API request'
                  : 'Authorization failed due to integration mismatch',
            }),
      })
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    }
  })

  it.each(table)('%s is for signed-in admins', async (route) => {
    expect(await call(zis.nobody, route)).toMatchObject({ status: 401, text: 'Authentication failed' })
    expect(await call(zis.bearer('unknown'), route)).toMatchObject({
      status: 401,
      text: 'Authentication failed',
    })
    expect(await call(zis.agent, route)).toMatchObject({ status: 403, text: 'Only admin user is allowed' })
  })

  it.each(table.filter(([route, callers]) => route.includes(':name') && callers.includes('Z')))(
    '%s opens to the token of its own integration only, with the right scope',
    async (route) => {
      const makesOne = route === `POST ${registry}/:name`
      const mismatch = { status: 401, text: 'Authorization failed due to integration mismatch' }
      if (!makesOne) {
        expect(await call(other, route)).toMatchObject(mismatch)
        // Other capitals, and an integration that is not there, sound alike.
        expect(await call(mine.zisToken, route, mine.name.toUpperCase())).toMatchObject(mismatch)
        expect(await call(mine.zisToken, route, 'not_there')).toMatchObject(mismatch)
      }
      expect(await call(unscoped, route)).toMatchObject({ status: 401 })
    },
  )

  it('knows every endpoint of ZIS that there is', () => {
    const open = ['oauthCallback', 'ingest']
    const described = Object.entries(wire).filter(
      ([key, { route }]) => route.includes('/api/services/zis/') && !open.includes(key),
    )
    expect(described).toHaveLength(table.length)
  })

  it.each([
    `GET ${registry}/not_there/bundles`,
    `GET ${registry}/not_there/job_specs`,
    `POST ${registry}/not_there/bundles`,
  ])('%s: 404 with the envelope for a session and an API token', async (route) => {
    for (const send of [zis.admin, zis.apiToken]) {
      expect(await call(send, route)).toMatchObject({
        status: 404,
        body: {
          errors: [{ code: '1010', detail: 'integration not_there not found', status: '404' }],
          message: 'Not Found',
        },
      })
    }
  })

  it.each([
    ['PATCH', `${registry}/integrations`],
    ['DELETE', `${registry}/acme`],
    ['DELETE', `${registry}/acme/bundles/u`],
    ['PUT', '/api/services/zis/links/acme'],
    ['PUT', `${oauth}/oauth/clients/acme/u`],
    ['POST', `${oauth}/refresh/acme`],
    ['PATCH', '/api/services/zis/inbound_webhooks/generic/acme/u'],
  ])('%s %s is 405', async (method, path) => {
    const name = mine.name
    const { status, body } = await zis.admin(`${method} ${path.replace('acme', name)}?name=x`, {})
    expect([status, body]).toMatchObject([
      405,
      { errors: [{ status: '405' }], message: 'Method Not Allowed' },
    ])
  })

  it.each([
    'GET /api/services/zis/integrations',
    'GET /api/services/zis/integrations/acme/connections',
    'PUT /api/services/zis/registry/acme/configs',
    'POST /api/services/zis/registry/acme/installations',
  ] as const)('%s, seen in the wild, is 404', async (route) => {
    const { status, body } = await zis.admin(route)
    expect([status, body]).toMatchObject([404, { message: 'Not Found' }])
  })
})
