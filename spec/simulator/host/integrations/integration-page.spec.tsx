import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { IntegrationPage } from '../../../../src/simulator/host/integrations/integration-page'
import { renderHost } from '../../../support/render-host'
import { savedFolders, sayingBundle } from '../../../support/saved-folders'
import { startSimulator, type TestZis } from '../../../support/start-simulator'

let zis: TestZis
beforeEach(async () => {
  zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/acme_a', { description: 'Of Acme' })
})
afterEach(async () => {
  cleanup()
  await zis.stop()
})

const bundle = {
  zis_template_version: '2019-10-14',
  name: 'sync',
  resources: {
    lonely: {
      type: 'ZIS::Flow',
      properties: {
        name: 'lonely',
        definition: { StartAt: 'First', States: { First: { Type: 'Wait', Seconds: 120, End: true } } },
      },
    },
  },
}
const page = <IntegrationPage integration="acme_a" />

it('shows what the checker says of an uploaded bundle, and the part that a finding is about', async () => {
  await zis.admin('POST /api/services/zis/registry/acme_a/bundles', bundle)
  const { user } = await renderHost(zis, page)
  const list = within(await screen.findByRole('list', { name: 'Warnings of sync' }))
  list.getByText('Nothing will start the flow "lonely": no job spec of this bundle names it')
  list.getByText('Add a ZIS::JobSpec whose flow_name names it')
  screen.getByRole('heading', { name: /^Findings 2 warnings/ })
  await user.click(list.getByRole('button', { name: /States\/First\/Seconds$/ }))
  const drawer = within(await screen.findByRole('dialog', { name: 'Finding' }))
  drawer.getByText('wait.too-long')
  expect(
    drawer.getByRole('group', { name: '/resources/lonely/properties/definition/States/First' }).textContent,
  ).toContain('"Seconds": 120')
})

it('says so when no bundle is there, and when the findings cannot be had', async () => {
  let isBroken = true
  const { user } = await renderHost(zis, page, ({ url }) =>
    isBroken && url.endsWith('/findings')
      ? Response.json({ errors: [{ detail: 'out of order' }] }, { status: 500 })
      : undefined,
  )
  const alert = within(await screen.findByRole('alert'))
  alert.getByText("Couldn't load the findings")
  isBroken = false
  await user.click(alert.getByRole('button', { name: 'Retry' }))
  await waitFor(() => expect(screen.getAllByText('No bundle was uploaded.')).toHaveLength(2))
})

it('checks a text, fixes what is only in the way, and keeps nothing', async () => {
  const { user } = await renderHost(zis, page)
  await user.click(await screen.findByRole('button', { name: 'Check a bundle' }))
  const field = screen.getByRole('textbox', { name: 'Bundle as JSON' })
  await user.click(screen.getByRole('button', { name: 'Check' }))
  screen.getByText('Enter the JSON of a bundle')

  await user.click(field)
  await user.paste(`// mine\n${JSON.stringify(bundle, null, 2)}`)
  await user.click(screen.getByRole('button', { name: 'Check' }))
  const errors = within(await screen.findByRole('list', { name: 'Errors of the text' }))
  errors.getByRole('button', { name: /^Line 1, column 1,/ })
  await user.click(screen.getByRole('button', { name: 'Fix text' }))
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Errors of the text' })).toBeNull())
  expect((field as HTMLTextAreaElement).value).not.toContain('// mine')
  await screen.findByText(/2 warnings/)
  expect((await zis.admin('GET /api/services/zis/registry/acme_a/bundles')).body['bundles']).toEqual([])
})

it('says that the last save is not deployed and where it is wrong, until one is', async () => {
  await zis.stop()
  const folders = savedFolders({ 'acme_a/bundle.json': sayingBundle('hello') }, ['acme_a'])
  zis = await startSimulator(folders.options)
  const { client } = await renderHost(zis, page)
  await screen.findByText('Nothing to say against it.')
  expect(screen.queryByRole('alert')).toBeNull()

  await folders.save('acme_a/bundle.json', { ...sayingBundle('hello'), zis_template_version: '2020' })
  await client.invalidateQueries({ queryKey: ['registry'] })
  const alert = within(await screen.findByRole('alert'))
  alert.getByText('What was saved last in acme_a is not deployed')
  alert.getByText('Not deployed acme_a: 1 error. What was deployed before stays.')
  within(alert.getByRole('list', { name: 'What is wrong with it' })).getByText(
    /^acme_a\/bundle\.json:2:27: error bundle\.version-unknown: "2020" is not a version/,
  )
  screen.getByRole('heading', { name: 'Findings last save not deployed' })

  await folders.save('acme_a/bundle.json', sayingBundle('hi'))
  await client.invalidateQueries({ queryKey: ['registry'] })
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})
