// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser, howToGetBrowser } from '../browser.mjs'
import { interact } from './app/interact.mjs'
import { scrollLinks } from './app/scroll.mjs'
import { openFrame } from './app/frame.mjs'
import { linksHeld, setUp } from './app/set-up.mjs'
import { startProgram } from './program.mjs'
import { run as sizes } from './sizes.mjs'
import { median } from './table.mjs'

const rounds = 5
const slowDown = 4
/** In milliseconds. */
const bars = { interactive: 1000, interaction: 100, frame: 33 }

const at = '/agent/apps/zis-console'
/** What stands on a page when all that it shows at first is drawn. */
const pages = [
  { name: 'home', path: at, drawn: ['Slack status messages', 'Needs attention'] },
  {
    name: 'overview',
    path: `${at}/slack_status/overview`,
    drawn: ['In sync: Zendesk holds the same content', 'Integration key slack_status'],
  },
]

/** The app in a browser: how soon it can be used, how fast it answers, and how smoothly a long list scrolls. */
export async function run() {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error(howToGetBrowser)
  const data = mkdtempSync(join(tmpdir(), 'bench-app-'))
  const program = await startProgram(data)
  // In one process, so that the slow-down also holds for the frame, which has another origin.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-features=IsolateOrigins,site-per-process']
  const browser = await chromium.launch({
    executablePath,
    args: [...args, '--disable-site-isolation-trials'],
  })
  try {
    await setUp(program.origin)
    /** @type {import('./table.mjs').Row[]} */
    const rows = [...(await sizes())]
    for (const { name, path, drawn } of pages) {
      const times = []
      for (let round = 0; round < rounds; round++) {
        const opened = await openFrame(browser, program.origin + path, { slowDown, drawn })
        times.push(opened)
        await opened.close()
      }
      const ready = median(times.map(({ ready: one }) => one))
      const idle = median(times.map(({ idle: one }) => one))
      const ms = `${ready.toFixed(0)} ms, idle ${idle.toFixed(0)} ms`
      rows.push({
        name: `${name}, drawn, ${slowDown} x slower`,
        ours: ms,
        ...against(idle, bars.interactive),
      })
      rows.push({ name: `… requests before`, ours: String(times[0]?.requests), peer: '' })
    }
    for (const speed of [1, slowDown]) {
      for (const { name, ms } of await interact(
        browser,
        `${program.origin}${at}/slack_status/overview`,
        speed,
      )) {
        const whole = speed === 1 ? name : `… ${name}, ${speed} x slower`
        rows.push({
          name: whole,
          ours: `${ms.toFixed(0)} ms`,
          ...(speed === 1 ? against(ms, bars.interaction) : { peer: '' }),
        })
      }
    }
    const { find, next, frame } = await scrollLinks(browser, `${program.origin}${at}/slack_status/links`)
    const links = linksHeld.toLocaleString('en')
    rows.push(
      { name: `${links} links: found, first page`, ours: `${find.toFixed(0)} ms`, peer: '' },
      { name: '… next page', ours: `${next.toFixed(0)} ms`, peer: '' },
      {
        name: '… scrolled: 95 of 100 frames within',
        ours: `${frame.toFixed(0)} ms`,
        ...against(frame, bars.frame),
      },
    )
    return rows
  } finally {
    await browser.close()
    await program.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

const against = (/** @type {number} */ ms, /** @type {number} */ bar) => ({
  peer: `bar ${bar} ms`,
  ratio: ms / bar,
})
