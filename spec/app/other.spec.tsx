import { screen, within } from '@testing-library/react'
import { axe } from 'jest-axe'
import { renderApp, stopApp } from '../support/render-app'
import { installSlackStatus } from '../support/install-slack-status'
import { startSimulator } from '../support/start-simulator'

afterEach(stopApp)

/** An integration that somebody has made by calls, with nothing of this app in it. */
async function madeByHand() {
  const zis = await startSimulator()
  await installSlackStatus(
    zis,
    { channel: '#support', statuses: ['open'], api_key: 'very-hidden' },
    'by_hand',
  )
  return zis
}

it('is listed beside those of the catalogue', async () => {
  const { user } = await renderApp({ zis: await madeByHand() })

  expect(await screen.findByRole('button', { name: 'Set up Slack status messages' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Manage by_hand' }))

  expect(await screen.findByRole('heading', { level: 1, name: 'by_hand' })).toBeVisible()
})

it('shows what the server has of it, without what looks like a secret', async () => {
  const { user } = await renderApp({ zis: await madeByHand(), at: '#/integrations/by_hand' })

  expect(await screen.findByText('on_status_changed')).toBeVisible()
  const connections = within(await screen.findByRole('list', { name: 'Connections' }))
  expect(connections.getByText('slack')).toBeVisible()
  expect(within(screen.getByRole('list', { name: 'OAuth clients' })).getByText('slack')).toBeVisible()
  await user.click(await screen.findByRole('button', { name: 'Config slack_status' }))
  expect(await screen.findByText(/Something in it looks like a secret and is not shown/)).toBeVisible()
  expect(document.body).not.toHaveTextContent('very-hidden')
  expect(document.body).toHaveTextContent('#support')
  expect(await axe(document.body)).toHaveNoViolations()
  await user.click(screen.getByRole('button', { name: 'Bundle slack_status' }))
  expect(await screen.findByText('4 resources, as Zendesk holds them.')).toBeVisible()
})

it('keeps its other parts when one of them cannot be read', async () => {
  await renderApp({
    zis: await madeByHand(),
    at: '#/integrations/by_hand',
    intercept: ({ url }) =>
      url.includes('/connections/all') ? new Response('', { status: 503 }) : undefined,
  })

  expect(await screen.findByText('This part could not be loaded')).toBeVisible()
  expect(await screen.findByText('on_status_changed')).toBeVisible()
})

it('says so when a link names an integration that the account does not have', async () => {
  await renderApp({ link: { segments: ['nobody', 'flows'] } })

  expect(await screen.findByText('There is no integration with this key in your account.')).toBeVisible()
})
