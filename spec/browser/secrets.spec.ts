import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { startAppWorld, type AppWorld } from './support/app-world'
import { useBrowser } from './support/browser'
import { watchAll, type Watch } from './support/watch'

const base = '/api/services/zis'
const read = (file: string) =>
  JSON.parse(readFileSync(join(__dirname, '../../integrations', file), 'utf8')) as Record<string, unknown>

/** Each is planted where an admin types it, and may be in the one request that has to carry it. */
const planted = {
  client: 'planted-client-secret-5d1c',
  password: 'planted-basic-password-7a2e',
  api_key: 'planted-api-key-9b3f',
  bearer: 'planted-bearer-token-c64a',
  setting: 'xoxb-planted-setting-e175',
}

/** What is nobody's business but the admin's goes from its field to Zendesk and is nowhere else, ever. */
describe('secrets that go through the app', () => {
  const browser = useBrowser({ expectedErrors: [/status of 404/], acceptDownloads: true })
  let world: AppWorld
  beforeAll(async () => {
    world = await startAppWorld()
  })
  afterAll(() => world.stop())

  it('stay out of page, storage, addresses, console, files, activity and the simulator', async () => {
    const watch = await watchAll(browser.context)
    const page = await browser.page()
    watch.follow(page)
    await page.goto(`${world.program.origin}/agent/apps/zis-console`)
    await page.frameLocator('iframe[title="ZIS Console"]').getByText('by_hand').first().waitFor()
    const app = page.frames().find((frame) => frame.url().includes('iframe.html'))!

    await plantClient(app)
    await plantCredential(app, 'order_tickets', 'Shop', 'Password', planted.password)
    await plantCredential(app, 'ticket_mirror', 'Mirror EU', 'API key', planted.api_key)
    await plantBearer(app)
    await plantSetting(app)
    const webhook = await createWebhook(app)
    await takeEverythingAway(page, app)

    const carriers = {
      client: [`POST ${base}/connections/oauth/clients/slack_status`],
      password: [`PATCH ${base}/integrations/order_tickets/connections/basic_auth/shop`],
      api_key: [`PATCH ${base}/integrations/ticket_mirror/connections/api_key/mirror_eu`],
      bearer: [`POST ${base}/integrations/reports/connections/bearer_token`],
      // As long as it stands in its field; it is refused and goes nowhere.
      setting: ['attribute of the app', 'text of the app'],
    }
    for (const [name, secret] of Object.entries(planted))
      expect([name, await watch.placesOf(secret)]).toEqual([name, carriers[name as keyof typeof carriers]])
    expect(await app.content()).not.toContain(planted.setting)
    await expectShownOnce(watch, webhook)
    await expectNotTold([...Object.values(planted), webhook.password])
  }, 60_000)

  const go = (app: Frame, at: string) => app.evaluate((fragment) => (window.location.hash = fragment), at)
  const press = (app: Frame, name: string | RegExp) => app.getByRole('button', { name }).first().click()

  async function plantClient(app: Frame) {
    await go(app, '#/install/slack_status')
    await press(app, 'Begin setup')
    await app.getByRole('textbox', { name: 'Client ID' }).fill('an-id')
    await app.getByLabel('Client secret', { exact: true }).fill(planted.client)
    await press(app, 'Save client')
    await app.getByText('an-id').waitFor()
  }

  async function plantCredential(
    app: Frame,
    integration: string,
    system: string,
    label: string,
    secret: string,
  ) {
    await go(app, `#/integrations/${integration}/connections`)
    await press(app, `Reconnect ${system}`)
    await app.getByLabel(label, { exact: true }).fill(secret)
    await press(app, `Save credential for ${system}`)
    await app.getByText(`${system} is connected`).first().waitFor({ state: 'attached' })
  }

  /** No integration of the catalogue takes a bearer token, so one is imported that does. */
  async function plantBearer(app: Frame) {
    const slack = read('slack_status/integration.json')
    const [zendesk] = slack['connections'] as unknown[]
    const definition = {
      ...slack,
      title: 'Reports',
      default_key: 'reports',
      connections: [
        zendesk,
        {
          kind: 'bearer_token',
          name: 'slack',
          title: 'Reports',
          reason: 'Reads reports.',
          required: true,
          allowed_domain: 'slack.com',
          how_to_get: 'Create a token.',
        },
      ],
    }
    await go(app, '#/')
    await press(app, 'Import')
    const text = JSON.stringify({ definition, bundle: read('slack_status/bundle.json') })
    await app
      .getByLabel('Select the files of an integration')
      .setInputFiles({ name: 'reports.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await app.getByRole('dialog').getByRole('button', { name: 'Set up' }).click()
    await press(app, 'Begin setup')
    await app.getByLabel('Token', { exact: true }).fill(planted.bearer)
    await press(app, 'Connect Reports')
    await app.getByText('Reports is connected').first().waitFor({ state: 'attached' })
  }

  /** Settings are no place for a secret: it is refused, and does not leave the form. */
  async function plantSetting(app: Frame) {
    await go(app, '#/integrations/order_tickets/settings')
    await app.getByRole('combobox', { name: 'Tags' }).fill(planted.setting)
    await app.getByRole('option', { name: `Use ${planted.setting}` }).click()
    await press(app, 'Save')
    await app.getByText('This looks like a secret').first().waitFor()
    await press(app, 'Cancel')
  }

  async function createWebhook(app: Frame) {
    await go(app, '#/integrations/order_tickets/webhooks')
    await press(app, /^Actions for/)
    await app.getByRole('menuitem', { name: 'Rotate credentials' }).click()
    const value = (name: string) => app.getByRole('textbox', { name, exact: true }).inputValue()
    const webhook = { username: await value('Username'), password: await value('Password') }
    await press(app, 'Send sample')
    await app.getByText('Zendesk accepted the event').waitFor()
    await press(app, 'Keep both for now')
    return webhook
  }

  /** Every report and every file that the app offers. */
  async function takeEverythingAway(page: Page, app: Frame) {
    const download = async (name: string) => {
      await Promise.all([page.waitForEvent('download'), press(app, name)])
    }
    await go(app, '#/integrations/order_tickets/settings')
    await download('Export')
    await go(app, '#/integrations/order_tickets/activity')
    await download('Export as JSON')
    await download('Export as CSV')
    await go(app, '#/install/ticket_mirror')
    await press(app, 'Install integration')
    await app.getByText('Ticket mirror is active').waitFor()
    await press(app, 'Copy report')
    await go(app, '#/integrations/order_tickets/overview')
    await press(app, 'Actions')
    await app.getByRole('menuitem', { name: 'Uninstall integration' }).click()
    await download('Download settings')
  }

  async function expectShownOnce(watch: Watch, { password }: { password: string }) {
    expect(await watch.placesOf(password)).toEqual(['attribute of the app'])
  }

  /** What the simulator tells of itself, and what the app has kept in the account. */
  async function expectNotTold(secrets: string[]) {
    await world.zis.control('POST /_sim/settle', {})
    const kept = ['order_tickets', 'ticket_mirror', 'slack_status', 'reports'].map((key) =>
      world.zis.admin(`GET ${base}/integrations/${key}/configs?filter[scope]=*`),
    )
    const told = [
      'outbound',
      'log',
      'log/export?format=json',
      'runs',
      'events',
      'queue',
      'unanswered',
      'partners',
    ].map((list) => world.zis.control(`GET /_sim/${list}`))
    const answers = await Promise.all([...kept, ...told])
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    const all = [...answers.map(({ text }) => text), world.program.said()].join('\n')
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([])
  }
})
