import { cleanup, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import type { CatalogueEntry } from '../../src/zis/definition'
import type { OpenApi } from '../support/generated-client'
import { holdTo } from '../support/hold-to-document'
import { slackState } from '../support/install-slack-status'
import { card, fakeWindows, renderApp, stopApp } from '../support/render-app'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(stopApp)

const title = 'Slack status messages'

/** What comes with the app also has an inbound webhook and a credential that somebody types. */
const whole = ({ definition, bundle }: CatalogueEntry): CatalogueEntry => ({
  bundle,
  definition: {
    ...definition,
    webhooks: [
      {
        name: 'orders',
        title: 'Orders of the shop',
        source_system: 'shop',
        event_type: 'order.paid',
        tell_sender: 'Add a webhook in the shop under Settings.',
        sample: { order: 7 },
      },
    ],
    connections: [
      ...definition.connections,
      {
        kind: 'basic_auth',
        name: 'shop',
        title: 'Shop',
        reason: 'Orders come from there.',
        required: false,
        how_to_get: 'Ask for one in the shop.',
      },
    ],
  },
})

/** A later version of it: another way to Slack. */
const later = (entry: CatalogueEntry): CatalogueEntry => {
  const { definition, bundle } = whole(entry)
  const changed = JSON.stringify(bundle).replace('api/chat.postMessage', 'api/chat.postEphemeral')
  return {
    definition: { ...definition, version: '1.1.0' },
    bundle: JSON.parse(changed) as CatalogueEntry['bundle'],
  }
}

const button = (name: string | RegExp) => screen.findByRole('button', { name })
const press = async (user: UserEvent, name: string | RegExp) => user.click(await button(name))
const openTab = async (user: UserEvent, name: string) => {
  await user.click(await screen.findByRole('tab', { name }))
  await screen.findByRole('tab', { name, selected: true })
}
const choose = async (user: UserEvent, menu: RegExp | string, item: string) => {
  await user.click((await screen.findAllByRole('button', { name: menu }))[0]!)
  await user.click(await screen.findByRole('menuitem', { name: item }))
}
const inDialog = async (name?: string | RegExp) => within(await screen.findByRole('dialog', { name }))

/**
 * All that the app can do, done once. It takes as many steps as a dozen specs, and may take as long.
 * document, and so against the paths, bodies and answers of ZIS and of the Support API.
 */
it('asks nothing of Zendesk that the document does not describe, and nothing of the simulator alone', async () => {
  const zis = await startSimulator()
  const document = (await zis.control('GET /_sim/openapi.json')).body as unknown as OpenApi
  const wire = holdTo(document)
  const open = async (at: string, catalogue = whole) => {
    cleanup()
    const app = await renderApp({ zis, at, catalogue, heard: wire.heard })
    return { user: app.user, windows: fakeWindows(zis) }
  }

  await installs(await open('#/'), zis)
  await changesCredential((await open('#/integrations/slack_status/connections')).user)
  await savesSettings((await open('#/integrations/slack_status/settings')).user)
  await switchesFlows((await open('#/integrations/slack_status/flows')).user)
  await handlesWebhooks((await open('#/integrations/slack_status/webhooks')).user)
  await handlesLinks((await open('#/integrations/slack_status/links')).user, zis)
  await updates((await open('#/integrations/slack_status', later)).user)
  await uninstalls((await open('#/integrations/slack_status')).user)

  expect(wire.problems).toEqual([])
  expect(wire.exchanges.filter(({ path }) => /^\/(_sim|_host|simulator)\b/.test(path))).toEqual([])
  const refused = wire.exchanges.filter(({ status }) => status >= 400)
  // "None yet" is a 404 in ZIS, and nothing else is refused.
  expect(refused.filter(({ status, method }) => status !== 404 || method !== 'GET')).toEqual([])
  const done = new Set(wire.exchanges.map(({ operation }) => operation))
  expect(operations.filter((one) => !done.has(one))).toEqual([])
}, 120_000)

/** What an admin's work takes, by the names of the document. */
const operations = [
  'listIntegrations',
  'createIntegration',
  'listOAuthClients',
  'createOAuthClient',
  'startOAuth',
  'listConnections',
  'createBasicAuthConnection',
  'deleteBasicAuthConnection',
  'findConfigs',
  'createConfig',
  'replaceConfig',
  'deleteConfig',
  'uploadBundle',
  'listBundles',
  'showBundle',
  'listJobSpecs',
  'installJobSpec',
  'uninstallJobSpec',
  'createWebhook',
  'deleteWebhook',
  'listWebhooks',
  'ingest',
  'findLinks',
  'deleteLink',
  'deleteOAuthConnection',
  'deleteOAuthClient',
]

async function installs(
  { user, windows }: { user: UserEvent; windows: ReturnType<typeof fakeWindows> },
  zis: TestZis,
) {
  const { app } = await slackState(zis)
  await press(user, `Set up ${title}`)
  await press(user, 'Begin setup')
  await press(user, 'Connect Zendesk')
  await screen.findByText('Finish signing in to Zendesk in the other window')
  await windows.finish()
  await (await card('Zendesk')).findByText('Connected', { selector: 'span' })
  const slack = await card('Slack')
  await user.type(await slack.findByLabelText('Client ID'), app.client_id)
  await user.type(slack.getByLabelText('Client secret'), app.client_secret)
  await press(user, 'Save client')
  await press(user, 'Connect Slack')
  await screen.findByText('Finish signing in to Slack in the other window')
  await windows.finish()
  await (await card('Slack')).findByText('Connected', { selector: 'span' })
  const shop = await card('Shop')
  await user.type(await shop.findByLabelText('Username'), 'zis')
  await user.type(shop.getByLabelText('Password'), 'some-secret')
  await user.type(shop.getByLabelText('Allowed domain'), 'shop.example')
  await press(user, 'Connect Shop')
  await (await card('Shop')).findByText('Connected', { selector: 'span' })
  await press(user, 'Next')
  await press(user, 'Save')
  await press(user, 'Install integration')
  await screen.findByText(`${title} is active`)
}

async function changesCredential(user: UserEvent) {
  await press(user, 'Reconnect Shop')
  await user.type(screen.getByLabelText('Password'), 'another-secret')
  await press(user, 'Save credential for Shop')
  await screen.findByText('Shop is connected')
  await press(user, 'Details of Shop')
  await (await inDialog()).findByText('shop.example')
}

async function savesSettings(user: UserEvent) {
  const channel = await screen.findByLabelText('Channel')
  await user.clear(channel)
  await user.type(channel, '#sales')
  await press(user, 'Save')
  await screen.findByText('Settings saved')
  await press(user, 'History')
  await user.click((await (await inDialog()).findAllByRole('button', { name: /^Undo/ }))[0]!)
  await waitFor(() => expect(channel).toHaveValue('#support'))
}

async function switchesFlows(user: UserEvent) {
  await press(user, 'Deactivate on_status_changed')
  await press(user, 'Activate on_status_changed')
  await button('Deactivate on_status_changed')
  await press(user, 'Pause all')
  await screen.findByText('The integration is paused')
  await press(user, 'Resume')
  await button('Deactivate on_status_changed')
}

async function handlesWebhooks(user: UserEvent) {
  await press(user, 'Create webhook for Orders of the shop')
  const first = await inDialog('Webhook created')
  await user.click(first.getByRole('button', { name: 'Send sample' }))
  await first.findByText('Zendesk accepted the event')
  await user.click(first.getByRole('button', { name: 'Done' }))
  await choose(user, /^Actions for /, 'Rotate credentials')
  const second = await inDialog('New credentials created')
  await user.click(second.getByLabelText('The sender uses the new values'))
  await user.click(second.getByRole('button', { name: 'Delete old webhook' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Actions for / })).toHaveLength(1))
  await choose(user, /^Actions for /, 'Delete webhook')
  await user.click((await inDialog('Delete webhook')).getByRole('button', { name: 'Delete webhook' }))
  await screen.findByText('Not created')
}

