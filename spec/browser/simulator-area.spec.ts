import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCallers, type Callers } from '../support/callers'
import { startProgram, type Program } from '../support/program'
import { useBrowser } from './support/browser'

const controlToken = 'control-token-of-specs'

describe('the Simulator area', () => {
  const browser = useBrowser({ expectedErrors: [/status of 401/] })
  let folder: string
  let program: Program
  let zis: Callers
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-area-'))
    program = await startProgram('--port', '0', '--data', folder, '--control-token', controlToken)
    zis = await createCallers(fetch, program.origin, controlToken)
  })
  afterAll(async () => {
    await program.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  it('has its navigation before the rows of a page, as links', async () => {
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/tickets`)
    await page.getByRole('link', { name: 'My parcel has not arrived' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    expect(await focused.getAttribute('href')).toBe('/agent/apps/zis-console')
    const current = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tickets' })
    expect(await current.getAttribute('aria-current')).toBe('page')
  })

  it('sends an event of the catalog, and gives the focus back to its row', async () => {
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/events?tab=catalog&text=spam`)
    const type = page.getByRole('button', { name: 'ticket.MarkedAsSpam' })
    await type.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Send event' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('tab', { name: 'Happened' }).click()
    await type.press('Enter')
    await page.getByRole('dialog').getByText('Ticket Marked as Spam').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await type.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('turns a switch at once, and sets all of them back', async () => {
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/switches?text=existingConfigStatus`)
    await page.getByRole('combobox', { name: 'existingConfigStatus' }).selectOption('409')
    await page.getByText('Changed').waitFor()
    await page.getByRole('button', { name: 'Reset to defaults' }).click()
    await page.getByText('Changed').waitFor({ state: 'hidden' })
    const { body } = await zis.control('GET /_sim/assumptions')
    const all = body['assumptions'] as Array<{ name: string; value: unknown }>
    expect(all.find(({ name }) => name === 'existingConfigStatus')).toMatchObject({ value: 422 })
  })

  it('goes on with a new session when the simulator was reset under it', async () => {
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/tickets`)
    await page.getByRole('link', { name: 'My parcel has not arrived' }).waitFor()
    const loadedAnew = page.waitForEvent('load')
    await zis.control('POST /_sim/reset', {})
    await page.getByRole('link', { name: 'My parcel has not arrived' }).click()
    await loadedAnew
    await page.getByText('It was due on Monday.').waitFor()
  })
})
