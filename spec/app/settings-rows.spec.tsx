import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { screen, within } from '@testing-library/react'
import { axe } from 'jest-axe'
import type { CatalogueEntry, IntegrationDefinition } from '../../src/zis/definition'
import type { JsonObject } from '../../src/zis/json'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator } from '../support/start-simulator'

afterEach(stopApp)

const configs = '/api/services/zis/integrations/slack_status/configs' as const
const { settings } = JSON.parse(
  readFileSync(resolve(__dirname, '../../integrations/order_tickets/integration.json'), 'utf8'),
) as IntegrationDefinition

const ticketField = { orderNumber: 360_012, deliveryDate: 360_014 }
const total = { theirs: 'total', ours: ticketField.orderNumber }
const city = { theirs: 'shipping.city', ours: 360_001 }
const due = { theirs: 'shipping.due_on', ours: ticketField.deliveryDate }
const withFields = (...fields: JsonObject[]) => ({ statuses: ['paid'], fields })

/** The settings of `order_tickets`, stored with these pairs of fields. */
async function open({ fields, ...options }: { fields: JsonObject[]; settings?: Record<string, unknown> }) {
  const zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/slack_status', {})
  await zis.admin(`POST ${configs}`, { scope: 'order_tickets', config: withFields(...fields) })
  const catalogue = (entry: CatalogueEntry): CatalogueEntry => ({
    ...entry,
    definition: { ...entry.definition, settings },
  })
  return renderApp({ at: '#/integrations/slack_status/settings', zis, catalogue, ...options })
}

const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    )

it('says of each row of a mapping what a change did to it, in the import and in the history', async () => {
  const { user } = await open({ fields: [total, city] })
  const file = new File(
    [JSON.stringify({ scope: 'order_tickets', config: withFields({ ...total, ours: 360_001 }, due) })],
    'settings.json',
  )

  await user.upload(await screen.findByLabelText('File with settings'), file)
  const preview = await screen.findByRole('dialog', { name: 'Import settings' })
  const differences = [
    [
      'Fields 1Row changed',
      'Order field TotalTicket field Order number',
      'Order field TotalTicket field Subject',
    ],
    ['Fields 2Row removed', 'Order field CityTicket field Subject', 'nothing'],
    ['Fields 2Row added', 'nothing', 'Order field Delivery dateTicket field Delivery date'],
  ]
  expect(rowsOf(within(preview).getByRole('table'))).toEqual(differences)
  await user.click(within(preview).getByRole('button', { name: 'Import settings' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Settings saved')

  await user.click(screen.getByRole('button', { name: 'History' }))
  const drawer = await screen.findByRole('dialog', { name: 'History of Tickets' })
  expect(rowsOf(await within(drawer).findByRole('table'))).toEqual(differences)
  expect(await axe(drawer)).toHaveNoViolations()
})

it('shows both versions of a row that somebody else has changed meanwhile', async () => {
  const { user, zis } = await open({ fields: [total] })
  const tags = await screen.findByLabelText('Tags', { selector: 'input' })
  zis.clock.advance(60_000)
  await zis.admin(`PUT ${configs}/order_tickets`, { config: withFields({ ...total, ours: 360_001 }) })

  await user.type(tags, 'vip{ArrowDown}{Enter}')
  await user.click(screen.getByRole('button', { name: 'Save' }))

  const table = await screen.findByRole('table', { name: 'Someone else changed these settings' })
  expect(rowsOf(table)).toContainEqual([
    'Fields 1',
    'Order field TotalTicket field Order number',
    'Order field TotalTicket field Subject',
  ])
})

it('lists the rows one by one where nothing can be changed', async () => {
  await open({ fields: [total, due], settings: { read_only: true } })

  const table = await screen.findByRole('table', { name: 'Tickets' })
  await within(table).findByText('Order number')
  expect(rowsOf(table)).toEqual([
    ['Orders that get a ticket', 'Paid'],
    ['Fields 1', 'Order field TotalTicket field Order number'],
    ['Fields 2', 'Order field Delivery dateTicket field Delivery date'],
  ])
})
