import { goodManifest, png, problems } from './app-files'

it.each([
  ['assets/logo.png', undefined, 'the logo is missing; add a PNG of 320 x 320 pixels'],
  ['assets/logo-small.png', undefined, 'the logo is missing; add a PNG of 128 x 128 pixels'],
  ['assets/logo.png', png(300, 320), 'the image has 300 x 320 pixels; save it as a PNG of 320 x 320 pixels'],
  ['assets/logo-small.png', 'GIF89a', 'the file is not a PNG image; save it as a PNG of 128 x 128 pixels'],
  [
    'assets/banner.png',
    png(800, 200),
    'the image has 800 x 200 pixels; save it as a PNG of 830 x 200 or 1660 x 400 pixels',
  ],
  ['assets/icon_nav_bar.svg', undefined, 'the icon of support.nav_bar is missing; add an SVG with a viewBox'],
  [
    'assets/icon_nav_bar.svg',
    '<svg/>',
    'the icon has no viewBox; add viewBox="0 0 18 18" to the svg, or to each symbol',
  ],
  [
    'assets/icon_nav_bar.svg',
    '<svg><symbol id="default" viewBox="0 0 9 9"/><symbol id="on"/></svg>',
    'the icon has no viewBox; add viewBox="0 0 18 18" to the svg, or to each symbol',
  ],
  [
    'assets/icon_nav_bar.svg',
    '<svg viewBox="0 0 9 9"><symbol id="on"/></svg>',
    'no symbol of the icon is shown at the start; give one of them id="default"',
  ],
  ['assets/notes.pdf', '', 'Zendesk refuses files of the kind pdf; take it out, and link to it instead'],
  [
    'assets/data.json',
    new Uint8Array([0x50, 0x4b, 3, 4]),
    'Zendesk refuses files of the kind zip; take it out, and link to it instead',
  ],
])('%s is refused', (path, content, says) => {
  expect(problems({ [path]: content })).toEqual([`${path}: error: ${says}`])
})

it.each([
  ['assets/banner.png', png(1660, 400)],
  ['assets/icon_nav_bar.svg', '<svg><symbol id="default" viewBox="0 0 9 9"/></svg>'],
  ['assets/fonts/a.woff2', 'wOF2'],
])('%s is taken', (path, content) => {
  expect(problems({ [path]: content })).toEqual([])
})

it('an icon may be three PNG images', () => {
  const files = { 'assets/icon_nav_bar.svg': undefined, 'assets/icon_nav_bar_inactive.png': png(18, 18) }
  expect(problems(files)).toEqual([])
})

it('an app for several products has logos and icons for each', () => {
  const location = {
    zendesk: { nav_bar: 'assets/iframe.html' },
    sell: { top_bar: 'assets/iframe.html', dashboard: 'assets/iframe.html' },
    chat: { chat_sidebar: 'assets/iframe.html' },
  }
  const missing = problems({ 'manifest.json': { ...goodManifest, location } }).map(
    (line) => line.split(': ')[0],
  )
  expect(missing.sort()).toEqual([
    'assets/chat/logo-small.png',
    'assets/chat/logo.png',
    'assets/sell/icon_top_bar.svg',
    'assets/sell/logo-small.png',
    'assets/sell/logo.png',
    'assets/support/icon_nav_bar.svg',
    'assets/support/logo-small.png',
    'assets/support/logo.png',
  ])
})

it.each([
  ['<!-- a --><svg/>', 'comments are taken out'],
  ['<svg><style>.a{}</style></svg>', 'a <style> element'],
  ['<svg><script/></svg>', 'a <script> element'],
  ['<svg onclick="a()"/>', 'event attributes'],
  ['<svg><g mask="url(#a)"/></svg>', 'the mask attribute'],
  ['<svg focusable="false"/>', 'the focusable attribute'],
  ['<svg><path vector-effect="none"/></svg>', 'the vector-effect attribute'],
  ['<svg style="fill:red"/>', 'the style attribute'],
  ['<svg><image href="#"/></svg>', 'an <image> element'],
])('an SVG that Zendesk would change is refused: %s', (svg, says) => {
  expect(problems({ 'assets/drawing.svg': svg })).toEqual([
    expect.stringMatching(new RegExp(`^assets/drawing\\.svg: error: ${says}.*; .`)),
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
    'assets/main.js: warning: the file names addresses without encryption: tracker.example; begin them with https://',
  ])
})

it('a file of a kind that the documentation does not list is worth a warning', () => {
  expect(problems({ 'assets/engine.wasm': '' })).toEqual([
    expect.stringMatching(/^assets\/engine\.wasm: warning: the documentation lists no files of this kind/),
  ])
})
