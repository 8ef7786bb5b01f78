import { toBrowser } from '../addresses'
import type { Partners } from '../partners/partners'
import { accountOf, type World } from '../world'
import { identify, openSession, sessionCookieText } from './auth'
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

/** Everything that one port answers: services, control paths, partners' pages, the page and the app's files. */
export function createSite(
  world: World,
  { services: api, control, partners, files, frameApp, controlToken, fault }: SiteParts,
) {
  async function route(request: Request): Promise<Response> {
    const { pathname, hostname } = new URL(request.url)

    if (pathname.startsWith('/_sim/')) {
      const refusal = await refuseControl(world, controlToken, request)
      if (refusal) return refusal
      return pathname === '/_sim/stream' ? liveStream(world, request.signal) : control.fetch(request)
    }
    if (services.test(pathname)) return api.fetch(request)
    if (pathname.startsWith('/partners/')) return visitPartner(request)
    if (request.method !== 'GET' && request.method !== 'HEAD') return api.fetch(request)

    const appFile = /^\/0\/(assets\/.*)$/.exec(pathname)?.[1]
    if (appFile) return (await files.app(decode(appFile))) ?? notFound(pathname)
    const hostFile = /^\/_host\/(.*)$/.exec(pathname)?.[1]
    if (hostFile) return (await files.host(decode(hostFile))) ?? notFound(pathname)
    // The integration log of Admin Center, to which apps link.
    if (pathname === '/admin/apps-integrations/integrations/logs') {
      return Response.redirect(`${world.origin}/simulator/log`, 302)
    }
    if (hostPage.test(pathname)) {
      // The page and the app live on two origins of one port, as they do in Zendesk.
      if (hostname !== new URL(world.origin).hostname)
        return Response.redirect(`${world.origin}${pathname}`, 302)
      return servePage(request)
    }
    return api.fetch(request)
  }

  /** The page signs the admin in by itself. */
  async function servePage(request: Request): Promise<Response> {
    const page = await files.host('index.html')
    if (!page) return notFound('the page (it is not built; run npm run build)')
    const headers = new Headers(page.headers)
    headers.set('cache-control', 'no-store')
    const app = (await frameApp.read()).origin
    headers.set(
      'content-security-policy',
      [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        `img-src 'self' data: ${app}`,
        `frame-src ${app}`,
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    )
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
    if (!partner) return notFound(`a partner for "${host}"`)
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    const visit = new Request(`https://${host}${rest || '/'}${url.search}`, {
      method: request.method,
      headers: withoutCookies(request.headers),
      ...(hasBody && { body: await request.arrayBuffer() }),
    })
    const response = await partners.visit(partner, visit)
    const location = response.headers.get('location')
    if (location === null) return response
    const headers = new Headers(response.headers)
    const { subdomain } = accountOf(world)
    headers.set('location', toBrowser(new URL(location, visit.url).href, { origin: world.origin, subdomain }))
    return new Response(response.body, { status: response.status, headers })
  }

  return {
    async fetch(request: Request): Promise<Response> {
      try {
        return refuseForeigner(world, request) ?? (await route(request))
      } catch (problem) {
        fault(problem)
        const text = problem instanceof Error ? problem.message : 'internal error'
        return new Response(text, { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' } })
      }
    },
  }
}

/** A partner is another site: it never sees Zendesk's session. */
function withoutCookies(headers: Headers): Headers {
  const copy = new Headers(headers)
  for (const name of ['cookie', 'authorization', 'host', 'content-length']) copy.delete(name)
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

const notFound = (what: string) =>
  new Response(`There is no ${what} here.`, {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
