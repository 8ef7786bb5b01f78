import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAppFolder } from '../../tools/app/read-folder.mjs'
import { validateApp } from '../../tools/validate-app.mjs'
import { goodManifest, png, smallApp } from './app-files'

/** The problems of a small app with some files changed, a line each. */
const problems = (changes: Parameters<typeof smallApp>[0]) =>
  validateApp(smallApp(changes)).map(({ level, place, says }) => `${level}: ${place}: ${says}`)

const withManifest = (changes: object) => problems({ 'manifest.json': { ...goodManifest, ...changes } })
const withParameters = (...parameters: object[]) => withManifest({ parameters })

it('finds nothing wrong with an app that Zendesk takes', () => {
  expect(problems({})).toEqual([])
})

describe('the manifest', () => {
  it.each([
    [
      'is missing',
      { 'manifest.json': undefined },
      'error: manifest.json: The app has no manifest.json at its root.',
    ],
    [
      'is one folder down',
      { 'manifest.json': undefined, 'dist/manifest.json': goodManifest },
      'error: dist/manifest.json: The manifest must be at the root of the app, not one folder down.',
    ],
    ['is no object', { 'manifest.json': '[]' }, 'error: manifest.json: It must hold a JSON object.'],
  ])('%s', (_what, files, line) => {
    expect(problems(files)).toContain(line)
  })

  it('is not JSON', () => {
    expect(problems({ 'manifest.json': '{"name":' })[0]).toMatch(
      /^error: manifest.json: It is not valid JSON: /,
    )
  })

  it('has a key twice, also further in', () => {
    const text = JSON.stringify(goodManifest).replace('"name":"Ada"', '"name":"Ada","name":"Eve"')
    expect(problems({ 'manifest.json': text })).toEqual([
      'error: manifest.json, name: The key stands twice in the same object.',
    ])
  })

  it('lacks what is required', () => {
    const missing = ['author', 'defaultLocale', 'location', 'frameworkVersion']
    expect(problems({ 'manifest.json': {} })).toEqual(
      missing.map((key) => `error: manifest.json, ${key}: The key is required and missing.`),
    )
  })

  it.each([
    [{ private: null }, 'private: It must be true or false.'],
    [{ version: 1 }, 'version: It must be a string.'],
    [{ author: { email: 7 } }, 'author.email: It must be a string.'],
    [
      { author: { url: 'ftp://example.com' } },
      'author.url: "ftp://example.com" is not an http or https address with a host.',
    ],
    [{ frameworkVersion: '2' }, 'frameworkVersion: It must be the string "2.0".'],
    [{ defaultLocale: 'english' }, 'defaultLocale: "english" is not a locale such as en, pt-BR or es-419.'],
    [{ defaultLocale: 'de' }, 'defaultLocale: The file translations/de.json does not exist.'],
    [{ noTemplate: true }, 'noTemplate: The key is not allowed with frameworkVersion 2.0.'],
    [{ domainWhitelist: [1] }, 'domainWhitelist: It must be an array of strings.'],
    [{ location: 'nav_bar' }, 'location: It must be an object: product, then location, then url.'],
    [{ location: { mail: {} } }, 'location.mail: "mail" is not a product with apps.'],
    [
      { location: { support: ['nav_bar'] } },
      'location.support: It must be an object: a url for each location.',
    ],
    [
      { location: { support: { sidebar: 'assets/iframe.html' } } },
      'location.support.sidebar: support has no location "sidebar".',
    ],
  ])('is refused with %j', (change, says) => {
    expect(withManifest(change)).toContain(`error: manifest.json, ${says}`)
  })

  it.each([
    ['iframe.html', 'The url "iframe.html" must begin with assets/.'],
    ['assets/gone.html', 'The file assets/gone.html does not exist.'],
    ['assets/my page.html', 'The url "assets/my page.html" has a space in it.'],
    [
      'http://127.0.0.1:4567/',
      'The url "http://127.0.0.1:4567/" must begin with https:// or have the host localhost.',
    ],
    ['', 'It has no url; only with autoLoad false may it be absent.'],
  ])('cannot send the frame to %j', (url, says) => {
    const lines = withManifest({ location: { support: { nav_bar: { url } } } })
    expect(lines).toEqual([`error: manifest.json, location.support.nav_bar: ${says}`])
  })

  it.each([
    'assets/iframe.html?a=1#b',
    'https://example.com/x',
    'http://localhost:4567/',
    '{{setting.url}}/x',
  ])('can send the frame to %s', (url) => {
    expect(withManifest({ location: { support: { nav_bar: url } } })).toEqual([])
  })
})

