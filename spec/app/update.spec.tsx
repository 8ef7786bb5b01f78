import { screen, waitFor, within } from '@testing-library/react'
import { axe } from 'jest-axe'
import type { CatalogueEntry } from '../../src/zis/definition'
import type { JsonObject } from '../../src/zis/json'
import { renderApp, stopApp } from '../support/render-app'
import { installSlackStatus } from '../support/install-slack-status'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/integrations/slack_status'

async function installed() {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  return zis
}

/** A later version of the app: another way to Slack, and one more job spec. */
function later({ definition, bundle }: CatalogueEntry): CatalogueEntry {
  const changed = JSON.parse(
    JSON.stringify(bundle).replace('api/chat.postMessage', 'api/chat.postEphemeral'),
  ) as JsonObject & { resources: Record<string, JsonObject> }
  const spec = Object.values(changed.resources).find(({ type }) => type === 'ZIS::JobSpec')!
  const properties = {
    ...(spec['properties'] as JsonObject),
    name: 'on_priority_changed',
    event_type: 'ticket.PriorityChanged',
  }
  changed.resources['on_priority_changed'] = { type: 'ZIS::JobSpec', properties }
  return { definition: { ...definition, version: '1.1.0' }, bundle: changed }
}

async function onServer(zis: TestZis): Promise<string> {
  const list = await zis.admin('GET /api/services/zis/registry/slack_status/bundles')
  const [{ uuid }] = list.body['bundles'] as [{ uuid: string }]
  return (await zis.admin(`GET /api/services/zis/registry/slack_status/bundles/${uuid}`)).text
}

async function running(zis: TestZis): Promise<string[]> {
  const { body } = await zis.admin('GET /api/services/zis/registry/slack_status/job_specs')
  const specs = body['job_specs'] as Array<{ name: string; installed: boolean }>
  return specs.filter((spec) => spec.installed).map(({ name }) => name)
}

it('shows nothing of an update while the server holds what the app brought', async () => {
  await renderApp({ zis: await installed(), at })

  expect(await screen.findByText('In sync: Zendesk holds the same content')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Update integration' })).not.toBeInTheDocument()
})

it('shows what would change, updates, and undoes it', async () => {
  const zis = await installed()
  const { user } = await renderApp({ zis, at, catalogue: later })

  await user.click(await screen.findByRole('button', { name: 'post_message, changed' }))
  expect(await screen.findByText(/postEphemeral/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'on_priority_changed, added' })).toBeVisible()
  expect(await axe(document.body)).toHaveNoViolations()

  await user.click(screen.getByRole('button', { name: 'Update integration' }))
  expect(await screen.findByText('The integration is updated')).toBeVisible()
  expect(await onServer(zis)).toContain('postEphemeral')
  expect(await running(zis)).toEqual(['on_priority_changed', 'on_status_changed'])

  await user.click(screen.getByRole('button', { name: 'Undo update' }))
  expect(await screen.findByText('The update is undone')).toBeVisible()
  expect(await onServer(zis)).not.toContain('postEphemeral')
  expect(await running(zis)).toEqual(['on_status_changed'])
})

it('offers to uninstall a job spec that the new bundle no longer has', async () => {
  const zis = await installed()
  const older = JSON.parse(await onServer(zis)) as JsonObject & { resources: Record<string, JsonObject> }
  const spec = Object.values(older.resources).find(({ type }) => type === 'ZIS::JobSpec')!
  older.resources['old_spec'] = {
    type: 'ZIS::JobSpec',
    properties: { ...(spec['properties'] as JsonObject), name: 'old_spec' },
  }
  await zis.admin('POST /api/services/zis/registry/slack_status/bundles', {
    zis_template_version: older['zis_template_version'],
    name: older['name'],
    description: older['description'],
    resources: older.resources,
  })
  await zis.admin(
    'POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:slack_status:job_spec:old_spec',
  )
  const { user } = await renderApp({ zis, at })
  await user.click(await screen.findByRole('button', { name: 'Update integration' }))
  await screen.findByText('The integration is updated')
  expect(await running(zis)).toEqual(['old_spec', 'on_status_changed'])

  await user.click(await screen.findByRole('button', { name: 'Uninstall old_spec' }))

  await waitFor(() =>
    expect(screen.queryByRole('button', { name: 'Uninstall old_spec' })).not.toBeInTheDocument(),
  )
  expect(await running(zis)).toEqual(['on_status_changed'])
})

it('keeps the way back when the admin has looked at another page', async () => {
  const { user } = await renderApp({ zis: await installed(), at, catalogue: later })
  await user.click(await screen.findByRole('button', { name: 'Update integration' }))
  await screen.findByText('The integration is updated')

  await user.click(screen.getByRole('link', { name: 'All integrations' }))
  await user.click(await screen.findByRole('button', { name: 'Manage Slack status messages' }))

  expect(await screen.findByRole('button', { name: 'Undo update' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Download old bundle' })).toBeVisible()
})

it('says which part of an update did not work, and lets it be retried', async () => {
  const { user, page } = await renderApp({
    zis: await installed(),
    at,
    catalogue: later,
    intercept: ({ url, method }) =>
      method === 'POST' && url.includes('/job_specs/install') ? new Response('', { status: 500 }) : undefined,
  })
  await user.click(await screen.findByRole('button', { name: 'Update integration' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Not everything is in place')

  page.intercept = undefined
  const rows = within(screen.getByRole('list', { name: 'Resources' }))
  await user.click(await rows.findByRole('button', { name: 'Retry Job spec on_priority_changed' }))
  await user.click(await rows.findByRole('button', { name: 'Retry Job spec on_status_changed' }))

  expect(await screen.findByText('The integration is updated')).toBeVisible()
})
