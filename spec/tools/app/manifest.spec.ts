import { lineOf } from '../../../tools/app/report.mjs'
import { validateApp } from '../../../tools/validate-app.mjs'
import { goodManifest, problems, smallApp, withManifest } from './app-files'

it('finds nothing wrong with an app that Zendesk takes', () => {
  expect(problems()).toEqual([])
})

it('says where in the file, what, and what to do', () => {
  const text = JSON.stringify({ ...goodManifest, frameworkVersion: '2' }, null, 2)
  const line = text.split('\n').findIndex((one) => one.includes('frameworkVersion')) + 1
  expect(validateApp(smallApp({ 'manifest.json': text })).map(lineOf)).toEqual([
    `manifest.json:${line}:3: error: frameworkVersion: the version of the framework is not "2.0"; write the string "2.0"`,
  ])
})

describe('the file', () => {
  it.each([
    ['is missing', undefined, 'manifest.json: error: the app has no manifest.json;'],
    ['is no object', '[]', 'manifest.json: error: the file holds no JSON object;'],
    ['is not JSON', '{"name":', 'manifest.json: error: '],
  ])('%s', (_what, text, line) => {
    expect(problems({ 'manifest.json': text })[0]).toMatch(new RegExp(`^${line}`))
  })

  it('is one folder down', () => {
    expect(problems({ 'manifest.json': undefined, 'dist/manifest.json': goodManifest })).toEqual([
      'dist/manifest.json: error: the manifest is one folder down; put it at the root of the package',
    ])
  })

  it('has a key twice, also further in', () => {
    const text = JSON.stringify(goodManifest).replace('"name":"Ada"', '"name":"Ada","name":"Eve"')
    expect(problems({ 'manifest.json': text })).toEqual([
      expect.stringMatching(/^manifest\.json: error: the key "name" stands here a second time/),
    ])
  })

  it('may have keys that Zendesk does not know', () => {
    expect(withManifest({ _warning: 'made by hand', foo: 1 })).toEqual([])
  })

  it('lacks what is required', () => {
    const keys = problems({ 'manifest.json': {} }).map((line) => line.split(': ')[2])
    expect(keys).toEqual(['author', 'defaultLocale', 'frameworkVersion', 'location'])
  })
})

it.each([
  [{ private: null }, 'private: the value is neither true nor false'],
  [{ singleInstall: 'yes' }, 'singleInstall: the value is neither true nor false'],
  [{ version: 1 }, 'version: the value is not a string'],
  [{ gaID: 1 }, 'gaID: the value is not a string'],
  [{ author: 'Ada' }, 'author: the value is not an object'],
  [{ author: { email: 7 } }, 'author.email: the value is not a string'],
  [{ author: { url: 'ftp://example.com' } }, 'author.url: "ftp://example.com" is no address of a page'],
  [{ termsConditionsURL: 'terms' }, 'termsConditionsURL: "terms" is no address of a page'],
  [{ frameworkVersion: 2 }, 'frameworkVersion: the version of the framework is not "2.0"'],
  [{ defaultLocale: 'english' }, 'defaultLocale: "english" is not a locale'],
  [{ defaultLocale: 'de' }, 'defaultLocale: the file translations/de.json does not exist'],
  [{ noTemplate: true }, 'noTemplate: the key does not go with frameworkVersion 2.0'],
  [{ domainWhitelist: [1] }, 'domainWhitelist: the value is not an array of strings'],
  [{ experiments: ['hashParams'] }, 'experiments: the value is not an object'],
  [{ experiments: { newLook: true } }, 'experiments.newLook: Zendesk knows no such experiment'],
  [{ location: undefined }, 'location: the key is missing'],
  [{ location: 'nav_bar' }, 'location: the value is not an object'],
  [{ location: {} }, 'location: the app is in no location'],
  [{ location: { support: {} } }, 'location: the app is in no location'],
  [{ location: { mail: {} } }, 'location.mail: no product is called so'],
  [{ location: { support: ['nav_bar'] } }, 'location.support: the value is not an object'],
  [
    { location: { support: { sidebar: 'assets/iframe.html' } } },
    'location.support.sidebar: support has no such location',
  ],
  [
    { location: { support: { custom_object_record_sidebar: 'assets/iframe.html' } } },
    'location.support.custom_object_record_sidebar: support has no such location',
  ],
  [
    { location: { support: { modal: { url: 'assets/iframe.html', flexible: 'yes' } } } },
    'location.support.modal.flexible: the value is neither true nor false',
  ],
])('%j is refused', (change, says) => {
  expect(withManifest(change)).toContainEqual(expect.stringContaining(`manifest.json: error: ${says}; `))
})

it.each([
  { author: {} },
  { author: { name: 'Ada', url: 'https://example.com' } },
  { singleInstall: null },
  { experiments: { hashParams: true, newLook: false } },
  { noTemplate: false },
  { domainWhitelist: ['api.example.com'] },
  { location: { zendesk: { nav_bar: 'assets/iframe.html' } } },
  { location: { lotus_box: { nav_bar: 'assets/iframe.html' } } },
  { location: { support: { background: { url: '', autoLoad: false } } } },
  { location: { support: { modal: { url: 'assets/iframe.html', size: 5, other: true } } } },
])('%j is taken', (change) => {
  expect(withManifest(change)).toEqual([])
})