describe('parameters', () => {
  it.each([
    [[{ name: 'name' }], 'parameters[0]: A parameter must not be called "name".'],
    [[{ name: 'a' }, { name: 'a' }], 'parameters[1]: Another parameter is called "a" already.'],
    [[{ name: 'a', required: 'yes' }], 'parameters[0]: "required" of "a" must be true or false.'],
    [[{ name: 'a', type: 'hidden', required: true }], 'parameters[0]: "a" is hidden and cannot be required.'],
    [
      [
        { name: 'a', type: 'oauth' },
        { name: 'b', type: 'oauth' },
      ],
      'parameters: Only one parameter may have the type oauth.',
    ],
    [
      [{ name: 'a', scopes: ['header'] }],
      'parameters[0]: "a" has scopes, which only a secure parameter may have.',
    ],
    [
      [{ name: 'a', secure: true, scopes: [] }],
      'parameters[0]: The scopes of "a" must be an array that is not empty.',
    ],
  ])('are refused as %j', (parameters, says) => {
    expect(withParameters(...parameters)).toContain(`error: manifest.json, ${says}`)
  })

  it('of the type password are refused', () => {
    expect(withParameters({ name: 'pin', type: 'password' })[0]).toMatch(
      /^error: manifest.json, parameters\[0\]: The type of "pin" must be one of text, /,
    )
  })

  it('that sound like a secret, or lack a label, are worth a warning', () => {
    expect(withParameters({ name: 'api_token' })).toEqual([
      'warning: manifest.json, parameters[0]: "api_token" sounds like a secret and is not secure.',
      'warning: translations/en.json, app.parameters.api_token: The parameter has no label; an admin would see its bare name.',
    ])
  })
})

describe('translations', () => {
  it.each([
    ['zh-Hant', false],
    ['english', false],
    ['zh-cn', true],
    ['es-419', true],
  ])('a file %s.json is taken: %s', (locale, isTaken) => {
    expect(problems({ [`translations/${locale}.json`]: {} })).toHaveLength(isTaken ? 0 : 1)
  })

  it('in folders are refused', () => {
    expect(problems({ 'translations/de/de.json': {} })).toHaveLength(1)
  })

  it('need the name of the app', () => {
    expect(problems({ 'translations/en.json': { app: {} } })).toEqual([
      'error: translations/en.json, app.name: The name of the app is missing.',
    ])
  })

  it('need the texts of the marketplace when the app is not private', () => {
    expect(withManifest({ private: false })).toHaveLength(3)
  })

  it('say in each language what Admin Center shows', () => {
    const english = { app: { name: 'Parcel desk', long_description: 'Tracks parcels.' } }
    const files = { 'translations/en.json': english, 'translations/fr.json': { app: { name: 'Colis' } } }
    expect(problems(files)).toEqual([
      'warning: translations/fr.json, app.long_description: The text is not translated; an admin would see it in English.',
    ])
  })

  it('are plain texts, without the key that asks for another format', () => {
    const words = { app: { name: 'Parcel desk', package: 'parcels', long_description: 7 } }
    expect(problems({ 'translations/en.json': words })).toEqual([
      'error: translations/en.json, app.package: Take it out: with it, Zendesk accepts no plain text.',
      'error: translations/en.json, app.long_description: It must be a text.',
    ])
  })

  it('give a parameter a label, not a bare text', () => {
    const words = { app: { name: 'Parcel desk', parameters: { color: 'Colour' } } }
    expect(problems({ 'translations/en.json': words })).toEqual([
      'error: translations/en.json, app.parameters.color: It must be an object with a label.',
    ])
  })
})

