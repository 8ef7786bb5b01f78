import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('who may reach the simulator', () => {
  let zis: TestZis
  beforeAll(async () => {
    zis = await startSimulator()
  })
  afterAll(() => zis.stop())

  const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
    zis.simulator.fetch(new Request(url, { headers, method }))

  it('refuses a foreign host, as after DNS rebinding', async () => {
    const { status } = await ask('http://evil.example:4500/api/v2/users/me')
    expect(status).toBe(403)
  })

  it('refuses another port of this machine', async () => {
    expect((await ask('http://127.0.0.1:9999/api/v2/users/me')).status).toBe(403)
  })

  it.each(['https://evil.example', 'http://localhost:4500', 'null'])(
    'refuses calls from pages of %s',
    async (origin) => {
      const answer = await ask('http://127.0.0.1:4500/_sim/clock', {
        origin,
        authorization: `Bearer ${zis.simulator.controlToken}`,
      })
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain(`Pages of ${origin} cannot call the simulator`)
    },
  )

  it('opens control paths to the control token only', async () => {
    expect((await zis.control('GET /_sim/clock')).status).toBe(200)
    expect((await zis.nobody('GET /_sim/clock')).status).toBe(401)
    expect((await zis.bearer('not-the-token')('GET /_sim/clock')).status).toBe(401)
    expect((await zis.apiToken('GET /_sim/clock')).status).toBe(401)
  })

  it('opens control paths to the page’s session, writes with its authenticity token', async () => {
    expect((await zis.admin('GET /_sim/clock')).status).toBe(200)
    expect((await zis.admin('POST /_sim/settle', {})).status).toBe(200)
    const opened = await zis.control('POST /_sim/session', { user_id: 9001 })
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
    expect((await zis.with({ cookie })('POST /_sim/settle', {})).status).toBe(403)
  })

  it('keeps the session cookie from scripts and from other sites', async () => {
    const { headers } = await zis.control('POST /_sim/session', { user_id: 9001 })
    expect(headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('ends the old session when another user signs in', async () => {
    const opened = await zis.control('POST /_sim/session', { user_id: 9001 })
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
    const old = zis.with({ cookie, 'x-csrf-token': opened.body['authenticity_token'] as string })
    await old('POST /_sim/session', { user_id: 9002 })
    expect((await old('GET /_sim/session')).status).toBe(401)
  })

  it('answers an unknown path and an unknown method in the form of the service', async () => {
    expect(await zis.admin('GET /api/v2/nothing')).toMatchObject({
      status: 404,
      body: { error: 'InvalidEndpoint' },
    })
    expect(await zis.admin('GET /api/services/zis/nothing')).toMatchObject({
      status: 404,
      body: { errors: [{ code: '1010', status: '404' }], message: 'Not Found' },
    })
    expect(await zis.admin('PUT /api/services/zis/registry/integrations')).toMatchObject({ status: 405 })
  })
})
