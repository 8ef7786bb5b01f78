import { toBrowser } from '../addresses'
import type { Partners } from '../partners/partners'
import { readUpTo } from '../read-up-to'
import { accountOf, type World } from '../world'
import { identify, openSession, sessionCookieText } from './auth'
import { appPolicy, asData, pagePolicy, partnerHeaders } from './browser-rules'
import type { FrameApp } from './frame-app'
import { refuseControl, refuseForeigner } from './gate'
import { liveStream } from './live'

/** Built files, however they are held. Undefined when there is no such file. */
export interface Files {
  /** Of the page that plays Zendesk, e.g. `index.html`. */
  host(path: string): Promise<Response | undefined>
  /** Of the app, from the folder that holds its manifest.json. */
  app(path: string): Promise<Response | undefined>
}

export interface SiteParts {
  services: { fetch(request: Request): Promise<Response> }
  /** The simulator's own paths, below `/_sim/`. */
  control: { fetch(request: Request): Promise<Response> }
  partners: Partners
  files: Files
  frameApp: FrameApp
  controlToken: string
  /** Where a fault of ours is told; the caller hears 500. */
  fault: (problem: unknown) => void
}

const hostPage = /^\/(?:$|agent(?:\/|$)|simulator(?:\/|$))/
const services = /^\/(?:api|oauth)\//

/** Bytes of what a browser sends to a partner. */
const largestVisit = 5_000_000

/** Everything that one port answers: services, control paths, partners' pages, the page and the app's files. */
export function createSite(
  world: World,
  { services: api, control, partners, files, frameApp, controlToken, fault }: SiteParts,
) {
  async function route(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const { pathname } = url

    if (pathname.startsWith('/_sim/')) {
      const refusal = await refuseControl(world, controlToken, request)
      if (refusal) return refusal
      return asData(
        pathname === '/_sim/stream' ? liveStream(world, request.signal) : await control.fetch(request),
      )
    }
    if (services.test(pathname)) return asData(await api.fetch(request))
    if (pathname.startsWith('/partners/')) return visitPartner(request)
    if (request.method !== 'GET' && request.method !== 'HEAD') return asData(await api.fetch(request))

    const appFile = /^\/0\/(assets\/.*)$/.exec(pathname)?.[1]
    if (appFile) return serveApp(appFile, url)
    const hostFile = decode(/^\/_host\/(.*)$/.exec(pathname)?.[1] ?? '')
    // The page itself comes with its policy, at its own addresses only.
    if (hostFile !== '' && !hostFile.endsWith('.html'))
      return (await files.host(hostFile)) ?? notFound(pathname)
    // The integration log of Admin Center, to which apps link.
    if (pathname === '/admin/apps-integrations/integrations/logs') {
      return Response.redirect(`${world.origin}/simulator/log`, 302)
    }
    if (hostPage.test(pathname)) {
      // The page and the app live on two origins of one port, as they do in Zendesk.
      if (!isOnPageOrigin(url)) return Response.redirect(`${world.origin}${pathname}${url.search}`, 302)
      return servePage(request)
    }
    return asData(await api.fetch(request))
  }

  const isOnPageOrigin = ({ hostname }: URL): boolean => hostname === new URL(world.origin).hostname

  /** A file of the app; never on the page's origin, where the app would be signed in as the admin. */
  async function serveApp(path: string, url: URL): Promise<Response> {
    if (isOnPageOrigin(url)) {
      const { port } = new URL(world.origin)
      return Response.redirect(`http://localhost:${port}${url.pathname}${url.search}`, 302)
    }
    const file = await files.app(decode(path))
    if (!file) return notFound(url.pathname)
    const headers = new Headers(file.headers)
    if (headers.get('content-type')?.startsWith('text/html'))
      headers.set('content-security-policy', appPolicy(world.origin))
    return new Response(file.body, { status: 200, headers })
  }

  /** The page signs the admin in by itself. */
  async function servePage(request: Request): Promise<Response> {
    const page = await files.host('index.html')
    if (!page) return notFound('page (it is not built; run npm run build)')
    const headers = new Headers(page.headers)
    headers.set('cache-control', 'no-store')
    headers.set('content-security-policy', pagePolicy((await frameApp.read()).origin))
    const caller = await identify(world, request)
    if (caller.kind !== 'session') {
      const admin = world.store.table('users').list({ limit: 1 })[0]
      if (admin) headers.append('set-cookie', sessionCookieText(await openSession(world, admin[1].id)))
    }
    return new Response(page.body, { status: 200, headers })
  }

  /** A partner's page in the browser: it thinks that it is at home; redirects are led back here. */
  async function visitPartner(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const [, host = '', rest = ''] = /^\/partners\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? []
    const partner = partners.get(host)
    if (!partner) return notFound(`partner for "${host}"`)
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    const body = hasBody ? await readUpTo(request.body, largestVisit) : undefined
    if (hasBody && !body) return plain(413, `The body has more than ${largestVisit} bytes.`)
    const visit = new Request(`https://${host}${rest || '/'}${url.search}`, {
      method: request.method,
      headers: withoutCookies(request.headers),
      ...(body && { body: new Uint8Array(body) }),
    })
    const response = await partners.visit(partner, visit)
    const headers = partnerHeaders(response.headers)
    const location = headers.get('location')
    if (location !== null && URL.canParse(location, visit.url)) {
      const { subdomain } = accountOf(world)
      const to = new URL(location, visit.url).href
      headers.set('location', toBrowser(to, { origin: world.origin, subdomain }))
    }
    return new Response(response.body, { status: response.status, headers })
  }

  return {
    async fetch(request: Request): Promise<Response> {
      try {
        return refuseForeigner(world, request) ?? (await route(request))
      } catch (problem) {
        fault(problem)
        const text = problem instanceof Error ? problem.message : 'internal error'
        return plain(500, world.masker.text(text))
      }
    },
  }
}

/** A partner is another site: it never sees Zendesk's session. A credential of its own is the sender's to give. */
function withoutCookies(headers: Headers): Headers {
  const copy = new Headers(headers)
  for (const name of ['cookie', 'host', 'content-length']) copy.delete(name)
  return copy
}

/** A path that cannot be decoded is the name of no file. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const notFound = (what: string) => plain(404, `There is no ${what} here.`)

const plain = (status: number, text: string) =>
  asData(new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } }))
