import type { Partner } from '../../../src/simulator'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const page = 'http://127.0.0.1:4500'
const app = 'http://localhost:4500'

/** A system that answers as a hostile or a careless one would. */
const shop: Partner = {
  host: 'shop.example',
  title: 'Shop',
  fetch: async (request) =>
    new Response(`<script>fetch('/_sim/session')</script>${await request.text()}`, {
      headers: {
        'content-type': 'text/html',
        'set-cookie': '_zendesk_session=mine; Path=/',
        'clear-site-data': '"cookies"',
        'access-control-allow-origin': '*',
        'service-worker-allowed': '/',
        'content-security-policy': "script-src 'unsafe-inline'",
      },
    }),
  state: () => Promise.resolve({ host: 'shop.example', title: 'Shop', kind: 'module', file: 'shop.mjs' }),
}

const echo: Partner = {
  host: 'echo.example',
  title: 'Echo',
  fetch: ({ headers }) =>
    Promise.resolve(
      Response.json({ authorization: headers.get('authorization'), cookie: headers.get('cookie') }),
    ),
  state: () => Promise.resolve({ host: 'echo.example', title: 'Echo', kind: 'module', file: 'echo.mjs' }),
}

/** Built files, every one of them a page. */
const pages = (title: string) => (name: string) =>
  Promise.resolve(
    name.endsWith('.json')
      ? undefined
      : new Response(`<title>${title}</title>`, { headers: { 'content-type': 'text/html' } }),
  )

describe('what a browser may do with answers', () => {
  let zis: TestZis
  beforeAll(async () => {
    zis = await startSimulator({
      partners: () => [shop, echo],
      files: { host: pages('Page'), app: pages('App') },
    })
  })
  afterAll(() => zis.stop())

  const ask = (url: string, init: RequestInit = {}) =>
    zis.simulator.fetch(new Request(url, { redirect: 'manual', ...init }))
  const policyOf = async (url: string) => (await ask(url)).headers.get('content-security-policy') ?? ''

  it('scripts of a partner do not run beside the admin’s session', async () => {
    const { headers } = await ask(`${page}/partners/shop.example/`)
    // Two policies: what either of them forbids is forbidden.
    const [theirs, ours] = headers.get('content-security-policy')!.split(', ')
    expect(theirs).toBe("script-src 'unsafe-inline'")
    expect(ours).toMatch(/^default-src 'none';(?!.*script-src).*frame-ancestors 'none'/)
  })

  it('a partner says nothing about the page’s origin', async () => {
    const { headers } = await ask(`${page}/partners/shop.example/`)
    for (const name of [
      'set-cookie',
      'clear-site-data',
      'access-control-allow-origin',
      'service-worker-allowed',
    ])
      expect([name, headers.get(name)]).toEqual([name, null])
  })

  it('a partner hears a credential of its own, and never the session', async () => {
    const heard = await ask(`${page}/partners/echo.example/`, {
      headers: { authorization: 'Bearer its-own', cookie: '_zendesk_session=x' },
    })
    expect(await heard.json()).toEqual({ authorization: 'Bearer its-own', cookie: null })
  })

  it('a partner is sent no more than it is thought to read', async () => {
    const long = await ask(`${page}/partners/shop.example/`, { method: 'POST', body: 'x'.repeat(5_000_001) })
    expect(long.status).toBe(413)
    const short = await ask(`${page}/partners/shop.example/`, { method: 'POST', body: 'a=b' })
    expect(await short.text()).toContain('</script>a=b')
  })

  it('nobody frames the page, and only the page frames the app', async () => {
    expect(await policyOf(`${page}/agent/tickets/1`)).toMatch(/form-action 'self'; frame-ancestors 'none'$/)
    expect(await policyOf(`${app}/0/assets/iframe.html`)).toBe(`frame-ancestors ${page}`)
  })

  it('the page without its policy is nowhere', async () => {
    for (const name of ['index.html', 'index%2ehtml', 'index%2Ehtml'])
      expect((await ask(`${page}/_host/${name}`)).status).toBe(404)
  })

  it('the app never runs on the page’s origin', async () => {
    const { status, headers } = await ask(`${page}/0/assets/iframe.html?a=b`)
    expect([status, headers.get('location')]).toEqual([302, `${app}/0/assets/iframe.html?a=b`])
  })

  it.each([
    '/api/v2/users/me',
    '/_sim/clock',
    '/nowhere',
    '/oauth/authorizations/new',
    '/partners/no.example/',
  ])('%s is taken for what it says it is', async (path) => {
    const { headers } = await ask(page + path, {
      headers: { authorization: `Bearer ${zis.simulator.controlToken}` },
    })
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  })

  it('pages of other sites load nothing of it', async () => {
    const load = (path: string, site: string, mode: string) =>
      ask(page + path, { headers: { 'sec-fetch-site': site, 'sec-fetch-mode': mode } }).then(
        ({ status }) => status,
      )
    for (const site of ['cross-site', 'same-site']) {
      expect(await load('/', site, 'no-cors')).toBe(403)
      expect(await load('/api/v2/users/me', site, 'no-cors')).toBe(403)
      expect(await load('/partners/shop.example/', site, 'no-cors')).toBe(403)
      expect(await load('/oauth/authorizations/new', site, 'navigate')).toBe(401)
    }
    expect(await load('/api/v2/users/me', 'same-origin', 'cors')).toBe(200)
    expect(await load('/api/v2/users/me', 'none', 'navigate')).toBe(200)
    const icon = await ask(`${app}/0/assets/icon_nav_bar.svg`, {
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    })
    expect(icon.status).toBe(200)
  })
})
