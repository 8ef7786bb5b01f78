import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { screen, within } from '@testing-library/react'
import { axe } from 'jest-axe'
import type { CatalogueEntry, SettingsDefinition } from '../../src/zis/definition'
import { renderApp, stopApp, type Intercept } from '../support/render-app'
import { startSimulator } from '../support/start-simulator'

afterEach(stopApp)

const at = '#/integrations/slack_status/settings'
const configs = '/api/services/zis/integrations/slack_status/configs' as const
const rich = JSON.parse(
  readFileSync(resolve(__dirname, '../fixtures/definitions/rich-settings.json'), 'utf8'),
) as SettingsDefinition
const withRich = (entry: CatalogueEntry): CatalogueEntry => ({
  ...entry,
  definition: { ...entry.definition, settings: [rich] },
})

async function openForm(options: { intercept?: Intercept } = {}) {
  const zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/slack_status', { description: 'Slack' })
  const opened = await renderApp({ at, zis, catalogue: withRich, ...options })
  await screen.findByLabelText('Name')
  return opened
}

async function stored(zis: Awaited<ReturnType<typeof startSimulator>>) {
  const { body } = await zis.admin(`GET ${configs}?filter[scope]=rich`)
  return (body['configs'] as Array<{ config: unknown }> | undefined)?.[0]?.config
}

it('stores what is entered in fields of every kind', async () => {
  const { user, zis } = await openForm()

  await user.type(screen.getByLabelText('Name'), 'Shop sync')
  await user.click(screen.getByLabelText('Shop to Zendesk'))
  await user.selectOptions(screen.getByLabelText('Priority'), 'High')
  await user.click(screen.getByLabelText('sent'))
  await user.type(screen.getByLabelText('City'), 'Graz')
  await user.click(screen.getByLabelText('Tickets with a tag'))
  await user.type(await screen.findByLabelText('Tag'), 'vip')
  await user.click(screen.getByLabelText('Tell somebody when an order cannot be matched'))
  await user.type(await screen.findByLabelText('Whom to tell'), 'Ana')
  await user.click(screen.getByRole('button', { name: 'Add to Words in the subject' }))
  await user.keyboard('order')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText(/^Last saved/)

  expect(await stored(zis)).toEqual({
    name: 'Shop sync',
    mode: 'Shop to Zendesk',
    batch: 20,
    priority: 3,
    statuses: ['paid', 'sent'],
    notify: true,
    assignee: 'Ana',
    address: { city: 'Graz' },
    keywords: ['order'],
    kind: 'tagged',
    tag: 'vip',
  })
  expect(await axe(document.body)).toHaveNoViolations()
}, 60_000)

it('lists what is wrong with a way to each field, and keeps what was typed', async () => {
  const { user, zis } = await openForm()

  await user.type(screen.getByLabelText('Name'), 'ab')
  const batch = screen.getByLabelText('Orders at once')
  await user.clear(batch)
  await user.type(batch, '7')
  await user.type(screen.getByLabelText('Contact'), 'nobody')
  await user.click(screen.getByRole('button', { name: 'Save' }))

  const [alert] = await screen.findAllByRole('alert')
  expect(
    within(alert!)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Name: Enter at least 3 characters',
    'Which tickets: Enter a value',
    'Contact: Enter an email address, such as name@example.com',
    'Orders at once: Enter a multiple of 5',
    'Priority: Enter a value',
    'City: Enter a value',
  ])
  await user.click(within(alert!).getByRole('button', { name: 'Orders at once' }))
  expect(batch).toHaveFocus()
  expect(batch).toHaveValue('7')
  expect(await stored(zis)).toBeUndefined()
})

it('adds, moves and removes the rows of a list by keyboard, and keeps the focus with them', async () => {
  const { user } = await openForm()
  const row = (number: number) => screen.getByLabelText(`Words in the subject ${number}`)

  screen.getByRole('button', { name: 'Add to Words in the subject' }).focus()
  await user.keyboard('{Enter}first')
  screen.getByRole('button', { name: 'Add to Words in the subject' }).focus()
  await user.keyboard('{Enter}second')
  screen.getByRole('button', { name: 'Move Words in the subject 2 up' }).focus()
  await user.keyboard('{Enter}')

  expect(row(1)).toHaveValue('second')
  expect(screen.getByText('Moved to place 1')).toBeInTheDocument()
  // It cannot go further up, so the way back has the focus.
  expect(screen.getByRole('button', { name: 'Move Words in the subject 1 down' })).toHaveFocus()

  screen.getByRole('button', { name: 'Remove Words in the subject 1' }).focus()
  await user.keyboard('{Enter}')
  expect(row(1)).toHaveValue('first')
  expect(screen.getByRole('button', { name: 'Remove Words in the subject 1' })).toHaveFocus()
})

