import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import webpack from 'webpack'
import { BuildRecord, readRecord } from '../../tools/build-record.mjs'
import { always, staleBuilds } from '../../tools/builds.mjs'

let folder: string
const place = (path: string) => join(folder, path)

function write(path: string, text = ''): void {
  mkdirSync(dirname(place(path)), { recursive: true })
  writeFileSync(place(path), text)
}

/** As if the file had been saved a minute from now. */
const touch = (path: string) => utimesSync(place(path), Date.now() / 1000 + 60, Date.now() / 1000 + 60)

/** Builds a small project whose entry imports one file at once and one later. */
const build = (mode: 'production' | 'development') =>
  new Promise<void>((resolve, reject) => {
    webpack(
      {
        mode,
        context: folder,
        entry: './src/main.js',
        output: { path: place('dist/simulator'), filename: 'main.js', chunkFilename: '[id].js' },
        optimization: { chunkIds: 'named' },
        plugins: [new BuildRecord('simulator', folder)],
      },
      (error, stats) =>
        error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString())) : resolve(),
    )
  })
const stale = () => staleBuilds(['simulator'], folder)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'builds-'))
  for (const path of always) write(path)
  write('src/main.js', "import './now.js'; import('./start.js')")
  write('src/now.js', 'console.log(1)')
  write('src/start.js', "console.log(2); import('./page.js')")
  write('src/page.js', 'console.log(3)')
  write('src/unused.js')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('is stale before the first build and current after it', async () => {
  expect(stale()).toEqual(['simulator'])
  await build('production')
  expect(stale()).toEqual([])
})

it.each(['src/now.js', 'src/page.js', 'package-lock.json'])('is stale when %s was saved', async (path) => {
  await build('production')
  touch(path)
  expect(stale()).toEqual(['simulator'])
})

it('stays current when a file was saved that it never read', async () => {
  await build('production')
  touch('src/unused.js')
  expect(stale()).toEqual([])
})

it('is stale when a source or the output is gone', async () => {
  await build('production')
  rmSync(place('src/now.js'))
  expect(stale()).toEqual(['simulator'])

  write('src/now.js')
  await build('production')
  rmSync(place('dist/simulator/main.js'))
  expect(stale()).toEqual(['simulator'])
})

it('takes a build for development as none', async () => {
  await build('development')
  expect(stale()).toEqual(['simulator'])
})

it('keeps the record of the last good build when one fails', async () => {
  await build('production')
  const before = readRecord('simulator', folder)
  write('src/now.js', 'import "./nowhere.js"')
  await expect(build('production')).rejects.toThrow('nowhere.js')
  expect(readRecord('simulator', folder)).toEqual(before)
})

it('knows what is loaded before anything can be seen', async () => {
  await build('production')
  expect(readRecord('simulator', folder)?.first).toEqual(['main.js', 'src_start_js.js'])
})
