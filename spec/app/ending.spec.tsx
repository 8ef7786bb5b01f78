import { screen, within } from '@testing-library/react'
import { axe } from 'jest-axe'
import { installSlackStatus } from '../support/install-slack-status'
import { card, renderApp, stopApp } from '../support/render-app'
import { someMonday, startSimulator } from '../support/start-simulator'

afterEach(stopApp)

/** An integration whose connections were made so many days ago and not used since. */
async function connected(daysAgo: number) {
  const zis = await startSimulator()
  zis.clock.freeze(someMonday - daysAgo * 24 * 3600_000)
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  zis.clock.freeze(someMonday)
  return zis
}

it('is said of a connection that may end soon on every page, with what to do', async () => {
  const { user } = await renderApp({ zis: await connected(26) })

  const entry = await card('Slack status messages')
  expect(await entry.findByText('Reconnect soon')).toBeVisible()
  await user.click(entry.getByRole('button', { name: 'Manage Slack status messages' }))

  expect(await screen.findByText('A connection may stop working soon')).toBeVisible()
  const health = within(await screen.findByRole('list', { name: 'Health' }))
  expect(health.getByText(/Not renewed for 25 days or more\. Reconnect it in Connections/)).toBeVisible()
  expect(await axe(document.body)).toHaveNoViolations()
  await user.click(health.getByRole('button', { name: 'Go to connections' }))

  const zendesk = await card('Zendesk')
  expect(await zendesk.findByText('May expire soon')).toBeVisible()
  expect(zendesk.getByText(/reconnect it if no flow has used it since/)).toBeVisible()
  expect((await card('Slack')).getByText('Connected', { selector: 'span' })).toBeVisible()
})

it('is not said before it is close', async () => {
  await renderApp({ zis: await connected(20) })

  expect(await (await card('Slack status messages')).findByText('Active')).toBeVisible()
})

it('can be copied with the report of the health', async () => {
  const { user } = await renderApp({ zis: await connected(26), at: '#/integrations/slack_status' })
  await screen.findByText('A connection may stop working soon')

  const copied = jest.spyOn(navigator.clipboard, 'writeText')
  await user.click(screen.getByRole('button', { name: 'Copy report' }))

  expect(copied.mock.calls[0]![0]).toContain('Zendesk: ends soon, Not renewed for 25 days or more.')
})
