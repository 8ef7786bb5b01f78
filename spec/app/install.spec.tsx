import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { axe } from 'jest-axe'
import { card, deliver, fakeWindows, renderApp, stopApp } from '../support/render-app'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/install/slack_status'
const press = async (user: UserEvent, name: string) => user.click(await screen.findByRole('button', { name }))

async function slackApp(zis: TestZis): Promise<{ client_id: string; client_secret: string }> {
  const { body } = await zis.control('GET /_sim/partners/slack.com')
  return (body['partner'] as unknown as { app: { client_id: string; client_secret: string } }).app
}

/** Up to a Slack connection that is not made yet. */
async function enterClient(user: UserEvent, zis: TestZis) {
  const { client_id, client_secret } = await slackApp(zis)
  await user.type(await screen.findByLabelText('Client ID'), client_id)
  await user.type(screen.getByLabelText('Client secret'), client_secret)
  await press(user, 'Save client')
}

it('leads from nothing to an integration that is active', async () => {
  const { user, zis } = await renderApp()
  const windows = fakeWindows(zis)

  await press(user, 'Set up Slack status messages')
  await press(user, 'Begin setup')
  await press(user, 'Connect Zendesk')
  expect(await screen.findByText('Finish signing in to Zendesk in the other window')).toBeVisible()
  await windows.finish()
  expect(await (await card('Zendesk')).findByText('Connected', { selector: 'span' })).toBeVisible()
  expect(windows.opened[0]!.closed).toBe(true)

  await enterClient(user, zis)
  await press(user, 'Connect Slack')
  await screen.findByText('Finish signing in to Slack in the other window')
  await windows.finish()
  expect(await (await card('Slack')).findByText('Connected', { selector: 'span' })).toBeVisible()
  await press(user, 'Next')

  const channel = await screen.findByLabelText('Channel')
  expect(channel).toHaveValue('#support')
  await user.click(screen.getByLabelText('Closed'))
  await press(user, 'Save')
  await press(user, 'Install integration')

  expect(await screen.findByText('Slack status messages is active')).toBeVisible()
  const rows = within(screen.getByRole('list', { name: 'Resources' }))
  expect(rows.getByText('In sync: Zendesk holds the same content')).toBeVisible()
  expect(rows.getByText('Installed: its events start the flow')).toBeVisible()
  const configs = await zis.admin(
    'GET /api/services/zis/integrations/slack_status/configs?filter[scope]=slack_status',
  )
  expect(configs.body['configs']).toMatchObject([
    { config: { channel: '#support', statuses: ['open', 'pending', 'hold', 'solved', 'closed'] } },
  ])
})

it('offers another key when the name belongs to another account', async () => {
  const { user } = await renderApp({ at })

  const key = await screen.findByLabelText('Integration key')
  await user.clear(key)
  await user.type(key, 'slack')
  await press(user, 'Begin setup')
  expect(await screen.findByText('The integration key is taken')).toBeVisible()
  expect(screen.getByText(/not available for upsert by this account/)).toBeVisible()
  await press(user, 'Use slack_status_acme')

  expect(key).toHaveValue('slack_status_acme')
  await press(user, 'Begin setup')
  expect(await screen.findByRole('button', { name: 'Connect Zendesk' })).toBeVisible()
})

it('refuses a key that ZIS would refuse before anything is sent', async () => {
  const { user, zis } = await renderApp({ at })

  await user.type(await screen.findByLabelText('Integration key'), '!')
  await press(user, 'Begin setup')

  expect(
    await screen.findByText('Use 1 to 64 lowercase letters, digits, hyphens, or underscores'),
  ).toBeVisible()
  expect((await zis.admin('GET /api/services/zis/registry/integrations')).body['integrations']).toEqual([])
})

describe('a sign-in that goes wrong', () => {
  async function begin() {
    const app = await renderApp({ at })
    await press(app.user, 'Begin setup')
    await screen.findByRole('button', { name: 'Connect Zendesk' })
    return app
  }

  it('offers a plain link when the browser blocks the window', async () => {
    const { user } = await begin()
    window.open = () => null

    await press(user, 'Connect Zendesk')

    expect(await screen.findByText('The browser blocked the sign-in window')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Open the sign-in page' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:4500\/oauth\/authorizations\/new\?/),
    )
    expect(screen.getByRole('button', { name: 'Check again for Zendesk' })).toBeVisible()
    expect(await axe(document.body)).toHaveNoViolations()
  })

  it('shows what the other system said when access was denied, and takes a second try', async () => {
    const { user, zis } = await begin()
    const windows = fakeWindows(zis)

    await press(user, 'Connect Zendesk')
    await screen.findByText('Finish signing in to Zendesk in the other window')
    await windows.finish('deny')
    expect(await screen.findByText('Zendesk was not connected')).toBeVisible()
    expect(screen.getByRole('alert')).toHaveTextContent('access_denied')

    await press(user, 'Connect Zendesk')
    await screen.findByText('Finish signing in to Zendesk in the other window')
    await windows.finish('allow')
    expect(await (await card('Zendesk')).findByText('Connected', { selector: 'span' })).toBeVisible()
  })

  it('believes nobody but the window it opened', async () => {
    const { user, zis } = await begin()
    const windows = fakeWindows(zis)

    await press(user, 'Connect Zendesk')
    await screen.findByText('Finish signing in to Zendesk in the other window')
    const id = new URL(windows.opened[0]!.address).searchParams.get('state')
    const forged = { type: 'zis-console.sign-in', id, error: 'forged' }
    deliver(forged, 'https://evil.example', windows.opened[0]!)
    deliver(forged, window.location.origin, window)

    expect(screen.getByText('Finish signing in to Zendesk in the other window')).toBeVisible()
  })

  it('finds a sign-in whose window was lost with Check again', async () => {
    const { user, zis } = await begin()
    const windows = fakeWindows(zis)

    await press(user, 'Connect Zendesk')
    await screen.findByText('Finish signing in to Zendesk in the other window')
    await press(user, 'Check again for Zendesk')
    expect(await screen.findByText('Zendesk is not connected yet')).toBeVisible()
    await windows.finish()
    await press(user, 'Check again for Zendesk')

    expect(await (await card('Zendesk')).findByText('Connected', { selector: 'span' })).toBeVisible()
  })

  it('does not go on while a connection is missing', async () => {
    const { user } = await begin()

    await press(user, 'Next')

    expect(await screen.findByText('Connect Zendesk and Slack, then go to the next step.')).toBeVisible()
    expect(screen.queryByLabelText('Channel')).not.toBeInTheDocument()
  })
})

