import { cleanup, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { axe } from 'jest-axe'
import type { CatalogueEntry } from '../../src/zis/definition'
import { installSlackStatus } from '../support/install-slack-status'
import { card, renderApp, stopApp } from '../support/render-app'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(stopApp)

// jsdom saves no files.
beforeAll(() => Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: () => undefined }))

const key = 'slack_status'

/** The integration has everything that there is to change: a webhook, a credential, several accounts, a check. */
const whole = ({ definition, bundle }: CatalogueEntry): CatalogueEntry => ({
  // Another bundle than the one that is installed, so that there is an update to look at.
  bundle: { ...bundle, description: 'A later version' },
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
    check: { webhook: 'orders', sample: { order: 7 } },
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
      {
        kind: 'bearer_token',
        name: 'store',
        title: 'Stores',
        reason: 'Each store has an account.',
        required: false,
        several: true,
        how_to_get: 'Ask for one in the store.',
      },
    ],
  },
})

/** An account in which each page has something to show. */
async function account() {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  await installSlackStatus(zis, { channel: '#sales', statuses: [] }, 'by_hand')
  await zis.admin(`POST /api/services/zis/integrations/${key}/connections/bearer_token`, {
    name: 'store_berlin',
    token: 'some-token',
    allowed_domain: 'store.example',
  })
  await zis.admin(`POST /api/services/zis/inbound_webhooks/generic/${key}`, {
    source_system: 'shop',
    event_type: 'order.paid',
  })
  await zis.admin(`POST /api/services/zis/links/${key}`, {
    link_type: 'ticket_to_order',
    left_object: { name: 'ticket-1' },
    right_object: { name: 'order-1' },
  })
  await zis.admin(`POST /api/services/zis/integrations/${key}/configs`, {
    scope: 'zis_console_history',
    config: {
      changes: [
        {
          id: '1',
          at: '2026-03-01T09:00:00Z',
          who: 'Ada Admin',
          what: 'saved',
          scope: 'slack_status',
          before: { channel: '#sales' },
          after: { channel: '#support' },
        },
      ],
    },
  })
  return zis
}

/** The app with every write that leaves it. */
async function opened(zis: TestZis, at: string, settings: Record<string, unknown> = { read_only: true }) {
  const writes: string[] = []
  const bodies: unknown[] = []
  const app = await renderApp({
    zis,
    at,
    settings,
    catalogue: whole,
    async heard(request) {
      if (request.method === 'GET') return
      writes.push(`${request.method} ${new URL(request.url).pathname}`)
      bodies.push(await request.json().catch(() => undefined))
    },
  })
  return { ...app, writes, bodies }
}

const integration = `#/integrations/${key}`
const pages = [
  '#/',
  '#/install/slack_status',
  ...['overview', 'connections', 'settings', 'flows', 'webhooks', 'links', 'activity'].map(
    (tab) => `${integration}/${tab}`,
  ),
  '#/integrations/by_hand',
]

/** Everything that can be pressed, where nothing covers it. */
function pressable(): HTMLElement[] {
  const open = document.querySelector('[role=dialog]') ?? document.body
  return [
    ...open.querySelectorAll<HTMLElement>(
      'button, [role=tab], [role=menuitem], [role=button], input[type=checkbox]',
    ),
  ].filter((one) => one.closest('[hidden], [aria-hidden=true]') === null)
}

/** What leads to another page or tab. */
const leadsAway = (one: HTMLElement) => one.matches('[role=tab]') || /^(View|Go to) /.test(nameOf(one))

const nameOf = (one: HTMLElement) => one.getAttribute('aria-label') ?? one.textContent ?? ''

const isStill = () =>
  waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull(), { timeout: 5_000 })

/** Presses everything on a page once, and what a press brings. The pages themselves are visited one by one. */
async function pressAll(user: UserEvent): Promise<Set<string>> {
  const pressed = new Set<string>()
  for (let step = 0; step < 200; step += 1) {
    await isStill()
    const next = pressable().find((one) => !leadsAway(one) && !pressed.has(nameOf(one)))
    if (next === undefined) {
      const dialog = document.querySelector<HTMLElement>('[role=dialog]')
      if (dialog === null) return pressed
      dialog.focus()
      await user.keyboard('{Escape}')
      await waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull())
      continue
    }
    pressed.add(nameOf(next))
    await user.click(next)
  }
  throw new Error(`there is no end to what can be pressed: ${[...pressed].join(', ')}`)
}

