import { screen, within } from '@testing-library/react'
import { axe } from 'jest-axe'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/integrations/slack_status/settings'
const configs = '/api/services/zis/integrations/slack_status/configs' as const

async function registered() {
  const zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/slack_status', { description: 'Slack' })
  return zis
}

it('lists what is wrong above the form and at each field, and saves nothing', async () => {
  const { user, zis } = await renderApp({ at, zis: await registered() })

  const channel = await screen.findByLabelText('Channel')
  await user.clear(channel)
  await user.type(channel, 'support please')
  for (const status of ['Open', 'Pending', 'On-hold', 'Solved'])
    await user.click(screen.getByLabelText(status))
  await user.click(screen.getByRole('button', { name: 'Save' }))

  const [alert] = await screen.findAllByRole('alert')
  expect(alert).toHaveTextContent('Some settings need a change')
  expect(within(alert!).getAllByRole('listitem')).toHaveLength(2)
  expect(channel).toHaveValue('support please')
  expect(screen.getByText('Select at least 1')).toBeVisible()
  expect((await zis.admin(`GET ${configs}?filter[scope]=slack_status`)).status).toBe(404)
  expect(await axe(document.body)).toHaveNoViolations()
})

it('creates the settings at the first save and replaces them at the next', async () => {
  const { user, zis, toasts } = await renderApp({ at, zis: await registered() })
  const save = async (channel: string) => {
    const field = await screen.findByLabelText('Channel')
    await user.clear(field)
    await user.type(field, channel)
    await user.click(screen.getByRole('button', { name: 'Save' }))
  }

  await save('#first')
  expect(await screen.findByText(/^Last saved/)).toBeVisible()
  await save('#second')
  await screen.findByText('Settings saved')

  const stored = await zis.admin(`GET ${configs}?filter[scope]=slack_status`)
  expect(stored.body['configs']).toMatchObject([{ config: { channel: '#second' } }])
  expect(toasts).toEqual(['Settings saved', 'Settings saved'])
})

it('asks before it overwrites what somebody else has saved meanwhile', async () => {
  const zis = await registered()
  await zis.admin(`POST ${configs}`, {
    scope: 'slack_status',
    config: { channel: '#one', statuses: ['open'] },
  })
  const { user } = await renderApp({ at, zis })
  const channel = await screen.findByLabelText('Channel')
  zis.clock.advance(60_000)
  await zis.admin(`PUT ${configs}/slack_status`, { config: { channel: '#theirs', statuses: ['new'] } })

  await user.clear(channel)
  await user.type(channel, '#mine')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Somebody else changed these settings')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Load their version' }))

  expect(channel).toHaveValue('#theirs')
  const stored = await zis.admin(`GET ${configs}?filter[scope]=slack_status`)
  expect(stored.body['configs']).toMatchObject([{ config: { channel: '#theirs' } }])
})

it('shows no form while the stored settings cannot be read: its defaults would replace them', async () => {
  await renderApp({
    at,
    zis: await registered(),
    intercept: ({ url }) =>
      /scope%5D=slack_status/.test(url) ? new Response('', { status: 503 }) : undefined,
  })

  expect(await screen.findByText('The settings could not be loaded')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument()
})

it('holds a page with unsaved changes until the admin has decided', async () => {
  const { user } = await renderApp({ at, zis: await registered() })

  await user.type(await screen.findByLabelText('Channel'), '-two')
  await user.click(screen.getByRole('tab', { name: 'Flows' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Go back' }))
  expect(screen.getByLabelText('Channel')).toHaveValue('#support-two')

  await user.click(screen.getByRole('tab', { name: 'Flows' }))
  await user.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Leave without saving' }),
  )
  expect(await screen.findByRole('heading', { name: 'Job specs' })).toBeVisible()
})
