import { EditorView } from '@codemirror/view'
import { screen, waitFor, within } from '@testing-library/react'
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
  const connections = within(await screen.findByRole('table', { name: 'Connections' }))
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

  expect(await screen.findByText('The connections could not be loaded')).toBeVisible()
  expect(await screen.findByText('on_status_changed')).toBeVisible()
})

it('says so when a link names an integration that the account does not have', async () => {
  await renderApp({ link: { segments: ['nobody', 'flows'] } })

  expect(await screen.findByText('There is no integration with this key in your account.')).toBeVisible()
})

it('has a connection disconnected, after the flows that stop were named', async () => {
  const { user, zis, toasts } = await renderApp({
    zis: await madeByHand(),
    at: '#/integrations/by_hand',
  })
  await user.click(await screen.findByRole('button', { name: 'Details of slack' }))
  const drawer = within(await screen.findByRole('dialog', { name: 'Connection slack' }))
  expect(await drawer.findByText('report_status')).toBeVisible()
  await user.click(drawer.getByRole('button', { name: 'Disconnect' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Disconnect slack' }))
  expect(dialog.getByText('report_status')).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Disconnect' }))

  await waitFor(() =>
    expect(screen.queryByRole('button', { name: 'Details of slack' })).not.toBeInTheDocument(),
  )
  expect(toasts).toContain('slack is disconnected')
  const { body } = await zis.admin('GET /api/services/zis/integrations/by_hand/connections/all')
  expect(body['oauth']).toMatchObject([{ name: 'zendesk' }])
})

it('has its webhooks, links and activity', async () => {
  const zis = await madeByHand()
  await zis.admin('POST /api/services/zis/inbound_webhooks/generic/by_hand', {
    source_system: 'shop',
    event_type: 'order_paid',
  })
  const { user } = await renderApp({ zis, at: '#/integrations/by_hand' })

  expect(await screen.findByText('shop, order_paid')).toBeVisible()
  await user.type(await screen.findByLabelText('Link type'), 'ticket_to_order')
  await user.click(screen.getByRole('button', { name: 'Find links' }))
  expect(await screen.findByText(/No link matches/)).toBeVisible()
  expect(await screen.findByText('No changes recorded')).toBeVisible()
})

describe('its configs', () => {
  const configs = '/api/services/zis/integrations/by_hand/configs' as const
  const at = '#/integrations/by_hand'
  /** The text of the editor, as CodeMirror takes it from a paste. */
  async function write(text: string) {
    const place = await screen.findByRole('textbox', { name: 'Config as JSON' })
    const view = EditorView.findFromDOM(place)!
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
    return view
  }

  it('are edited as JSON; a secret in them is neither shown nor lost, and a new one is refused', async () => {
    const { user, zis } = await renderApp({ zis: await madeByHand(), at })
    await user.click(await screen.findByRole('button', { name: 'Config slack_status' }))
    await user.click(await screen.findByRole('button', { name: 'Edit slack_status' }))
    const view = await write('{"channel":"#new","api_key":"••••••","deep":{"token":"shown"}}')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findAllByText(/This looks like a secret/))[0]).toBeVisible()
    expect(document.body).not.toHaveTextContent('very-hidden')

    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: '{"channel":"#new","api_key":"••••••"}' },
    })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByRole('button', { name: 'Config slack_status' })
    const { body } = await zis.admin(`GET ${configs}?filter[scope]=slack_status`)
    expect(body['configs']).toMatchObject([{ config: { channel: '#new', api_key: 'very-hidden' } }])
  })

  it('take the focus when they are edited, and lead to what is wrong', async () => {
    const { user } = await renderApp({ zis: await madeByHand(), at })
    await user.click(await screen.findByRole('button', { name: 'Config slack_status' }))
    await user.click(await screen.findByRole('button', { name: 'Edit slack_status' }))
    const editor = await screen.findByRole('textbox', { name: 'Config as JSON' })
    await waitFor(() => expect(editor).toHaveFocus())
    await user.click(screen.getByRole('button', { name: 'Cancel' }))

    await user.click(await screen.findByRole('button', { name: 'Create config' }))
    expect(screen.getByLabelText('Scope')).toHaveFocus()
    await write('[]')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByLabelText('Scope')).toHaveFocus()
    await user.keyboard('mine')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByRole('textbox', { name: 'Config as JSON' })).toHaveFocus()
  })

  it('have a history, from which a change is undone; a secret in them is not lost by it', async () => {
    const { user, zis } = await renderApp({ zis: await madeByHand(), at })
    await user.click(await screen.findByRole('button', { name: 'Config slack_status' }))
    await user.click(await screen.findByRole('button', { name: 'Edit slack_status' }))
    await write('{"channel":"#new","statuses":["open"],"api_key":"••••••"}')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await user.click(await screen.findByRole('button', { name: 'Config slack_status' }))
    await user.click(await screen.findByRole('button', { name: 'History of slack_status' }))
    const drawer = within(await screen.findByRole('dialog', { name: 'History of slack_status' }))
    expect(await drawer.findByText('#support')).toBeVisible()
    await user.click(drawer.getByRole('button', { name: /^Undo, .*saved by Ada Admin/ }))

    expect(await drawer.findByText(/a change undone by Ada Admin/)).toBeVisible()
    const { body } = await zis.admin(`GET ${configs}?filter[scope]=slack_status`)
    expect(body['configs']).toMatchObject([
      { config: { channel: '#support', statuses: ['open'], api_key: 'very-hidden' } },
    ])
  })

  it('are created and deleted', async () => {
    const { user, zis } = await renderApp({ zis: await madeByHand(), at })
    await user.click(await screen.findByRole('button', { name: 'Create config' }))
    await write('{"a":')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Enter a value')).toBeVisible()
    expect(screen.getByText('This is not JSON yet')).toBeVisible()
    await user.type(screen.getByLabelText('Scope'), 'mine')
    await write('{"a":1}')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await user.click(await screen.findByRole('button', { name: 'Config mine' }))
    await user.click(await screen.findByRole('button', { name: 'Delete mine' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete config mine' }))
    await user.click(dialog.getByRole('button', { name: 'Delete config' }))

    await waitFor(() => expect(screen.queryByRole('button', { name: 'Config mine' })).not.toBeInTheDocument())
    expect((await zis.admin(`GET ${configs}?filter[scope]=mine`)).status).toBe(404)
  })
})
