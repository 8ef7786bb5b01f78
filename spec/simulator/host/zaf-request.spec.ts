import { createZafRequest } from '../../../src/simulator/host/zaf-request'

const origin = 'http://127.0.0.1:4500'
const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json' },
    statusText: 'OK',
    ...init,
  })

/** An account that gives these answers, one after the other; an Error stands for a broken connection. */
function start(...answers: Array<Response | Error | DOMException>) {
  const sent: Array<{ method?: string; url: string; headers: Record<string, string>; body?: unknown }> = []
  const waits: number[] = []
  const request = createZafRequest({
    origin,
    csrfToken: () => 'csrf-1',
    sleep: async (ms) => void waits.push(ms),
    fetch: async (url, { method, headers, body, credentials }) => {
      expect(credentials).toBe('same-origin')
      const entries = Object.fromEntries(new Headers(headers))
      sent.push({ method, url: url.replace(origin, ''), headers: entries, ...(body ? { body } : {}) })
      const answer = answers.shift() ?? json({})
      if (!(answer instanceof Response)) throw answer
      return answer
    },
  })
  return { request, sent, waits }
}

describe('what is sent', () => {
  it('reads a bare text as the address of a GET, without a CSRF token', async () => {
    const { request, sent } = start(json({ user: { id: 1 } }))
    await request('/api/v2/users/me.json')
    expect(sent).toEqual([
      {
        method: 'GET',
        url: '/api/v2/users/me.json',
        headers: { accept: '*/*', 'x-requested-with': 'XMLHttpRequest' },
      },
    ])
  })

  it('sends a write with the CSRF token, and JSON as the app wrote it', async () => {
    const { request, sent } = start()
    await request({ url: '/api/v2/tickets', type: 'POST', contentType: 'application/json', data: '{"a":1}' })
    expect(sent).toEqual([
      {
        method: 'POST',
        url: '/api/v2/tickets',
        body: '{"a":1}',
        headers: expect.objectContaining({
          'x-csrf-token': 'csrf-1',
          'content-type': 'application/json',
        }) as object,
      },
    ])
  })

  it('puts the data of a GET into the query', async () => {
    const { request, sent } = start()
    await request({ url: '/search?sort=id', data: { ids: [1, 2], page: { size: 5 }, q: 'a b', none: null } })
    expect(sent[0]!.url).toBe('/search?sort=id&ids%5B%5D=1&ids%5B%5D=2&page%5Bsize%5D=5&q=a+b&none=')
  })

  it('repeats the names of arrays when asked to be traditional', async () => {
    const { request, sent } = start()
    await request({ url: '/search', data: { ids: [1, 2] }, traditional: true })
    expect(sent[0]!.url).toBe('/search?ids=1&ids=2')
  })

  it('sends an object in a write as a form', async () => {
    const { request, sent } = start()
    await request({ url: '/form', type: 'put', data: { on: true, rows: [{ id: 1 }] } })
    expect(sent[0]).toMatchObject({
      method: 'PUT',
      body: 'on=true&rows%5B0%5D%5Bid%5D=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    })
  })

  it('sends no content type when there is no content, or when the app turned it off', async () => {
    const { request, sent } = start()
    await request({ url: '/a', type: 'DELETE' })
    await request({ url: '/a', type: 'POST', data: 'x', contentType: false })
    expect(sent[0]!.headers).not.toHaveProperty('content-type')
    expect(sent[1]!.headers['content-type']).not.toBe('application/x-www-form-urlencoded; charset=UTF-8')
  })

  it('sends own headers, and says what it would like to get', async () => {
    const { request, sent } = start()
    await request({ url: '/a', dataType: 'json', headers: { 'X-Trace': 5 } })
    expect(sent[0]!.headers).toMatchObject({
      accept: 'application/json, text/javascript, */*; q=0.01',
      'x-trace': '5',
    })
  })
})

describe('what comes back', () => {
  it('is the parsed body when it is JSON', async () => {
    const { request } = start(json({ id: 1 }))
    expect(await request('/a')).toEqual({
      ok: true,
      args: [
        { id: 1 },
        'success',
        { readyState: 4, status: 200, statusText: 'OK', responseText: '{"id":1}', responseJSON: { id: 1 } },
      ],
    })
  })

  it('is text when it is not JSON, or when text was asked for', async () => {
    const { request } = start(new Response('hello'), json({ id: 1 }))
    expect((await request('/a')).args[0]).toBe('hello')
    expect((await request({ url: '/a', dataType: 'text' })).args[0]).toBe('{"id":1}')
  })

  it('is JSON when JSON was asked for, whatever the answer calls itself', async () => {
    const { request } = start(new Response('{"id":1}'))
    expect((await request({ url: '/a', dataType: 'json' })).args[0]).toEqual({ id: 1 })
  })

  it('is the whole answer with httpCompleteResponse', async () => {
    const { request } = start(json({ id: 1 }, { status: 201, statusText: 'Created' }))
    expect((await request({ url: '/a', httpCompleteResponse: true })).args[0]).toEqual({
      readyState: 4,
      status: 201,
      statusText: 'Created',
      responseText: '{"id":1}',
      responseJSON: { id: 1 },
    })
  })

  it('is nothing for 204', async () => {
    const { request } = start(new Response(null, { status: 204, statusText: 'No Content' }))
    expect(await request({ url: '/a', type: 'DELETE', dataType: 'json' })).toMatchObject({
      ok: true,
      args: [undefined, 'nocontent', { status: 204, responseText: '' }],
    })
  })

  it('is a failure when the body should be JSON and is not', async () => {
    const { request } = start(new Response('<html>'))
    expect(await request({ url: '/a', dataType: 'json' })).toMatchObject({
      ok: false,
      args: [{ status: 200, responseText: '<html>' }, 'parsererror', 'The body is not JSON'],
    })
  })

  it('is a failure with the parsed body for a refusal', async () => {
    const { request } = start(json({ error: 'no' }, { status: 422, statusText: 'Unprocessable Entity' }))
    expect(await request('/a')).toEqual({
      ok: false,
      args: [
        {
          readyState: 4,
          status: 422,
          statusText: 'Unprocessable Entity',
          responseText: '{"error":"no"}',
          responseJSON: { error: 'no' },
        },
        'error',
        'Unprocessable Entity',
      ],
    })
  })

  it('has status 0 when nobody answered', async () => {
    const { request } = start(new TypeError('Failed to fetch'))
    expect(await request('/a')).toEqual({
      ok: false,
      args: [{ readyState: 0, status: 0, statusText: 'error', responseText: '' }, 'error', ''],
    })
  })

  it('says so when the answer took longer than the app allowed', async () => {
    const { request } = start(new DOMException('too late', 'TimeoutError'))
    expect(await request({ url: '/a', timeout: 1000 })).toMatchObject({
      ok: false,
      args: [{ status: 0, statusText: 'timeout' }, 'timeout', 'timeout'],
    })
  })
})

describe('a rate limit', () => {
  const limited = (headers: HeadersInit = { 'Retry-After': '7' }) => json({}, { status: 429, headers })

  it('is waited for and tried again', async () => {
    const { request, sent, waits } = start(limited(), limited(), json({ id: 1 }))
    expect(await request('/a')).toMatchObject({ ok: true, args: [{ id: 1 }, 'success', {}] })
    expect(sent).toHaveLength(3)
    expect(waits).toEqual([7000, 7000])
  })

  it('is the app’s affair when it said so', async () => {
    const { request, waits } = start(limited())
    expect(await request({ url: '/a', autoRetry: false })).toMatchObject({
      ok: false,
      args: [{ status: 429 }, 'error', 'OK'],
    })
    expect(waits).toEqual([])
  })

  it('is passed on when the answer does not say how long to wait', async () => {
    const { request, waits } = start(limited({}))
    expect((await request('/a')).ok).toBe(false)
    expect(waits).toEqual([])
  })

  it('is passed on in the end', async () => {
    const { request, sent } = start(limited(), limited(), limited(), limited(), json({}))
    expect((await request('/a')).ok).toBe(false)
    expect(sent).toHaveLength(4)
  })
})

describe('what is not sent', () => {
  it.each([
    'https://slack.com/api/chat.postMessage',
    'http://127.0.0.1:4500/api/v2/users/me',
    '//slack.com/api',
    '/\\slack.com/api',
    '\\\\slack.com/api',
    'javascript:alert(1)',
  ])('is an absolute address such as %s: there is no proxy here', async (url) => {
    const { request, sent } = start()
    expect(await request({ url })).toMatchObject({
      ok: false,
      args: [
        { status: 403, responseText: expect.stringContaining('not a proxyable URI') as string },
        'error',
        'Forbidden',
      ],
    })
    expect(sent).toEqual([])
  })

  it.each(['/_sim/reset', '/api/../_sim/reset', '/%5Fsim/reset', '_sim/reset'])(
    'is a path that Zendesk does not have: %s',
    async (url) => {
      const { request, sent } = start()
      expect(await request({ url, type: 'POST' })).toMatchObject({
        ok: false,
        args: [{ status: 404 }, 'error', 'Not Found'],
      })
      expect(sent).toEqual([])
    },
  )

  it.each([undefined, null, 5, {}])('is a request without an address (%j)', async (options) => {
    const { request, sent } = start()
    expect(await request(options)).toMatchObject({ ok: false, args: [{ status: 0 }, 'error', 'error'] })
    expect(sent).toEqual([])
  })
})
