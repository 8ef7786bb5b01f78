import { installFlow, raise, replayed, results } from '../../support/one-flow'
import { recordingPartner } from '../../support/recording-partner'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const limit = 2_000_000
const chunk = new Uint8Array(64 * 1024).fill(0x20)

describe('the size of an answer', () => {
  let zis: TestZis
  let body: BodyInit
  const big = recordingPartner('big.example.com', () => new Response(body))
  beforeEach(async () => {
    zis = await startSimulator({ partners: () => [big.partner] })
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
    await installFlow(zis, 'acme_a', { action: { method: 'GET', url: 'https://big.example.com/' } })
  })
  afterEach(() => zis.stop())

  const run = async () => {
    await raise(zis)
    await zis.settle()
    return (await results(zis)).at(-1)
  }
  const text = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2))

  it('may be 2 MB', async () => {
    body = text(limit)
    expect(await run()).toBe('done')
  })

  it('may not be more, and the Catch takes it', async () => {
    body = text(limit + 1)
    expect(await run()).toBe('caught: payload is larger than 2mb')
    expect((await zis.control('GET /_sim/outbound')).body).toMatchObject({
      requests: [{ error: 'payload is larger than 2mb' }],
    })
    expect(await replayed(zis)).toBeNull()
  })

  it('is counted in bytes, not in characters', async () => {
    body = JSON.stringify('é'.repeat(limit / 2))
    expect(await run()).toBe('caught: payload is larger than 2mb')
  })

  it('is not waited for: an answer without end is dropped at the limit', async () => {
    let given = 0
    let isDropped = false
    body = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += chunk.length
        controller.enqueue(chunk)
      },
      cancel() {
        isDropped = true
      },
    })
    expect(await run()).toBe('caught: payload is larger than 2mb')
    expect(isDropped).toBe(true)
    expect(given).toBeLessThan(limit + 4 * chunk.length)
  })

  it('leaves characters whole that two chunks share', async () => {
    const bytes = new TextEncoder().encode('"é"')
    body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    await run()
    const { body: runs } = await zis.control('GET /_sim/runs/1')
    expect(runs).toMatchObject({ attempts: [{ steps: [{ wrote: { value: 'é' } }, {}] }] })
  })
})
