import fc from 'fast-check'
import { controlWire } from '../../src/simulator/services/control/wire'
import { wire } from '../../src/zis/wire'
import { splitRoute, type Endpoint } from '../../src/zis/wire/endpoint'
import { startSimulator, type TestZis } from '../support/start-simulator'
import { nastyText, valuesOf } from '../support/values-of'

const endpoints = Object.entries({ ...wire, ...controlWire } as Record<string, Endpoint>)

/** Every endpoint, called with whatever its own schema allows and with whatever it does not. */
describe('every endpoint of the wire', () => {
  let zis: TestZis
  const faults: unknown[] = []
  beforeAll(async () => {
    zis = await startSimulator({ fault: (problem) => faults.push(problem) })
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
  })
  afterAll(() => zis.stop())

  const segment = fc.oneof(
    { weight: 3, arbitrary: fc.constant('acme_a') },
    { weight: 1, arbitrary: nastyText },
  )

  it.each(endpoints)('%s never answers 500, and refuses in a documented form', async (name, endpoint) => {
    const { method, path } = splitRoute(endpoint.route)
    const params = fc.array(segment, { minLength: 3, maxLength: 3 })
    const query = endpoint.query ? valuesOf(endpoint.query) : fc.constant({})
    const body = fc.oneof(
      endpoint.body ? valuesOf(endpoint.body) : fc.constant(undefined),
      fc.jsonValue(),
      nastyText,
    )
    await fc.assert(
      fc.asyncProperty(params, query, body, async (texts, values, sent) => {
        const filled = texts.reduce(
          (text, value) => text.replace(/:\w+/, () => encodeURIComponent(wellFormed(value))),
          path,
        )
        const search = new URLSearchParams(
          Object.entries(values as Record<string, string>).map(([key, value]) => [
            key,
            wellFormed(String(value)),
          ]),
        )
        const send = path.startsWith('/_sim/') ? zis.control : zis.admin
        const answer = await send(
          `${method} ${filled}?${search.toString()}`,
          method === 'GET' ? undefined : sent,
        )
        expect(answer.status).toBeLessThan(500)
        if (answer.status >= 400 && answer.status !== 401) expectRefusal(path, answer)
      }),
      { numRuns: 25, seed: seedOf(name) },
    )
    expect(faults).toEqual([])
  })
})

/** The forms of zis-api 1.4 and 10: plain text, the envelope, a bare message, or the Support API's. */
function expectRefusal(
  path: string,
  { text, body, headers }: { text: string; body: object; headers: Headers },
) {
  if (!headers.get('content-type')?.startsWith('application/json'))
    return expect(text.length).toBeGreaterThan(0)
  if (path.startsWith('/api/v2/') || path.startsWith('/oauth/')) return expect(body).toHaveProperty('error')
  if ('errors' in body) {
    return expect(body).toMatchObject({
      errors: expect.arrayContaining([
        { code: expect.any(String), detail: expect.any(String), status: expect.any(String) },
      ]),
      message: expect.any(String),
    })
  }
  return expect('message' in body || 'error' in body).toBe(true)
}

/** Lone surrogates cannot stand in an address. */
const wellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/g, '?')

/** The same values in every run of an endpoint's test. */
const seedOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) | 0
