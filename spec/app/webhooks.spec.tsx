import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { axe } from 'jest-axe'
import type { CatalogueEntry, WebhookDefinition } from '../../src/zis/definition'
import { installSlackStatus } from '../support/install-slack-status'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/integrations/slack_status/webhooks'
const base = '/api/services/zis/inbound_webhooks/generic/slack_status' as const
const configs = '/api/services/zis/integrations/slack_status/configs?filter[scope]=zis_console' as const

const orders: WebhookDefinition = {
  name: 'orders',
  title: 'Orders of the shop',
  source_system: 'shop',
  event_type: 'order.paid',
  tell_sender: 'Add a webhook in the shop under Settings.',
  sample: { order: 7 },
}
const withOrders = (entry: CatalogueEntry): CatalogueEntry => ({
  ...entry,
  definition: { ...entry.definition, webhooks: [orders] },
})

const press = async (user: UserEvent, name: string) => user.click(await screen.findByRole('button', { name }))
const listed = async (zis: TestZis) =>
  (await zis.admin(`GET ${base}/all`)).body['webhooks'] as Array<{ uuid: string }>

async function registered() {
  const zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/slack_status', {})
  return zis
}

/** The page after one webhook was created; its dialog is still open. */
async function created(options: Partial<Parameters<typeof renderApp>[0]> = {}) {
  const app = await renderApp({ at, zis: await registered(), catalogue: withOrders, ...options })
  await press(app.user, 'Create webhook for Orders of the shop')
  const dialog = within(await screen.findByRole('dialog'))
  return { ...app, dialog }
}

const value = (dialog: ReturnType<typeof within>, label: string) =>
  (dialog.getByRole('textbox', { name: label }) as HTMLInputElement).value

async function choose(user: UserEvent, row: RegExp, action: string) {
  await user.click((await screen.findAllByRole('button', { name: row }))[0]!)
  await user.click(await screen.findByRole('menuitem', { name: action }))
}

it('says of an active integration that a webhook is still to be created, and leads there', async () => {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  await zis.admin('POST /api/services/zis/integrations/slack_status/configs', {
    scope: 'zis_console',
    config: { catalogue: 'slack_status' },
  })
  const { user } = await renderApp({ at: '#/integrations/slack_status', zis, catalogue: withOrders })
  expect(
    await screen.findByText(/^Create the webhook Orders of the shop, and enter its address/),
  ).toBeVisible()

  await press(user, 'Go to webhooks')
  await press(user, 'Create webhook for Orders of the shop')
  await press(user, 'Done')
  await user.click(screen.getByRole('tab', { name: 'Overview' }))

  expect(await screen.findByRole('region', { name: 'Health' })).toBeVisible()
  expect(screen.queryByText(/^Create the webhook/)).not.toBeInTheDocument()
})

it('shows address and credentials once, keeps the uuid and never the password', async () => {
  const { user, zis, dialog } = await created()

  expect(dialog.getByText(/You will not see them again/)).toBeVisible()
  expect(value(dialog, 'Address')).toMatch(
    /^http:\/\/127\.0\.0\.1:4500\/api\/services\/zis\/inbound_webhooks\/generic\/ingest\//,
  )
  const secrets = [value(dialog, 'Username'), value(dialog, 'Password')]
  expect(await axe(document.body)).toHaveNoViolations()
  await user.click(dialog.getByRole('button', { name: 'Done' }))

  expect(await screen.findByText('Created', { selector: 'span' })).toBeVisible()
  const [webhook] = await listed(zis)
  const kept = (await zis.admin(`GET ${configs}`)).text
  expect(kept).toContain(webhook!.uuid)
  for (const secret of secrets) {
    expect(kept).not.toContain(secret)
    expect(document.documentElement.outerHTML).not.toContain(secret)
  }
  expect(await axe(document.body)).toHaveNoViolations()
})

it('sends a sample with the credentials while they are on the screen', async () => {
  const { user, dialog } = await created()

  expect(dialog.getByLabelText('Body of the event')).toHaveValue('{\n  "order": 7\n}')
  await user.click(dialog.getByRole('button', { name: 'Send sample' }))

  expect(await dialog.findByText('Zendesk accepted the event')).toBeVisible()
})

it('says what is wrong with a sample, and why it was refused', async () => {
  const { user, dialog, page } = await created()

  await user.clear(dialog.getByLabelText('Body of the event'))
  await user.type(dialog.getByLabelText('Body of the event'), '[[1, ')
  await user.click(dialog.getByRole('button', { name: 'Send sample' }))
  expect(dialog.getByText(/This is not JSON/)).toBeVisible()

  page.intercept = ({ url }) =>
    url.includes('/ingest/') ? new Response('Authentication failed', { status: 401 }) : undefined
  await user.type(dialog.getByLabelText('Body of the event'), '2]')
  await user.click(dialog.getByRole('button', { name: 'Send sample' }))

  expect(await dialog.findByText('The event was not accepted')).toBeVisible()
  expect(screen.queryByText('You are signed out')).toBeNull()
})

it('does not lose the credentials to a slip of the Escape key', async () => {
  const { user, dialog } = await created()

  await user.keyboard('{Escape}')
  expect(await dialog.findByText('Close without copying the values')).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Go back' }))

  expect(dialog.getByRole('textbox', { name: 'Password' })).toBeVisible()
})

