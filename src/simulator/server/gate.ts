import { isLoopback } from '../addresses'
import type { World } from '../world'
import { isSameSecret } from '../vault'
import { identifySession, isGenuine } from './auth'

const refuse = (status: number, text: string) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/**
 * Refuses what no honest client sends: a foreign Host (DNS rebinding) or a foreign Origin (another page in
 * the user's browser). Undefined when the request may go on.
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
  return undefined
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
