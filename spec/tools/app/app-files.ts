import type { AppFiles } from '../../../tools/app/read-folder.mjs'
import { lineOf } from '../../../tools/app/report.mjs'
import { validateApp } from '../../../tools/validate-app.mjs'

const utf8 = new TextEncoder()

/** The first bytes of a PNG with these measures: all that a validator reads. */
export function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(24)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x89504e47)
  view.setUint32(4, 0x0d0a1a0a)
  view.setUint32(12, 0x49484452)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

export const goodManifest = {
  name: 'Parcel desk',
  author: { name: 'Ada', email: 'ada@example.com' },
  version: '1.0.0',
  frameworkVersion: '2.0',
  defaultLocale: 'en',
  location: { support: { nav_bar: { url: 'assets/iframe.html' } } },
}

/**
 * A small app that Zendesk takes, with some of its files changed; `undefined` leaves a file out and an
 * object becomes JSON.
 */
export function smallApp(changes: Record<string, string | object | undefined> = {}): AppFiles {
  const all: Record<string, string | object | undefined> = {
    'manifest.json': goodManifest,
    'assets/iframe.html': '<script src="main.js"></script>',
    'assets/main.js': 'start()',
    'assets/logo.png': png(320, 320),
    'assets/logo-small.png': png(128, 128),
    'assets/icon_nav_bar.svg': '<svg viewBox="0 0 18 18"><path d="M1 1h9"/></svg>',
    'translations/en.json': { app: { name: 'Parcel desk' }, greeting: 'Hello' },
    ...changes,
  }
  const files = Object.entries(all).flatMap(([path, content]): Array<[string, Uint8Array]> => {
    if (content === undefined) return []
    if (content instanceof Uint8Array) return [[path, content]]
    return [[path, utf8.encode(typeof content === 'string' ? content : JSON.stringify(content))]]
  })
  return { files: new Map(files), links: [] }
}

type Changes = Parameters<typeof smallApp>[0]

/** The lines that are printed for a small app with some files changed, without line and column. */
export const problems = (changes: Changes = {}): string[] =>
  validateApp(smallApp(changes)).map(({ place: _place, ...problem }) => lineOf(problem))

/** The same with some keys of the manifest changed, and perhaps other files. */
export const withManifest = (changes: object, others: Changes = {}): string[] =>
  problems({ 'manifest.json': { ...goodManifest, ...changes }, ...others })
