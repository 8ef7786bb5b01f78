import { cleanup, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { axe } from 'jest-axe'
import type { CatalogueEntry, ConnectionDefinition } from '../../src/zis/definition'
import { installSlackStatus } from '../support/install-slack-status'
import { card, fakeWindows, renderApp, stopApp } from '../support/render-app'
import { about, shop, stores } from '../support/shop-connections'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/integrations/slack_status/connections'
const base = '/api/services/zis/integrations/slack_status/connections' as const

const warehouse: ConnectionDefinition = {
  ...about,
  kind: 'bearer_token',
  name: 'warehouse',
  title: 'Warehouse',
  allowed_domain: 'api.warehouse.example',
}

const asking =
  (...connections: ConnectionDefinition[]) =>
  (entry: CatalogueEntry): CatalogueEntry => ({
    ...entry,
    definition: { ...entry.definition, connections },
  })

const press = async (user: UserEvent, name: string) => user.click(await screen.findByRole('button', { name }))
const stored = async (zis: TestZis) => (await zis.admin(`GET ${base}/all`)).body

async function registered() {
  const zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/slack_status', {})
  return zis
}

async function withSlack() {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  return zis
}

describe('a credential', () => {
  it('goes from its field to Zendesk and nowhere else, with a token for that one call', async () => {
    const tokens: string[] = []
    const { user, zis } = await renderApp({
      at,
      zis: await registered(),
      catalogue: asking(warehouse),
      intercept: ({ url, method, headers }) => {
        if (method !== 'POST' || !url.endsWith('/bearer_token')) return undefined
        const authorization = headers.get('authorization')
        if (authorization === null) return new Response('Authentication failed', { status: 401 })
        tokens.push(authorization)
        return undefined
      },
    })

    await user.type(await screen.findByLabelText('Token'), 'warehouse-secret')
    await press(user, 'Connect Warehouse')

    expect(await (await card('Warehouse')).findByText('Connected', { selector: 'span' })).toBeVisible()
    expect((await stored(zis))['bearer_token']).toMatchObject([
      { name: 'warehouse', allowed_domain: 'api.warehouse.example' },
    ])
    expect(tokens).toEqual([expect.stringMatching(/^Bearer .{20}/)])
    expect((await zis.admin('GET /api/v2/oauth/tokens')).body['tokens']).toEqual([])
    expect(document.documentElement.outerHTML).not.toContain('warehouse-secret')
  })

  it('is asked for by name when a field is empty, and keeps what is typed beside it', async () => {
    const { user } = await renderApp({ at, zis: await registered(), catalogue: asking(shop) })

    await user.type(await screen.findByLabelText('Username'), 'zis')
    await user.type(screen.getByLabelText('Allowed domain'), 'https://shop.example')
    await press(user, 'Connect Shop')

    expect(screen.getByText('Enter the password')).toBeVisible()
    expect(screen.getByText('Enter a host name, such as api.example.com, without https')).toBeVisible()
    expect(screen.getByLabelText('Password')).toHaveFocus()
    expect(screen.getByLabelText('Username')).toHaveValue('zis')
    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'password')
    expect(await axe(document.body)).toHaveNoViolations()
  })

  it('says why it was not taken, and has forgotten the secret by then', async () => {
    const { user } = await renderApp({
      at,
      zis: await registered(),
      catalogue: asking(warehouse),
      intercept: ({ url, method }) =>
        method === 'POST' && url.endsWith('/bearer_token') ? new Response('', { status: 503 }) : undefined,
    })

    await user.type(await screen.findByLabelText('Token'), 'warehouse-secret')
    await press(user, 'Connect Warehouse')

    expect(await screen.findByText('Warehouse could not be connected')).toBeVisible()
    expect(screen.getByLabelText('Token')).toHaveValue('')
  })

  const changed = async (isAllowed: boolean) => {
    const zis = await registered()
    await zis.control('PUT /_sim/assumptions', { typedConnectionsChange: isAllowed })
    await zis.admin(`POST ${base}/basic_auth`, {
      name: 'shop',
      username: 'zis',
      password: 'old-secret',
      allowed_domain: 'shop.example',
    })
    return renderApp({ at, zis, catalogue: asking(shop) })
  }

  it.each([
    ['in place', true],
    ['by deleting and creating it where Zendesk cannot change it', false],
  ])('is changed %s', async (_, isAllowed) => {
    const { user, zis } = await changed(isAllowed)

    await press(user, 'Reconnect Shop')
    expect(screen.getByLabelText('Username')).toHaveValue('zis')
    expect(screen.getByLabelText('Password')).toHaveValue('')
    expect(screen.getByText(/Flows that need it fail in between/)).toBeVisible()
    await user.type(screen.getByLabelText('Password'), 'new-secret')
    await press(user, 'Save credential for Shop')

    expect(await screen.findByText('Shop is connected')).toBeInTheDocument()
    expect((await stored(zis))['basic_auth']).toMatchObject([{ name: 'shop', username: 'zis' }])
  })

  it('of another account is saved only after a question', async () => {
    const { user, zis } = await changed(true)

    await press(user, 'Reconnect Shop')
    await user.clear(screen.getByLabelText('Username'))
    await user.type(screen.getByLabelText('Username'), 'somebody')
    await user.type(screen.getByLabelText('Password'), 'new-secret')
    await press(user, 'Save credential for Shop')

    const dialog = within(await screen.findByRole('dialog', { name: 'Reconnect Shop as another account' }))
    expect(dialog.getByText(/The connection used zis, shop.example before/)).toBeVisible()
    expect((await stored(zis))['basic_auth']).toMatchObject([{ username: 'zis' }])
    await user.click(dialog.getByRole('button', { name: 'Reconnect' }))

    expect(await screen.findByText('somebody')).toBeVisible()
  })
})

