import { screen, waitFor, within } from '@testing-library/react'
import { axe } from 'jest-axe'
import type { CatalogueEntry } from '../../src/zis/definition'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/integrations/slack_status/settings'
const configs = '/api/services/zis/integrations/slack_status/configs' as const

async function registered() {
  const zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/slack_status', { description: 'Slack' })
  return zis
}

it('lists what is wrong above the form and at each field, and saves nothing', async () => {
  const { user, zis } = await renderApp({ at, zis: await registered() })

  const channel = await screen.findByLabelText('Channel')
  await user.clear(channel)
  await user.type(channel, 'support please')
  for (const status of ['Open', 'Pending', 'On-hold', 'Solved'])
    await user.click(screen.getByLabelText(status))
  await user.click(screen.getByRole('button', { name: 'Save' }))

  const [alert] = await screen.findAllByRole('alert')
  expect(alert).toHaveTextContent('Some settings need a change')
  expect(within(alert!).getAllByRole('listitem')).toHaveLength(2)
  expect(channel).toHaveValue('support please')
  expect(screen.getByText('Select at least 1')).toBeVisible()
  expect((await zis.admin(`GET ${configs}?filter[scope]=slack_status`)).status).toBe(404)
  expect(await axe(document.body)).toHaveNoViolations()
})

it('creates the settings at the first save and replaces them at the next', async () => {
  const { user, zis, toasts } = await renderApp({ at, zis: await registered() })
  const save = async (channel: string) => {
    const field = await screen.findByLabelText('Channel')
    await user.clear(field)
    await user.type(field, channel)
    await user.click(screen.getByRole('button', { name: 'Save' }))
  }

  await save('#first')
  expect(await screen.findByText(/^Last saved/)).toBeVisible()
  await save('#second')
  await screen.findByText('Settings saved')

  const stored = await zis.admin(`GET ${configs}?filter[scope]=slack_status`)
  expect(stored.body['configs']).toMatchObject([{ config: { channel: '#second' } }])
  expect(toasts).toEqual(['Settings saved', 'Settings saved'])
})

it('asks before it overwrites also when the stored settings were read again meanwhile', async () => {
  const zis = await registered()
  const more = { scope: 'more', title: 'More', schema: { type: 'object', properties: {} }, order: [] }
  const catalogue = ({ definition, ...entry }: CatalogueEntry): CatalogueEntry => ({
    ...entry,
    definition: { ...definition, settings: [...definition.settings, more] },
  })
  await zis.admin(`POST ${configs}`, {
    scope: 'slack_status',
    config: { channel: '#one', statuses: ['open'] },
  })
  const { user } = await renderApp({ at, zis, catalogue })
  const channel = await screen.findByLabelText('Channel')
  await user.clear(channel)
  await user.type(channel, '#mine')
  await zis.admin(`PUT ${configs}/slack_status`, { config: { channel: '#theirs', statuses: ['new'] } })

  // What is saved beside it reads everything again.
  const [mine, others] = screen.getAllByRole('button', { name: 'Save' })
  await user.click(others!)
  await screen.findByText('Settings saved')
  await user.click(mine!)

  expect(await screen.findByText('Someone else changed these settings')).toBeVisible()
  const stored = await zis.admin(`GET ${configs}?filter[scope]=slack_status`)
  expect(stored.body['configs']).toMatchObject([{ config: { channel: '#theirs' } }])
})

