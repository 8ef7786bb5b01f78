import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { trimApp, withCatalogue, zipApp } from '../../tools/app/pack.mjs'
import type { AppFiles } from '../../tools/app/read-folder.mjs'
import { bars, gzippedSize, packageApp } from '../../tools/app/package-app.mjs'
import { readRecord } from '../../tools/build-record.mjs'
import { catalogueFiles } from '../../tools/catalogue.mjs'
import { integrationFolders } from '../../tools/integration-folders.mjs'
import { inRoot } from '../../tools/root.mjs'
import { smallApp } from './app/app-files'

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes the folder of an integration and names it. */
function integration(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  writeFileSync(join(path, 'integration.json'), JSON.stringify({ title: name }))
  writeFileSync(join(path, 'bundle.json'), '{"zis_template_version":"2019-10-14"}')
  return path
}

it('makes the same zip of the same files, whatever their order', () => {
  const app = smallApp()
  const turned: AppFiles = { ...app, files: new Map([...app.files].reverse()) }
  expect(zipApp(turned)).toEqual(zipApp(app))
  expect(Object.keys(unzipSync(zipApp(app)))).toContain('manifest.json')
})

it('leaves out what nobody reads in a package', () => {
  const trimmed = trimApp(
    smallApp({ 'README.md': 'Hello', 'zcli.apps.config.json': '{}', 'assets/main.js.map': '{}' }),
  )
  expect([...trimmed.files.keys()].sort()).toEqual([...smallApp().files.keys()].sort())
  expect(JSON.parse(text(trimmed.files.get('translations/en.json')))).toEqual({
    app: { name: 'Parcel desk' },
  })
})

it('makes a catalogue of a folder of integrations', () => {
  integration('tracker')
  integration('chat')
  const [[file, says] = []] = catalogueFiles(integrationFolders(folder))
  expect(file).toBe('integrations.json')
  expect(JSON.parse(says!)).toMatchObject({
    integrations: [
      { name: 'chat', definition: { title: 'chat' }, bundle: { zis_template_version: '2019-10-14' } },
      { name: 'tracker', definition: { title: 'tracker' } },
    ],
  })
})

it('puts the words of each language in a file of their own, also where there are none', () => {
  const path = integration('tracker')
  mkdirSync(join(path, 'translations'))
  writeFileSync(join(path, 'translations', 'de.json'), '{"title":"Verfolger"}')
  integration('chat')

  const { files } = withCatalogue(smallApp(), catalogueFiles(integrationFolders(folder)))
  expect(text(files.get('assets/integrations.json'))).not.toContain('Verfolger')
  expect(JSON.parse(text(files.get('assets/integrations.de.json')))).toEqual({
    tracker: { title: 'Verfolger' },
  })
  expect(text(files.get('assets/integrations.pt-br.json'))).toBe('{}')
})

it('puts another integration in place of those that the app was built with', () => {
  const built = smallApp({ 'assets/integrations.json': '{"integrations":[{"name":"old"}]}' })
  const { files } = withCatalogue(built, catalogueFiles([integration('tracker')]).slice(0, 1))

  expect(files.size).toBe(built.files.size)
  expect(JSON.parse(text(files.get('assets/integrations.json')))).toMatchObject({
    integrations: [{ name: 'tracker' }],
  })
})

it('takes what the integration requires of the account to the root', () => {
  const path = integration('tracker')
  writeFileSync(join(path, 'requirements.json'), '{"macros":{"a":{}}}')
  for (const [name, bytes] of smallApp().files) {
    mkdirSync(join(folder, 'built', name, '..'), { recursive: true })
    writeFileSync(join(folder, 'built', name), bytes)
  }

  const refused = packageApp(join(folder, 'built'), path)
  expect(refused.name).toBeUndefined()
  expect(refused.problems).toMatchObject([{ file: 'requirements.json', key: 'macros.a' }])

  writeFileSync(join(path, 'requirements.json'), '{"macros":{"a":{"title":"A"}}}')
  const { zip = new Uint8Array() } = packageApp(join(folder, 'built'), path)
  expect(text(unzipSync(zip)['requirements.json'])).toContain('"title":"A"')
})

it('writes no package of an app that Zendesk would refuse', () => {
  writeFileSync(join(folder, 'manifest.json'), '{}')
  expect(packageApp(folder).name).toBeUndefined()
})

describe('the built app', () => {
  it('is a package without a problem, under both bars', () => {
    const record = readRecord('app')
    if (!record) throw new Error('The app is not built: run `npm run build` first.')
    const { problems, name, zip } = packageApp(inRoot('dist/app'))

    expect(problems).toEqual([])
    expect(name).toMatch(/^zis-console-\d+\.\d+\.\d+\.zip$/)
    expect(zip?.length).toBeLessThan(bars.zip)
    expect(gzippedSize(inRoot('dist/app'), record.first)).toBeLessThan(bars.firstLoad)
    const files = unzipSync(zip ?? new Uint8Array())
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['manifest.json', 'translations/en.json', 'assets/integrations.json']),
    )
  })
})
