import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAppFolder } from '../../../tools/app/read-folder.mjs'
import { lineOf } from '../../../tools/app/report.mjs'
import { validateApp } from '../../../tools/validate-app.mjs'
import { smallApp } from './app-files'

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
  expect(validateApp(readAppFolder(folder)).map(lineOf)).toEqual([
    'assets/other.js: error: the file is a symbolic link, which Zendesk refuses; put the file itself there',
  ])
})
