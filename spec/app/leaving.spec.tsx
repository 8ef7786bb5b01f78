import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { axe } from 'jest-axe'
import type { CatalogueEntry, ConnectionDefinition } from '../../src/zis/definition'
import { renderApp, stopApp } from '../support/render-app'
import { shop, stores } from '../support/shop-connections'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(stopApp)

const connections = '/api/services/zis/integrations/slack_status/connections' as const

type Options = Parameters<typeof renderApp>[0] & {
  asks?: ConnectionDefinition[]
  /** What is there before the page is opened. */
  before?: (zis: TestZis) => Promise<unknown>
}

/** An account in which the integration is registered and not set up further. */
async function open({ asks, before, ...options }: Options) {
  const zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/slack_status', {})
  await before?.(zis)
  const catalogue = (entry: CatalogueEntry): CatalogueEntry => ({
    ...entry,
    definition: { ...entry.definition, connections: asks ?? entry.definition.connections },
  })
  return renderApp({ zis, catalogue, ...options })
}

const press = async (user: UserEvent, name: string) => user.click(await screen.findByRole('button', { name }))
const answer = async (user: UserEvent, name: string) => {
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
}
/** Whether the browser would ask before it closes the page. */
const isClosingHeld = () => !fireEvent(window, new Event('beforeunload', { cancelable: true }))

interface Way {
  leave: (app: Awaited<ReturnType<typeof open>>) => unknown
  /** What has the focus when it is tried. */
  from: () => HTMLElement
  /** What is seen when it is taken. */
  to: () => Promise<HTMLElement>
}
const channelField = () => screen.getByLabelText('Channel')
const jobSpecs = () => screen.findByRole('heading', { name: 'Job specs' })

/** The ways out of the middle step of a setup. */
const ways: Array<[string, Way]> = [
  [
    'the link back to all integrations',
    {
      leave: ({ user }) => user.click(screen.getByRole('link', { name: 'All integrations' })),
      from: () => screen.getByRole('link', { name: 'All integrations' }),
      to: () => screen.findByRole('heading', { name: 'Integrations' }),
    },
  ],
  [
    'the step before',
    {
      leave: ({ user }) => press(user, 'Back'),
      from: () => screen.getByRole('button', { name: 'Back' }),
      to: () => screen.findByRole('group', { name: 'Connect' }),
    },
  ],
  [
    'a deep link',
    {
      leave: ({ follow }) => follow({ segments: ['slack_status', 'flows'] }),
      from: channelField,
      to: jobSpecs,
    },
  ],
  [
    'another address',
    {
      leave: () => (window.location.hash = '#/integrations/slack_status/flows'),
      from: channelField,
      to: jobSpecs,
    },
  ],
]

describe.each(ways)('settings that are typed in a setup, left by %s', (_, { leave, from, to }) => {
  const typed = async () => {
    const app = await open({ at: '#/install/slack_status', asks: [] })
    await app.user.type(await screen.findByLabelText('Channel'), '-two')
    await leave(app)
    return app
  }

  it('stay as they are, with the focus where it was, when the admin goes back', async () => {
    const { user } = await typed()
    const dialog = await screen.findByRole('dialog', { name: 'Unsaved changes' })
    await waitFor(() => expect(dialog).toHaveFocus())

    await answer(user, 'Go back')

    expect(channelField()).toHaveValue('#support-two')
    expect(window.location.hash).toBe('#/install/slack_status')
    await waitFor(() => expect(from()).toHaveFocus())
  })

  it('are given up when the admin says so', async () => {
    const { user } = await typed()

    await answer(user, 'Leave without saving')

    expect(await to()).toBeVisible()
    expect(isClosingHeld()).toBe(false)
  })
})

