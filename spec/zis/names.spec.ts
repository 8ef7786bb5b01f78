import { formatName, isConnectionName, isIntegrationKey, parseName } from '../../src/zis/names'
import { nearest } from '../../src/zis/nearest'

it.each([
  'zis:acme:flow:notify',
  'zis:acme:action:genesys.post',
  'zis:common:transform:Jq',
  'zis:a:job_spec:b:c',
])('reads and writes %s', (text) => {
  const name = parseName(text)
  expect(name && formatName(name)).toBe(text)
})

it.each([
  '',
  'acme',
  'zis:acme:flow',
  'zis:acme:flow:',
  'zis::flow:x',
  'zis:acme:queue:x',
  'xzis:acme:flow:x',
])('finds no name in %j', (text) => expect(parseName(text)).toBeUndefined())

it('knows what an integration key may look like', () => {
  expect(['a', 'acme_sync-2', 'x'.repeat(64)].every(isIntegrationKey)).toBe(true)
  expect(['', 'Acme', 'a b', 'a.b', 'ä', 'x'.repeat(65)].some(isIntegrationKey)).toBe(false)
})

it('knows what a connection may be called', () => {
  expect(['abc', 'Slack_1-x', 'x'.repeat(64)].every(isConnectionName)).toBe(true)
  expect(['ab', '', 'a b c', 'slack.com', 'x'.repeat(65)].some(isConnectionName)).toBe(false)
})

it('proposes the nearest word, and none when all are far', () => {
  const words = ['ResultPath', 'ItemsPath', 'Next']
  expect(nearest('Resultpath', words)).toBe('ResultPath')
  expect(nearest('ResultPaths', words)).toBe('ResultPath')
  expect(nearest('Nxt', words)).toBe('Next')
  expect(nearest('Colour', words)).toBeUndefined()
})
