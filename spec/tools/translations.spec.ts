import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../../tools/root.mjs'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'translations-')), 'slack_status')
  cpSync(inRoot('integrations/slack_status'), folder, { recursive: true })
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

/** As an author types it. */
const run = (...args: string[]) =>
  spawnSync(process.execPath, [inRoot('tools/translations.mjs'), ...args], { encoding: 'utf8' })
const read = (locale: string): unknown =>
  JSON.parse(readFileSync(join(folder, `translations/${locale}.json`), 'utf8'))

it('prints the English texts for who translates them', () => {
  const { stdout } = run(folder)
  expect(JSON.parse(stdout)).toMatchObject({
    title: 'Slack status messages',
    'settings.slack_status.schema.properties.channel.title': 'Channel',
  })
})

it('completes a translation: keeps what there is, adds what is missing, takes out what no text has', () => {
  const whole = read('de') as Record<string, string>
  const { 'connections.slack.title': slack, ...rest } = whole
  writeFileSync(
    join(folder, 'translations/de.json'),
    JSON.stringify({ 'connections.old.title': 'Alt', ...rest }),
  )

  expect(run(folder, 'de').stdout).toContain(
    '1 to be translated, 1 taken out\n  connections.old.title: "Alt"',
  )
  expect(read('de')).toEqual({ ...whole, 'connections.slack.title': '' })
  expect(Object.keys(read('de') as object)).toEqual(Object.keys(whole))
  expect(slack).toBe('Slack')
})

it('begins one that is not there', () => {
  rmSync(join(folder, 'translations'), { recursive: true })
  expect(run(folder, 'fr').stdout).toContain('25 to be translated')
  expect(read('fr')).toMatchObject({ title: '' })
})

it.each([
  [[], 'Name the folder of an integration'],
  [['nowhere'], 'Name the folder of an integration'],
])('says what it needs, for %j', (args, says) => {
  expect(run(...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(says) as string })
})

it('writes nothing in a language that the app does not speak', () => {
  expect(run(folder, 'nl')).toMatchObject({ status: 1, stderr: expect.stringContaining('"nl"') as string })
})
