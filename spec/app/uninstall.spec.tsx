import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { axe } from 'jest-axe'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/integrations/slack_status/overview'
const registry = '/api/services/zis/registry' as const
const scopes = '/api/services/zis/integrations/slack_status/configs?filter[scope]=*' as const

async function installed() {
  const zis = await startSimulator()
  const bundle = readFileSync(resolve(__dirname, '../../integrations/slack_status/bundle.json'), 'utf8')
  await zis.admin(`POST ${registry}/slack_status`, { description: 'Slack' })
  await zis.admin(
    `POST ${registry}/slack_status/bundles`,
    JSON.parse(bundle.replaceAll('{{integration}}', 'slack_status')),
  )
  await zis.admin(
    `POST ${registry}/job_specs/install?job_spec_name=zis:slack_status:job_spec:on_status_changed`,
  )
  await zis.admin('POST /api/services/zis/integrations/slack_status/configs', {
    scope: 'slack_status',
    config: { channel: '#support', statuses: ['open'] },
  })
  return zis
}

async function ask(user: UserEvent) {
  await user.click(await screen.findByRole('button', { name: 'Actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Uninstall integration' }))
  return within(await screen.findByRole('dialog'))
}

it('says what stops, what is deleted and what stays, before it does anything', async () => {
  const { user, zis } = await renderApp({ at, zis: await installed() })

  const dialog = await ask(user)
  expect(
    await dialog.findByText('The job spec on_status_changed: its events start no more flows.'),
  ).toBeVisible()
  expect(dialog.getByText('The saved settings, for the next install.')).toBeVisible()
  expect(dialog.getByText(/Zendesk cannot delete them/)).toBeVisible()
  expect(await axe(document.body)).toHaveNoViolations()
  await user.click(dialog.getByRole('button', { name: 'Cancel' }))

  const specs = await zis.admin(`GET ${registry}/slack_status/job_specs`)
  expect(specs.body['job_specs']).toMatchObject([{ installed: true }])
})

it('stops the flows and keeps the settings', async () => {
  const { user, zis } = await renderApp({ at, zis: await installed() })

  const dialog = await ask(user)
  await user.click(await dialog.findByRole('button', { name: 'Uninstall integration' }))

  expect(await dialog.findByText('The integration is uninstalled')).toBeVisible()
  expect(dialog.getByText('Saved settings').parentElement).toHaveTextContent('Saved settings slack_status.')
  expect((await zis.admin(`GET ${registry}/slack_status/job_specs`)).body['job_specs']).toMatchObject([
    { installed: false },
  ])
  await waitFor(async () =>
    expect((await zis.admin(`GET ${scopes}`)).body['configs']).toMatchObject([
      { scope: 'slack_status' },
      { config: { changes: [{ what: 'uninstalled', who: 'Ada Admin', outcome: 'done' }] } },
    ]),
  )
})

it('deletes the settings too when that is asked for', async () => {
  const { user, zis } = await renderApp({ at, zis: await installed() })

  const dialog = await ask(user)
  await user.click(await dialog.findByLabelText('Also delete saved settings'))
  await user.click(dialog.getByRole('button', { name: 'Uninstall integration' }))
  await dialog.findByText('The integration is uninstalled')

  expect((await zis.admin(`GET ${scopes}`)).status).toBe(404)
})

it('goes on after a failure and does the failed rows again', async () => {
  const { user, zis, page } = await renderApp({ at, zis: await installed() })
  page.intercept = ({ method, url }) =>
    method === 'DELETE' && url.includes('job_specs') ? new Response('', { status: 500 }) : undefined

  const dialog = await ask(user)
  await user.click(await dialog.findByLabelText('Also delete saved settings'))
  await user.click(dialog.getByRole('button', { name: 'Uninstall integration' }))
  expect(await dialog.findByText('Not everything was removed')).toBeVisible()
  expect((await zis.admin(`GET ${scopes}`)).status).toBe(404)
  page.intercept = undefined
  await user.click(dialog.getByRole('button', { name: 'Retry failed' }))

  expect(await dialog.findByText('The integration is uninstalled')).toBeVisible()
})

it('offers the settings as a file before they are deleted', async () => {
  const files: Array<{ name: string; content: Promise<string> }> = []
  URL.createObjectURL = (file) => {
    files.push({ name: '', content: (file as Blob).text() })
    return 'blob:settings'
  }
  URL.revokeObjectURL = () => undefined
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    files.at(-1)!.name = this.download
  }
  const { user } = await renderApp({ at, zis: await installed() })

  const dialog = await ask(user)
  await user.click(await dialog.findByRole('button', { name: 'Download settings' }))

  expect(files[0]!.name).toBe('slack_status.settings.json')
  expect(JSON.parse(await files[0]!.content)).toEqual({
    integration: 'slack_status',
    configs: [{ scope: 'slack_status', config: { channel: '#support', statuses: ['open'] } }],
  })
})

it('removes webhooks, connections of every kind and OAuth clients, in the order in which they depend', async () => {
  const zis = await installed()
  const base = '/api/services/zis'
  await zis.admin(`POST ${base}/inbound_webhooks/generic/slack_status`, {
    source_system: 'shop',
    event_type: 'order.paid',
  })
  await zis.admin(`POST ${base}/integrations/slack_status/connections/basic_auth`, {
    name: 'shop',
    username: 'zis',
    password: 'some-secret',
    allowed_domain: 'shop.example',
  })
  await zis.admin(`POST ${base}/connections/oauth/clients/slack_status`, {
    name: 'slack',
    client_id: 'id',
    client_secret: 'some-secret',
    auth_url: 'https://slack.com/oauth/v2/authorize',
    token_url: 'https://slack.com/api/oauth.v2.access',
  })
  const { user } = await renderApp({ at, zis })

  const dialog = await ask(user)
  expect(await dialog.findByText(/The inbound webhook shop, order.paid/)).toBeVisible()
  expect(dialog.getByText(/The connection shop and the credential/)).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Uninstall integration' }))
  expect(await dialog.findByText('The integration is uninstalled')).toBeVisible()

  const rows = within(dialog.getByRole('list', { name: 'Removed resources' })).getAllByRole('listitem')
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining('Job spec on_status_changed'),
    expect.stringContaining('Inbound webhook shop, order.paid'),
    expect.stringContaining('Connection shop'),
    expect.stringContaining('OAuth client slack'),
  ])
  const left = await zis.admin(`GET ${base}/integrations/slack_status/connections/all`)
  expect(left.body).toMatchObject({ basic_auth: [], oauth: [] })
  expect((await zis.admin(`GET ${base}/inbound_webhooks/generic/slack_status/all`)).body['webhooks']).toEqual(
    [],
  )
})