it('rotates by making the new one first, and deletes the old one when the sender is switched', async () => {
  const { user, zis, dialog } = await created()
  await user.click(dialog.getByRole('button', { name: 'Done' }))
  const [old] = await listed(zis)

  await choose(user, /^Actions for /, 'Rotate credentials')
  const rotation = within(await screen.findByRole('dialog', { name: 'New credentials created' }))
  expect(await listed(zis)).toHaveLength(2)
  expect(rotation.getByText(/Until the old webhook is deleted both work/)).toBeVisible()
  await user.click(rotation.getByRole('button', { name: 'Delete old webhook' }))
  expect(rotation.getByText(/Switch the sender first/)).toBeVisible()
  await user.click(rotation.getByLabelText('The sender uses the new values'))
  await user.click(rotation.getByRole('button', { name: 'Delete old webhook' }))

  expect(await screen.findByText('Created', { selector: 'span' })).toBeVisible()
  await waitFor(async () => expect(await listed(zis)).toHaveLength(1))
  const left = await listed(zis)
  expect(left[0]!.uuid).not.toBe(old!.uuid)
})

it('marks the old one when a rotation is left half done', async () => {
  const { user, dialog } = await created()
  await user.click(dialog.getByRole('button', { name: 'Done' }))

  await choose(user, /^Actions for /, 'Rotate credentials')
  await user.click(await screen.findByRole('button', { name: 'Keep both for now' }))

  expect(await screen.findByText('Being replaced')).toBeVisible()
})

it('is deleted after a question', async () => {
  const { user, zis, dialog } = await created()
  await user.click(dialog.getByRole('button', { name: 'Done' }))

  await choose(user, /^Actions for /, 'Delete webhook')
  const question = within(await screen.findByRole('dialog', { name: 'Delete webhook' }))
  expect(question.getByText(/Its sender is refused from then on/)).toBeVisible()
  await user.click(question.getByRole('button', { name: 'Delete webhook' }))

  expect(await screen.findByText('Not created')).toBeVisible()
  expect(await listed(zis)).toEqual([])
})

it('finds its webhooks where Zendesk cannot list them, and makes them where it refuses the session', async () => {
  const zis = await registered()
  await zis.control('PUT /_sim/assumptions', { webhookList: false, sessionChangesWebhooks: false })
  const { user, dialog } = await created({ zis })
  await user.click(dialog.getByRole('button', { name: 'Done' }))

  expect(await screen.findByText('Created', { selector: 'span' })).toBeVisible()
  expect(screen.getByText(/by Ada Admin/)).toBeVisible()
  expect((await zis.admin('GET /api/v2/oauth/tokens')).body['tokens']).toEqual([])
})

it('shows the credentials even when the uuid could not be kept', async () => {
  const { dialog } = await created({
    intercept: ({ url, method }) =>
      method === 'POST' && url.endsWith('/configs') ? new Response('', { status: 500 }) : undefined,
  })

  expect(dialog.getByText('The webhook ID was not saved')).toBeVisible()
  expect(value(dialog, 'Password')).not.toBe('')
})

it('leads to the question that is still open before the old webhook is deleted', async () => {
  const { user, dialog } = await created()
  await user.click(dialog.getByRole('button', { name: 'Done' }))
  await choose(user, /^Actions for/, 'Rotate credentials')
  const rotated = within(await screen.findByRole('dialog', { name: 'New credentials created' }))

  await user.click(rotated.getByRole('button', { name: 'Delete old webhook' }))
  expect(rotated.getByRole('checkbox', { name: 'The sender uses the new values' })).toHaveFocus()

  await user.keyboard('{Escape}')
  expect(rotated.getByRole('button', { name: 'Go back' })).toHaveFocus()
})

it('makes one for any pair but those of Zendesk itself', async () => {
  const { user, zis } = await renderApp({ at, zis: await registered() })

  await press(user, 'Create webhook')
  await user.type(screen.getByLabelText('Source system'), 'support')
  await user.type(screen.getByLabelText('Event type'), 'anything')
  await press(user, 'Create webhook')
  expect(screen.getByText(/The names support and sunshine belong to Zendesk/)).toBeVisible()
  await user.clear(screen.getByLabelText('Source system'))
  await user.type(screen.getByLabelText('Source system'), 'erp')
  await press(user, 'Create webhook')

  expect(await screen.findByRole('dialog', { name: 'Webhook created' })).toBeVisible()
  expect(await listed(zis)).toMatchObject([{ source_system: 'erp', event_type: 'anything' }])
})

it('has a tab where the account holds one that the definition does not name', async () => {
  const zis = await registered()
  await zis.admin(`POST ${base}`, { source_system: 'erp', event_type: 'anything' })
  await renderApp({ at: '#/integrations/slack_status/overview', zis })

  expect(await screen.findByRole('tab', { name: 'Webhooks' })).toBeVisible()
})

it('has a tab only where there is something in it', async () => {
  await renderApp({ at: '#/integrations/slack_status/overview', zis: await registered() })

  expect(await screen.findByRole('tab', { name: 'Links' })).toBeVisible()
  expect(screen.queryByRole('tab', { name: 'Webhooks' })).toBeNull()
})

it.each([
  ['be loaded', 'GET', 'The inbound webhooks could not be loaded'],
  ['be created', 'POST', 'The inbound webhook could not be created'],
])('says so when they could not %s', async (_, refused, title) => {
  const { user } = await renderApp({
    at,
    zis: await registered(),
    catalogue: withOrders,
    intercept: ({ url, method }) =>
      method === refused && url.includes('/inbound_webhooks/')
        ? new Response('', { status: 500 })
        : undefined,
  })

  if (refused === 'POST') await press(user, 'Create webhook for Orders of the shop')

  expect(await screen.findByText(title)).toBeVisible()
})
