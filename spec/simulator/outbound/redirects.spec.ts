import type { Exchange } from '../../../src/zis/history'
import type { JsonObject } from '../../../src/zis/json'
import { installFlow, raise, replayed, results } from '../../support/one-flow'
import { recordingPartner } from '../../support/recording-partner'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const leadTo = (location: string, status = 302) => new Response('moved', { status, headers: { location } })

describe('redirects of a flow’s requests', () => {
  let zis: TestZis
  let answer: (path: string) => Response
  const one = recordingPartner('one.example.com', ({ url }) => answer(new URL(url).pathname))
  const two = recordingPartner('two.example.com', () => Response.json({ found: true }))
  beforeEach(async () => {
    one.received.length = two.received.length = 0
    zis = await startSimulator({ partners: () => [one.partner, two.partner] })
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
    await zis.admin('POST /api/services/zis/integrations/acme_a/connections/api_key', {
      name: 'one',
      header_name: 'x-one-key',
      api_key: 'key-of-one',
      allowed_domain: 'one.example.com',
    })
  })
  afterEach(() => zis.stop())

  const run = async (action: JsonObject = {}) => {
    await installFlow(zis, 'acme_a', {
      action: {
        method: 'GET',
        url: 'https://one.example.com/0',
        connectionName: 'one',
        headers: [
          { key: 'Authorization', value: 'Bearer by-hand' },
          { key: 'Accept-Language', value: 'de' },
        ],
        ...action,
      },
    })
    await raise(zis)
    await zis.settle()
    return (await results(zis)).at(-1)
  }
  const exchange = async () => {
    const { body } = await zis.control('GET /_sim/runs/1')
    const [attempt] = body['attempts'] as unknown as Array<{ steps: Array<{ exchanges: Exchange[] }> }>
    return attempt!.steps[0]!.exchanges[0]!
  }

  it.each([301, 302, 303, 307, 308])('are followed after a %i', async (status) => {
    answer = (path) => (path === '/0' ? leadTo('/1', status) : Response.json({ at: path }))
    expect(await run()).toBe('done')
    expect(one.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET https://one.example.com/0',
      'GET https://one.example.com/1',
    ])
  })

  it('take the credentials along on the same host', async () => {
    answer = (path) => (path === '/0' ? leadTo('/1') : Response.json({}))
    await run()
    expect(one.received[1]!.headers).toMatchObject({
      'x-one-key': 'key-of-one',
      authorization: 'Bearer by-hand',
      'x-zis-authorization': one.received[0]!.headers['x-zis-authorization'],
    })
  })

  it.each(['https://two.example.com/', 'http://one.example.com/plain'])(
    'leave the credentials behind on the way to %s',
    async (target) => {
      answer = (path) => (path === '/0' ? leadTo(target) : Response.json({}))
      await run()
      const [last] = [...one.received.slice(1), ...two.received]
      expect(last!.url).toBe(target)
      for (const name of ['x-one-key', 'authorization', 'x-zis-authorization']) {
        expect(last!.headers[name]).toBeUndefined()
      }
      expect(last!.headers['accept-language']).toBe('de')
    },
  )

  it('are recorded one by one, and together as what the flow asked and got', async () => {
    answer = () => leadTo('https://two.example.com/there?code=secret')
    expect(await run()).toBe('done')
    const { body } = await zis.control('GET /_sim/outbound')
    expect(body['requests']).toMatchObject([
      { request: { url: 'https://two.example.com/there?code=*****' }, response: { status: 200 } },
      { request: { url: 'https://one.example.com/0' }, response: { status: 302 } },
    ])
    expect(await exchange()).toMatchObject({
      request: { method: 'GET', url: 'https://one.example.com/0' },
      redirects: ['https://two.example.com/there?code=*****'],
      response: { status: 200, body: '{"found":true}' },
    })
    expect(await replayed(zis)).toBeNull()
  })

  it('end after ten, and the Catch takes it', async () => {
    answer = (path) => leadTo(`/${Number(path.slice(1)) + 1}`)
    expect(await run()).toBe('caught: more than 10 redirects, the last one to one.example.com')
    expect(one.received).toHaveLength(11)
    expect((await exchange()).redirects).toHaveLength(10)
    expect(await replayed(zis)).toBeNull()
  })

  it('do not lead to a host that nobody named', async () => {
    answer = () => leadTo('https://three.example.com/')
    expect(await run()).toMatch(/^caught: nobody answers for three\.example\.com/)
    expect((await exchange()).response).toBeUndefined()
  })

  it('are followed here and never by the network itself, which would go anywhere', async () => {
    await zis.stop()
    const asked: Request[] = []
    zis = await startSimulator({
      network: {
        hosts: new Set(['named.example.com']),
        fetch(request) {
          asked.push(request)
          return Promise.resolve(leadTo('https://three.example.com/'))
        },
      },
    })
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
    await installFlow(zis, 'acme_a', { action: { method: 'GET', url: 'https://named.example.com/' } })
    await raise(zis)
    await zis.settle()
    expect(asked.map(({ url, redirect }) => [url, redirect])).toEqual([
      ['https://named.example.com/', 'manual'],
    ])
    expect((await results(zis)).at(-1)).toMatch(/^caught: nobody answers for three\.example\.com/)
  })

  it('are not followed after a POST: it fails with the status', async () => {
    answer = () => leadTo('/1')
    expect(await run({ method: 'POST', requestBody: {} })).toBe(
      'caught: external action failed due to status code: 302',
    )
    expect(one.received).toHaveLength(1)
  })

  it('are not followed without a Location', async () => {
    answer = () => new Response(null, { status: 302 })
    expect(await run()).toBe('caught: external action failed due to status code: 302')
  })

  it('are not followed with the switch off', async () => {
    await zis.control('PUT /_sim/assumptions', { followsRedirects: false })
    answer = () => leadTo('/1')
    expect(await run()).toBe('caught: external action failed due to status code: 302')
  })
})
