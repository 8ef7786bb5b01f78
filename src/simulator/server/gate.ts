import { isLoopback } from '../addresses'
import type { World } from '../world'
import { isSameSecret } from '../vault'
import { identifySession, isGenuine } from './auth'

const refuse = (status: number, text: string) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/**
 * Refuses what no honest client sends: a foreign Host (DNS rebinding), a foreign Origin (another page in the
 * user's browser), or something that such a page loads. Undefined when the request may go on.
 */
export function refuseForeigner({ origin }: World, request: Request): Response | undefined {
  const url = new URL(request.url)
  if (!isLoopback(url.hostname) || url.port !== new URL(origin).port) {
    return refuse(403, `The simulator answers on this machine only; open ${origin}.`)
  }
  const from = request.headers.get('origin')
  if (from !== null && from !== origin) {
    return refuse(403, `Pages of ${from} cannot call the simulator; only ${origin} can.`)
  }
  if (isLoadedElsewhere(request, url)) {
    return refuse(403, `Pages of other sites cannot load anything of the simulator; open ${origin}.`)
  }
  return undefined
}

/**
 * True for a picture, a script or a call without an Origin in a page of another site. Links and sign-ins may lead
 * here, and the page shows the app's icon, which lies on the app's origin.
 */
function isLoadedElsewhere({ headers }: Request, { pathname }: URL): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== 'cross-site' && site !== 'same-site') return false
  return headers.get('sec-fetch-mode') !== 'navigate' && !pathname.startsWith('/0/')
}

/**
 * Opens the control paths: to programs with the control token, and to the simulator's own page by its
 * session. Undefined when the request may go on.
 */
export async function refuseControl(
  world: World,
  controlToken: string,
  request: Request,
): Promise<Response | undefined> {
  const bearer = /^Bearer +(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer !== undefined) {
    if (isSameSecret(bearer, controlToken)) return undefined
    return refuse(401, 'The control token is not the one of this simulator.')
  }
  const caller = await identifySession(world, request)
  if (caller.kind !== 'session') {
    return refuse(
      401,
      'Control paths need the control token: send "Authorization: Bearer <token>" with the one printed at the start, or choose it with --control-token.',
    )
  }
  if (request.method !== 'GET' && !isGenuine(caller, request, undefined)) {
    return refuse(403, 'A write from the page needs the X-CSRF-Token of its session.')
  }
  return undefined
}
