import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readIntegration, type SourceFile } from '../../../src/zis/integration/read'

const folder = join(__dirname, '../../../integrations/slack_status')
const read = (name: string): SourceFile => ({ name, text: readFileSync(join(folder, name), 'utf8') })
const both = [read('integration.json'), read('bundle.json')]
const german = JSON.parse(read('translations/de.json').text) as Record<string, string>
const file = (value: unknown, name = 'de.json') => ({ name, text: JSON.stringify(value, null, 2) })

const foundIn = (...files: SourceFile[]) =>
  readIntegration([...both, ...files])
    .files.filter(({ file: name }) => files.some((one) => one.name === name))
    .flatMap(({ findings }) => findings)
const codes = (...files: SourceFile[]) => foundIn(...files).map(({ severity, code }) => `${severity} ${code}`)

it('takes the files of translations beside the others, in any order', () => {
  const { entry } = readIntegration([file(german, 'pt-br.json'), ...both, file(german)])
  expect(entry?.translations).toEqual({ 'pt-br': german, de: german })
})

it('takes them from one file with the definition', () => {
  const [definition, bundle] = both.map(({ text }) => text)
  const text = `{"definition": ${definition}, "bundle": ${bundle}, "translations": {"de": ${JSON.stringify(german)}}}`
  expect(readIntegration([{ name: 'all.json', text }]).entry?.translations).toEqual({ de: german })

  const without = { ...german, title: 7 }
  const wrong = text.replace(JSON.stringify(german), JSON.stringify(without))
  const { entry, files } = readIntegration([{ name: 'all.json', text: wrong }])
  expect(entry).toBeUndefined()
  expect(files[0]!.findings).toMatchObject([{ code: 'translation.type', pointer: '/translations/de/title' }])
})

it('has none where there are none', () => {
  expect(readIntegration(both).entry).not.toHaveProperty('translations')
})

it.each<[string, SourceFile]>([
  ['warning translation.unknown', file({ ...german, 'connections.slak.title': 'Slack' })],
  ['warning translation.empty', file({ ...german, title: ' ' })],
  ['error translation.type', file({ ...german, title: ['Slack'] })],
  ['error translation.secret', file({ ...german, title: 'xoxb-1234567890-abcdef' })],
  ['error translation.not-object', file([])],
  ['warning translation.locale', file({}, 'nl.json')],
  ['warning translation.locale', file(german, 'en.json')],
  ['warning translation.locale', file(german, 'translations/deutsch.json')],
])('finds %s', (code, wrong) => {
  expect(codes(wrong)).toEqual([code])
})

it('finds a text that is not translated, and says which', () => {
  const { 'connections.slack.title': _slack, ...rest } = german
  expect(foundIn(file(rest))).toMatchObject([
    { code: 'translation.missing', severity: 'warning', line: 1, column: 1, message: /connections\.slack\.title/ },
  ].map(({ message, ...one }) => ({ ...one, message: expect.stringMatching(message) as string }))) // prettier-ignore
})

it('finds a language that comes twice, and takes neither', () => {
  expect(codes(file(german), file(german, 'translations/de.json'))).toEqual(['error translation.twice'])
})

it('says where a key stands that no text has, and which one is near', () => {
  const [finding] = foundIn(file({ 'connections.slak.title': 'Slack', ...german }))
  expect(finding).toMatchObject({ line: 2, column: 3, way_out: 'did you mean "connections.slack.title"?' })
})

it('repeats no secret of the definition', () => {
  const secret = 'xoxb-1234567890-abcdef'
  const leaking = { ...both[0]!, text: both[0]!.text.replace('Changes nothing in Zendesk.', secret) }
  const said = JSON.stringify(readIntegration([leaking, both[1]!, file({})]).files)
  expect(said).toContain('definition.secret')
  expect(said).not.toContain(secret)
})

it('never throws on what a file may hold', () => {
  for (const text of ['', '{', 'null', '7', '{"title":', '[[]]']) {
    expect(readIntegration([...both, { name: 'de.json', text }]).files).toHaveLength(3)
  }
})

it('does not take a definition for a translation because of its name', () => {
  expect(readIntegration([{ ...both[0]!, name: 'sl.json' }, both[1]!]).entry).toBeDefined()
})

it.each(readdirSync(join(folder, '../..', 'integrations')))(
  '%s is translated into every language',
  (name) => {
    const of = (path: string): SourceFile => ({
      name: path,
      text: readFileSync(join(folder, '..', name, path), 'utf8'),
    })
    const locales = ['ar', 'de', 'es', 'fr', 'ja', 'pt-br'].map((locale) => of(`translations/${locale}.json`))
    const { entry, files } = readIntegration([of('integration.json'), of('bundle.json'), ...locales])
    expect(Object.keys(entry?.translations ?? {})).toHaveLength(6)
    expect(files.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'note'))).toEqual(
      [],
    )
  },
)
