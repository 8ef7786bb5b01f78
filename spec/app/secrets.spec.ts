import { dropSecrets, maskSecrets, secretsIn } from '../../src/app/state/secrets'

it.each([
  [{ password: 'hunter2' }, ['password']],
  [{ slack: { apiKey: 'abc' } }, ['slack.apiKey']],
  [{ list: [{ client_secret: 'x' }] }, ['list[0].client_secret']],
  [{ tokens: 'x', token_count: '7', secretary: 'Ann', note: 'the token is in the safe' }, []],
  [{ url: 'https://example.com', channel: '#support', password: '' }, []],
  [{ note: 'xoxb-12345-abc' }, ['note']],
  [{ header: 'Bearer abcdef0123456789' }, ['header']],
  [{ jwt: 'eyJhbGciOi.eyJzdWIiOi.c2ln' }, ['jwt']],
  [{ count: 7, on: true, nothing: null }, []],
])('finds in %j what looks like a secret', (config, paths) => {
  expect(secretsIn(config)).toEqual(paths)
})

it('puts dots in their place and leaves the rest as it is', () => {
  expect(maskSecrets({ a: 1, keys: [{ api_key: 'k' }], b: ['x'] })).toEqual({
    a: 1,
    keys: [{ api_key: '••••••' }],
    b: ['x'],
  })
})

it('leaves them out of what goes to a file', () => {
  expect(dropSecrets({ a: 1, keys: [{ api_key: 'k', id: 'i' }], list: ['xoxb-1', 'x'] })).toEqual({
    a: 1,
    keys: [{ id: 'i' }],
    list: ['x'],
  })
})
