import { createZafHost, ZafProblem, type ZafHostOptions } from '../../../src/simulator/host/zaf-host'

const appOrigin = 'http://localhost:4500'
const guid = 'guid-1'

function start(given: Partial<ZafHostOptions> = {}) {
  const posted: unknown[] = []
  const host = createZafHost({
    appOrigin,
    guid,
    post: (message) => posted.push(structuredClone(message)),
    context: () => ({ instanceGuid: guid, location: 'nav_bar' }),
    metadata: () => ({ appId: 1 }),
    get: (path) => (path === 'currentUser.locale' ? 'de' : undefined),
    set: (_path, value) => value,
    invoke: (path) => {
      if (path !== 'resize') throw new ZafProblem('No such Api')
      return undefined
    },
    request: async (options) => ({ ok: true, args: [{ echo: options }, 'success', { status: 200 }] }),
    ...given,
  })
  const send = (message: object, origin = appOrigin) =>
    host.receive({ data: JSON.stringify({ appGuid: guid, instanceGuid: guid, ...message }), origin })
  /** What was posted since the last look. */
  const answers = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    return posted.splice(0)
  }
  return { host, send, answers, posted }
}

const handshake = { key: 'iframe.handshake', message: { version: '2.0.9' } }
const noSuchApi = (path: string) => ({ name: 'APIError', message: 'No such Api', path, stack: '' })

describe('the handshake', () => {
  it('is answered with context and metadata', async () => {
    const { send, answers } = start()
    send(handshake)
    expect(await answers()).toEqual([
      {
        key: 'zaf.app.registered',
        message: {
          context: { instanceGuid: guid, location: 'nav_bar' },
          metadata: { appId: 1 },
          iframe_session_timeout: 300_000,
        },
      },
    ])
  })

  it('is answered again after the page in the frame was loaded anew, whose ids start from 1 again', async () => {
    const { send, answers } = start()
    const ask = { id: 1, request: 'get', params: ['currentUser.locale'] }
    send(handshake)
    send(ask)
    expect(await answers()).toHaveLength(2)
    send(handshake)
    send(ask)
    expect(await answers()).toHaveLength(2)
  })

  it('drops what the page before had asked for, since its ids mean something else now', async () => {
    let answer: (value: unknown) => void = () => undefined
    const { send, answers } = start({ get: () => new Promise((resolve) => (answer = resolve)) })
    send(handshake)
    send({ id: 1, request: 'get', params: ['currentUser.locale'] })
    send(handshake)
    await answers()
    answer('de')
    expect(await answers()).toEqual([])
  })
})

describe('get, set and invoke', () => {
  it('answers under the exact path, dots included', async () => {
    const { send, answers } = start()
    send({ id: 4, request: 'get', params: ['currentUser.locale'] })
    expect(await answers()).toEqual([{ id: 4, result: { 'currentUser.locale': 'de', errors: {} } }])
  })

  it('answers a bulk call path by path; what failed has a name and its path', async () => {
    const { send, answers } = start()
    send({ id: 5, request: 'get', params: ['currentUser.locale', 'ticket.id'] })
    expect(await answers()).toEqual([
      { id: 5, result: { 'currentUser.locale': 'de', errors: { 'ticket.id': noSuchApi('ticket.id') } } },
    ])
  })

  it('takes a path for data, whatever it is called', async () => {
    const { send, posted, answers } = start({ get: () => 1 })
    send({ id: 5, request: 'get', params: ['__proto__'] })
    await answers().then((all) => posted.push(...all))
    expect(JSON.stringify(posted)).toBe('[{"id":5,"result":{"__proto__":1,"errors":{}}}]')
  })

  it('echoes what was set', async () => {
    const { send, answers } = start()
    send({ id: 6, request: 'set', params: { iconSymbol: 'busy' } })
    expect(await answers()).toEqual([{ id: 6, result: { iconSymbol: 'busy', errors: {} } }])
  })

  it('answers an action that has no result with empty errors', async () => {
    const { send, answers } = start()
    send({ id: 7, request: 'invoke', params: { resize: [{ height: 5 }] } })
    expect(await answers()).toEqual([{ id: 7, result: { errors: {} } }])
  })

  it.each([
    ['an error of our own', () => Promise.reject(new TypeError('x is not a function')), 'TypeError'],
    ['something thrown that is no error', () => Promise.reject('gone'), 'Error'],
  ])('gives %s a name too', async (_what, invoke, name) => {
    const { send, answers } = start({ invoke })
    send({ id: 8, request: 'invoke', params: { notify: [] } })
    expect(await answers()).toMatchObject([{ result: { errors: { notify: { name, path: 'notify' } } } }])
  })

  it.each([
    ['get', { a: 1 }],
    ['get', [1]],
    ['get', undefined],
    ['set', ['a']],
    ['set', null],
    ['invoke', { resize: 'tall' }],
    ['remove', {}],
  ])('refuses a malformed %s (%j) as a whole, with a name', async (request, params) => {
    const { send, answers } = start()
    send({ id: 9, request, params })
    expect(await answers()).toMatchObject([{ id: 9, error: { name: 'APIError' } }])
  })

  it('tells the app when an answer cannot be sent', async () => {
    const { send, answers } = start({ get: () => () => 'a function cannot be cloned' })
    send({ id: 10, request: 'get', params: ['currentUser'] })
    expect(await answers()).toMatchObject([{ id: 10, error: { name: 'DataCloneError' } }])
  })

  it('does a call once, however often it is sent', async () => {
    const invoked: string[] = []
    const { send, answers } = start({ invoke: (path) => void invoked.push(path) })
    const call = { id: 11, request: 'invoke', params: { notify: ['Saved'] } }
    send(call)
    send(call)
    expect(await answers()).toHaveLength(1)
    expect(invoked).toEqual(['notify'])
  })
})

