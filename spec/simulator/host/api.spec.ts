import { createApi } from '../../../src/simulator/host/api'
import { session } from './session'

function start(...answers: Array<Response | Error>) {
  const sent: Array<[url: string, init: RequestInit | undefined]> = []
  const api = createApi(async (url, init) => {
    sent.push([String(url), init])
    const answer = answers.shift()!
    if (!(answer instanceof Response)) throw answer
    return answer
  })
  return { api, sent }
}

it('fills the path, leaves out what is not asked for, and reads the answer', async () => {
  const { api, sent } = start(Response.json({ runs: [], has_more: false }))
  expect(await api.call('GET /_sim/runs', { query: { limit: '5' } })).toEqual({ runs: [], has_more: false })
  expect(sent).toEqual([['/_sim/runs?limit=5', { method: 'GET', headers: {} }]])
})

it('sends writes with the token of the session, as Zendesk’s own page does', async () => {
  const { api, sent } = start(Response.json(session), Response.json({ ticket: { id: 7 } }))
  await api.call('GET /_sim/session', {})
  await api.call('PUT /api/v2/tickets/:id', { params: { id: '7' }, body: { ticket: { status: 'open' } } })
  expect(sent[1]).toEqual([
    '/api/v2/tickets/7',
    {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': 'csrf-1' },
      body: '{"ticket":{"status":"open"}}',
    },
  ])
})

it('follows the token when another user is signed in', async () => {
  const { api } = start(Response.json(session), Response.json({ ...session, authenticity_token: 'csrf-2' }))
  await api.call('GET /_sim/session', {})
  await api.call('POST /_sim/session', { body: { user_id: 2 } })
  expect(api.csrfToken()).toBe('csrf-2')
})

it.each([
  [
    'a field of a Support body',
    {
      error: 'RecordInvalid',
      description: 'Record validation errors',
      details: { status: [{ description: 'Status: closed prevents ticket update' }] },
    },
    'Status: closed prevents ticket update',
  ],
  ['a Support body', { error: 'RecordNotFound', description: 'Not found' }, 'Not found'],
  [
    'an envelope',
    { errors: [{ code: '1010', detail: 'invalid integration key' }] },
    'invalid integration key',
  ],
  ['an error alone', { error: "Couldn't authenticate you" }, "Couldn't authenticate you"],
  ['an error with a title', { error: { title: 'Forbidden', message: 'Not for you' } }, 'Not for you'],
  ['a message', { message: 'not available' }, 'not available'],
  ['nothing known', {}, 'The simulator answered with status 422.'],
])('says what was refused: %s', async (_form, body, message) => {
  const { api } = start(Response.json(body, { status: 422 }))
  await expect(api.call('GET /_sim/clock', {})).rejects.toMatchObject({
    name: 'ApiProblem',
    status: 422,
    message,
  })
})

it('takes a refusal in plain text as it is', async () => {
  const { api } = start(new Response('Only admin user is allowed', { status: 403 }))
  await expect(api.call('GET /_sim/clock', {})).rejects.toMatchObject({
    message: 'Only admin user is allowed',
  })
})

it('has status 0 when the simulator is not there', async () => {
  const cause = new TypeError('Failed to fetch')
  const { api } = start(cause)
  await expect(api.call('GET /_sim/clock', {})).rejects.toMatchObject({ status: 0, cause })
})
