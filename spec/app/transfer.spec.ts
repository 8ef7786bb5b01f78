import { readFile, toFile } from '../../src/app/features/configs/transfer'

const config = { channel: '#support', statuses: ['open'] }

it('reads what it has written', () => {
  const text = JSON.stringify(toFile('slack_status', config))

  expect(readFile(text, 'slack_status')).toEqual({ config })
})

it('finds its scope in a file of all settings', () => {
  const text = JSON.stringify({ integration: 'x', configs: [null, { scope: 'slack_status', config }] })

  expect(readFile(text, 'slack_status')).toEqual({ config })
})

it('writes no value that looks like a secret', () => {
  expect(toFile('s', { channel: '#a', api_key: 'hidden' })).toEqual({ scope: 's', config: { channel: '#a' } })
})

it.each([
  ['not json', 'not_settings'],
  ['[]', 'not_settings'],
  ['null', 'not_settings'],
  ['{"scope":"slack_status","config":[]}', 'not_settings'],
  ['{"scope":"other","config":{}}', 'other_scope'],
  ['{"scope":"slack_status","config":{"password":"x"}}', 'secret'],
])('does not take %s', (text, mistake) => {
  expect(readFile(text, 'slack_status')).toMatchObject({ mistake })
})
