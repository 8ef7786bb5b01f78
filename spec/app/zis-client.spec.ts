import { createZisClient } from '../../src/app/platform/zis-client'

type Sent = { method: string; url: string; body?: unknown }

function clientOf(answer: (request: Sent) => unknown, isReadOnly = false) {
  const sent: Sent[] = []
  const zis = createZisClient({
    isReadOnly,
    request: async (request) => {
      sent.push(request)
      return answer(request)
    },
  })
  return { zis, sent }
}

const connection = {
  uuid: 'u1',
  name: 'slack',
  integration: 'acme',
  zendesk_account_id: 1,
  access_token: 'xoxb-secret',
  refresh_token: 'refresh-secret',
  token_type: 'bearer',
  token_expiry: '',
  permission_scope: 'chat:write',
  oauth_client_uuid: 'c1',
  oauth_url_subdomain: 'acme',
  created_by: '9001',
  oauth_access_token_response_body: '{"access_token":"xoxb-secret"}',
  created_at: '2026-03-02T09:00:00Z',
  updated_at: '2026-03-02T09:00:00Z',
}

it('encodes path parameters and query, and leaves out what is not given', async () => {
  const { zis, sent } = clientOf(() => undefined)

  await zis.call('DELETE /api/services/zis/integrations/:integration/configs/:scope', {
    params: { integration: 'acme', scope: 'zis:a/b c' },
  })
  await zis.call('GET /api/services/zis/registry/:integration/job_specs', {
    params: { integration: 'acme' },
    query: { 'page[size]': '100', 'page[after]': undefined },
  })

  expect(sent.map(({ url }) => url)).toEqual([
    '/api/services/zis/integrations/acme/configs/zis%3Aa%2Fb%20c',
    '/api/services/zis/registry/acme/job_specs?page%5Bsize%5D=100',
  ])
})

it('drops tokens where they come in, and says only that there are some', async () => {
  const { zis } = clientOf(({ url }) =>
    url.includes('/all')
      ? { api_key: [], basic_auth: [], bearer_token: [], oauth: [connection], meta: {} }
      : connection,
  )

  const shown = await zis.call('GET /api/services/zis/connections/:integration', {
    params: { integration: 'acme' },
    query: { name: 'slack' },
  })
  const listed = await zis.call('GET /api/services/zis/integrations/:integration/connections/all', {
    params: { integration: 'acme' },
  })

  expect(shown).toMatchObject({ name: 'slack', has_access_token: true, has_refresh_token: true })
  expect(JSON.stringify([shown, listed])).not.toContain('secret')
})

it.each([
  ['', ''],
  ['2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z'],
  ['0001-01-01T00:00:00Z', ''],
])('reads the end of a token that was written as "%s"', async (token_expiry, read) => {
  const { zis } = clientOf(() => ({ ...connection, token_expiry }))
  const shown = await zis.call('GET /api/services/zis/connections/:integration', {
    params: { integration: 'acme' },
    query: { name: 'slack' },
  })
  expect(shown).toMatchObject({ token_expiry: read })
})

it('drops the client secret of a new integration', async () => {
  const { zis } = clientOf(() => ({
    name: 'acme',
    description: '',
    jwt_public_key: 'PEM',
    zendesk_oauth_client: { id: 1, identifier: 'zis_acme', secret: 'very-secret' },
  }))

  const made = await zis.call('POST /api/services/zis/registry/:integration', {
    params: { integration: 'acme' },
    body: {},
  })

  expect(made).toEqual({ name: 'acme', description: '' })
})

it('rejects with a problem, whatever the framework rejected with', async () => {
  const { zis } = clientOf(() => Promise.reject({ status: 404, responseText: 'no rows found' }))

  await expect(
    zis.call('GET /api/services/zis/connections/:integration', {
      params: { integration: 'a' },
      query: { name: 'b' },
    }),
  ).rejects.toMatchObject({ name: 'Problem', kind: 'not_found', status: 404, message: 'no rows found' })
})

it('gives up after 30 seconds: the framework itself would wait for ever', async () => {
  jest.useFakeTimers()
  const { zis } = clientOf(() => new Promise(() => undefined))

  const call = zis.call('GET /api/services/zis/registry/integrations', {})
  const outcome = expect(call).rejects.toMatchObject({ kind: 'timeout' })
  await jest.advanceTimersByTimeAsync(30_000)

  await outcome
  jest.useRealTimers()
})

describe('in read-only mode', () => {
  it.each([
    ['POST /api/services/zis/registry/:integration', { params: { integration: 'acme' }, body: {} }],
    [
      'DELETE /api/services/zis/integrations/:integration/configs/:scope',
      { params: { integration: 'acme', scope: 'a' } },
    ],
    // A GET, and the last step of a sign-in.
    [
      'GET /api/services/zis/connections/oauth/access_codes/:integration',
      { params: { integration: 'acme' }, query: { verification_code: 'v' } },
    ],
  ] as const)('does not send %s', async (route, input) => {
    const { zis, sent } = clientOf(() => undefined, true)

    await expect(zis.call(route, input as never)).rejects.toMatchObject({ kind: 'read_only' })
    expect(sent).toEqual([])
  })

  it('makes no token for a write, and posts no event', async () => {
    const { zis, sent } = clientOf(() => Promise.reject({ status: 401, responseText: 'no session' }), true)

    const created = zis.callAsIntegration('POST /api/services/zis/inbound_webhooks/generic/:integration', {
      params: { integration: 'acme' },
      body: { source_system: 'shop', event_type: 'paid' },
    })
    await expect(created).rejects.toMatchObject({ kind: 'read_only' })
    await expect(zis.ingest('/x', { username: 'u', password: 'p' }, {})).rejects.toMatchObject({
      kind: 'read_only',
    })
    expect(sent).toEqual([])
  })
})
