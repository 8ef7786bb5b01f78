import { screen, waitFor, within } from '@testing-library/react'
import { axe } from 'jest-axe'
import { renderApp, stopApp } from '../support/render-app'
import { installSlackStatus } from '../support/install-slack-status'
import { startSimulator } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/integrations/slack_status/flows'

async function installed() {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support' })
  return zis
}

it('draws a flow, and goes through its states with the arrow keys', async () => {
  const { user } = await renderApp({ zis: await installed(), at })

  const picture = await screen.findByRole('group', { name: 'States of the flow report_status' })
  const first = within(picture).getByRole('button', {
    name: 'LoadSettings Action',
    description:
      'Loads the settings slack_status into $.settings. Goes to IsWanted, On an error: SettingsMissing.',
  })
  first.focus()
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toHaveAccessibleName('IsWanted Action')
  expect(document.activeElement).toHaveAccessibleDescription(/^Computes \$\.is_wanted with jq\./)
  await user.keyboard('{End}{Home}')
  expect(first).toHaveFocus()

  await user.keyboard('{Enter}')
  const drawer = within(await screen.findByRole('dialog', { name: 'LoadSettings' }))
  expect(drawer.getByText('Loads the settings slack_status into $.settings.')).toBeVisible()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(first).toHaveFocus())
})

it('tells the same as a list', async () => {
  const { user } = await renderApp({ zis: await installed(), at })

  await user.click(await screen.findByRole('button', { name: 'Show as list' }))

  const list = screen.getByRole('table', { name: 'States of the flow report_status' })
  const row = within(list).getByRole('row', { name: /^IsPosted/ })
  expect(row).toHaveTextContent('Looks at $.slack.ok and $.slack.error to select the next state.')
  expect(row).toHaveTextContent('$.slack.ok is there and $.slack.ok = true: Posted')
  expect(row).toHaveTextContent('Otherwise: Unclear')
  expect(await axe(list)).toHaveNoViolations()
})

it('says what a flow needs and what of it is missing', async () => {
  await renderApp({ zis: await installed(), at })

  expect(
    await screen.findByText('The job spec on_status_changed is active: the event starts the flow.'),
  ).toBeVisible()
  expect(await screen.findAllByText('It exists.')).toHaveLength(2)
  expect(await screen.findByText('These values are not saved: statuses.')).toBeVisible()
})

it('says that it could not look, and tries again', async () => {
  const { user, page } = await renderApp({
    zis: await installed(),
    at,
    intercept: ({ url }) => (url.includes('/bundles') ? new Response('broken', { status: 500 }) : undefined),
  })
  expect(await screen.findByText('The flows could not be loaded')).toBeVisible()

  page.intercept = undefined
  await user.click(screen.getByRole('button', { name: 'Retry' }))

  expect(await screen.findByRole('group', { name: 'States of the flow report_status' })).toBeVisible()
})