/** Words on buttons that change something. */
const changing =
  /^(connect|reconnect|disconnect|add|save|begin|set up|install|uninstall|update|activate|deactivate|pause|resume|create|delete|edit|rotate|send|import|undo|replace|actions$)\b/i

describe('in read-only mode', () => {
  it('says so on every page, and why', async () => {
    const zis = await account()
    for (const at of pages) {
      cleanup()
      await opened(zis, at)
      expect(await screen.findByText('Read-only mode')).toBeVisible()
      expect(screen.getByText(/An admin can turn this off in Admin Center/)).toBeVisible()
      await isStill()
      expect(await axe(document.body)).toHaveNoViolations()
    }
  }, 60_000)

  it('sends nothing but reads, whatever is pressed on whichever page', async () => {
    const zis = await account()
    const pressed = new Set<string>()
    for (const at of pages) {
      cleanup()
      const { user, writes } = await opened(zis, at)
      await screen.findByRole('heading', { level: 1 })
      for (const name of await pressAll(user)) pressed.add(name)
      expect({ at, writes }).toEqual({ at, writes: [] })
    }
    expect([...pressed].filter((name) => changing.test(name))).toEqual([])
    // What can be looked at was looked at.
    const looks = [
      'Details of Slack',
      'Details of store_berlin',
      'Check again',
      'History',
      'Export',
      'Find links',
    ]
    expect(looks.filter((name) => !pressed.has(name))).toEqual([])
  }, 120_000)

  it('shows the settings and what is in them', async () => {
    await opened(await account(), `${integration}/settings`)

    const table = within(await screen.findByRole('table', { name: 'Messages' }))
    expect(table.getByRole('row', { name: 'Channel #support' })).toBeVisible()
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  })

  it('shows what a setup would bring where there is none', async () => {
    const { user } = await opened(await startSimulator(), '#/')
    await user.click(await screen.findByRole('button', { name: 'View Slack status messages' }))

    expect(await screen.findByRole('heading', { name: 'What it does' })).toBeVisible()
    expect(screen.getByText('This integration is not set up in your account.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Begin setup' })).not.toBeInTheDocument()
  })

  it('makes a token that can only read, where ZIS shows a list to nothing else', async () => {
    const zis = await account()
    await zis.control('PUT /_sim/assumptions', { sessionOpensLinks: false })
    const { user, writes, bodies } = await opened(zis, `${integration}/links`)
    await user.type(await screen.findByLabelText('Link type'), 'ticket_to_order')
    await user.click(screen.getByRole('button', { name: 'Find links' }))

    await user.click(await screen.findByRole('button', { name: 'Details of ticket-1 and order-1' }))
    const drawer = within(await screen.findByRole('dialog', { name: 'Link' }))
    expect(drawer.getByText('order-1')).toBeVisible()
    expect(drawer.queryByRole('button', { name: 'Delete link' })).not.toBeInTheDocument()
    await waitFor(() => expect(writes).toHaveLength(2))
    expect(writes).toEqual([
      'POST /api/v2/oauth/tokens.json',
      expect.stringMatching(/^DELETE \/api\/v2\/oauth\/tokens\/\d+\.json$/),
    ])
    expect(bodies[0]).toMatchObject({ token: { scopes: ['zis:read'] } })
  })
})

it.each([[{}], [{ read_only: false }], [{ read_only: 'false' }]])(
  'can change things with the settings %j',
  async (settings) => {
    const { user, writes } = await opened(await account(), `${integration}/flows`, settings)
    await user.click(await screen.findByRole('button', { name: 'Deactivate on_status_changed' }))

    await waitFor(() => expect(writes).toContain('DELETE /api/services/zis/registry/job_specs/install'))
    expect(screen.queryByText('Read-only mode')).not.toBeInTheDocument()
  },
)

it('takes the setting as a text, too', async () => {
  await opened(await account(), `${integration}/connections`, { read_only: 'true' })

  expect(await (await card('Slack')).findByRole('button', { name: 'Details of Slack' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Reconnect Slack' })).not.toBeInTheDocument()
})
