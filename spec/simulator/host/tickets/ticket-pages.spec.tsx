import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { TicketPage } from '../../../../src/simulator/host/tickets/ticket-page'
import { TicketsPage } from '../../../../src/simulator/host/tickets/tickets-page'
import { raisedTypes } from '../../../support/raised'
import { renderHost } from '../../../support/render-host'
import { startSimulator, type TestZis } from '../../../support/start-simulator'

let zis: TestZis
beforeEach(async () => {
  zis = await startSimulator()
})
afterEach(async () => {
  cleanup()
  await zis.stop()
})

const open = (id: string, tab = '') => renderHost(zis, <TicketPage id={id} params={tab ? { tab } : {}} />)
/** The text of a Garden combobox; until somebody types there, jsdom takes it for invisible. */
const isInput = { selector: 'input' }
const ticket = async (id = 1) => (await zis.agent(`GET /api/v2/tickets/${id}`)).body['ticket']

describe('the list of tickets', () => {
  const list = (params: Record<string, string> = {}) =>
    renderHost(zis, <TicketsPage isNew={false} params={params} />)

  it('has the newest first, with requester and assignee', async () => {
    await zis.agent('PUT /api/v2/tickets/1', { ticket: { assignee_id: 9002 } })
    await list()
    await screen.findByRole('link', { name: 'My parcel has not arrived' })
    const names = screen.getAllByRole('row').map((row) => row.textContent)
    expect(names[1]).toContain('#3The invoice shows a wrong amountEmil End-User')
    expect(names[3]).toContain('Arlo Agent')
  })

  it.each([
    [{ status: 'open' }, ['My parcel has not arrived']],
    [{ text: 'eva' }, ['How do I change my address?']],
    [{ text: 'wrong', status: 'new' }, ['The invoice shows a wrong amount']],
    [{ status: 'deleted' }, ['Gone']],
  ])('finds tickets by %j', async (params, subjects) => {
    await zis.agent('PUT /api/v2/tickets/1', { ticket: { status: 'open' } })
    await zis.agent('POST /api/v2/tickets', { ticket: { subject: 'Gone', comment: { body: 'a' } } })
    await zis.agent('DELETE /api/v2/tickets/4')
    await list(params)
    await screen.findByRole('link', { name: subjects[0]! })
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(subjects)
  })

  it('says so when nothing fits', async () => {
    await list({ text: 'nowhere' })
    await screen.findByText('No ticket fits all filters.')
  })

  it('draws a part of many tickets, and shows what changed among them', async () => {
    for (let at = 0; at < 250; at += 1) {
      await zis.agent('POST /api/v2/tickets', { ticket: { subject: `Many ${at}`, comment: { body: 'a' } } })
    }
    const { client } = await list()
    await screen.findByRole('link', { name: 'Many 249' })
    expect(screen.getAllByRole('row').length).toBeLessThan(80)
    await zis.agent('PUT /api/v2/tickets/253', { ticket: { subject: 'Other words' } })
    await client.invalidateQueries({ queryKey: ['tickets'] })
    await screen.findByRole('link', { name: 'Other words' })
  })
})

