import { englishWords } from '../../src/app/platform/english'
import { toProblem } from '../../src/app/platform/problem'
import { logWords, problemWords } from '../../src/app/platform/runbook'
import type { Text } from '../../src/app/platform/words'

const t: Text = (key) => englishWords[key]!

/** Every failure that the reference wants told in words of its own, by what Zendesk answers. */
it.each([
  [400, 'the integration: x is not available for upsert by this account', /Another Zendesk account owns/],
  [400, 'invalid integration key', /lowercase letters, digits, hyphens/],
  [400, 'Bundle contains duplicated resources', /Two resources .* have the same name/],
  [401, 'Authorization failed due to integration mismatch', /Check the integration key/],
  [401, 'Authorization failed due to OAuth being disabled for this API request', /in this app/],
  [401, 'Authentication failed', /^You are signed out\. Sign in again/],
  [403, 'API token is not supported', /error in the app/],
  [403, 'Only admin user is allowed', /^Only an admin can do this/],
  [403, 'Invalid authenticity token', /Reload the page/],
  [403, 'not a proxyable URI', /error in the app/],
  [403, 'Integration services are not part of the plan of this account', /Suite Growth and above/],
  [405, '', /error in the app/],
  [409, '', /^It already exists/],
])('%i %s', (status, responseText, words) => {
  expect(problemWords(toProblem({ status, statusText: '', responseText }), t)).toMatch(words)
})

it('explains what the log says where a flow reads a field that is missing', () => {
  expect(logWords('JSON path not found: $.input.order.id', t)).toMatch(/read a field that is not there/)
  expect(logWords('Posted to #support', t)).toBeUndefined()
})
