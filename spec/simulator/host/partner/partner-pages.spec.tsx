import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { PartnerPage } from '../../../../src/simulator/host/partner/partner-page'
import { PartnersPage } from '../../../../src/simulator/host/partner/partners-page'
import { partnerFilesOf } from '../../../support/partner-files'
import { renderHost } from '../../../support/render-host'
import { startSimulator, type TestZis } from '../../../support/start-simulator'

const host = 'crm.example.com'
let zis: TestZis
beforeEach(async () => {
  const { partnerFiles } = partnerFilesOf({
    'integrations/crm/partners/crm.json': {
      host,
      title: 'CRM',
      auth: { kind: 'oauth' },
      oauth: {},
      collections: { people: { path: '/people', rows: [{ id: 1, name: 'Emil' }] } },
    },
    'integrations/crm/partners/bad.json': '{\n  "host": "bad.example.com"\n}',
  })
  zis = await startSimulator({ partnerFiles, say: () => {} })
})
afterEach(async () => {
  cleanup()
  await zis.stop()
})
const shown = async () => (await zis.control(`GET /_sim/partners/${host}`)).body

it('lists the partners, and what is wrong with a file', async () => {
  await zis.control(`PUT /_sim/partners/${host}/fault`, { kind: 'status', status: 429, times: 3 })
  await renderHost(zis, <PartnersPage />)
  const link = await screen.findByRole('link', { name: 'CRM' })
  expect(link.getAttribute('href')).toBe(`/simulator/partners/${host}`)
  const table = within(screen.getByRole('table', { name: 'Partners' }))
  table.getByText('Refuse with 429, 3 more')
  table.getByText('integrations/crm/partners/crm.json')
  screen.getByText('integrations/crm/partners/bad.json, line 1, column 1')
  screen.getByText(/"title" is missing: add "title"/)
})

it('turns a fault on for so many requests, and off', async () => {
  const { user } = await renderHost(zis, <PartnerPage host={host} />)
  await user.selectOptions(await screen.findByLabelText('What happens'), 'Close the connection')
  await user.type(screen.getByLabelText('Number of requests'), '2')
  await user.type(screen.getByLabelText('Path begins with'), '/oauth')
  await user.click(screen.getByRole('button', { name: 'Turn on' }))
  await screen.findByText('Close the connection, 2 more')
  expect((await shown())['fault']).toMatchObject({ kind: 'drop', times: 2, path: '/oauth', left: 2 })
  await user.click(screen.getByRole('button', { name: 'Turn off' }))
  await waitFor(() => expect(screen.queryByText('Close the connection, 2 more')).toBeNull())
  expect((await shown())['fault']).toBeNull()
})

it('says why a fault was not turned on', async () => {
  const { user } = await renderHost(zis, <PartnerPage host={host} />)
  await user.type(await screen.findByLabelText('Path begins with'), 'no-slash')
  await user.click(screen.getByRole('button', { name: 'Turn on' }))
  await screen.findByText('The fault was not turned on')
})

it('records a named host, shows what was recorded, and deletes it', async () => {
  await zis.stop()
  zis = await startSimulator({
    network: {
      hosts: new Set(['api.example.com']),
      fetch: () => Promise.resolve(Response.json({ from: 'the network' })),
    },
  })
  const { user } = await renderHost(zis, <PartnersPage />)
  await user.click(await screen.findByRole('switch', { name: 'Record api.example.com' }))
  await waitFor(async () =>
    expect((await zis.control('GET /_sim/partners')).body['network']).toEqual([
      { host: 'api.example.com', is_recording: true },
    ]),
  )
  await zis.admin('POST /api/v2/webhooks', {
    webhook: {
      ...{ name: 'Elsewhere', status: 'active', endpoint: 'https://api.example.com/in?page=1' },
      ...{ http_method: 'POST', request_format: 'json' },
      subscriptions: ['zen:event-type:ticket.status_changed'],
    },
  })
  await zis.agent('PUT /api/v2/tickets/1', { ticket: { status: 'open' } })
  await zis.settle()
  cleanup()

  const shownPage = await renderHost(zis, <PartnerPage host="api.example.com" />)
  const table = within(await screen.findByRole('table', { name: 'Recorded answers' }))
  table.getByText('POST /in?page=1')
  table.getByText('200')
  await shownPage.user.click(screen.getByRole('button', { name: 'Delete recording' }))
  const dialog = within(await screen.findByRole('alertdialog'))
  await shownPage.user.click(dialog.getByRole('button', { name: 'Delete recording' }))
  await waitFor(async () =>
    expect((await zis.control('GET /_sim/partners/api.example.com')).status).toBe(404),
  )
})

it('turns what a provider does, and resets its records', async () => {
  const { user } = await renderHost(zis, <PartnerPage host={host} />)
  await user.click(await screen.findByLabelText('Deny every sign-in'))
  await waitFor(async () => expect((await shown())['partner']).toMatchObject({ oauth: { denies: true } }))
  await user.click(screen.getByRole('button', { name: 'Expire access tokens' }))
  await user.click(screen.getByRole('button', { name: 'Revoke all tokens' }))
  expect(screen.getByRole('group', { name: 'Record 1 of people' }).textContent).toContain('Emil')
  await zis.nobody(`DELETE /partners/${host}/people/1`)
  await user.click(screen.getByRole('button', { name: 'Reset records' }))
  await waitFor(async () =>
    expect((await shown())['partner']).toMatchObject({ collections: [{ rows: [{ name: 'Emil' }] }] }),
  )
})