it('offers the list of the definition, by its titles, and takes a value that is not in it', async () => {
  const { user, zis } = await openForm()
  await user.type(screen.getByLabelText('Name'), 'Shop sync')
  await user.click(screen.getByLabelText('Shop to Zendesk'))
  await user.selectOptions(screen.getByLabelText('Priority'), 'High')
  await user.click(screen.getByLabelText('sent'))
  await user.type(screen.getByLabelText('City'), 'Graz')
  await user.click(screen.getByLabelText('Tickets with a tag'))
  await user.type(await screen.findByLabelText('Tag'), 'vip')

  const fill = async (row: number, theirs: string) => {
    await user.click(screen.getByRole('button', { name: 'Add to Fields' }))
    const picker = await screen.findByLabelText(`Field of the shop ${row}`, { selector: 'input' })
    await user.click(picker)
    if (row === 1) {
      const list = within(await screen.findByRole('listbox', { name: 'Field of the shop 1' }))
      const titles = list.getAllByRole('option').map(({ textContent }) => textContent)
      expect(titles).toEqual(['Order number', 'Total', 'Carrier'])
    }
    await user.type(picker, theirs)
    await user.click(await screen.findByRole('option', { name: new RegExp(theirs) }))
    await user.click(screen.getByLabelText(`Ticket field ${row}`, { selector: 'input' }))
    await user.click(await screen.findByRole('option', { name: /Subject/ }))
  }
  await fill(1, 'Carrier')
  await fill(2, 'weight')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText(/^Last saved/)

  expect(await stored(zis)).toMatchObject({
    mapping: [
      { theirs: 'carrier', direction: 'in', ours: 360001 },
      { theirs: 'weight', direction: 'in', ours: 360001 },
    ],
  })
}, 60_000)

it('takes a typed value where the account refuses its list, and asks again when told to', async () => {
  let isRefused = true
  const { user } = await openForm({
    intercept: ({ url }) => {
      const path = new URL(url).pathname
      if (path === '/api/v2/groups')
        return isRefused
          ? new Response('{"error":"Forbidden"}', { status: 403 })
          : Response.json({ groups: [{ id: 41, name: 'Returns' }], next_page: null })
      return undefined
    },
  })

  expect(await screen.findByText('The list for Groups could not be loaded')).toBeVisible()
  await user.type(screen.getByLabelText('Groups'), '41')
  isRefused = false
  await user.click(screen.getByRole('button', { name: 'Retry Groups' }))

  // The typed id is found in the list that came, and has its name now.
  expect((await screen.findAllByText('Returns'))[0]).toBeVisible()
  expect(screen.queryByText('The list for Groups could not be loaded')).not.toBeInTheDocument()
})