describe('several accounts of a system', () => {
  it('are added under a name that is made from a label', async () => {
    const { user, zis } = await renderApp({ at, zis: await registered(), catalogue: asking(stores) })

    await press(user, 'Add connection to Stores')
    await user.type(screen.getByLabelText('Label'), 'Köln (Süd)')
    expect(screen.getByText('In Zendesk it is named store_koln_sud.')).toBeVisible()
    await press(user, 'Next')
    await user.type(await screen.findByLabelText('API key'), 'store-secret')
    await user.type(screen.getByLabelText('Allowed domain'), 'koeln.example')
    await press(user, 'Connect store_koln_sud')

    const table = within(await screen.findByRole('table', { name: 'Connections of Stores' }))
    expect(await table.findByRole('button', { name: 'Details of Köln (Süd), store_koln_sud' })).toBeVisible()
    expect(table.getByText('koeln.example')).toBeVisible()
    expect((await stored(zis))['api_key']).toMatchObject([
      { name: 'store_koln_sud', header_name: 'x-api-key' },
    ])
    expect(await axe(document.body)).toHaveNoViolations()
  })

  it('keep their labels, for every admin', async () => {
    const { user, zis } = await renderApp({ at, zis: await registered(), catalogue: asking(stores) })
    await press(user, 'Add connection to Stores')
    await user.type(screen.getByLabelText('Label'), 'Köln (Süd)')
    await press(user, 'Next')
    await user.type(await screen.findByLabelText('API key'), 'store-secret')
    await user.type(screen.getByLabelText('Allowed domain'), 'koeln.example')
    await press(user, 'Connect store_koln_sud')
    await screen.findByRole('table', { name: 'Connections of Stores' })

    cleanup()
    await renderApp({ at, zis, catalogue: asking(stores) })
    const table = within(await screen.findByRole('table', { name: 'Connections of Stores' }))
    expect(
      await table.findByRole('button', { name: 'Details of Köln (Süd), store_koln_sud' }),
    ).toHaveTextContent('Köln (Süd)')
  })

  it('are asked for by the names that the flows use', async () => {
    const { user, zis } = await renderApp({
      at,
      zis: await registered(),
      catalogue: (entry) => {
        const { definition } = asking(stores)(entry)
        const bundle = JSON.stringify(entry.bundle).replaceAll(
          '"connectionName":"slack"',
          '"connectionName":"store_berlin"',
        )
        return { definition, bundle: JSON.parse(bundle) as CatalogueEntry['bundle'] }
      },
    })

    expect(
      await screen.findByText('The flows use these connections, and they are not there yet: store_berlin.'),
    ).toBeVisible()
    await press(user, 'Connect store_berlin')
    await user.type(await screen.findByLabelText('API key'), 'store-secret')
    await user.type(screen.getByLabelText('Allowed domain'), 'berlin.example')
    await press(user, 'Connect store_berlin')

    await screen.findByRole('button', { name: 'Details of store_berlin' })
    expect(screen.queryByText(/they are not there yet/)).not.toBeInTheDocument()
    expect((await stored(zis))['api_key']).toMatchObject([{ name: 'store_berlin' }])
  })

  it('are reconnected and taken away one by one, and the others stay', async () => {
    const zis = await registered()
    for (const name of ['store_berlin', 'store_paris']) {
      await zis.admin(`POST ${base}/api_key`, {
        name,
        header_name: 'x-api-key',
        api_key: 'old-secret',
        allowed_domain: `${name.slice('store_'.length)}.example`,
      })
    }
    const { user } = await renderApp({ at, zis, catalogue: asking(stores) })
    const choose = async (name: string, action: string) => {
      await press(user, `Actions for ${name}`)
      await user.click(await screen.findByRole('menuitem', { name: action }))
    }

    await choose('store_berlin', 'Reconnect')
    await user.type(await screen.findByLabelText('API key'), 'new-secret')
    await press(user, 'Save credential for store_berlin')
    await waitFor(() => expect(screen.queryByLabelText('API key')).not.toBeInTheDocument())

    await choose('store_paris', 'Disconnect')
    const dialog = within(await screen.findByRole('dialog', { name: 'Disconnect store_paris' }))
    await user.click(dialog.getByRole('button', { name: 'Disconnect' }))
    await waitFor(() => expect(screen.queryByText('store_paris')).not.toBeInTheDocument())

    expect((await stored(zis))['api_key']).toMatchObject([
      { name: 'store_berlin', allowed_domain: 'berlin.example' },
    ])
    expect(document.body).not.toHaveTextContent('secret')
  })

  it('cannot take a name that a connection of another kind has', async () => {
    const zis = await registered()
    await zis.admin(`POST ${base}/bearer_token`, {
      name: 'store_berlin',
      token: 'some-secret',
      allowed_domain: 'berlin.example',
    })
    const { user } = await renderApp({ at, zis, catalogue: asking(stores) })

    await press(user, 'Add connection to Stores')
    await user.type(screen.getByLabelText('Label'), 'Berlin')
    await press(user, 'Next')

    expect(
      screen.getByText('A connection named store_berlin exists already. Enter another label'),
    ).toBeVisible()
    expect(screen.getByText('Other kind')).toBeVisible()
  })
})

