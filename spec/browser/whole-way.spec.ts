import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FrameLocator, Page } from 'playwright-core'
import { startProgram, type Program } from '../support/program'
import { expectAccessible, useBrowser } from './support/browser'

const controlToken = 'control-token-of-specs'

/** From nothing to a posted message and away again, as an admin does it. */
describe('the whole way in a browser', () => {
  // "None yet" is a 404 in ZIS; the browser notes each in its console.
  const browser = useBrowser({ expectedErrors: [/status of 404/] })
  let folder: string
  let program: Program
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-way-'))
    program = await startProgram('--port', '0', '--data', folder, '--control-token', controlToken)
  })
  afterAll(async () => {
    await program.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  it('installs, connects, configures, posts, and uninstalls', async () => {
    const page = await browser.page()
    const slack = await readSlackApp(page, program.origin)

    await openApp(page)
    const app = page.frameLocator('iframe[title="ZIS Console"]')
    await app.getByRole('button', { name: 'Set up Slack status messages' }).click()
    await app.getByRole('button', { name: 'Begin setup' }).click()

    // Connect: Zendesk first, then Slack with the app of the workspace.
    await signIn(page, app, 'Zendesk')
    await app.getByRole('textbox', { name: 'Client ID' }).fill(slack.id)
    await app.getByLabel('Client secret', { exact: true }).fill(slack.secret)
    await app.getByRole('button', { name: 'Save client' }).click()
    await signIn(page, app, 'Slack')
    await expectAccessible(page)
    await app.getByRole('button', { name: 'Next' }).click()

    // Configure.
    await app.getByRole('textbox', { name: 'Channel' }).fill('#support')
    await expectAccessible(page)
    await app.getByRole('button', { name: 'Save' }).click()

    // Review and install: every row is read back from the server.
    await app.getByRole('heading', { name: 'What is installed' }).waitFor()
    await expectAccessible(page)
    await app.getByRole('button', { name: 'Install integration' }).click()
    await app.getByText('Slack status messages is active').waitFor()
    await app.getByText('In sync: Zendesk holds the same content').waitFor()
    await app.getByText('Installed: its events start the flow').waitFor()
    await expectAccessible(page)
    await app.getByRole('button', { name: 'Go to overview' }).click()
    await app.getByRole('tab', { name: 'Overview' }).waitFor()
    await expectAccessible(page)

    // A ticket changes, the message arrives, and the run that sent it can be read.
    await changeStatus(page, 1, 'Open')
    await openSlack(page, 'support')
    await page.getByText(/Ticket #?1.*new.*open/i).waitFor()
    await goTo(page, 'Runs')
    await page.getByText('Posted to #support: ticket 1 went from new to open').waitFor()
    await page.getByRole('link', { name: 'Ticket 1 was changed' }).click()
    await page.getByRole('button', { name: /^PostMessage Action/ }).click()
    await page.getByText('https://slack.com/api/chat.postMessage').first().waitFor()
    expect(await page.locator('main').innerText()).not.toContain('xoxb-')

    // Uninstall, and what happens after it.
    await openApp(page)
    await app.getByRole('button', { name: 'Actions' }).click()
    await app.getByRole('menuitem', { name: 'Uninstall integration' }).click()
    await expectAccessible(page)
    await app.getByRole('dialog').getByRole('button', { name: 'Uninstall integration' }).click()
    await app
      .getByText(/stays behind|What stays/i)
      .first()
      .waitFor()

    await changeStatus(page, 1, 'Pending')
    expect(await runsAfterAll(program.origin)).toBe(1)
    await openSlack(page, 'support')
    await page.getByText(/new.*open/i).waitFor()
    expect(await page.getByText(/open.*pending/i).count()).toBe(0)
  }, 90_000)

  it('signs in with the whole page where the browser blocks windows', async () => {
    const page = await browser.page()
    await page.addInitScript(() => {
      const open = window.open.bind(window)
      window.open = (address, target, features) =>
        target === '_top' ? open(address, target, features) : null
    })
    await page.goto(`${program.origin}/agent/apps/zis-console/slack_status/connections`)
    const app = page.frameLocator('iframe[title="ZIS Console"]')
    await app.getByRole('button', { name: 'Connect Zendesk' }).click()
    await app.getByText('The browser blocked the sign-in window').waitFor()
    await expectAccessible(page)
    await app.getByRole('button', { name: 'Sign in on this page' }).click()
    await page.getByRole('button', { name: 'Allow' }).click()

    await app.getByRole('tab', { name: 'Connections', selected: true }).waitFor()
    await app.getByRole('button', { name: 'Reconnect Zendesk' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
  }, 30_000)

  async function openApp(page: Page) {
    await goTo(page, 'ZIS Console')
  }

  async function signIn(page: Page, app: FrameLocator, system: string) {
    const [window] = await Promise.all([
      page.context().waitForEvent('page'),
      app.getByRole('button', { name: `Connect ${system}` }).click(),
    ])
    await window.getByRole('button', { name: 'Allow' }).click()
    await app.getByText(`${system} is connected`).first().waitFor()
    expect(window.isClosed()).toBe(true)
  }
})

async function readSlackApp(page: Page, origin: string): Promise<{ id: string; secret: string }> {
  await page.goto(`${origin}/simulator/partners/slack.com`)
  await page.getByRole('button', { name: 'Show client secret' }).click()
  return {
    id: await page.getByRole('textbox', { name: 'Client ID' }).inputValue(),
    secret: await page.getByRole('textbox', { name: 'Client secret' }).inputValue(),
  }
}

async function openSlack(page: Page, channel: string) {
  await goTo(page, 'Slack')
  await page.getByRole('tab', { name: `# ${channel}` }).click()
}

async function changeStatus(page: Page, ticket: number, status: string) {
  await goTo(page, 'Tickets')
  await page
    .getByRole('row', { name: new RegExp(`^#${ticket} `) })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: status })
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('main').getByText(status, { exact: true }).first().waitFor()
}

/** How many runs there are when nothing is queued or running any more. */
async function runsAfterAll(origin: string): Promise<number> {
  const headers = { authorization: `Bearer ${controlToken}` }
  await fetch(`${origin}/_sim/settle`, { method: 'POST', headers })
  const { runs } = (await (await fetch(`${origin}/_sim/runs`, { headers })).json()) as { runs: unknown[] }
  return runs.length
}

const goTo = (page: Page, place: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click()
