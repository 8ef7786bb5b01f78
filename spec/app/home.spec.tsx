import { screen, within } from '@testing-library/react'
import { axe } from 'jest-axe'
import { installSlackStatus } from '../support/install-slack-status'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator } from '../support/start-simulator'

afterEach(stopApp)

it('shows each integration that came with the app, what it does and how it stands', async () => {
  await renderApp()

  expect(await screen.findByRole('heading', { level: 2, name: 'Slack status messages' })).toBeVisible()
  expect(
    screen.getByText('Posts a message in a Slack channel when the status of a ticket changes.'),
  ).toBeVisible()
  expect(screen.getByText('Not set up', { selector: 'span' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Set up Slack status messages' })).toBeVisible()
  expect(await axe(document.body)).toHaveNoViolations()
})

it('says why the list is missing, and shows it after a retry', async () => {
  const { user, page } = await renderApp({ intercept: () => new Response('', { status: 500 }) })

  expect(await screen.findByRole('alert')).toHaveTextContent('Zendesk had an internal error')
  page.intercept = undefined
  await user.click(screen.getByRole('button', { name: 'Retry' }))

  expect(await screen.findByText('Not set up', { selector: 'span' })).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

it('tells somebody who is no admin that an admin can do this, and loads nothing for them', async () => {
  const asked: string[] = []
  await renderApp({
    user: 'agent',
    intercept: ({ url }) => {
      asked.push(url)
      return undefined
    },
  })

  expect(await screen.findByRole('heading', { name: 'An admin can set this up' })).toBeVisible()
  expect(asked).toEqual([])
})

it('names the plans that have ZIS when the account is refused', async () => {
  await renderApp({ intercept: () => new Response('Forbidden', { status: 403 }) })

  expect(await screen.findByRole('alert')).toHaveTextContent('It is part of Suite Growth and above')
})

it('says once that the session is over, above whatever is on the page', async () => {
  await renderApp({ intercept: () => new Response('Authentication failed', { status: 401 }) })

  expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeVisible()
})

it('says so too when it is a write that finds the session over, and stops saying it after signing in', async () => {
  const { user, page } = await renderApp({ at: '#/install/slack_status' })
  const begin = await screen.findByRole('button', { name: 'Begin setup' })
  page.intercept = () => new Response('Authentication failed', { status: 401 })
  await user.click(begin)
  expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeVisible()

  page.intercept = undefined
  await user.click(begin)

  expect(await screen.findByRole('button', { name: 'Connect Zendesk' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Sign in again' })).not.toBeInTheDocument()
})

it('asks for what it knows of an integration once, and for all that the app keeps with one request', async () => {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  const asked: string[] = []
  await renderApp({
    zis,
    intercept: ({ url }) => {
      asked.push(decodeURIComponent(new URL(url).pathname + new URL(url).search))
      return undefined
    },
  })
  expect(await screen.findByText('Active', { selector: 'span' })).toBeVisible()

  const base = '/api/services/zis/integrations/slack_status'
  const read = asked.map((path) => path.replace(/bundles\/[\w-]+$/, 'bundles/:uuid').replace(/page.*$/, ''))
  expect(read.filter((path) => path.includes('slack_status')).sort()).toEqual([
    `${base}/configs?filter[scope]=slack_status`,
    `${base}/configs?filter[scope]=zis_console*&`,
    `${base}/connections/all?`,
    '/api/services/zis/registry/slack_status/bundles/:uuid',
    '/api/services/zis/registry/slack_status/bundles?',
    '/api/services/zis/registry/slack_status/job_specs?',
  ])
})

describe('a list of several', () => {
  async function several() {
    const zis = await startSimulator()
    await installSlackStatus(zis, { channel: '#support', statuses: ['open'] }, 'by_hand')
    await zis.admin('POST /api/services/zis/registry/orders', { description: 'Orders of the shop' })
    return renderApp({ zis })
  }

  it('says of those without a definition what the registry says', async () => {
    await several()
    const others = within(await screen.findByRole('list', { name: 'Other integrations in this account' }))
    expect((await others.findByText('Connections')).parentElement).toHaveTextContent(
      'Active. Slack status messages. 1 of 1 job spec active. Connections slack and zendesk.',
    )
    expect(others.getByText(/Inactive\. Orders of the shop\. No job specs\./)).toBeVisible()
  })

  it('is narrowed by words of the title, the key and the systems', async () => {
    const { user } = await several()
    const search = await screen.findByRole('searchbox', { name: 'Search integrations' })

    await user.type(search, 'ORD')
    expect(screen.getByRole('button', { name: 'Manage orders' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Manage by_hand' })).not.toBeInTheDocument()
    expect(screen.queryByRole('heading', { name: 'Slack status messages' })).not.toBeInTheDocument()

    await user.clear(search)
    await user.type(search, 'zendesk slack')
    expect(screen.getByRole('heading', { name: 'Slack status messages' })).toBeVisible()

    await user.type(search, ' nowhere')
    expect(screen.getByText('No integration matches your search.')).toBeVisible()
  })

  it('is narrowed by how each stands', async () => {
    const { user } = await several()
    await screen.findByText(/1 of 1 job spec active/)
    const filter = screen.getByRole('combobox', { name: 'Status' })

    await user.selectOptions(filter, 'Active')
    expect(screen.getByRole('button', { name: 'Manage by_hand' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Manage orders' })).not.toBeInTheDocument()

    await user.selectOptions(filter, 'Not set up')
    expect(screen.getByRole('button', { name: 'Set up Slack status messages' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Manage by_hand' })).not.toBeInTheDocument()
  })
})

it('says which key an integration has, and when it was last changed by whom', async () => {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  await zis.admin('POST /api/services/zis/integrations/slack_status/configs', {
    scope: 'zis_console',
    config: { catalogue: 'slack_status', uploaded_at: '2026-02-03T09:00:00Z', uploaded_by: 'Ada Admin' },
  })
  await renderApp({ zis })
  expect((await screen.findByText('Last change')).parentElement).toHaveTextContent(
    /Integration key slack_status\. Last change Feb 3, 2026 at .* by Ada Admin\./,
  )
})