describe('a connection that is there', () => {
  it('is described in full, with why its name stays', async () => {
    const { user } = await renderApp({ at, zis: await withSlack() })

    await press(user, 'Details of Zendesk')

    const drawer = within(await screen.findByRole('dialog', { name: 'Connection zendesk' }))
    expect(await drawer.findByText('Ada Admin')).toBeVisible()
    expect(drawer.getByText('Read tickets. It cannot change them.')).toBeVisible()
    expect(drawer.getByText('report_status')).toBeVisible()
    expect(drawer.getByText(/The name zendesk cannot be changed/)).toBeVisible()
    expect(drawer.getByText(/Zendesk has no test for a connection/)).toBeVisible()
    expect(await axe(document.body)).toHaveNoViolations()
  })

  it('warns when the person who connected it has left', async () => {
    await renderApp({
      at,
      zis: await withSlack(),
      intercept: ({ url }) =>
        url.includes('/api/v2/users/9001')
          ? Response.json({ user: { name: 'Ann Former', role: 'agent', active: true } })
          : undefined,
    })

    const zendesk = await card('Zendesk')
    expect(await zendesk.findByText('Needs attention')).toBeVisible()
    expect(zendesk.getByText(/no longer an admin of this account/)).toBeVisible()
    expect(zendesk.getByText('Ann Former')).toBeVisible()
  })

  it('is disconnected after the flows that stop were named', async () => {
    const { user, zis, toasts } = await renderApp({ at, zis: await withSlack() })

    await press(user, 'Disconnect Slack')
    const dialog = within(await screen.findByRole('dialog', { name: 'Disconnect slack' }))
    expect(dialog.getByText('report_status')).toBeVisible()
    expect(dialog.getByText(/Settings and job specs stay/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Disconnect' }))

    expect(await (await card('Slack')).findByText('Not connected')).toBeVisible()
    expect(toasts).toContain('slack is disconnected')
    expect((await stored(zis))['oauth']).toMatchObject([{ name: 'zendesk' }])
  })

  it('stays, and says how to be rid of it, where Zendesk does not delete it', async () => {
    const { user } = await renderApp({
      at,
      zis: await withSlack(),
      intercept: ({ method }) => (method === 'DELETE' ? new Response('', { status: 405 }) : undefined),
    })

    await press(user, 'Disconnect Slack')
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Disconnect' }))

    expect(await dialog.findByText('slack is still connected')).toBeVisible()
    expect(dialog.getByText(/Revoke the permission in the other system/)).toBeVisible()
  })

  it('is reconnected as somebody else only after a question, and keeps its name', async () => {
    const zis = await withSlack()
    const all = await stored(zis)
    const oauth = (all['oauth'] as object[]).map((row) => ({ ...row, created_by: '7777' }))
    const { user, page } = await renderApp({
      at,
      zis,
      intercept: ({ url }) =>
        url.includes('/connections/all') ? Response.json({ ...all, oauth }) : undefined,
    })
    const windows = fakeWindows(zis)

    await press(user, 'Reconnect Zendesk')
    const dialog = within(await screen.findByRole('dialog', { name: 'Reconnect Zendesk as another account' }))
    expect(windows.opened).toEqual([])
    page.intercept = undefined
    await user.click(dialog.getByRole('button', { name: 'Reconnect' }))
    await screen.findByText('Finish signing in to Zendesk in the other window')
    await windows.finish()

    expect(await screen.findByText('Zendesk is connected')).toBeInTheDocument()
  })

  it('asks whether to keep a sign-in that came back as somebody else', async () => {
    const zis = await withSlack()
    const { user, page } = await renderApp({ at, zis })
    const windows = fakeWindows(zis)
    const shown = await zis.admin('GET /api/services/zis/connections/slack_status?name=zendesk')

    await press(user, 'Reconnect Zendesk')
    await screen.findByText('Finish signing in to Zendesk in the other window')
    page.intercept = ({ url }) =>
      url.endsWith('/connections/slack_status?name=zendesk')
        ? Response.json({ ...shown.body, created_by: '7777' })
        : undefined
    await windows.finish()

    expect(await screen.findByText('Zendesk is connected as another account than before')).toBeVisible()
    await press(user, 'Keep this account')
    await waitFor(() => expect(screen.queryByText(/as another account than before/)).toBeNull())
  })
})

it('signs in by itself with the client’s own credentials, without a window', async () => {
  const zis = await registered()
  const grown: ConnectionDefinition = {
    kind: 'oauth',
    name: 'robot',
    title: 'Robot',
    reason: 'It works by itself.',
    required: true,
    grant_type: 'client_credentials',
    scopes: [{ scope: 'tickets:read', means: 'Read tickets.' }],
    client: {
      name: 'robot',
      token_url: 'https://acme.zendesk.com/oauth/tokens',
      default_scopes: 'tickets:read',
      how_to_get: 'Create a confidential OAuth client in Admin Center.',
    },
  }
  const { user } = await renderApp({ at, zis, catalogue: asking(grown) })
  const made = await zis.admin('POST /api/v2/oauth/clients', {
    client: { name: 'Robot', identifier: 'robot', kind: 'confidential' },
  })
  const { identifier, secret } = made.body['client'] as { identifier: string; secret: string }

  await user.type(await screen.findByLabelText('Client ID'), identifier)
  await user.type(screen.getByLabelText('Client secret'), secret)
  await press(user, 'Save client')
  await press(user, 'Connect Robot')

  expect(await screen.findByText('Robot is connected')).toBeInTheDocument()
})

it('lists what nobody asks for, so that it can be removed', async () => {
  const zis = await registered()
  await zis.admin(`POST ${base}/api_key`, {
    name: 'forgotten',
    header_name: 'x-key',
    api_key: 'some-secret',
    allowed_domain: 'old.example',
  })
  await renderApp({ at, zis, catalogue: asking() })

  const table = within(await screen.findByRole('table', { name: 'Other connections' }))
  expect(table.getByText('forgotten')).toBeVisible()
})

it('shows an error and not an empty list when the connections cannot be read', async () => {
  const { user, page } = await renderApp({
    at,
    zis: await withSlack(),
    intercept: ({ url }) =>
      url.includes('/connections/all') ? new Response('', { status: 500 }) : undefined,
  })

  expect(await screen.findByText('The connections could not be loaded')).toBeVisible()
  page.intercept = undefined
  await press(user, 'Retry')

  expect(await card('Slack')).toBeDefined()
})