describe('a ticket', () => {
  it('saves what was changed, and nothing else, in one go', async () => {
    const { user } = await open('1')
    const subject = await screen.findByRole('textbox', { name: 'Subject' })
    await user.clear(subject)
    await user.type(subject, 'Parcel')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Open')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'Problem')
    await user.type(screen.getByRole('textbox', { name: 'Tags' }), 'vip late')
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Group' }), 'Billing')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Brand' }), 'Acme Express')
    await user.type(screen.getByRole('textbox', { name: 'Order number' }), '77')
    await user.click(screen.getByRole('checkbox', { name: 'Wet' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Ticket #1 updated')
    expect(await ticket()).toMatchObject({
      ...{ subject: 'Parcel', status: 'open', type: 'problem', priority: 'high' },
      ...{ group_id: 8003, brand_id: 7002, tags: ['vip', 'late', 'damage_wet'] },
      custom_fields: expect.arrayContaining([
        { id: 360012, value: '77' },
        { id: 360016, value: ['damage_wet'] },
      ]),
    })
    expect(new Set((await raisedTypes(zis)).map((type) => type.replace('ticket.', '')))).toEqual(
      new Set([
        ...['SubjectChanged', 'StatusChanged', 'TicketTypeChanged', 'TagsChanged'],
        ...['GroupAssignmentChanged', 'BrandChanged', 'CustomFieldChanged'],
      ]),
    )
  })

  it('gets another requester and an assignee, each found by typing', async () => {
    const { user } = await open('1')
    await waitFor(() => expect(screen.getByLabelText('Requester', isInput)).toHaveValue('Emil End-User'))
    const requester = screen.getByLabelText('Requester', isInput)
    await user.clear(requester)
    await user.type(requester, 'eva')
    await user.click(await screen.findByRole('option', { name: 'Eva End-User' }))
    const assignee = screen.getByLabelText('Assignee', isInput)
    await user.type(assignee, 'arlo')
    await user.click(await screen.findByRole('option', { name: 'Arlo Agent' }))
    expect(assignee).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Ticket #1 updated')
    expect(await ticket()).toMatchObject({ requester_id: 9102, assignee_id: 9002, status: 'open' })

    await user.clear(assignee)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(async () => expect(await ticket()).toMatchObject({ assignee_id: null }))
  })

  it('offers agents and admins alone for the assignee, and nobody who was deleted', async () => {
    await zis.agent('DELETE /api/v2/users/9102')
    const { user } = await open('1')
    await user.click(await screen.findByLabelText('Assignee', isInput))
    const staff = within(await screen.findByRole('listbox', { name: 'Assignee' }))
    await staff.findByRole('option', { name: 'Arlo Agent' })
    expect(staff.queryByRole('option', { name: 'Emil End-User' })).toBeNull()
    await user.keyboard('{Escape}')
    await user.type(screen.getByLabelText('Requester', isInput), 'eva')
    await screen.findByRole('option', { name: 'Nothing found' })
  })

  it('shows only the fields of its form', async () => {
    const { user } = await open('1')
    await screen.findByRole('textbox', { name: 'Parcels' })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Form' }), 'Damaged parcel')
    expect(screen.queryByRole('textbox', { name: 'Parcels' })).toBeNull()
    screen.getByRole('textbox', { name: 'Weight in kg' })
  })

  it('keeps what was typed when somebody else changes it, and says why it is refused', async () => {
    const { user, client } = await open('1')
    await user.type(await screen.findByRole('textbox', { name: 'Parcels' }), 'many')
    await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Half a sent')
    await zis.agent('PUT /api/v2/tickets/1', { ticket: { priority: 'urgent', subject: 'From elsewhere' } })
    await client.invalidateQueries({ queryKey: ['tickets'] })
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Priority' })).toHaveValue('urgent'))
    expect(screen.getByRole('textbox', { name: 'Subject' })).toHaveValue('From elsewhere')
    expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('Half a sent')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/is not valid/)
    expect(screen.getByRole('textbox', { name: 'Parcels' })).toHaveValue('many')
  })

  it('takes an internal note, and makes a public comment private', async () => {
    const { user } = await open('1')
    await user.type(await screen.findByRole('textbox', { name: 'Comment' }), 'For us')
    await user.click(screen.getByRole('checkbox', { name: 'Internal note' }))
    await user.click(screen.getByRole('button', { name: 'Add comment' }))
    await screen.findByText('For us')
    await user.click(screen.getByRole('button', { name: 'Make private the comment of Emil End-User' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: /private$/ })).toBeNull())
    expect(await raisedTypes(zis)).toEqual(['ticket.CommentAdded', 'ticket.CommentMadePrivate'])
  })

  it('has its history in words', async () => {
    await zis.agent('PUT /api/v2/tickets/1', {
      ticket: {
        ...{ status: 'open', assignee_id: 9002, priority: null },
        custom_fields: [{ id: 360011, value: 'product_letter' }],
        comment: { body: 'On it', public: false },
      },
    })
    await open('1', 'history')
    const entries = within(await screen.findByRole('list', { name: 'History' }))
    await entries.findByText('Letter')
    await entries.findAllByText('Arlo Agent')
    const text = screen.getByRole('list', { name: 'History' }).textContent
    for (const part of [
      'Internal note  On it',
      'Status New Open',
      'Priority High none',
      'Assignee none Arlo Agent',
    ])
      expect(text).toContain(part)
  })

  it('is merged into another one, and says when that cannot be', async () => {
    const { user } = await open('1')
    await user.click(await screen.findByRole('button', { name: 'Actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Merge into another ticket' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Merge ticket #1' }))
    const number = dialog.getByRole('textbox', { name: 'Merge into ticket' })
    await user.type(number, '1')
    await user.click(dialog.getByRole('button', { name: 'Merge' }))
    dialog.getByText('A ticket cannot be merged into itself')
    await user.type(number, '99')
    await user.click(dialog.getByRole('button', { name: 'Merge' }))
    await dialog.findByText('The ticket was not merged')
    await user.clear(number)
    await user.type(number, '#2')
    await user.click(dialog.getByRole('button', { name: 'Merge' }))
    await screen.findByText('Ticket #1 merged into #2')
    expect(await ticket()).toMatchObject({ status: 'closed', tags: ['closed_by_merge'] })
    await screen.findByText('A closed ticket cannot be changed.')
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  })

  it.each([
    ['Delete', 'Delete ticket #1', 'Ticket #1 deleted', ['ticket.TicketSoftDeleted']],
    [
      'Mark as spam',
      'Mark ticket #1 as spam',
      'Ticket #1 marked as spam',
      ['ticket.MarkedAsSpam', 'ticket.TicketSoftDeleted'],
    ],
  ])('goes by "%s" once that is confirmed, and comes back', async (action, title, done, types) => {
    const { user } = await open('1')
    await user.click(await screen.findByRole('button', { name: 'Actions' }))
    await user.click(await screen.findByRole('menuitem', { name: action }))
    const dialog = within(await screen.findByRole('alertdialog', { name: title }))
    await user.click(dialog.getByRole('button', { name: action }))
    await screen.findByText(done)
    expect((await raisedTypes(zis)).filter((type) => type.startsWith('ticket.'))).toEqual(types)
    await user.click(await screen.findByRole('button', { name: 'Restore' }))
    await screen.findByRole('textbox', { name: 'Subject' })
    expect(await ticket()).toMatchObject({ id: 1, status: 'new' })
  })

  it('is deleted permanently once that is confirmed', async () => {
    await zis.agent('DELETE /api/v2/tickets/1')
    const { user } = await open('1')
    await user.click(await screen.findByRole('button', { name: 'Delete permanently' }))
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete ticket #1 permanently' }))
    await user.click(dialog.getByRole('button', { name: 'Delete permanently' }))
    await screen.findByText('Ticket #1 deleted permanently')
    expect((await zis.agent('GET /api/v2/deleted_tickets')).body).toMatchObject({ count: 0 })
  })

  it('that does not exist is told as such', async () => {
    await open('77')
    await screen.findByText('There is no ticket #77.')
  })
})
