import { cleanup, screen, within } from '@testing-library/react'
import { ActivitiesPage } from '../../../../src/simulator/host/activities/activities-page'
import { raised } from '../../../support/raised'
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

const list = (params: Record<string, string> = {}) => renderHost(zis, <ActivitiesPage params={params} />)
const track = (user: number, type: string) =>
  zis.admin(`POST /api/v2/users/${user}/events`, {
    profile: { source: 'shop', type: 'customer', identifiers: [{ type: 'id', value: String(user) }] },
    event: { source: 'shop', type, properties: { items: 3 } },
  })

it('tracks an activity of a user, which raises its event', async () => {
  const { user } = await list()
  await screen.findByText('Track an activity to raise the first event.')
  await user.click(screen.getByRole('button', { name: 'Track activity' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Track activity' }))
  await user.click(dialog.getByRole('button', { name: 'Track activity' }))
  dialog.getByText('Select a user')
  await user.type(dialog.getByLabelText('User', { selector: 'input' }), 'emil')
  await user.click(await screen.findByRole('option', { name: 'Emil End-User' }))
  const properties = dialog.getByRole('textbox', { name: 'Properties' })
  await user.clear(properties)
  await user.type(properties, '{{"items": 3}')
  await user.click(dialog.getByRole('button', { name: 'Track activity' }))
  await screen.findByRole('button', { name: 'cart_abandoned' })
  expect(await raised(zis)).toMatchObject([
    {
      event_source: 'sunshine',
      event_type: 'activity.UserActivityCreated',
      event: { user_activity: { type: 'cart_abandoned', properties: { items: 3 }, user_id: 9101 } },
    },
  ])
})

it('shows activities of all users, newest first, and what is in one', async () => {
  await track(9101, 'bought')
  await track(9102, 'returned')
  await track(9101, 'complained')
  const { user } = await list()
  await screen.findByRole('button', { name: 'complained' })
  const rows = within(screen.getByRole('table', { name: 'Activities' })).getAllByRole('row')
  expect(rows.slice(1).map((row) => within(row).getByRole('button').textContent)).toEqual([
    'complained',
    'returned',
    'bought',
  ])
  await user.click(screen.getByRole('button', { name: 'returned' }))
  const drawer = within(await screen.findByRole('dialog', { name: 'returned' }))
  drawer.getByRole('link', { name: 'Eva End-User' })
  expect(drawer.getByRole('group', { name: 'Properties' })).toHaveTextContent('"items": 3')
})

it('shows those of one user alone', async () => {
  await track(9101, 'bought')
  await track(9102, 'returned')
  await list({ user: '9102' })
  await screen.findByRole('button', { name: 'returned' })
  expect(screen.queryByRole('button', { name: 'bought' })).toBeNull()
})
