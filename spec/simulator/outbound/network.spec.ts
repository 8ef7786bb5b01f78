import { installFlow, raise, results } from '../../support/one-flow'
import { startSimulator } from '../../support/start-simulator'

describe('requests to hosts that nobody plays', () => {
  it.each([
    ['named.example.com', ['done'], ['https://named.example.com/orders']],
    ['other.example.com', [expect.stringContaining('the simulator sends nothing to the network')], []],
    ['sub.named.example.com', [expect.stringContaining('--allow-host sub.named.example.com')], []],
  ])('leave the machine only for a host that was named: %s', async (host, result, sent) => {
    const asked: string[] = []
    const zis = await startSimulator({
      network: {
        hosts: new Set(['named.example.com']),
        fetch: (request) => {
          asked.push(request.url)
          return Promise.resolve(Response.json({}))
        },
      },
    })
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
    await installFlow(zis, 'acme_a', { action: { method: 'GET', url: `https://${host}/orders` } })
    await raise(zis)
    await zis.settle()
    expect([await results(zis), asked]).toEqual([result, sent])
    await zis.stop()
  })
})
