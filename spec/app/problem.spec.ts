import { isNameTaken, toProblem } from '../../src/app/platform/problem'

const answer = (status: number, responseText: string) => ({ status, statusText: '', responseText })
const inJson = (status: number, body: unknown) => answer(status, JSON.stringify(body))

it.each([
  ['signed_out', answer(401, 'Authentication failed')],
  ['signed_out', inJson(401, { error: "Couldn't authenticate you" })],
  ['refused', answer(401, 'Authorization failed due to integration mismatch')],
  ['not_admin', answer(403, 'Only admin user is allowed')],
  ['csrf', inJson(403, { error: { title: 'Forbidden', message: 'Invalid authenticity token' } })],
  ['refused', answer(403, 'API token is not supported')],
  ['not_found', answer(404, 'no rows found')],
  ['conflict', answer(409, '')],
  ['rate_limited', answer(429, 'Rate limit exceeded')],
  ['server', answer(503, '')],
  ['offline', answer(0, '')],
  ['offline', Object.assign(new Error('Loading chunk 7 failed'), { name: 'ChunkLoadError' })],
  ['fault', new TypeError('x is not a function')],
])('takes an answer for %s', (kind, thrown) => {
  expect(toProblem(thrown).kind).toBe(kind)
})

it('finds the sentence of the server in each kind of error body', () => {
  const said = (body: unknown) => toProblem(inJson(400, body)).message

  expect(
    said({ errors: [{ code: '1010', detail: 'invalid integration key' }], message: 'Bad Request' }),
  ).toBe('invalid integration key')
  expect(said({ message: 'the integration: x is taken' })).toBe('the integration: x is taken')
  expect(said({ error: 'RecordInvalid', description: 'Record validation errors' })).toBe('RecordInvalid')
  expect(said('text in quotation marks')).toBe('text in quotation marks')
  expect(toProblem(answer(400, 'plain text')).message).toBe('plain text')
})

it('does not show a page of HTML as the sentence of the server', () => {
  expect(toProblem(answer(502, `<html>${'x'.repeat(400)}</html>`)).message).toBe('')
})

it('knows when an integration name belongs to somebody else', () => {
  const taken = inJson(400, { message: 'the integration: x is not available for upsert by this account' })

  expect(isNameTaken(toProblem(taken))).toBe(true)
  expect(isNameTaken(toProblem(answer(400, 'invalid integration key')))).toBe(false)
})

it('reads how long to wait where the header reaches the app', () => {
  expect(toProblem({ ...answer(429, ''), headers: { 'Retry-After': '7' } }).retryAfter).toBe(7)
  expect(toProblem(answer(429, '')).retryAfter).toBeUndefined()
})
