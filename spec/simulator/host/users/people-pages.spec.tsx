import { cleanup, screen, within } from '@testing-library/react'
import { OrganizationPage } from '../../../../src/simulator/host/organizations/organization-page'
import { UserPage } from '../../../../src/simulator/host/users/user-page'
import { UsersPage } from '../../../../src/simulator/host/users/users-page'
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

it('lists users, those of a role alone', async () => {
  await renderHost(zis, <UsersPage isNew={false} params={{ role: 'end-user' }} />)
  // The table of the rows takes the place of the one that stands while they are loaded.
  await screen.findByRole('link', { name: 'Emil End-User' })
  const table = within(screen.getByRole('table', { name: 'Users' }))
  expect(table.queryByRole('link', { name: 'Ada Admin' })).toBeNull()
  expect(await table.findAllByText('Example Ltd')).toHaveLength(2)
})

it('creates a user, and says why it cannot', async () => {
  const { user } = await renderHost(zis, <UsersPage isNew params={{}} />)
  const dialog = within(await screen.findByRole('dialog', { name: 'Create user' }))
  await user.click(dialog.getByRole('button', { name: 'Create user' }))
  dialog.getByText('Enter a name')
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Nora')
  await user.type(dialog.getByRole('textbox', { name: 'Email' }), 'emil@example.org')
  await user.click(dialog.getByRole('button', { name: 'Create user' }))
  await dialog.findByText('Email: emil@example.org has already been taken')
  await user.clear(dialog.getByRole('textbox', { name: 'Email' }))
  await user.click(dialog.getByRole('button', { name: 'Create user' }))
  await screen.findByText('Nora created')
  expect(await raisedTypes(zis)).toEqual(['user.UserCreated'])
})

it('saves what was changed of a user, and nothing else', async () => {
  await zis.admin('POST /api/v2/user_fields', {
    user_field: { key: 'partner', type: 'checkbox', title: 'Partner' },
  })
  const { user } = await renderHost(zis, <UserPage id="9101" />)
  const name = await screen.findByRole('textbox', { name: 'Name' })
  await user.clear(name)
  await user.type(name, 'Emil Newname')
  await user.type(screen.getByRole('textbox', { name: 'Tags' }), 'vip gold')
  await user.click(await screen.findByRole('checkbox', { name: 'Partner' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByRole('heading', { name: 'Emil Newname' })
  expect(await raisedTypes(zis)).toEqual([
    'user.UserNameChanged',
    'user.TagsChanged',
    'user.CustomFieldChanged',
  ])
})

it('adds an address, makes it the primary one, and removes the other', async () => {
  const { user } = await renderHost(zis, <UserPage id="9101" />)
  await user.type(await screen.findByRole('textbox', { name: 'New email' }), 'e@example.org')
  await user.click(screen.getByRole('button', { name: 'Add email' }))
  await user.click(await screen.findByRole('button', { name: 'Make e@example.org primary' }))
  await screen.findByRole('button', { name: 'Make emil@example.org primary' })
  await user.click(screen.getByRole('button', { name: 'Remove emil@example.org' }))
  await screen.findByText('emil@example.org removed')
  const { body } = await zis.agent('GET /api/v2/users/9101')
  expect(body).toMatchObject({ user: { email: 'e@example.org' } })
})

it('suspends a user, and deletes one once that is confirmed', async () => {
  const { user } = await renderHost(zis, <UserPage id="9101" />)
  await user.click(await screen.findByRole('button', { name: 'Suspend' }))
  await screen.findByText('Suspended')
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete Emil End-User' }))
  await user.click(dialog.getByRole('button', { name: 'Delete' }))
  await screen.findByText('A deleted user stays on the tickets and cannot be changed.')
  expect(await raisedTypes(zis)).toEqual(['user.UserIsActiveChanged'])
})

it('shows who is in an organization, and saves its domain names', async () => {
  const { user } = await renderHost(zis, <OrganizationPage id="5001" />)
  await screen.findByRole('link', { name: 'Eva End-User' })
  await user.type(screen.getByRole('textbox', { name: 'Domain names' }), 'example.org')
  await user.type(screen.getByRole('textbox', { name: 'External ID' }), 'o-1')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Example Ltd updated')
  const { body } = await zis.agent('GET /api/v2/organizations/5001')
  expect(body).toMatchObject({ organization: { domain_names: ['example.org'], external_id: 'o-1' } })
})
