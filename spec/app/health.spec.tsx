import { screen, waitFor, within } from '@testing-library/react'
import { axe } from 'jest-axe'
import type { CatalogueEntry } from '../../src/zis/definition'
import { installSlackStatus } from '../support/install-slack-status'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/integrations/slack_status'

async function installed() {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  return zis
}

const health = async () => within(await screen.findByRole('list', { name: 'Health' }))
const uninstall = (zis: TestZis) =>
  zis.admin(
    'DELETE /api/services/zis/registry/job_specs/install?job_spec_name=zis:slack_status:job_spec:on_status_changed',
  )

it('says when it was last checked, and checks again', async () => {
  const { user, zis } = await renderApp({ zis: await installed(), at })
  await (await health()).findByText('Installed: its events start the flow')
  expect((await screen.findByText('Last checked')).parentElement).toHaveTextContent(
    'Last checked < 1 minute ago',
  )

  await uninstall(zis)
  await user.click(await screen.findByRole('button', { name: 'Check again' }))

  expect(await (await health()).findByText(/Not installed: its events start nothing/)).toBeVisible()
  expect(await axe(document.body)).toHaveNoViolations()
})

it('leads from what is not in place to where it is put right', async () => {
  const zis = await installed()
  await uninstall(zis)
  const { user } = await renderApp({ zis, at })

  await user.click(await (await health()).findByRole('button', { name: 'Go to flows' }))

  expect(await screen.findByRole('tab', { name: 'Flows', selected: true })).toBeVisible()
  expect(await screen.findByRole('button', { name: 'Activate on_status_changed' })).toBeVisible()
})

it('takes what an admin has paused for no fault', async () => {
  const zis = await installed()
  await uninstall(zis)
  await zis.admin('POST /api/services/zis/integrations/slack_status/configs', {
    scope: 'zis_console',
    config: { paused: { job_specs: ['on_status_changed'], at: '2026-03-01T09:00:00Z', by: 'Ben' } },
  })
  await renderApp({ zis, at })

  expect(await (await health()).findByText('Inactive while the integration is paused')).toBeVisible()
  expect(screen.queryByText(/Activate it in Flows/)).not.toBeInTheDocument()
})

it('can be copied as a report, without what is secret', async () => {
  const zis = await installed()
  const { user } = await renderApp({ zis, at })
  await (await health()).findByText('Installed: its events start the flow')
  await uninstall(zis)
  await user.click(await screen.findByRole('button', { name: 'Check again' }))
  await (await health()).findByText(/Not installed/)

  const copied = jest.spyOn(navigator.clipboard, 'writeText')
  await user.click(screen.getByRole('button', { name: 'Copy report' }))
  const report = copied.mock.calls[0]![0]
  expect(report.split('\n')).toEqual([
    'Slack status messages 1.0.0',
    'integration: slack_status',
    'account: acme',
    expect.stringMatching(/^time: \d{4}-\d\d-\d\dT/),
    '',
    'Zendesk: ok, Connected',
    'Slack: ok, Connected',
    'Messages: ok, Saved',
    'Bundle slack_status: ok, In sync: Zendesk holds the same content',
    'Job spec on_status_changed: not ok, Not installed: its events start nothing',
  ])
  expect(report).not.toMatch(/xox|token|secret/i)
})

it('reports what could not be checked as that', async () => {
  const { user } = await renderApp({
    zis: await installed(),
    at,
    intercept: ({ url }) =>
      url.includes('/connections/all') ? new Response('out of order', { status: 503 }) : undefined,
  })
  await (await health()).findAllByText(/Could not check\. Zendesk had an internal error/)

  const copied = jest.spyOn(navigator.clipboard, 'writeText')
  await user.click(screen.getByRole('button', { name: 'Copy report' }))
  expect(copied.mock.calls[0]![0]).toContain('Slack: could not check, server 503 out of order')
})

describe('of a system with several accounts', () => {
  /** The flow posts with one account and reads with another. */
  const stores = ({ definition, bundle }: CatalogueEntry): CatalogueEntry => ({
    definition: {
      ...definition,
      connections: [
        {
          kind: 'bearer_token',
          name: 'store',
          title: 'Stores',
          reason: 'Each store has an account.',
          required: true,
          several: true,
          how_to_get: 'Ask for one.',
        },
      ],
    },
    bundle: JSON.parse(
      JSON.stringify(bundle)
        .replaceAll('"connectionName":"slack"', '"connectionName":"store_berlin"')
        .replaceAll('"connectionName":"zendesk"', '"connectionName":"store_paris"'),
    ) as CatalogueEntry['bundle'],
  })

  it('wants each one that the flows name', async () => {
    const zis = await installed()
    const connect = (name: string) =>
      zis.admin('POST /api/services/zis/integrations/slack_status/connections/bearer_token', {
        name,
        token: 'some-token',
        allowed_domain: 'store.example',
      })
    await connect('store_berlin')
    await connect('store_oslo')
    const { user } = await renderApp({ zis, at, catalogue: stores })

    const rows = await health()
    const paris = () => within(rows.getByText('Stores (store_paris)').closest('li')!)
    await rows.findByText('Stores (store_berlin)')
    expect(await paris().findByText('Not connected. Connect it in Connections.')).toBeVisible()
    expect(rows.queryByText('Stores (store_oslo)')).not.toBeInTheDocument()

    await connect('store_paris')
    await user.click(await screen.findByRole('button', { name: 'Check again' }))
    await waitFor(() => expect(paris().getByText('Connected')).toBeVisible())
  })
})
