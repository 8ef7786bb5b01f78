import { openApi } from '../../src/simulator/services/control/open-api'
import type { OpenApi } from '../support/generated-client'
import { holdTo } from '../support/hold-to-document'

const document = openApi() as unknown as OpenApi
const base = 'http://127.0.0.1:4500/api/services/zis'

/** What is found wrong with one request and its answer. */
async function found(route: string, answer: Response, body?: object): Promise<string[]> {
  const held = holdTo(document)
  const [method, url] = route.split(' ') as [string, string]
  await held.heard(new Request(url, { method, ...(body && { body: JSON.stringify(body) }) }), answer)
  return held.problems
}

const configs = `${base}/integrations/x/configs`

it('finds nothing wrong with what the document describes', async () => {
  const gone = new Response(null, { status: 204 })
  expect(await found(`DELETE ${configs}/a`, gone)).toEqual([])
  const none = new Response('', { status: 404 })
  expect(await found(`PATCH ${configs}/a`, none, { config: { on: true } })).toEqual([])
})

it.each([
  ['a path of nobody', `GET ${base}/nothing`, undefined, /does not have it/],
  ['another method', `PUT ${configs}`, { scope: 'a', config: {} }, /does not have it/],
  ['a parameter of nobody', `GET ${configs}?filter[scope]=a&limit=1`, undefined, /limit is not described/],
  ['a body of another shape', `POST ${configs}`, { scope: 7 }, /body: /],
  ['no body where one is needed', `POST ${configs}`, undefined, /needs a body/],
  [
    "the simulator's own path",
    'GET http://127.0.0.1:4500/_sim/openapi.json',
    undefined,
    /only the simulator/,
  ],
])('finds %s', async (_, route, body, says) => {
  const problems = await found(route, new Response('', { status: 404 }), body)
  expect(problems).toContainEqual(expect.stringMatching(says))
})

it('finds an answer of another shape, and a status that is not described', async () => {
  const route = `GET ${configs}?filter[scope]=a`
  expect(await found(route, Response.json({ configs: 'none' }))).toContainEqual(
    expect.stringMatching(/answer 200: /),
  )
  expect(await found(route, new Response(null, { status: 302 }))).toContainEqual(
    expect.stringMatching(/answer 302 is not described/),
  )
})
