// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser, howToGetBrowser } from '../browser.mjs'
import { controlToken, startProgram } from './program.mjs'

const tickets = 10_000
/** Milliseconds: a frame of a screen that shows 60 a second, with room for a late one. */
const frameBar = 33
/** Frames that are measured, and how far each scrolls: a wheel that is turned fast. */
const frames = 600
const pixels = 200

const bundle = {
  zis_template_version: '2019-10-14',
  name: 'storm',
  resources: {
    on_created: {
      type: 'ZIS::Flow',
      properties: {
        name: 'on_created',
        definition: { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } },
      },
    },
    on_created_job: {
      type: 'ZIS::JobSpec',
      properties: {
        name: 'on_created_job',
        event_source: 'support',
        event_type: 'ticket.TicketCreated',
        flow_name: 'zis:storm:flow:on_created',
      },
    },
  },
}

/** A storm of tickets: how soon it is on disk, how fast its runs follow, and how smoothly they scroll. */
export async function run() {
  const data = mkdtempSync(join(tmpdir(), 'bench-storm-'))
  const program = await startProgram(data)
  /** @param {string} method @param {string} path @param {unknown} [body] @param {string} [authorization] */
  const call = async (method, path, body, authorization = `Bearer ${controlToken}`) => {
    const response = await fetch(program.origin + path, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  }
  try {
    const admin = `Basic ${btoa('admin@example.com/token:local-token')}`
    const registry = '/api/services/zis/registry'
    await call('POST', `${registry}/storm`, {}, admin)
    await call('POST', `${registry}/storm/bundles`, bundle, admin)
    const spec = 'zis:storm:job_spec:on_created_job'
    await call('POST', `${registry}/job_specs/install?job_spec_name=${spec}`, undefined, admin)

    await call('POST', '/_sim/queue/pause')
    const raised = await timeOf(() => call('POST', '/_sim/storm', { change: 'create', count: tickets }))
    const run = await timeOf(async () => {
      await call('POST', '/_sim/queue/resume')
      await call('POST', '/_sim/settle', {})
    })
    const megabytes = program.megabytes()
    const { frame, rows } = await scroll(`${program.origin}/simulator/runs`)
    return [
      {
        name: `a storm of ${tickets} tickets, until on disk`,
        ours: `${(raised / 1000).toFixed(1)} s`,
        peer: '',
      },
      { name: '… its runs, a second', ours: ((tickets / run) * 1000).toFixed(0), peer: '' },
      { name: '… resident memory after them', ours: `${megabytes?.toFixed(0)} MB`, peer: '' },
      {
        name: '… scrolled through: 95 of 100 frames within',
        ours: `${frame.toFixed(0)} ms`,
        peer: `bar ${frameBar} ms`,
        ratio: frame / frameBar,
      },
      { name: '… most rows drawn at once', ours: String(rows), peer: '' },
    ]
  } finally {
    await program.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

/** @param {() => Promise<void>} work */
async function timeOf(work) {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/**
 * Scrolls a list to its end, so that all of it is known, and measures frames from its beginning on.
 *
 * @param {string} address
 */
async function scroll(address) {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error(howToGetBrowser)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage()
    await page.goto(address)
    await page.getByRole('table', { name: 'Runs' }).getByRole('link').first().waitFor()
    const pace = { count: tickets, frames, pixels }
    return await page.evaluate(async ({ count, frames, pixels }) => {
      const table = document.querySelector('table')
      let scroller = table?.parentElement
      while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) {
        scroller = scroller.parentElement
      }
      if (!table || !scroller) throw new Error('The page has no list.')
      const frame = () => new Promise(requestAnimationFrame)
      while (table.getAttribute('aria-rowcount') !== String(count + 1)) {
        scroller.scrollTop = scroller.scrollHeight
        await frame()
      }
      scroller.scrollTop = 0
      await frame()
      let rows = 0
      const times = []
      for (let before = await frame(); times.length < frames;) {
        scroller.scrollTop += pixels
        const now = await frame()
        times.push(now - before)
        before = now
        rows = Math.max(rows, table.querySelectorAll('tr').length)
      }
      times.sort((one, other) => one - other)
      return { frame: times[Math.floor(times.length * 0.95)] ?? 0, rows }
    }, pace)
  } finally {
    await browser.close()
  }
}