it('keeps the client secret out of the page once it is sent', async () => {
  const { user, zis } = await renderApp({ at })
  await press(user, 'Begin setup')
  const { client_secret } = await slackApp(zis)

  await enterClient(user, zis)
  await screen.findByRole('button', { name: 'Connect Slack' })
  await press(user, 'Edit client')

  expect(screen.getByLabelText('Client secret')).toHaveValue('')
  expect(document.documentElement.outerHTML).not.toContain(client_secret)
})

it('shows a job spec of an older bundle that still starts its flow', async () => {
  const zis = await startSimulator()
  const old = {
    name: 'older',
    zis_template_version: '2019-10-14',
    resources: {
      flow: {
        type: 'ZIS::Flow',
        properties: {
          name: 'old_flow',
          definition: { StartAt: 'End', States: { End: { Type: 'Succeed' } } },
        },
      },
      spec: {
        type: 'ZIS::JobSpec',
        properties: {
          name: 'old_spec',
          event_source: 'support',
          event_type: 'ticket.StatusChanged',
          flow_name: 'zis:slack_status:flow:old_flow',
        },
      },
    },
  }
  await zis.admin('POST /api/services/zis/registry/slack_status', {})
  await zis.admin('POST /api/services/zis/registry/slack_status/bundles', old)
  await zis.admin(
    'POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:slack_status:job_spec:old_spec',
  )
  const { user } = await renderApp({ zis, at: '#/integrations/slack_status/flows' })

  expect(await screen.findByText('Left over')).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'All integrations' }))
  expect(await screen.findByText('Needs attention', { selector: 'span' })).toBeVisible()
})

it('takes a mark off the integration key once it is changed', async () => {
  const { user } = await renderApp({ at })
  const key = await screen.findByLabelText('Integration key')
  await user.clear(key)
  await user.type(key, 'slack')
  await press(user, 'Begin setup')
  await screen.findByText('The integration key is taken')

  await user.type(key, '_2')

  expect(key).toBeValid()
  expect(screen.queryByText('The integration key is taken')).not.toBeInTheDocument()
})

it('takes no key of another integration of the account, and warns of one that is there already', async () => {
  const zis = await startSimulator()
  for (const key of ['orders', 'by_hand']) await zis.admin(`POST /api/services/zis/registry/${key}`, {})
  await zis.admin('POST /api/services/zis/integrations/orders/configs', {
    scope: 'zis_console',
    config: { catalogue: 'orders' },
  })
  const { user } = await renderApp({ zis, at })
  const key = await screen.findByLabelText('Integration key')

  await user.clear(key)
  await user.type(key, 'by_hand')
  expect(screen.getByText(/Your account has an integration with this key/)).toBeVisible()
  await user.clear(key)
  await user.type(key, 'orders')
  await press(user, 'Begin setup')

  expect(await screen.findByText(/Another integration of your account has this key/)).toBeVisible()
  const record = await zis.admin(
    'GET /api/services/zis/integrations/orders/configs?filter[scope]=zis_console',
  )
  expect(record.body['configs']).toMatchObject([{ config: { catalogue: 'orders' } }])
})

it('tells a wrong client secret from a permission that was not given', async () => {
  const { user, zis } = await renderApp({ at })
  const windows = fakeWindows(zis)
  await press(user, 'Begin setup')
  await user.type(await screen.findByLabelText('Client ID'), (await slackApp(zis)).client_id)
  await user.type(screen.getByLabelText('Client secret'), 'not-the-secret')
  await press(user, 'Save client')

  await press(user, 'Connect Slack')
  await screen.findByText('Finish signing in to Slack in the other window')
  await windows.finish()

  expect(await screen.findByText(/check its ID and secret under Edit client/)).toBeVisible()
  expect(screen.queryByText(/permission was not given/)).not.toBeInTheDocument()
})

it('moves the focus along with the steps', async () => {
  const { user } = await renderApp({ at })

  await press(user, 'Begin setup')

  expect(await screen.findByRole('group', { name: 'Connect' })).toHaveFocus()
  expect(screen.getByRole('listitem', { current: 'step' })).toHaveTextContent(/^1Connect/)
})
