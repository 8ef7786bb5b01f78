import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../src/simulator/node/sqlite-store'
import { padded } from '../../src/simulator/store/keys'
import { createCallers, type Callers } from '../support/callers'
import { startProgram, type Program } from '../support/program'
import { installSaying } from '../support/says'
import { raise } from '../support/one-flow'
import { useBrowser } from './support/browser'

const controlToken = 'control-token-of-specs'
const most = 10_000

describe('the queue and its runs', () => {
  const browser = useBrowser({ expectedErrors: [/status of 401/] })
  let folder: string
  let program: Program
  let zis: Callers
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-queue-'))
    await keepRuns(folder)
    program = await startProgram('--port', '0', '--data', folder, '--control-token', controlToken)
    zis = await createCallers(fetch, program.origin, controlToken)
    await installSaying(zis)
  })
  afterAll(async () => {
    await program.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  it('draws only rows near the screen, from the newest of ten thousand runs to the oldest', async () => {
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/runs`)
    await page.getByRole('link', { name: `Run number ${most}`, exact: true }).waitFor()
    const rows = page.getByRole('table', { name: 'Runs' }).getByRole('row')
    let drawn = 0
    const oldest = page.getByRole('link', { name: 'Run number 1', exact: true })
    while (!(await oldest.isVisible())) {
      await page.evaluate(() => {
        const table = document.querySelector('table')!
        let scroller = table.parentElement!
        while (!/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement!
        scroller.scrollTop = scroller.scrollHeight
      })
      drawn = Math.max(drawn, await rows.count())
    }
    expect(drawn).toBeLessThan(80)
    expect(await page.getByRole('table', { name: 'Runs' }).getAttribute('aria-rowcount')).toBe(`${most + 1}`)
  }, 60_000)

  it('finds runs by a text, and shows them as a chart that the keyboard reads', async () => {
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/runs`)
    await page.getByRole('searchbox', { name: 'Search' }).fill('number 777')
    await page.getByRole('link', { name: 'Run number 7770' }).waitFor()
    await page.getByRole('link', { name: 'Run number 10000' }).waitFor({ state: 'hidden' })
    await page.getByRole('tab', { name: 'Charts' }).click()
    await page.getByText('10,000 runs, 1,000 failed').waitFor()
    await page.getByRole('listbox', { name: 'Runs over time' }).press('End')
    await page.getByRole('button', { name: 'Show as table' }).click()
    await page.getByRole('table', { name: 'Runs over time' }).waitFor()
    await page.getByRole('table', { name: 'Time that runs take' }).getByText('on_thing').waitFor()
  })

  it('pauses on one page, says so on every page, and resumes from there', async () => {
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/queue`)
    await page.getByRole('button', { name: 'Pause queue' }).click()
    await page.getByText('The queue is paused').waitFor()
    await raise(zis, { number: 1 })
    await page.getByRole('table', { name: 'Waiting events' }).getByText('thing.happened').waitFor()
    await page.getByRole('link', { name: 'Tickets' }).first().click()
    await page.getByRole('status').getByRole('button', { name: 'Resume queue' }).click()
    await page.getByText('The queue is paused').waitFor({ state: 'hidden' })
    expect((await zis.control('POST /_sim/settle', {})).body).toMatchObject({ settled: true })
  })

  it('makes bad days: each event twice, and a storm of tickets', async () => {
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/queue`)
    await page.getByRole('combobox', { name: 'Duplicates' }).selectOption('Every event')
    const days = page.getByRole('region', { name: 'Ticket storm' })
    await days.getByRole('textbox', { name: 'How many' }).fill('10001')
    await days.getByRole('button', { name: 'Start storm' }).click()
    await days.getByText('Enter a number from 1 to 10,000').waitFor()
    await days.getByRole('textbox', { name: 'How many' }).fill('20')
    await days.getByRole('button', { name: 'Start storm' }).click()
    await page.getByText('20 tickets created').waitFor()
    const { body } = await zis.control('GET /_sim/assumptions')
    const all = body['assumptions'] as Array<{ name: string; value: unknown }>
    expect(all.find(({ name }) => name === 'duplicateDeliveries')).toMatchObject({ value: 1 })
  })

  it('runs again what a run did', async () => {
    await zis.control('PUT /_sim/assumptions', { duplicateDeliveries: null })
    const { body } = await raise(zis, { number: 5 })
    await zis.control('POST /_sim/settle', {})
    const { id } = body['event'] as { id: string }
    const event = (await zis.control('GET /_sim/events?limit=1')).body['events'] as Array<{ runs: string[] }>
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/runs/${event[0]!.runs[0]}`)
    await page.getByRole('button', { name: 'Run again' }).click()
    await page.getByRole('link', { name: `Event ${id} sent again` }).waitFor()
  })

  it('stalls, and sets the clock past the end of it', async () => {
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/queue`)
    await page.getByRole('button', { name: 'Stall queue' }).click()
    await page.getByText('The queue is stalled').waitFor()
    await page.getByRole('button', { name: /Simulator clock/ }).click()
    await page.getByRole('menuitem', { name: 'Set to a date and time' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Date and time').fill(inAnHour())
    await dialog.getByRole('button', { name: 'Set clock' }).click()
    await page.getByText('The queue is stalled').waitFor({ state: 'hidden' })
    await zis.control('POST /_sim/clock', { real: true })
  })
})

/** In this machine's time zone, which is the browser's too. */
function inAnHour(): string {
  const at = Date.now() + 3_600_000 - new Date().getTimezoneOffset() * 60_000
  return new Date(at).toISOString().slice(0, 19)
}

/** Runs of the last minutes, a tenth of them failed, as a simulator would have kept them. */
async function keepRuns(folder: string): Promise<void> {
  const store = openSqliteStore(folder)
  const now = Date.now()
  for (let number = 1; number <= most; number += 1) {
    const at = new Date(now - (most - number) * 30).toISOString()
    const status = number % 10 === 0 ? 'failed' : 'succeeded'
    store.table('runs').put(padded(store.nextNumber('runs')), {
      ...{ id: String(number), event_id: '0', integration: 'acme_a', job_spec: 'on_thing_job' },
      ...{ flow: 'on_thing', event_source: 'spec', event_type: 'thing.happened' },
      ...{ origin: `Run number ${number}`, status, attempts: 1, queued_at: at, started_at: at, ended_at: at },
      ...{ due_at: null, result: status, transitions: 1, duration_ms: number % 1000, ticket_id: null },
    })
  }
  await store.durable()
  await store.close()
}
