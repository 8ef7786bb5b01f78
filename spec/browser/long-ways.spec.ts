import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createCallers, type Callers } from '../support/callers'
import { installSlackStatus, slackStatusBundle } from '../support/install-slack-status'
import { startProgram, type Program } from '../support/program'
import { useBrowser } from './support/browser'

const controlToken = 'control-token-of-specs'
const base = '/api/services/zis'
const at = '/agent/apps/zis-console/slack_status'

/** What takes an admin several pages, an account that changes meanwhile, or another window. */
describe('the long ways', () => {
  // "None yet" is a 404 in ZIS; the browser notes each in its console.
  const browser = useBrowser({ expectedErrors: [/status of 404/] })
  let folder: string
  let program: Program
  let zis: Callers
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-ways-'))
    program = await startProgram('--port', '0', '--data', folder, '--control-token', controlToken)
    zis = await createCallers(fetch, program.origin, controlToken)
    await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  })
  afterEach(async () => {
    await program.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  const open = async (page: Page, path: string) => {
    await page.goto(program.origin + path)
    return page.frameLocator('iframe[title="ZIS Console"]')
  }

  it('reconnects in place: the name stays, and the flows with it', async () => {
    const page = await browser.page()
    const before = await connection(zis)
    const app = await open(page, `${at}/connections`)
    const [window] = await Promise.all([
      page.context().waitForEvent('page'),
      app.getByRole('button', { name: 'Reconnect Slack' }).click(),
    ])
    await window.getByRole('button', { name: 'Allow' }).click()
    await app.getByText('Slack is connected').first().waitFor()

    const after = await connection(zis)
    expect(after['name']).toBe('slack')
    expect(after['updated_at']).not.toBe(before['updated_at'])
    await zis.admin('PUT /api/v2/tickets/1', { ticket: { status: 'open' } })
    await zis.control('POST /_sim/settle', {})
    const { body } = await zis.control('GET /_sim/runs')
    expect(body['runs']).toMatchObject([{ status: 'succeeded' }])
  }, 40_000)

  it('updates what somebody else has changed on the server, and undoes it', async () => {
    const other = JSON.stringify(slackStatusBundle('slack_status')).replace('postMessage', 'postEphemeral')
    await zis.admin(`POST ${base}/registry/slack_status/bundles`, JSON.parse(other))
    const page = await browser.page()
    const app = await open(page, `${at}/overview`)
    await app.getByRole('button', { name: 'Update integration' }).click()
    await app.getByText('The integration is updated').waitFor()
    expect(await bundleText(zis)).not.toContain('postEphemeral')

    await app.getByRole('button', { name: 'Undo update' }).click()
    await app.getByText('The update is undone').waitFor()
    expect(await bundleText(zis)).toContain('postEphemeral')
  }, 40_000)

  it('shows one admin what another has saved, and overwrites nothing unasked', async () => {
    const [mine, theirs] = [await browser.page(), await browser.page()]
    const [here, there] = [await open(mine, `${at}/settings`), await open(theirs, `${at}/settings`)]
    await here.getByLabel('Channel').fill('#mine')
    await there.getByLabel('Channel').fill('#theirs')
    await there.getByRole('button', { name: 'Save' }).click()
    await there.getByText('Settings saved').waitFor()

    await here.getByRole('button', { name: 'Save' }).click()
    await here.getByText('Someone else changed these settings').waitFor()
    await here.getByRole('row', { name: 'Channel #mine #theirs' }).waitFor()
    expect(await savedChannel(zis)).toBe('#theirs')
    await here.getByRole('button', { name: 'Keep mine' }).click()
    await here.getByText('Settings saved').waitFor()
    expect(await savedChannel(zis)).toBe('#mine')
  }, 40_000)

  it('uninstalls although a connection is gone', async () => {
    await zis.admin(`DELETE ${base}/connections/slack_status?name=slack`)
    const page = await browser.page()
    const app = await open(page, `${at}/overview`)
    await app.getByRole('button', { name: 'Actions' }).click()
    await app.getByRole('menuitem', { name: 'Uninstall integration' }).click()
    await app.getByRole('dialog').getByRole('button', { name: 'Uninstall integration' }).click()
    await app.getByText('The integration is uninstalled').waitFor()
    const { body } = await zis.admin(`GET ${base}/registry/slack_status/job_specs`)
    expect(body['job_specs']).toMatchObject([{ installed: false }])
  }, 40_000)
})

async function connection(zis: Callers) {
  const { body } = await zis.admin(`GET ${base}/integrations/slack_status/connections/all`)
  const all = body['oauth'] as Array<Record<string, unknown>>
  return all.find(({ name }) => name === 'slack')!
}

async function bundleText(zis: Callers): Promise<string> {
  const { body } = await zis.admin(`GET ${base}/registry/slack_status/bundles`)
  const [{ uuid }] = body['bundles'] as [{ uuid: string }]
  return (await zis.admin(`GET ${base}/registry/slack_status/bundles/${uuid}`)).text
}

async function savedChannel(zis: Callers): Promise<unknown> {
  const { body } = await zis.admin(`GET ${base}/integrations/slack_status/configs?filter[scope]=slack_status`)
  const [{ config }] = body['configs'] as [{ config: { channel: string } }]
  return config.channel
}
