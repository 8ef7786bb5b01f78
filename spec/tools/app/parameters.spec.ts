import { withManifest } from './app-files'

/** The problems of an app with these parameters, each with a label. */
const withParameters = (...parameters: Array<{ name?: unknown } & Record<string, unknown>>) => {
  const labels = Object.fromEntries(parameters.map(({ name }) => [String(name), { label: 'A label' }]))
  return withManifest({ parameters }, { 'translations/en.json': { app: { name: 'A', parameters: labels } } })
}

it.each(['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth'])(
  'of the type %s are taken',
  (type) => {
    expect(withParameters({ name: 'a', type })).toEqual([])
  },
)

it.each(['password', 'dropdown', 'date', 'mtls', 7])('of the type %s are refused', (type) => {
  expect(withParameters({ name: 'a', type })).toEqual([
    expect.stringMatching(
      /parameters\[0\]: "a" has a type that Zendesk does not take; write one of text, checkbox, /,
    ),
  ])
})

it.each([
  { name: 'a', type: 'checkbox', required: true, default: true },
  { name: 'a', type: 'checkbox', default: false },
  { name: 'a', type: 'number', default: 0 },
  { name: 'a', type: null, required: null, secure: null, scopes: null },
  { name: 'a', secure: true, scopes: ['header', 'jwt_claim'] },
])('%j is taken', (parameter) => {
  expect(withParameters(parameter)).toEqual([])
})

it.each([
  [[{ name: 'name' }], 'parameters[0]: "name" is taken: it is the name of the app'],
  [[{ type: 'text' }], 'parameters[0]: the parameter has no name'],
  [[{ name: 'a' }, { name: 'a' }], 'parameters[1]: another parameter is called "a" already'],
  [
    [{ name: 'a', type: 'checkbox', required: 'yes' }],
    'parameters[0].required: "required" of "a" is neither true nor false',
  ],
  [[{ name: 'a', secure: 1 }], 'parameters[0].secure: "secure" of "a" is neither true nor false'],
  [
    [{ name: 'a', type: 'hidden', required: true }],
    'parameters[0]: "a" is hidden, and nobody can fill it in',
  ],
  [
    [{ name: 'a', type: 'oauth', secure: true, scopes: ['url'] }],
    'parameters[0]: "a" has the type oauth, which is kept safe as it is',
  ],
  [
    [
      { name: 'a', type: 'oauth' },
      { name: 'b', type: 'oauth' },
    ],
    'parameters: more than one parameter has the type oauth',
  ],
  [[{ name: 'a', scopes: ['header'] }], 'parameters[0]: "a" has scopes and is not secure'],
  [
    [{ name: 'a', secure: true, scopes: [] }],
    'parameters[0]: the scopes of "a" are not an array, or an empty one',
  ],
  [
    [{ name: 'a', secure: true, scopes: 'url' }],
    'parameters[0]: the scopes of "a" are not an array, or an empty one',
  ],
  [
    [{ name: 'a', secure: true, scopes: ['cookie'] }],
    'parameters[0]: "a" has scopes that Zendesk does not know',
  ],
])('%j are refused', (parameters, says) => {
  const lines = withParameters(...(parameters as Parameters<typeof withParameters>))
  expect(lines).toContainEqual(expect.stringContaining(`manifest.json: error: ${says}; `))
})

it('are a list', () => {
  expect(withManifest({ parameters: { name: 'a' } })).toEqual([
    'manifest.json: error: parameters: the value is not an array; write [{ "name": …, "type": … }]',
  ])
})

it.each([
  [{ name: 'api_token' }, '"api_token" sounds like a secret and is not secure'],
  [{ name: 'a', secure: true }, '"a" is secure and may be used anywhere in a request'],
  [{ name: 'a', type: 'hidden', default: 'x' }, '"a" is hidden and has a default that everybody can read'],
  [
    { name: 'a', secure: true, scopes: ['url'], default: 'x' },
    '"a" is secure and has a default that everybody can read',
  ],
])('%j is worth a warning', (parameter, says) => {
  expect(withParameters(parameter)).toEqual([
    expect.stringContaining(`manifest.json: warning: parameters[0]: ${says}; `),
  ])
})

it('without a label are worth a warning', () => {
  expect(withManifest({ parameters: [{ name: 'color' }] })).toEqual([
    'translations/en.json: warning: app.parameters.color: the parameter has no label; an admin would see its bare name; add { "label": … }',
  ])
})