it('asks before it overwrites what somebody else has saved meanwhile', async () => {
  const zis = await registered()
  await zis.admin(`POST ${configs}`, {
    scope: 'slack_status',
    config: { channel: '#one', statuses: ['open'] },
  })
  const { user } = await renderApp({ at, zis })
  const channel = await screen.findByLabelText('Channel')
  zis.clock.advance(60_000)
  await zis.admin(`PUT ${configs}/slack_status`, { config: { channel: '#theirs', statuses: ['new'] } })

  await user.clear(channel)
  await user.type(channel, '#mine')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Someone else changed these settings')).toBeVisible()
  expect(screen.getByRole('row', { name: 'Channel #mine #theirs' })).toBeVisible()
  expect(screen.getByRole('row', { name: 'Statuses to report Open New' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Load their version' }))

  expect(channel).toHaveValue('#theirs')
  const stored = await zis.admin(`GET ${configs}?filter[scope]=slack_status`)
  expect(stored.body['configs']).toMatchObject([{ config: { channel: '#theirs' } }])
})

it('shows no form while the stored settings cannot be read: its defaults would replace them', async () => {
  await renderApp({
    at,
    zis: await registered(),
    intercept: ({ url }) =>
      /scope%5D=slack_status/.test(url) ? new Response('', { status: 503 }) : undefined,
  })

  expect(await screen.findByText('The settings could not be loaded')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument()
})

it('holds a page with unsaved changes until the admin has decided', async () => {
  const { user } = await renderApp({ at, zis: await registered() })

  await user.type(await screen.findByLabelText('Channel'), '-two')
  await user.click(screen.getByRole('tab', { name: 'Flows' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Go back' }))
  expect(screen.getByLabelText('Channel')).toHaveValue('#support-two')

  await user.click(screen.getByRole('tab', { name: 'Flows' }))
  await user.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Leave without saving' }),
  )
  expect(await screen.findByRole('heading', { name: 'Job specs' })).toBeVisible()
})

it('refuses a value that looks like a secret: settings are not encrypted', async () => {
  const { user, zis } = await renderApp({
    at,
    zis: await registered(),
    catalogue: (entry) => {
      const [settings] = entry.definition.settings
      const schema = { type: 'object', properties: { api_key: { type: 'string', title: 'Key' } } }
      return {
        ...entry,
        definition: { ...entry.definition, settings: [{ ...settings!, schema, order: [] }] },
      }
    },
  })

  await user.type(await screen.findByLabelText('Key'), 'abc123')
  await user.click(screen.getByRole('button', { name: 'Save' }))

  expect((await screen.findAllByRole('alert'))[0]).toHaveTextContent('This looks like a secret')
  expect((await zis.admin(`GET ${configs}?filter[scope]=slack_status`)).status).toBe(404)
})

it('puts the values of a file into the form, and saves them only when told to', async () => {
  const { user, zis } = await renderApp({ at, zis: await registered() })
  const file = (config: object) =>
    new File([JSON.stringify({ scope: 'slack_status', config })], 'settings.json', {
      type: 'application/json',
    })

  await user.upload(await screen.findByLabelText('File with settings'), file({ channel: 'xoxb-1-secret' }))
  expect(await screen.findByText(/These values look like secrets: channel/)).toBeVisible()
  expect(screen.getByLabelText('Channel')).toHaveValue('#support')

  await user.upload(
    screen.getByLabelText('File with settings'),
    file({ channel: '#sales', statuses: ['new'] }),
  )
  const preview = within(await screen.findByRole('dialog', { name: 'Import settings' }))
  expect(preview.getByRole('row', { name: 'Channel #support #sales' })).toBeVisible()
  expect(screen.getByLabelText('Channel')).toHaveValue('#support')
  await user.click(preview.getByRole('button', { name: 'Import settings' }))
  await waitFor(() => expect(screen.getByLabelText('Channel')).toHaveValue('#sales'))
  expect((await zis.admin(`GET ${configs}?filter[scope]=slack_status`)).status).toBe(404)
  await user.click(screen.getByRole('button', { name: 'Save' }))

  expect(await screen.findByText(/^Last saved/)).toBeVisible()
  const stored = await zis.admin(`GET ${configs}?filter[scope]=slack_status`)
  expect(stored.body['configs']).toMatchObject([{ config: { channel: '#sales', statuses: ['new'] } }])
})

describe('settings of several scopes', () => {
  const twoScopes = (entry: CatalogueEntry): CatalogueEntry => {
    const [settings] = entry.definition.settings
    const schema = { type: 'object', properties: { note: { type: 'string', title: 'Note' } } }
    const second = { ...settings!, scope: 'second', title: 'Second', schema, order: [] }
    return { ...entry, definition: { ...entry.definition, settings: [settings!, second] } }
  }

  it('hold the page while any of their forms is not saved', async () => {
    const { user } = await renderApp({ at, zis: await registered(), catalogue: twoScopes })
    const second = within(await screen.findByRole('form', { name: 'Second' }))

    await user.type(screen.getByLabelText('Channel'), '-two')
    await user.type(second.getByLabelText('Note'), 'x')
    await user.click(second.getByRole('button', { name: 'Save' }))
    await second.findByText(/^Last saved/)
    await user.click(screen.getByRole('tab', { name: 'Flows' }))

    expect(await screen.findByRole('dialog', { name: 'Unsaved changes' })).toBeVisible()
  })
})

describe('the history of the settings', () => {
  it('says who saved what, and takes a change back by another one', async () => {
    const { user, zis } = await renderApp({ at, zis: await registered() })
    const channel = await screen.findByLabelText('Channel')
    for (const name of ['#first', '#second']) {
      await user.clear(channel)
      await user.type(channel, name)
      await user.click(screen.getByRole('button', { name: 'Save' }))
      await waitFor(async () => {
        const { body } = await zis.admin(`GET ${configs}?filter[scope]=zis_console_history`)
        expect(JSON.stringify(body)).toContain(`"after":{"channel":"${name}"`)
      })
    }
    await user.click(screen.getByRole('button', { name: 'History' }))
    const drawer = within(await screen.findByRole('dialog', { name: 'History of Messages' }))
    expect(await drawer.findAllByRole('heading', { level: 3, name: /saved by Ada Admin/ })).toHaveLength(2)
    expect(drawer.getByRole('row', { name: 'Channel #first #second' })).toBeVisible()
    await user.click(drawer.getAllByRole('button', { name: /^Undo/ })[0]!)

    expect(await drawer.findByRole('heading', { level: 3, name: /undone by Ada Admin/ })).toBeVisible()
    const stored = await zis.admin(`GET ${configs}?filter[scope]=slack_status`)
    expect(stored.body['configs']).toMatchObject([{ config: { channel: '#first' } }])
  })

  it('is not what a save depends on: that it was not kept is told', async () => {
    const { user, zis } = await renderApp({
      at,
      zis: await registered(),
      intercept: ({ url }) =>
        /zis_console_history/.test(decodeURIComponent(url)) ? new Response('', { status: 503 }) : undefined,
    })
    await screen.findByLabelText('Channel')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByText('The settings are saved, but not in the history')).toBeVisible()
    expect((await zis.admin(`GET ${configs}?filter[scope]=slack_status`)).status).toBe(200)
  })
})

it('leaves alone what a flow writes meanwhile, and asks nobody about it', async () => {
  const zis = await registered()
  await zis.admin(`POST ${configs}`, {
    scope: 'slack_status',
    config: { channel: '#one', statuses: ['open'], cursor: 1 },
  })
  const { user } = await renderApp({ at, zis })
  const channel = await screen.findByLabelText('Channel')
  zis.clock.advance(60_000)
  await zis.admin(`PATCH ${configs}/slack_status`, { config: { cursor: 2 } })
  await user.clear(channel)
  await user.type(channel, '#mine')
  await user.click(screen.getByRole('button', { name: 'Save' }))

  await screen.findByText('Settings saved')
  const stored = await zis.admin(`GET ${configs}?filter[scope]=slack_status`)
  expect(stored.body['configs']).toMatchObject([{ config: { channel: '#mine', cursor: 2 } }])
})
