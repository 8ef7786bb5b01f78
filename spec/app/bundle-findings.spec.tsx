import { screen, within } from '@testing-library/react'
import { axe } from 'jest-axe'
import type { CatalogueEntry } from '../../src/zis/definition'
import type { JsonObject } from '../../src/zis/json'
import { writePath } from '../../src/zis/flow/paths'
import { installSlackStatus } from '../support/install-slack-status'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator } from '../support/start-simulator'

afterEach(stopApp)

const flowAt = '$.resources.report_status.properties.definition'
const changed =
  (...changes: Array<[place: string, value: JsonObject | string]>) =>
  (entry: CatalogueEntry): CatalogueEntry => ({
    ...entry,
    bundle: changes.reduce<JsonObject>(
      (bundle, [place, value]) => writePath(bundle, place, value) as JsonObject,
      entry.bundle,
    ),
  })
const unreachable = changed([`${flowAt}.States.Lost`, { Type: 'Succeed' }])

/** Connected and configured, so that the install opens at its last step; the bundle of the catalogue is another. */
async function review(catalogue: (entry: CatalogueEntry) => CatalogueEntry = (entry) => entry) {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  await zis.admin(
    'DELETE /api/services/zis/registry/job_specs/install?job_spec_name=zis:slack_status:job_spec:on_status_changed',
  )
  return renderApp({ zis, at: '#/install/slack_status', catalogue })
}

it('warns of what an upload would say nothing of, and shows where it is', async () => {
  const { user } = await review(unreachable)
  await user.click(await screen.findByRole('button', { name: '1 warning about the bundle' }))
  const list = within(screen.getByRole('list', { name: 'Warnings about the bundle' }))
  expect(list.getByText('No way leads to the state "Lost"')).toBeVisible()
  expect(list.getByText(/^Name it in a Next, Default or Catch/)).toBeVisible()
  expect(list.getByText(/definition\/States\/Lost$/)).toBeVisible()
  expect(await axe(document.body)).toHaveNoViolations()
})

it('says that Zendesk refuses a bundle before it is sent', async () => {
  await review(changed([`${flowAt}.StartAt`, 'Nowhere']))
  const list = within(await screen.findByRole('list', { name: 'Errors in the bundle' }))
  expect(list.getByText('There is no state "Nowhere" to go to')).toBeVisible()
  expect(screen.getByText('Zendesk refuses this bundle because of 1 error')).toBeVisible()
})

it('warns beside the changes of an update as well', async () => {
  const zis = await startSimulator()
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
  const { user } = await renderApp({ zis, at: '#/integrations/slack_status', catalogue: unreachable })
  await user.click(await screen.findByRole('button', { name: '1 warning about the bundle' }))
  expect(screen.getByText('No way leads to the state "Lost"')).toBeVisible()
})

it('says nothing where there is nothing to say', async () => {
  await review()
  expect(await screen.findByRole('button', { name: 'Install integration' })).toBeVisible()
  expect(screen.queryByText(/about the bundle/)).toBeNull()
})
