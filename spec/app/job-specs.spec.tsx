import { screen, waitFor, within } from '@testing-library/react'
import type { JsonObject } from '../../src/zis/json'
import { renderApp, stopApp } from '../support/render-app'
import { installSlackStatus, slackStatusBundle } from '../support/install-slack-status'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/integrations/slack_status/flows'

async function installed() {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  return zis
}

/** Adds a second job spec for the same flow to the bundle on the server, on or off. */
async function addJobSpec(zis: TestZis, name: string, isOn: boolean) {
  const bundle = slackStatusBundle('slack_status') as JsonObject & { resources: Record<string, JsonObject> }
  const spec = Object.values(bundle.resources).find(({ type }) => type === 'ZIS::JobSpec')!
  const properties = { ...(spec['properties'] as JsonObject), name, event_type: 'ticket.PriorityChanged' }
  bundle.resources[name] = { type: 'ZIS::JobSpec', properties }
  await zis.admin('POST /api/services/zis/registry/slack_status/bundles', bundle)
  for (const each of isOn ? ['on_status_changed', name] : ['on_status_changed']) await install(zis, each)
}

const install = (zis: TestZis, name: string) =>
  zis.admin(
    `POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:slack_status:job_spec:${name}`,
  )

async function running(zis: TestZis): Promise<string[]> {
  const { body } = await zis.admin('GET /api/services/zis/registry/slack_status/job_specs')
  const specs = body['job_specs'] as Array<{ name: string; installed: boolean }>
  return specs.filter((spec) => spec.installed).map(({ name }) => name)
}

it('switches one job spec off and on', async () => {
  const { user, zis } = await renderApp({ zis: await installed(), at })

  await user.click(await screen.findByRole('button', { name: 'Deactivate on_status_changed' }))
  await screen.findByRole('button', { name: 'Activate on_status_changed' })
  expect(await running(zis)).toEqual([])

  await user.click(screen.getByRole('button', { name: 'Activate on_status_changed' }))
  await screen.findByRole('button', { name: 'Deactivate on_status_changed' })
  expect(await running(zis)).toEqual(['on_status_changed'])
})

it('pauses everything, and resumes exactly what ran', async () => {
  const zis = await installed()
  await addJobSpec(zis, 'was_off', false)
  const { user } = await renderApp({ zis, at })

  await user.click(await screen.findByRole('button', { name: 'Pause all' }))
  expect(await screen.findByText('The integration is paused')).toBeVisible()
  expect(screen.getByText(/Resume activates what was active before: on_status_changed\./)).toBeVisible()
  expect(await running(zis)).toEqual([])
  // The button that paused is the one that resumes.
  expect(await screen.findByRole('button', { name: 'Resume' })).toHaveFocus()

  await user.click(screen.getByRole('button', { name: 'Resume' }))
  await waitFor(() => expect(screen.queryByText('The integration is paused')).not.toBeInTheDocument())
  expect(await running(zis)).toEqual(['on_status_changed'])
})

it('lets another admin resume later: the server remembers what ran', async () => {
  const zis = await installed()
  await zis.admin('POST /api/services/zis/integrations/slack_status/configs', {
    scope: 'zis_console',
    config: {
      catalogue: 'slack_status',
      paused: { job_specs: ['on_status_changed'], at: '2026-03-01T09:00:00Z', by: 'Ben' },
    },
  })
  await renderApp({ zis })

  expect(await screen.findByText('Paused', { selector: 'span' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Manage Slack status messages' })).toBeVisible()
})

it('says which job spec is as before, whatever Zendesk has answered', async () => {
  const { user } = await renderApp({
    zis: await installed(),
    at,
    intercept: ({ method }) => (method === 'DELETE' ? new Response(null, { status: 204 }) : undefined),
  })

  await user.click(await screen.findByRole('button', { name: 'Deactivate on_status_changed' }))

  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Zendesk accepted the change, but these job specs are as before: on_status_changed. Try again.',
  )
})

it('asks before it uninstalls what is left over', async () => {
  const zis = await installed()
  await addJobSpec(zis, 'old_spec', true)
  const { user } = await renderApp({ zis, at })

  await user.click(await screen.findByRole('button', { name: 'Uninstall old_spec' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Uninstall old_spec' }))
  expect(await running(zis)).toContain('old_spec')
  await user.click(dialog.getByRole('button', { name: 'Uninstall' }))

  await waitFor(async () => expect(await running(zis)).toEqual(['on_status_changed']))
})

it('forgets the pause when the integration is uninstalled', async () => {
  const zis = await installed()
  const { user } = await renderApp({ zis, at })
  await user.click(await screen.findByRole('button', { name: 'Pause all' }))
  await screen.findByText('The integration is paused')

  await user.click(screen.getByRole('button', { name: 'Actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Uninstall integration' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(await dialog.findByRole('button', { name: 'Uninstall integration' }))
  await dialog.findByText('The integration is uninstalled')

  const record = await zis.admin(
    'GET /api/services/zis/integrations/slack_status/configs?filter[scope]=zis_console',
  )
  expect(record.status).toBe(404)
})
