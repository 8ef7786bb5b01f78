import { cleanup, screen, waitFor, within } from '@testing-library/react'
import type { JsonObject } from '../../../../src/zis/json'
import { HooksPage } from '../../../../src/simulator/host/hooks/hooks-page'
import { WebhookPage } from '../../../../src/simulator/host/hooks/webhook-page'
import { recordingPartner } from '../../../support/recording-partner'
import { renderHost } from '../../../support/render-host'
import { startSimulator, type TestZis } from '../../../support/start-simulator'

const elsewhere = recordingPartner('hooks.example.com')
let zis: TestZis
beforeEach(async () => {
  elsewhere.received.length = 0
  zis = await startSimulator({ partners: () => [elsewhere.partner] })
})
afterEach(async () => {
  cleanup()
  await zis.stop()
})

async function makeInbound(event_type: string): Promise<void> {
  await zis.admin('POST /api/services/zis/registry/acme_a', {})
  await zis.admin('POST /api/services/zis/inbound_webhooks/generic/acme_a', {
    source_system: 'acme',
    event_type,
  })
}

async function makeWebhook(more: JsonObject = {}): Promise<string> {
  const { body } = await zis.admin('POST /api/v2/webhooks', {
    webhook: {
      ...{ name: 'Elsewhere', status: 'active', endpoint: 'https://hooks.example.com/in' },
      ...{ http_method: 'POST', request_format: 'json' },
      ...more,
    },
  })
  return (body['webhook'] as { id: string }).id
}

const makeTrigger = (id: string, conditions: object = {}) =>
  zis.admin('POST /api/v2/triggers', {
    trigger: {
      title: 'Tell it',
      conditions,
      actions: [{ field: 'notification_webhook', value: [id, '{"id":"{{ticket.id}}"}'] }],
    },
  })

const webhooks = async () => (await zis.admin('GET /api/v2/webhooks')).body['webhooks'] as JsonObject[]
const list = (params: Record<string, string> = {}, isNew = false) =>
  renderHost(zis, <HooksPage isNew={isNew} params={params} />)

