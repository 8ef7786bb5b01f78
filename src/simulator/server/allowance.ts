import { ZisProblem } from '../../zis/wire/problems'
import type { World } from '../world'

const zisPath = /^\/api\/services\/zis\//
const supportPath = /^\/api\/v2\//
const ingestPath = /^\/api\/services\/zis\/inbound_webhooks\/generic\/ingest\//

const minute = 60_000

/**
 * What the account is allowed at all, before anybody looks at who calls: ZIS on its plan, and so many
 * requests in each minute of the clock, those of ZIS and of the Support API together (zis-api 1.1, 1.6).
 *
 * @returns looks at a request: the refusal, if it goes no further, and headers for its answer
 */
export function createAllowance({ assume, clock }: Pick<World, 'assume' | 'clock'>) {
  let window = 0
  const used = { calls: 0, ingests: 0 }

  return (request: Request): { refusal?: ZisProblem; headers: Record<string, string> } => {
    const { pathname } = new URL(request.url)
    const isZis = zisPath.test(pathname)
    if (!isZis && !supportPath.test(pathname)) return { headers: {} }
    if (isZis && !assume('zisOnPlan')) return { refusal: new ZisProblem('NotOnThePlan'), headers: {} }

    const limit = assume('rateLimit')
    if (limit === 'off') return { headers: {} }
    const now = clock.now()
    const wait = { 'retry-after': String(Math.ceil((minute - (now % minute)) / 1000)) }
    const refusal = new ZisProblem('TooManyRequests')
    if (limit === 'always') return { refusal, headers: wait }

    if (Math.floor(now / minute) !== window) {
      window = Math.floor(now / minute)
      used.calls = used.ingests = 0
    }
    const ingestLimit = assume('ingestRate')
    const isIngest = ingestLimit > 0 && ingestPath.test(pathname)
    const most = isIngest ? ingestLimit : limit
    const count = isIngest ? (used.ingests += 1) : (used.calls += 1)
    const isTold = !isZis || assume('zisRateHeaders')
    const headers: Record<string, string> = isTold
      ? { 'x-rate-limit': String(most), 'x-rate-limit-remaining': String(Math.max(0, most - count)) }
      : {}
    return count > most ? { refusal, headers: { ...headers, ...wait } } : { headers }
  }
}
