import { goodManifest, problems, withManifest } from './app-files'

const english = (app: unknown, rest: object = {}) => problems({ 'translations/en.json': { app, ...rest } })

it.each([
  ['zh-Hant', false],
  ['english', false],
  ['de/de', false],
  ['zh-cn', true],
  ['pt-BR', true],
  ['es-419', true],
])('a file %s.json is taken: %s', (locale, isTaken) => {
  expect(problems({ [`translations/${locale}.json`]: { app: {} } })).toHaveLength(isTaken ? 0 : 1)
})

it('holds an object', () => {
  expect(problems({ 'translations/de.json': '["a"]' })).toEqual([
    expect.stringMatching(/^translations\/de\.json: error: the file holds no JSON object; /),
  ])
})

describe('the name of the app', () => {
  it.each([[{}], [{ name: '' }], [{ name: { title: 'Name' } }]])('is missing in %j', (app) => {
    expect(english(app)).toEqual([
      'translations/en.json: error: app.name: the name of the app is missing; add it',
    ])
  })

  it('is missing altogether', () => {
    expect(english(undefined)).toEqual([
      expect.stringContaining('error: app: the name of the app is missing'),
    ])
  })

  it('may have a note for the translator', () => {
    expect(english({ name: { title: 'Name of the app', value: 'Parcel desk' } })).toEqual([])
  })

  it('is in the language of the app when there is no English', () => {
    const files = { 'translations/en.json': undefined, 'translations/de.json': { app: {} } }
    expect(withManifest({ defaultLocale: 'de' }, files)).toEqual([
      'translations/de.json: error: app.name: the name of the app is missing; add it',
    ])
  })

  it('is shown up to 40 characters', () => {
    expect(english({ name: 'n'.repeat(41) })).toEqual([
      'translations/en.json: warning: app.name: the name has 41 characters, and Zendesk shows at most 40; shorten it',
    ])
  })
})

it('need the texts of the marketplace when the app is not private', () => {
  const keys = withManifest({ private: false }).map((line) => line.split(': ')[2])
  expect(keys).toEqual(['app.short_description', 'app.long_description', 'app.installation_instructions'])
})

it('may call the short description a description', () => {
  const app = { name: 'A', description: 'b', long_description: 'c', installation_instructions: 'd' }
  expect(withManifest({ private: false }, { 'translations/en.json': { app } })).toEqual([])
})

describe('texts for each product', () => {
  const location = {
    support: { nav_bar: 'assets/iframe.html' },
    sell: { dashboard: 'assets/iframe.html' },
  }
  const says = (app: object, changes: object = {}) =>
    problems({
      'manifest.json': { ...goodManifest, location, ...changes },
      'translations/en.json': { app },
    }).filter((line) => line.startsWith('translations/'))

  it('are taken in place of those of the app', () => {
    expect(says({ support: { name: 'A' }, sell: { name: 'B' } })).toEqual([])
  })

  it('are of products that the manifest has', () => {
    expect(says({ chat: { name: 'A' } })).toEqual([
      'translations/en.json: error: app.chat: the manifest has no location in this product; take it out, or add a location',
    ])
  })

  it('are complete, each', () => {
    expect(says({ support: { name: 'A' }, sell: {} })).toEqual([
      'translations/en.json: error: app.sell.name: the name of the app is missing; add it',
    ])
    expect(says({ support: { name: 'A' } }, { private: false })).toHaveLength(3)
  })
})

it('say in each language what Admin Center shows', () => {
  const files = {
    'translations/en.json': { app: { name: 'Parcel desk', long_description: 'Tracks parcels.' } },
    'translations/fr.json': { app: { name: 'Colis' } },
  }
  expect(problems(files)).toEqual([
    'translations/fr.json: warning: app.long_description: the text is not translated; an admin would see it in English; translate it',
  ])
})

it('are texts', () => {
  expect(english({ name: 'Parcel desk', long_description: 7 })).toEqual([
    'translations/en.json: error: app.long_description: the value is not a text; write it in quotes',
  ])
})

describe('the form of Zendesk’s own packages', () => {
  const noted = (value: string) => ({ title: 'A note', value })

  it('has a note with every text', () => {
    const app = {
      package: 'parcels',
      name: noted('Parcel desk'),
      parameters: { color: { label: noted('Colour') } },
    }
    expect(english(app, { greeting: noted('Hello') })).toEqual([])
  })

  it.each([
    [{ package: 'parcels', name: 'Parcel desk' }, {}, 'app.name'],
    [{ package: 'parcels', name: noted('A') }, { greeting: { morning: 'Hello' } }, 'greeting.morning'],
    [{ package: 'parcels', name: noted('A') }, { greeting: { title: 'a', value: 7 } }, 'greeting.title'],
  ])('takes no plain text: %j %j', (app, rest, key) => {
    expect(english(app, rest)).toContainEqual(
      expect.stringContaining(`error: ${key}: with app.package no text may be plain; `),
    )
  })
})

describe('the label of a parameter', () => {
  it.each([['Colour'], [{}], [{ label: 7 }], [{ helpText: 'Which one' }]])('is missing in %j', (color) => {
    expect(english({ name: 'A', parameters: { color } })).toEqual([
      'translations/en.json: error: app.parameters.color: the parameter has no label; write { "label": … }',
    ])
  })

  it('is missing in another language', () => {
    const app = { name: 'A', parameters: { color: 'Farbe' } }
    expect(problems({ 'translations/de.json': { app } })).toEqual([
      expect.stringMatching(/^translations\/de\.json: error: app\.parameters\.color: /),
    ])
  })

  it('is helped in every language, if in one', () => {
    const english = { name: 'A', parameters: { color: { label: 'Colour', helpText: 'Which one' } } }
    const german = (color: object) =>
      problems({
        'translations/en.json': { app: english },
        'translations/de.json': { app: { parameters: { color } } },
      })
    expect(german({ label: 'Farbe', helpText: 'Welche' })).toEqual([])
    expect(german({ label: 'Farbe' })).toEqual([
      'translations/de.json: warning: app.parameters.color.helpText: the text is not translated; an admin would see it in English; translate it',
    ])
  })

  it('may have a help text', () => {
    expect(english({ name: 'A', parameters: { color: { label: 'Colour', helpText: 'Which one' } } })).toEqual(
      [],
    )
  })
})
