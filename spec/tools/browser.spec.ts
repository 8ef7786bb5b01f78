import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../tools/browser.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function program(name: string, mode = 0o755): string {
  const path = join(folder, name)
  writeFileSync(path, '')
  chmodSync(path, mode)
  return path
}

it('takes the browser that CHROME_PATH names', () => {
  const mine = program('my-browser')
  program('chromium')
  expect(findBrowser({ CHROME_PATH: mine, PATH: folder })).toBe(mine)
})

it('looks for no other one when nothing runs at CHROME_PATH', () => {
  program('chromium')
  expect(findBrowser({ CHROME_PATH: join(folder, 'gone'), PATH: folder })).toBeUndefined()
})

it('finds one on the PATH, in its last folder too', () => {
  const found = program('google-chrome')
  expect(findBrowser({ PATH: `/nowhere:${folder}` })).toBe(found)
})