describe('request', () => {
  it('passes the options on and answers done', async () => {
    const { send, answers } = start()
    send({ key: 'request:1', message: { url: '/api/v2/users/me' } })
    expect(await answers()).toEqual([
      {
        key: 'zaf.request:1.done',
        message: { responseArgs: [{ echo: { url: '/api/v2/users/me' } }, 'success', { status: 200 }] },
      },
    ])
  })

  it('answers fail with the three arguments', async () => {
    const args = [{ status: 404 }, 'error', 'Not Found']
    const { send, answers } = start({ request: async () => ({ ok: false, args }) })
    send({ key: 'request:2', message: { url: '/api/v2/nothing' } })
    expect(await answers()).toEqual([{ key: 'zaf.request:2.fail', message: { responseArgs: args } }])
  })

  it('bears a request without a message, as client.request() sends it', async () => {
    const { send, answers } = start()
    send({ key: 'request:3' })
    expect(await answers()).toMatchObject([{ key: 'zaf.request:3.done' }])
  })

  it('answers fail when the host itself fails, so that the app does not wait for ever', async () => {
    const { send, answers } = start({ request: () => Promise.reject(new Error('broken')) })
    send({ key: 'request:4', message: { url: '/' } })
    expect(await answers()).toMatchObject([
      {
        key: 'zaf.request:4.fail',
        message: { responseArgs: [{ status: 0, responseText: 'broken' }, 'error', ''] },
      },
    ])
  })

  it('is sent once, however often it is asked for', async () => {
    const { send, answers } = start()
    send({ key: 'request:5', message: '/a' })
    send({ key: 'request:5', message: '/a' })
    expect(await answers()).toHaveLength(1)
  })
})

describe('events', () => {
  it('sends an event with its payload, or with none', async () => {
    const { host, answers } = start()
    host.emit('colorScheme.changed', 'dark')
    host.emit('pane.activated')
    expect(await answers()).toEqual([
      { key: 'zaf.colorScheme.changed', message: 'dark' },
      { key: 'zaf.pane.activated' },
    ])
  })

  it('knows how many handlers the app has, until the page is loaded anew', () => {
    const { host, send } = start()
    send({ key: 'iframe.on:pane.activated', message: { subscriberCount: 2 } })
    expect(host.subscribers('pane.activated')).toBe(2)
    send({ key: 'iframe.off:pane.activated', message: { subscriberCount: 1 } })
    expect(host.subscribers('pane.activated')).toBe(1)
    send(handshake)
    expect(host.subscribers('pane.activated')).toBe(0)
  })

  it('gives what the app triggers back to the app', async () => {
    const { send, answers } = start()
    send({ key: 'iframe.trigger:saved', message: { id: 7 } })
    expect(await answers()).toEqual([{ key: 'zaf.saved', message: { id: 7 } }])
  })

  it('leaves a broadcast to whoever knows the other frames', async () => {
    const heard: unknown[] = []
    const { send } = start({ broadcast: (name, payload) => heard.push([name, payload]) })
    send({ key: 'iframe.trigger:saved', message: { id: 7 } })
    expect(heard).toEqual([['saved', { id: 7 }]])
  })
})

describe('what it does not answer', () => {
  it('is a page of another origin', async () => {
    const { send, answers } = start()
    send(handshake, 'http://127.0.0.1:4500')
    expect(await answers()).toEqual([])
  })

  it('is a message for another frame', async () => {
    const { send, answers } = start()
    send({ ...handshake, appGuid: 'guid-2' })
    expect(await answers()).toEqual([])
  })

  it.each([
    ['text that is not JSON', '{'],
    ['JSON that is no object', '"iframe.handshake"'],
    ['nothing', null],
    ['an array', [1]],
    ['a call whose id is no number', { appGuid: guid, id: 'one', request: 'get', params: [] }],
    ['a key that is no text', { appGuid: guid, key: 5 }],
    ['background noise', { appGuid: guid, key: 'session.live' }],
    ['telemetry', { appGuid: guid, key: '__track__', message: { data: 1 } }],
    ['a subscription without a count', { appGuid: guid, key: 'iframe.on:a' }],
  ])('is %s', async (_what, data) => {
    const { host, answers } = start()
    host.receive({ data, origin: appOrigin })
    expect(await answers()).toEqual([])
  })
})
