import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { cleanup, screen, within, waitFor } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { axe } from 'jest-axe'
import { installSlackStatus } from '../support/install-slack-status'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(stopApp)

const read = (file: string) =>
  readFileSync(resolve(__dirname, '../../integrations/slack_status', file), 'utf8')
/** An integration of somebody else, made of one that is known to work. */
const definition = read('integration.json')
  .replace('"Slack status messages"', '"Parcel messages"')
  .replace('"default_key": "slack_status"', '"default_key": "parcels"')
const bundle = read('bundle.json')
const files = (one = definition, other = bundle) => [
  new File([one], 'integration.json', { type: 'application/json' }),
  new File([other], 'bundle.json', { type: 'application/json' }),
]

async function select(user: UserEvent, some: File[], open = 'Import') {
  await user.click(await screen.findByRole(open === 'Import' ? 'button' : 'menuitem', { name: open }))
  await user.upload(await screen.findByLabelText('Select the files of an integration'), some)
}

const scopes = async (zis: TestZis, integration: string) => {
  const { body } = await zis.admin(
    `GET /api/services/zis/integrations/${integration}/configs?filter[scope]=*`,
  )
  return ((body['configs'] ?? []) as Array<{ scope: string }>).map(({ scope }) => scope).sort()
}
const integrations = async (zis: TestZis) =>
  (await zis.admin('GET /api/services/zis/registry/integrations')).body['integrations']

it('shows what is wrong with the files, where, and offers nothing until it is right', async () => {
  const { user, zis } = await renderApp()
  const broken = definition.replace('"kind": "oauth"', '"kind": "oauth2"').replace('"1.0.0"', '"one"')

  await select(user, files(broken, bundle.replace('"resources"', '"resource"')))

  expect(await screen.findByRole('alert')).toHaveTextContent('This cannot be set up')
  const mine = within(screen.getByRole('list', { name: 'Findings in integration.json' }))
  const kind = mine.getByText(/"oauth2" is no kind of connection/).closest('li')!
  expect(kind).toHaveTextContent(/Line 14, column 15\. connection\.kind/)
  expect(mine.getByText(/has not three numbers/)).toHaveTextContent('Warning')
  expect(
    within(screen.getByRole('list', { name: 'Findings in bundle.json' })).getByText(
      /the bundle has no resources/i,
    ),
  ).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Set up' })).not.toBeInTheDocument()
  expect(await integrations(zis)).toEqual([])
  expect(await axe(document.body)).toHaveNoViolations()
})

it('takes a definition to its setup, keeps it with the integration, and shows it to another admin', async () => {
  const { user, zis } = await renderApp()
  await select(user, files())
  expect(await screen.findByText('Parcel messages 1.0.0 can be set up')).toBeVisible()

  await user.click(screen.getByRole('button', { name: 'Set up' }))
  expect(await screen.findByRole('heading', { name: 'Set up Parcel messages' })).toBeVisible()
  expect(screen.getByText('This definition is not kept yet')).toBeVisible()
  expect(await integrations(zis)).toEqual([])

  const key = screen.getByLabelText('Integration key')
  await user.clear(key)
  await user.type(key, 'parcels_eu')
  await user.click(screen.getByRole('button', { name: 'Begin setup' }))
  expect(await screen.findByRole('button', { name: 'Connect Zendesk' })).toBeVisible()
  const kept = ['zis_console', 'zis_console_bundle', 'zis_console_history']
  await waitFor(async () => expect(await scopes(zis, 'parcels_eu')).toEqual(kept))

  cleanup()
  const other = await renderApp({ zis })
  await other.user.click(await screen.findByRole('button', { name: 'Set up Parcel messages' }))
  expect(await screen.findByRole('button', { name: 'Connect Zendesk' })).toBeVisible()
})

it('reads both from one file', async () => {
  const { user } = await renderApp()
  await select(user, [new File([`{"definition": ${definition}, "bundle": ${bundle}}`], 'parcels.json')])
  expect(await screen.findByText('Parcel messages 1.0.0 can be set up')).toBeVisible()
})