async function handlesLinks(user: UserEvent, zis: TestZis) {
  await zis.admin('POST /api/services/zis/links/slack_status', {
    link_type: 'ticket_to_order',
    left_object: { name: 'ticket-1' },
    right_object: { name: 'order-1' },
  })
  await user.type(await screen.findByLabelText('Link type'), 'ticket_to_order')
  await user.type(screen.getByLabelText('Left name'), '*')
  await press(user, 'Find links')
  await choose(user, 'Actions for ticket-1 and order-1', 'Delete link')
  await user.click((await inDialog('Delete link')).getByRole('button', { name: 'Delete link' }))
  await screen.findByText(/No link matches/)
}

async function updates(user: UserEvent) {
  await press(user, 'Update integration')
  await screen.findByText('The integration is updated')
  await press(user, 'Undo update')
  await screen.findByText('The update is undone')
}

async function uninstalls(user: UserEvent) {
  const tabs = (await screen.findAllByRole('tab')).map((tab) => tab.textContent)
  for (const tab of tabs) await openTab(user, tab)
  await press(user, 'Actions')
  await user.click(await screen.findByRole('menuitem', { name: 'Uninstall integration' }))
  const dialog = await inDialog()
  await user.click(await dialog.findByLabelText('Also delete saved settings'))
  await user.click(dialog.getByRole('button', { name: 'Uninstall integration' }))
  await dialog.findByText('The integration is uninstalled')
}
