import { connect } from 'node:net'
import { listen } from '../../src/simulator/node/http'
import { describeZis } from './ways'

const bundles = (name: string) => `POST /api/services/zis/registry/${name}/bundles` as const
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

describeZis('what nobody should send', (zis) => {
  let name: string
  let door: `POST ${string}`
  let sender: (typeof zis)['admin']
  beforeAll(async () => {
    ;({ name } = await zis.integration())
    const { body } = await zis.admin(`POST /api/services/zis/inbound_webhooks/generic/${name}`, {
      source_system: 'erp',
      event_type: 'changed',
    })
    door = `POST ${body['path'] as string}`
    const credentials = `${String(body['username'])}:${String(body['password'])}`
    sender = zis.with({ authorization: `Basic ${btoa(credentials)}`, 'content-type': 'application/json' })
  })

  const routes = () =>
    [
      [zis.admin, bundles(name)],
      [zis.admin, `POST /api/services/zis/integrations/${name}/configs`],
      [zis.admin, `POST /api/services/zis/links/${name}`],
      [zis.control, 'POST /_sim/events'],
      [zis.admin, 'POST /api/v2/tickets'],
      [sender, door],
    ] as const

  it.each([
    ['100,000 levels of arrays', deep(100_000)],
    ['100,000 levels below a key', `{"config":${deep(100_000)},"input":${deep(100_000)}}`],
    ['100,000 levels of objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['half a document', '{"a": [1, 2'],
    ['no document', 'action=delete&id=1'],
    ['a byte order mark and nothing', '\ufeff'],
  ])('%s is refused by every service', async (_, text) => {
    for (const [send, route] of routes()) {
      const { status, headers } = await send(route, text)
      expect({ route, status: status >= 400 && status < 500 }).toEqual({ route, status: true })
      expect(headers.get('content-type')).toBeTruthy()
    }
  })

  it('a body over the limit is refused, and not read to its end', async () => {
    for (const [send, route] of routes()) {
      const { status } = await send(route, `{"a": "${'x'.repeat(1_100_000)}"}`)
      expect({ route, status }).toEqual({ route, status: 413 })
    }
  })

  it('text that is no UTF-8 is refused', async () => {
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])
    for (const [send, route] of routes()) {
      const { status } = await send(route, bytes)
      expect({ route, isRefused: status >= 400 && status < 500 }).toEqual({ route, isRefused: true })
    }
  })

  it('a content type that is not its body’s changes nothing', async () => {
    const config = { scope: 'types', config: { a: 1 } }
    const odd = {
      authorization: `Basic ${btoa('admin@example.com/token:local-token')}`,
      'content-type': 'image/png',
    }
    const made = await zis.with(odd)('POST /api/services/zis/registry/acme_types', { description: 'd' })
    expect(made.status).toBe(200)
    const form = new URLSearchParams({ scope: 'types', config: 'x' })
    const path = `POST /api/services/zis/integrations/${name}/configs` as const
    expect((await zis.admin(path, form)).status).toBe(400)
    expect((await zis.admin(path, config)).status).toBe(201)
  })

  it('is over with it: the next honest request is answered', async () => {
    expect((await zis.admin('GET /api/services/zis/registry/integrations')).status).toBe(200)
  })
})

describe('a connection that is no honest client’s', () => {
  let http: Awaited<ReturnType<typeof listen>>
  beforeAll(async () => {
    http = await listen(0, { headers: 200, request: 400, check: 50 })
    http.answer(async (request) => new Response(`got ${(await request.text()).length}`))
  })
  afterAll(() => http.close())

  /** Writes to a raw connection, and answers all that came back until the other side closed it. */
  const talk = (write: (send: (text: string) => void) => void) =>
    new Promise<string>((resolve) => {
      let heard = ''
      const socket = connect(http.port, '127.0.0.1', () => write((text) => socket.write(text)))
      socket.on('data', (bytes) => (heard += bytes.toString('latin1')))
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(heard))
    })

  it('that never ends its headers is closed', async () => {
    expect(await talk((send) => send('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '))).toMatch(/^HTTP\/1\.1 408/)
  })

  it('that never ends its body is closed', async () => {
    const heard = await talk((send) => send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"a'))
    expect(heard).toMatch(/^(HTTP\/1\.1 408|$)/)
  })

  it('that sends nothing at all is closed', async () => {
    expect(await talk(() => undefined)).toMatch(/^(HTTP\/1\.1 408|$)/)
  })

  it('that floods it with headers is refused', async () => {
    const flood = Array.from({ length: 4000 }, (_, at) => `X-${at}: ${'y'.repeat(20)}`).join('\r\n')
    expect(await talk((send) => send(`GET / HTTP/1.1\r\nHost: x\r\n${flood}\r\n\r\n`))).toMatch(
      /^HTTP\/1\.1 431/,
    )
  })

  it.each([
    [
      'garbage behind an honest request',
      'GET / HTTP/1.1\r\nHost: x\r\n\r\n\u0001\u0002 garbage\r\n\r\n',
      /400/,
    ],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', /400/],
    [
      'a length and chunks, as for smuggling',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      /400/,
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', /400/],
  ])('with %s is refused and closed', async (_, text, answer) => {
    expect(await talk((send) => send(text))).toMatch(answer)
  })
})