describe('a half-typed credential', () => {
  const at = '#/integrations/slack_status/connections'
  const leave = (user: UserEvent) => user.click(screen.getByRole('link', { name: 'All integrations' }))

  it('is asked about in a setup, and is nowhere but in its field meanwhile', async () => {
    const { user } = await open({ at: '#/install/slack_status', asks: [shop] })
    const password = await screen.findByLabelText('Password')
    expect(isClosingHeld()).toBe(false)

    await user.type(password, 'half-a-secr')
    await leave(user)
    const dialog = await screen.findByRole('dialog', { name: 'Unsaved changes' })
    expect(isClosingHeld()).toBe(true)
    expect(document.documentElement.outerHTML).not.toContain('half-a-secr')
    expect(JSON.stringify([window.location.href, { ...localStorage }, { ...sessionStorage }])).not.toContain(
      'half-a-secr',
    )
    expect(await axe(dialog)).toHaveNoViolations()
    await answer(user, 'Go back')

    expect(password).toHaveValue('half-a-secr')
    await leave(user)
    await answer(user, 'Leave without saving')
    expect(await screen.findByRole('heading', { name: 'Integrations' })).toBeVisible()
    window.location.hash = '#/install/slack_status'
    expect(await screen.findByLabelText('Password')).toHaveValue('')
  })

  it('holds no page once it is taken out again, given up with Cancel, or saved', async () => {
    const { user } = await open({ at, asks: [shop] })
    await user.type(await screen.findByLabelText('Username'), 'z')
    expect(isClosingHeld()).toBe(true)
    await user.clear(screen.getByLabelText('Username'))
    expect(isClosingHeld()).toBe(false)

    await user.type(screen.getByLabelText('Username'), 'zis')
    await user.type(screen.getByLabelText('Password'), 'shop-secret')
    await user.type(screen.getByLabelText('Allowed domain'), 'shop.example')
    await press(user, 'Connect Shop')
    await press(user, 'Reconnect Shop')
    expect(isClosingHeld()).toBe(false)
    await user.type(screen.getByLabelText('Password'), 'another')
    expect(isClosingHeld()).toBe(true)
    await press(user, 'Cancel')
    expect(isClosingHeld()).toBe(false)
  })

  it('is asked about when it is that of an OAuth client', async () => {
    const { user } = await open({ at })

    await user.type(await screen.findByLabelText('Client secret'), 'half-a-secr')
    await user.click(screen.getByRole('tab', { name: 'Flows' }))
    await answer(user, 'Go back')

    expect(screen.getByLabelText('Client secret')).toHaveValue('half-a-secr')
    expect(screen.getByRole('tab', { name: 'Connections' })).toHaveAttribute('aria-selected', 'true')
  })

  it('does not give way to another account of its system without a question', async () => {
    const { user } = await open({
      at,
      asks: [stores],
      before: async (zis) => {
        for (const name of ['store_berlin', 'store_paris'])
          await zis.admin(`POST ${connections}/api_key`, {
            name,
            header_name: 'x-api-key',
            api_key: 'old-secret',
            allowed_domain: 'store.example',
          })
      },
    })
    const reconnect = async (name: string) => {
      await press(user, `Actions for ${name}`)
      await user.click(await screen.findByRole('menuitem', { name: 'Reconnect' }))
    }
    await reconnect('store_berlin')
    await user.type(await screen.findByLabelText('API key'), 'half-a-secr')

    await reconnect('store_paris')
    await answer(user, 'Go back')

    expect(screen.getByRole('heading', { name: 'Reconnect store_berlin' })).toBeVisible()
    expect(screen.getByLabelText('API key')).toHaveValue('half-a-secr')
  })
})

it('asks before the credentials of a new webhook are left, which are shown only once', async () => {
  const { user, follow } = await open({ at: '#/integrations/slack_status/webhooks' })
  await press(user, 'Create webhook')
  await user.type(await screen.findByLabelText('Source system'), 'shop')
  expect(isClosingHeld()).toBe(true)
  await user.type(screen.getByLabelText('Event type'), 'order.paid')
  await press(user, 'Create webhook')
  await screen.findByRole('textbox', { name: 'Password' })

  follow({ segments: ['slack_status', 'flows'] })
  const question = await screen.findByRole('dialog', { name: 'Close without copying the values' })
  await user.click(within(question).getByRole('button', { name: 'Go back' }))

  expect(await screen.findByRole('textbox', { name: 'Password' })).toBeVisible()
})
