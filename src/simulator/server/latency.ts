import type { World } from '../world'

const slowPaths = /^\/(?:api|oauth)\//

/**
 * Lets answers of ZIS and of the account take as long as their switch says. Real time, not the clock's:
 * it is the network that is slow, and a clock that stands still must not hold an answer for ever.
 */
export const createLatency =
  ({ assume }: Pick<World, 'assume'>) =>
  async (request: Request): Promise<void> => {
    const delay = assume('latency')
    if (delay === 0 || !slowPaths.test(new URL(request.url).pathname)) return
    await new Promise((resolve) => setTimeout(resolve, delay))
  }