it('refuses what no config could keep, and says why', async () => {
  const { user } = await renderApp()
  const long = definition.replace('"description": "', `"description": "${'long '.repeat(60_000)}`)
  await select(user, files(long))
  expect(await screen.findByRole('alert')).toHaveTextContent(/The definition has \d+ KB, and Zendesk stores/)
  expect(screen.queryByRole('button', { name: 'Set up' })).not.toBeInTheDocument()
})

it('refuses translations that no config could keep', async () => {
  const { user } = await renderApp()
  const long = new File([JSON.stringify({ title: 'lang '.repeat(60_000) })], 'de.json')
  await select(user, [...files(), long])
  expect(await screen.findByRole('alert')).toHaveTextContent(/The set of translations has \d+ KB/)
  expect(screen.queryByRole('button', { name: 'Set up' })).not.toBeInTheDocument()
})

it('says so when the definition could not be kept, and loses nothing of it', async () => {
  const { user, page } = await renderApp()
  await select(user, files())
  await user.click(await screen.findByRole('button', { name: 'Set up' }))
  page.intercept = ({ method, url }) =>
    method === 'POST' && url.endsWith('/configs') ? new Response('', { status: 500 }) : undefined
  await user.click(await screen.findByRole('button', { name: 'Begin setup' }))
  expect(await screen.findByText('The setup could not begin')).toBeVisible()

  page.intercept = undefined
  await user.click(screen.getByRole('button', { name: 'Begin setup' }))
  expect(await screen.findByRole('button', { name: 'Connect Zendesk' })).toBeVisible()
})

describe('an imported integration that is installed', () => {
  async function imported() {
    const zis = await startSimulator()
    await installSlackStatus(zis, { channel: '#support', statuses: ['open'] }, 'parcels')
    const record = {
      catalogue: 'file:parcels',
      imported: true,
      definition: JSON.parse(definition) as unknown,
    }
    for (const [scope, config] of [
      ['zis_console', record],
      ['zis_console_bundle', { bundle: JSON.parse(bundle) as unknown }],
    ]) {
      await zis.admin('POST /api/services/zis/integrations/parcels/configs', { scope, config })
    }
    return zis
  }

  it('has the pages of any other, and takes another version, which is deployed by an update', async () => {
    const zis = await imported()
    const { user } = await renderApp({ zis, at: '#/integrations/parcels' })
    expect(await screen.findByText('In sync: Zendesk holds the same content')).toBeVisible()
    expect(screen.getByRole('heading', { level: 1, name: 'Parcel messages' })).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Actions' }))
    const later = definition.replace('"1.0.0"', '"2.0.0"')
    await select(
      user,
      files(later, bundle.replaceAll('api/chat.postMessage', 'api/chat.postEphemeral')),
      'Replace definition',
    )
    expect(await screen.findByText(/Version 2\.0\.0 replaces version 1\.0\.0/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Replace definition' }))

    expect(await screen.findByRole('button', { name: 'post_message, changed' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Update integration' }))
    expect(await screen.findByText('The integration is updated')).toBeVisible()
    expect(await scopes(zis, 'parcels')).toContain('zis_console_bundle')
  })

  it('leaves nothing of it behind when the settings are deleted with it', async () => {
    const zis = await imported()
    const { user } = await renderApp({ zis, at: '#/integrations/parcels' })
    await user.click(await screen.findByRole('button', { name: 'Actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Uninstall integration' }))
    await user.click(await screen.findByLabelText(/Also delete saved settings/))
    await user.click(screen.getByRole('button', { name: 'Uninstall integration' }))
    expect(await screen.findByText('The integration is uninstalled')).toBeVisible()
    expect(await scopes(zis, 'parcels')).toEqual([])
  })

  it('is shown as any other of the account when somebody has broken what was kept', async () => {
    const zis = await imported()
    await zis.admin('PUT /api/services/zis/integrations/parcels/configs/zis_console', {
      config: { catalogue: 'file:parcels', imported: true, definition: { title: 1 } },
    })
    await renderApp({ zis })
    expect(await screen.findByRole('button', { name: 'Manage parcels' })).toBeVisible()
  })
})