it('shows topics beside each other from five on, and holds one that is not saved', async () => {
  const zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/slack_status', { description: 'Slack' })
  const topic = (name: string): SettingsDefinition => ({
    scope: name,
    title: `Topic ${name}`,
    order: [],
    schema: { type: 'object', properties: { note: { type: 'string', title: `Note ${name}` } } },
  })
  const { user } = await renderApp({
    at,
    zis,
    catalogue: (entry) => ({
      ...entry,
      definition: { ...entry.definition, settings: ['a', 'b', 'c', 'd', 'e'].map(topic) },
    }),
  })

  await user.type(await screen.findByLabelText('Note a'), 'x')
  await user.click(screen.getByRole('tab', { name: 'Topic b' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Unsaved changes' }))
  await user.click(dialog.getByRole('button', { name: 'Leave without saving' }))

  expect(await screen.findByLabelText('Note b')).toBeVisible()
  expect(screen.queryByLabelText('Note a')).not.toBeInTheDocument()
})

it('warns in its row of a ticket field that does not accept such values', async () => {
  const zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/slack_status', { description: 'Slack' })
  const mapping = [
    { theirs: 'carrier', direction: 'in', ours: 360_014 },
    { theirs: 'total', direction: 'in', ours: 360_015 },
    { theirs: 'total', direction: 'in', ours: 360_012 },
    { theirs: 'carrier', direction: 'out', ours: 360_014 },
    { theirs: 'weight', direction: 'in', ours: 360_014 },
    { theirs: 'carrier', direction: 'in', ours: 360_011 },
  ]
  await zis.admin(`POST ${configs}`, { scope: 'rich', config: { mapping } })
  await renderApp({ at, zis, catalogue: withRich })
  await screen.findByDisplayValue('Order number')

  const refused = /refuses the whole update/
  expect(screen.getAllByText(refused)).toHaveLength(2)
  expect(screen.getByLabelText('Ticket field 1', { selector: 'input' })).toHaveAccessibleDescription(
    /^Carrier is not a date, and Delivery date accepts only dates\. Zendesk refuses the whole update/,
  )
  expect(screen.getByLabelText('Ticket field 6', { selector: 'input' })).toHaveAccessibleDescription(
    /^Product accepts only its own options\./,
  )
})

it('shows what is selected by its title, and keeps it with its row when rows are moved', async () => {
  const zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/slack_status', { description: 'Slack' })
  await zis.admin(`POST ${configs}`, {
    scope: 'rich',
    config: {
      mapping: [
        { theirs: 'total', direction: 'in', ours: 360_012 },
        { theirs: 'carrier', direction: 'out', ours: 360_014 },
      ],
    },
  })
  const { user } = await renderApp({ at, zis, catalogue: withRich })
  await screen.findByDisplayValue('Order number')
  const shown = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { selector: 'input' }).value
  const rows = () => [1, 2].map((row) => [shown(`Field of the shop ${row}`), shown(`Ticket field ${row}`)])
  expect(rows()).toEqual([
    ['Total', 'Order number'],
    ['Carrier', 'Delivery date'],
  ])

  await user.click(screen.getByRole('button', { name: 'Move Fields 1 down' }))
  expect(rows()).toEqual([
    ['Carrier', 'Delivery date'],
    ['Total', 'Order number'],
  ])
  await user.click(screen.getByRole('button', { name: 'Remove Fields 1' }))
  expect(shown('Field of the shop 1')).toBe('Total')
})

describe('a text that is typed in a picker and not selected', () => {
  const open = async (config: object = {}) => {
    const zis = await startSimulator()
    await zis.admin('POST /api/services/zis/registry/slack_status', { description: 'Slack' })
    await zis.admin(`POST ${configs}`, { scope: 'rich', config })
    const opened = await renderApp({ at, zis, catalogue: withRich })
    await screen.findByLabelText('Name')
    return opened
  }
  const theirs = () => screen.getByLabelText<HTMLInputElement>('Field of the shop 1', { selector: 'input' })
  const groups = () => screen.getByLabelText<HTMLInputElement>('Groups', { selector: 'input' })
  const unselected = 'Select an option from the list, or clear the text'
  const row = { mapping: [{ theirs: 'total', direction: 'in', ours: 360_012 }] }

  it('is selected when the field is left, where it names one option in full', async () => {
    const { user } = await open(row)
    await screen.findByDisplayValue('Order number')

    await user.clear(theirs())
    await user.type(theirs(), 'carrier ')
    await user.tab()
    await user.type(groups(), 'billing')
    await user.tab()

    expect(theirs()).toHaveValue('Carrier')
    expect(groups()).toHaveValue('')
    expect(screen.getByLabelText('Billing, press Delete or Backspace to remove')).toBeVisible()
    expect(screen.queryByText(unselected)).not.toBeInTheDocument()
  })

  it('stays with a message, is told to screen readers, and holds the page and the save', async () => {
    const { user, zis } = await open(row)
    await screen.findByDisplayValue('Order number')

    await user.clear(theirs())
    await user.type(theirs(), 'carr')
    await user.tab()
    expect(theirs()).toHaveValue('carr')
    expect(theirs()).toHaveAccessibleDescription(expect.stringContaining(unselected))
    expect(theirs()).toBeInvalid()
    expect(
      screen.getByText('Select an option for Field of the shop 1 from the list, or clear the text.'),
    ).toHaveAttribute('role', 'status')
    expect(await axe(document.body)).toHaveNoViolations()

    await user.click(screen.getByRole('button', { name: 'Save' }))
    const [alert] = await screen.findAllByRole('alert')
    expect(alert).toHaveTextContent(`Field of the shop 1: ${unselected}`)
    expect(await stored(zis)).toEqual(row)
    await user.click(screen.getByRole('tab', { name: 'Flows' }))
    await user.click(
      within(await screen.findByRole('dialog', { name: 'Unsaved changes' })).getByRole('button', {
        name: 'Go back',
      }),
    )

    await user.click(within(alert!).getByRole('button', { name: 'Field of the shop 1' }))
    await user.keyboard('{ArrowDown}{Enter}')
    expect(theirs()).toHaveValue('Carrier')
    expect(screen.queryByText(unselected)).not.toBeInTheDocument()
  })

  it('is no value of a picker for several either, and what is selected stays', async () => {
    const { user } = await open({ groups: [360_101] })
    await user.type(groups(), 'bil')
    await user.tab()

    expect(groups()).toHaveValue('bil')
    expect(groups()).toHaveAccessibleDescription(expect.stringContaining(unselected))
    await user.clear(groups())
    await user.tab()
    expect(screen.queryByText(unselected)).not.toBeInTheDocument()
    expect(screen.getByLabelText('360101, press Delete or Backspace to remove')).toBeVisible()
  })

  it('is not sent with the Enter key before it is a value', async () => {
    const { user, zis } = await open(row)
    await screen.findByDisplayValue('Order number')

    await user.clear(theirs())
    await user.type(theirs(), 'Carr{Enter}')
    expect(theirs()).toHaveFocus()
    expect(screen.getByText(unselected)).toBeVisible()
    await user.type(theirs(), 'ier{Enter}')

    expect(theirs()).toHaveValue('Carrier')
    expect(screen.queryByText(unselected)).not.toBeInTheDocument()
    expect(await stored(zis)).toEqual(row)
  })

  it('is void when the row that it stands in is moved away', async () => {
    const { user } = await open({
      mapping: [...row.mapping, { theirs: 'carrier', direction: 'in', ours: 360_014 }],
    })
    await screen.findByDisplayValue('Order number')

    await user.clear(theirs())
    await user.type(theirs(), 'num')
    await user.click(screen.getByRole('button', { name: 'Move Fields 1 down' }))

    expect(theirs()).toHaveValue('Carrier')
    expect(screen.queryByText(unselected)).not.toBeInTheDocument()
  })
})
