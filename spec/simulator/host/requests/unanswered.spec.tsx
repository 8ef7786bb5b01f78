import { cleanup, screen, within } from '@testing-library/react'
import { RequestsPage } from '../../../../src/simulator/host/requests/requests-page'
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

const open = () => renderHost(zis, <RequestsPage params={{ tab: 'unanswered' }} />)

it('lists calls that nothing simulates, and clears the list', async () => {
  await zis.apiToken('GET /api/v2/views/12')
  await zis.apiToken('GET /api/v2/views/13')
  const { user } = await open()
  const cell = await screen.findByText('GET /api/v2/views/:id')
  const row = within(cell.closest('tr')!)
  row.getByText('A program')
  row.getByText('2')
  await user.click(screen.getByRole('button', { name: 'Clear list' }))
  await screen.findByText('Every call was answered')
})

it('says so when every call was answered', async () => {
  await open()
  await screen.findByText('Every call was answered')
})
