import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkBundle } from '../../../src/zis/bundle/check'
import { signIn } from '../../../spec/support/sign-in'
import { startSimulator, type TestZis } from '../../../spec/support/start-simulator'

const text = readFileSync(resolve(__dirname, '../bundle.json'), 'utf8')
const key = 'slack_status'
const bundle = JSON.parse(text.replaceAll('{{integration}}', key)) as Record<string, unknown>

let zis: TestZis
afterEach(async () => zis?.stop())

async function connect(name: string, scopes: string) {
  const started = await zis.admin(`POST /api/services/zis/connections/oauth/start/${key}`, {
    name,
    oauth_client_name: name,
    oauth_url_subdomain: 'acme',
    origin_oauth_redirect_url: 'http://localhost:4500/app',
    permission_scopes: scopes,
  })
  const code = (await signIn(zis, started)).searchParams.get('verification_token')!
  await zis.admin(`GET /api/services/zis/connections/oauth/access_codes/${key}?verification_code=${code}`)
}

/** The whole integration, installed as the app does it. */
async function install(settings: { channel: string; statuses: string[] } | undefined) {
  zis = await startSimulator()
  await zis.admin(`POST /api/services/zis/registry/${key}`, { description: 'Slack status messages' })
  const { app } = (await zis.control('GET /_sim/partners/slack.com')).body['partner'] as unknown as {
    app: { client_id: string; client_secret: string }
  }
  await zis.admin(`POST /api/services/zis/connections/oauth/clients/${key}`, {
    name: 'slack',
    client_id: app.client_id,
    client_secret: app.client_secret,
    auth_url: 'https://slack.com/oauth/v2/authorize',
    token_url: 'https://slack.com/api/oauth.v2.access',
  })
  await connect('zendesk', 'tickets:read')
  await connect('slack', 'chat:write')
  if (settings) {
    await zis.admin(`POST /api/services/zis/integrations/${key}/configs`, { scope: key, config: settings })
  }
  await zis.admin(`POST /api/services/zis/registry/${key}/bundles`, bundle)
  await zis.admin(
    `POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:${key}:job_spec:on_status_changed`,
  )
}

async function changeStatus(id: number, status: string) {
  await zis.admin(`PUT /api/v2/tickets/${id}`, { ticket: { status } })
  await zis.settle()
}

async function posted(channel: string): Promise<string[]> {
  const { body } = await zis.control('GET /_sim/partners/slack.com')
  const { channels } = body['partner'] as unknown as {
    channels: Array<{ name: string; messages: Array<{ text: string }> }>
  }
  return channels.find(({ name }) => name === channel)!.messages.map((message) => message.text)
}

/** The newest row of the integration log. */
async function logged() {
  const { body } = await zis.control(`GET /_sim/log?integration=${key}`)
  return (body['log'] as Array<{ description: string }>)[0]!.description
}

it('is a bundle in which nothing is found', () => {
  expect(checkBundle(bundle, { integration: key, otherNames: [] }).findings).toEqual([])
})

it('posts ticket, subject, and both statuses in the channel', async () => {
  await install({ channel: '#support', statuses: ['open'] })

  await changeStatus(1, 'open')

  expect(await posted('support')).toEqual(['Ticket 1 went from new to open: My parcel has not arrived'])
  expect(await logged()).toBe('Posted to #support: ticket 1 went from new to open')
})

it('escapes what Slack would take for markup', async () => {
  await install({ channel: '#support', statuses: ['open'] })

  await zis.admin('PUT /api/v2/tickets/2', { ticket: { subject: '<!channel> A & B' } })
  await changeStatus(2, 'open')

  expect(await posted('support')).toEqual(['Ticket 2 went from new to open: &lt;!channel&gt; A &amp; B'])
})

it('skips a status that is not selected, and says so', async () => {
  await install({ channel: '#support', statuses: ['solved'] })

  await changeStatus(1, 'open')

  expect(await posted('support')).toEqual([])
  expect(await logged()).toBe('Skipped: ticket 1 went from new to open, a status that is not reported')
})

it('names the channel and Slack’s own error when Slack refuses', async () => {
  await install({ channel: '#nowhere', statuses: ['open'] })

  await changeStatus(1, 'open')

  expect(await logged()).toContain('Slack did not post to #nowhere: channel_not_found')
})

it('says that its settings are missing', async () => {
  await install(undefined)

  await changeStatus(1, 'open')

  expect(await logged()).toContain('The settings of the scope slack_status could not be loaded')
})