describe('the url of a location', () => {
  const at = (url: string) => withManifest({ location: { support: { nav_bar: { url } } } })

  it.each([
    ['iframe.html', 'does not lead into assets/'],
    ['assets/gone.html', 'leads to a file that does not exist'],
    ['assets/my page.html', 'has a space in it'],
    ['http://127.0.0.1:4567/', 'is not encrypted'],
  ])('%j is refused', (url, says) => {
    expect(at(url)).toEqual([
      expect.stringContaining(`error: location.support.nav_bar: the url "${url}" ${says}; `),
    ])
  })

  it('must be there', () => {
    expect(at('')).toEqual([expect.stringContaining('location.support.nav_bar: the url is missing; ')])
  })

  it.each([
    'assets/iframe.html?a=1#b',
    'https://example.com/x',
    'http://localhost:4567/',
    '{{setting.url}}/x',
  ])('%s is taken', (url) => {
    expect(at(url)).toEqual([])
  })
})

describe('a sign-in that Zendesk does', () => {
  const oauth = {
    client_id: 'a',
    client_secret: 'b',
    authorize_uri: 'https://example.com/authorize',
    access_token_uri: 'https://example.com/token',
  }
  const parameters = [{ name: 'grant', type: 'oauth' }]
  const labels = { 'translations/en.json': { app: { name: 'A', parameters: { grant: { label: 'Grant' } } } } }

  it('is taken with its four keys and a parameter for the token', () => {
    expect(withManifest({ oauth, parameters }, labels)).toEqual([])
  })

  it('needs all of its keys, with something in them', () => {
    const lines = withManifest(
      { oauth: { ...oauth, client_id: '', authorize_uri: undefined }, parameters },
      labels,
    )
    expect(lines).toEqual([
      'manifest.json: error: oauth.client_id: the text is missing; add it, or take oauth out',
      'manifest.json: error: oauth.authorize_uri: the text is missing; add it, or take oauth out',
    ])
  })

  it('needs a parameter of the type oauth', () => {
    expect(withManifest({ oauth })).toEqual([
      'manifest.json: error: oauth: no parameter keeps the token; add a parameter of the type oauth',
    ])
  })

  it('is an object', () => {
    expect(withManifest({ oauth: 'yes' })).toEqual([
      expect.stringContaining('oauth: the value is not an object'),
    ])
  })
})

describe('an app without a frame', () => {
  const frameless = { location: undefined, frameworkVersion: undefined }
  const noCode = { 'assets/main.js': undefined, 'assets/iframe.html': undefined }
  const requirements = { 'requirements.json': { ticket_fields: { parcel: { title: 'Parcel' } } } }
  const english = { name: 'A', short_description: 'b', long_description: 'c', installation_instructions: 'd' }

  it('only brings requirements', () => {
    expect(withManifest({ ...frameless, requirementsOnly: true }, { ...noCode, ...requirements })).toEqual([])
  })

  it('only has a page in the marketplace', () => {
    const files = { ...noCode, 'translations/en.json': { app: english } }
    expect(withManifest({ ...frameless, marketingOnly: true, private: false }, files)).toEqual([])
  })

  it('has no location, no framework and no code', () => {
    expect(withManifest({ requirementsOnly: true }, requirements)).toEqual([
      'manifest.json: error: location: an app that is requirementsOnly has no location; take it out, or the key requirementsOnly',
      'manifest.json: error: frameworkVersion: an app that is requirementsOnly names no version of the framework; take it out, or the key requirementsOnly',
      'manifest.json: error: requirementsOnly: the app has code: assets/main.js; take the files out',
    ])
  })

  it('brings something when it is requirementsOnly', () => {
    expect(withManifest({ ...frameless, requirementsOnly: true }, noCode)).toEqual([
      'requirements.json: error: an app that is requirementsOnly has none; add the file',
    ])
  })

  it('has neither parameters nor requirements, and is not private, when it is marketingOnly', () => {
    const parameters = [{ name: 'color' }]
    const labelled = { app: { name: 'A', parameters: { color: { label: 'Colour' } } } }
    const files = { ...noCode, ...requirements, 'translations/en.json': labelled }
    const says = withManifest({ ...frameless, marketingOnly: true, parameters }, files).map(
      (line) => line.split('; ')[0],
    )
    expect(says).toEqual([
      'manifest.json: error: parameters: an app that is marketingOnly has no parameters',
      'manifest.json: error: marketingOnly: an app that is marketingOnly cannot be private',
      'requirements.json: error: an app that is marketingOnly brings no requirements',
    ])
  })

  it('is one of the two', () => {
    const lines = withManifest(
      { ...frameless, requirementsOnly: true, marketingOnly: true, private: false },
      noCode,
    )
    expect(lines[0]).toMatch(/marketingOnly: an app is either requirementsOnly or marketingOnly; /)
  })
})
