import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCallers, type Callers } from '../support/callers'
import { startProgram, type Program } from '../support/program'
import { useBrowser } from './support/browser'

const controlToken = 'control-token-of-specs'
/** Far more than a list asks for at once. */
const many = 2500

describe('very many tickets', () => {
  const browser = useBrowser()
  let folder: string
  let program: Program
  let zis: Callers
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-tickets-'))
    program = await startProgram('--port', '0', '--data', folder, '--control-token', controlToken)
    zis = await createCallers(fetch, program.origin, controlToken)
    await zis.control('POST /_sim/storm', { change: 'create', count: many })
  }, 120_000)
  afterAll(async () => {
    await program.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are listed to the last one, of which few are drawn, and stay live wherever one looks', async () => {
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/tickets`)
    const rows = page.getByRole('table', { name: 'Tickets' }).getByRole('row')
    await rows.nth(1).waitFor()
    const first = page.getByRole('link', { name: 'My parcel has not arrived' })
    // Each page of older ones is asked for on the way down.
    while (!(await first.isVisible())) {
      await page.getByRole('table', { name: 'Tickets' }).evaluate((table) => {
        const scrollerOf = (element: Element | null): Element | null =>
          element === null || getComputedStyle(element).overflowY === 'auto'
            ? element
            : scrollerOf(element.parentElement)
        const scroller = scrollerOf(table)
        if (scroller) scroller.scrollTop = scroller.scrollHeight
      })
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    }
    expect(await rows.count()).toBeLessThan(80)

    await zis.admin('PUT /api/v2/tickets/1', { ticket: { subject: 'My parcel has arrived' } })
    await page.getByRole('link', { name: 'My parcel has arrived' }).waitFor()
    await zis.admin('DELETE /api/v2/tickets/2')
    await page.getByRole('link', { name: 'How do I change my address?' }).waitFor({ state: 'detached' })
  }, 120_000)

  it('let a requester be found among many people by typing, with the keyboard alone', async () => {
    for (let at = 0; at < 120; at += 1) {
      await zis.admin('POST /api/v2/users', { user: { name: `Person ${at}`, role: 'end-user' } })
    }
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/tickets/3`)
    await page.getByText('Emil End-User').first().waitFor()
    await page.getByRole('combobox', { name: 'Requester' }).focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('person 117')
    await page.getByRole('option', { name: 'Person 117' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Save' }).press('Enter')
    await page.getByText('Ticket #3 updated').waitFor()
    const { body } = await zis.admin('GET /api/v2/tickets/3')
    const { requester_id } = body['ticket'] as { requester_id: number }
    const { body: person } = await zis.admin(`GET /api/v2/users/${requester_id}`)
    expect(person).toMatchObject({ user: { name: 'Person 117' } })
  })
})