describe('assets', () => {
  it.each([
    ['assets/logo.png', undefined, 'The file is required and missing.'],
    ['assets/logo.png', png(300, 320), 'It has 300 x 320 pixels and needs 320 x 320.'],
    ['assets/logo-small.png', 'GIF89a', 'It is not a PNG image.'],
    ['assets/banner.png', png(800, 200), 'It has 800 x 200 pixels and needs 830 x 200 or 1660 x 400.'],
    ['assets/icon_nav_bar.svg', undefined, 'The icon of support.nav_bar is missing.'],
    ['assets/icon_nav_bar.svg', '<svg/>', 'An icon needs a viewBox, on the svg or on each symbol.'],
    ['assets/notes.pdf', '', 'Files of the kind pdf are refused.'],
    ['assets/data.json', new Uint8Array([0x50, 0x4b, 3, 4]), 'Files of the kind zip are refused.'],
  ])('%s is refused', (path, content, says) => {
    expect(problems({ [path]: content })).toEqual([`error: ${path}: ${says}`])
  })

  it.each([
    ['<!-- a --><svg/>', /^Comments/],
    ['<svg><style>.a{}</style></svg>', /<style> element/],
    ['<svg><script/></svg>', /<script> element/],
    ['<svg onclick="a()"/>', /^Event attributes/],
    ['<svg><g mask="url(#a)"/></svg>', /mask attribute/],
    ['<svg focusable="false"/>', /focusable attribute/],
    ['<svg style="fill:red"/>', /style attribute/],
    ['<svg><image href="#"/></svg>', /placeholder/],
  ])('an SVG that Zendesk would change is refused: %s', (svg, says) => {
    const found = validateApp(smallApp({ 'assets/drawing.svg': svg }))
    expect(found).toEqual([
      { level: 'error', place: 'assets/drawing.svg', says: expect.stringMatching(says) as string },
    ])
  })

  it('an SVG with gradients, clip paths and symbols is left alone', () => {
    const svg =
      '<svg viewBox="0 0 9 9"><defs><linearGradient id="a"/></defs><symbol id="default" viewBox="0 0 9 9">' +
      '<path clip-path="url(#a)" stroke-width="2" fill="currentColor" aria-hidden="true"/></symbol></svg>'
    expect(problems({ 'assets/drawing.svg': svg })).toEqual([])
  })

  it('a script with an unencrypted address is worth a warning, the name of a format is not', () => {
    const script = 'fetch("http://tracker.example/x"); const ns = "http://www.w3.org/2000/svg"'
    expect(problems({ 'assets/main.js': script })).toEqual([
      'warning: assets/main.js: It names addresses without encryption: tracker.example.',
    ])
  })
})

describe('a folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'app-'))
    for (const [path, bytes] of smallApp().files) {
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is read without dot-files and tmp', () => {
    mkdirSync(join(folder, 'tmp'))
    writeFileSync(join(folder, 'tmp/app.zip'), '')
    writeFileSync(join(folder, '.DS_Store'), '')
    expect(readAppFolder(folder)).toEqual(smallApp())
  })

  it('with a symbolic link is refused', () => {
    symlinkSync('main.js', join(folder, 'assets/other.js'))
    expect(validateApp(readAppFolder(folder))).toEqual([
      {
        level: 'error',
        place: 'assets/other.js',
        says: 'It is a symbolic link, which Zendesk refuses in a package.',
      },
    ])
  })
})