describe('webhooks of the account', () => {
  it('are pointed at an inbound webhook, whose events then come', async () => {
    await makeInbound('ticket.changed')
    const { user } = await list({}, true)
    const dialog = within(await screen.findByRole('dialog', { name: 'Create webhook' }))
    expect(dialog.getByRole('combobox', { name: 'Posts to' })).toHaveDisplayValue(
      'Inbound webhook of acme_a: acme, ticket.changed',
    )
    expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('acme_a ticket.changed')
    await user.click(dialog.getByRole('button', { name: 'Create webhook' }))
    await screen.findByText('acme_a ticket.changed created')
    cleanup()

    const [made] = await webhooks()
    await renderHost(zis, <WebhookPage id={String(made!['id'])} />)
    await user.click(await screen.findByRole('button', { name: 'Create trigger' }))
    const second = within(await screen.findByRole('dialog', { name: 'Create trigger' }))
    await user.selectOptions(
      second.getByRole('combobox', { name: 'Meet all of these conditions: condition 1, field' }),
      'Status',
    )
    await user.selectOptions(
      second.getByRole('combobox', { name: 'Meet all of these conditions: condition 1, operator' }),
      'changed to',
    )
    await user.selectOptions(
      second.getByRole('combobox', { name: 'Meet all of these conditions: condition 1, value' }),
      'Open',
    )
    await user.click(second.getByRole('button', { name: 'Create trigger' }))
    await screen.findByText('Notify acme_a ticket.changed created')

    await zis.agent('PUT /api/v2/tickets/1', { ticket: { status: 'open' } })
    await zis.settle()
    const { body } = await zis.control('GET /_sim/events')
    expect((body['events'] as JsonObject[]).find((event) => event['event_source'] === 'acme')).toMatchObject({
      event_type: 'ticket.changed',
      input: { ticket_id: '1', status: 'Open', requester: 'emil@example.org' },
    })
    expect(document.body.textContent).not.toContain('password')
  })

  it('leave no inbound webhook behind when they cannot be created', async () => {
    await makeInbound('ticket.changed')
    const { user } = await renderHost(zis, <HooksPage isNew params={{}} />, (request) =>
      request.method === 'POST' && request.url.endsWith('/api/v2/webhooks')
        ? Response.json({ error: 'RecordInvalid', description: 'No more webhooks' }, { status: 422 })
        : undefined,
    )
    const dialog = within(await screen.findByRole('dialog', { name: 'Create webhook' }))
    await user.click(dialog.getByRole('button', { name: 'Create webhook' }))
    await dialog.findByText('No more webhooks')
    const { body } = await zis.admin('GET /api/services/zis/inbound_webhooks/generic/acme_a/all')
    expect(body['webhooks']).toHaveLength(1)
  })

  it('post to any address with a credential, which is never shown', async () => {
    const { user } = await list({}, true)
    const dialog = within(await screen.findByRole('dialog', { name: 'Create webhook' }))
    await user.click(dialog.getByRole('button', { name: 'Create webhook' }))
    dialog.getByText('Enter an address that begins with https://')
    // The first wrong one is where to go on.
    expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveFocus()
    await user.type(dialog.getByRole('textbox', { name: 'Endpoint' }), 'https://hooks.example.com/in')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Authentication' }), 'API key')
    await user.type(dialog.getByRole('textbox', { name: 'Header name' }), 'x-key')
    await user.type(dialog.getByLabelText('Key'), 'a-very-secret-key')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Sends' }), 'Account events')
    await user.type(dialog.getByLabelText('Events', { selector: 'input' }), 'status')
    await user.click(await screen.findByRole('option', { name: 'ticket.status_changed' }))
    await user.click(dialog.getByRole('button', { name: 'Create webhook' }))
    await screen.findByText('hooks.example.com created')
    const row = within(await screen.findByRole('row', { name: /hooks\.example\.com/ }))
    row.getByText('API key')
    row.getByText('ticket.status_changed')
    await zis.agent('PUT /api/v2/tickets/1', { ticket: { status: 'open' } })
    await zis.settle()
    expect(elsewhere.received).toMatchObject([{ headers: { 'x-key': 'a-very-secret-key' } }])
  })

  it('are edited and keep their credential, turned off and on, and deleted', async () => {
    const id = await makeWebhook({
      authentication: { type: 'bearer_token', data: { token: 'a-very-secret-token' } },
    })
    await makeTrigger(id)
    const { user } = await renderHost(zis, <WebhookPage id={id} />)
    await user.click(await screen.findByRole('button', { name: 'Edit' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit webhook' }))
    const name = dialog.getByRole('textbox', { name: 'Name' })
    await user.clear(name)
    await user.type(name, 'Another name')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await screen.findByRole('heading', { name: 'Another name' })

    await user.click(screen.getByRole('button', { name: 'Deactivate' }))
    const activate = await screen.findByRole('button', { name: 'Activate' })
    await zis.agent('PUT /api/v2/tickets/1', { ticket: { status: 'open' } })
    await user.click(activate)
    await screen.findByRole('button', { name: 'Deactivate' })
    await zis.agent('PUT /api/v2/tickets/1', { ticket: { status: 'pending' } })
    await zis.settle()
    expect(elsewhere.received).toMatchObject([{ headers: { authorization: 'Bearer a-very-secret-token' } }])

    await user.click(screen.getByRole('button', { name: 'Delete' }))
    const asked = within(await screen.findByRole('alertdialog', { name: 'Delete Another name' }))
    await user.click(asked.getByRole('button', { name: 'Delete' }))
    await screen.findByText('Another name deleted')
    expect(await webhooks()).toEqual([])
  })

  it('show what they sent, and why it failed', async () => {
    const id = await makeWebhook({ endpoint: 'https://nobody.example/' })
    await makeTrigger(id)
    await zis.agent('PUT /api/v2/tickets/1', { ticket: { status: 'open' } })
    await zis.settle()
    await zis.admin(`PATCH /api/v2/webhooks/${id}`, { webhook: { endpoint: 'https://hooks.example.com/' } })
    await zis.agent('PUT /api/v2/tickets/1', { ticket: { status: 'pending' } })
    await zis.settle()
    const { user } = await renderHost(zis, <WebhookPage id={id} />)
    await screen.findByText(/^Nobody answers for nobody\.example/)
    const [, newest, older] = within(screen.getByRole('table', { name: 'Invocations' })).getAllByRole('row')
    within(newest!).getByText('Success, 200')
    await user.click(within(older!).getByRole('button', { name: 'Trigger "Tell it"' }))
    const drawer = within(await screen.findByRole('dialog', { name: 'Invocation' }))
    expect(await drawer.findByRole('group', { name: 'Request body' })).toHaveTextContent('"id": "1"')
    drawer.getByText('It failed')
  })

  it('that do not exist are told as such', async () => {
    await renderHost(zis, <WebhookPage id="01ABC" />)
    await screen.findByText('There is no webhook 01ABC.')
  })
})

describe('triggers', () => {
  it('have their conditions in words', async () => {
    await makeTrigger(await makeWebhook(), {
      all: [
        { field: 'update_type', value: 'create' },
        { field: 'assignee_id', operator: 'value', value: 9002 },
        { field: 'group_id', operator: 'is_not', value: null },
      ],
      any: [
        { field: 'current_tags', operator: 'includes', value: 'vip gold' },
        { field: 'priority', operator: 'changed' },
      ],
    })
    await list({ tab: 'triggers' })
    await screen.findByText('Arlo Agent')
    expect(screen.getByRole('table', { name: 'Triggers' }).textContent).toContain(
      'Ticket is Created and Assignee changed to Arlo Agent and Group is not None, and at least one of: ' +
        'Tags contains at least one of vip gold or Priority changed',
    )
    screen.getByRole('link', { name: 'Elsewhere' })
  })

  it('are edited, turned off, and deleted once that is confirmed', async () => {
    await makeTrigger(await makeWebhook(), {
      all: [{ field: 'subject_includes_word', operator: 'includes', value: 'late' }],
    })
    const { user } = await list({ tab: 'triggers' })
    await user.click(await screen.findByRole('button', { name: 'Tell it' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit trigger' }))
    const word = dialog.getByRole('textbox', { name: 'Meet all of these conditions: condition 1, value' })
    await user.clear(word)
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    dialog.getByText('Enter one or more words')
    await user.click(dialog.getByRole('button', { name: 'Remove Meet all of these conditions: condition 1' }))
    await user.click(dialog.getByRole('button', { name: 'Add condition: Meet any of these conditions' }))
    await user.selectOptions(
      dialog.getByRole('combobox', { name: 'Meet any of these conditions: condition 1, field' }),
      'Requester',
    )
    await user.type(
      dialog.getByLabelText('Meet any of these conditions: condition 1, value', { selector: 'input' }),
      'eva',
    )
    await user.click(await screen.findByRole('option', { name: 'Eva End-User' }))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await screen.findByText('Tell it updated')
    expect((await zis.admin('GET /api/v2/triggers/4001')).body).toMatchObject({
      trigger: { conditions: { all: [], any: [{ field: 'requester_id', operator: 'is', value: 9102 }] } },
    })

    const menu = async (item: string) => {
      await user.click(screen.getByRole('button', { name: 'Actions for Tell it' }))
      await user.click(await screen.findByRole('menuitem', { name: item }))
    }
    await menu('Deactivate')
    await screen.findByText('Inactive')
    await menu('Delete')
    const asked = within(await screen.findByRole('alertdialog', { name: 'Delete Tell it' }))
    await user.click(asked.getByRole('button', { name: 'Delete' }))
    await screen.findByText('Tell it deleted')
    await waitFor(() => expect(screen.getByText('No triggers')).toBeVisible())
  })

  it('need a webhook, and say so', async () => {
    await list({ tab: 'triggers' })
    await screen.findByText('A trigger notifies a webhook. Create a webhook first.')
  })
})
