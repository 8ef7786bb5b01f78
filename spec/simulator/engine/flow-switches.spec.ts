import type { JsonObject } from '../../../src/zis/json'
import { callingFlow, installFlow, raise, results } from '../../support/one-flow'
import { recordingPartner } from '../../support/recording-partner'
import { startSimulator, type TestZis } from '../../support/start-simulator'

/* Switches about which actions and connections a flow finds, which are looked up before the engine runs. */

let zis: TestZis
beforeEach(async () => {
  zis = await startSimulator({ partners: () => [recordingPartner('api.example.com').partner] })
  await zis.admin('POST /api/services/zis/registry/acme_a', {})
})
afterEach(() => zis.stop())

const call: JsonObject = { method: 'GET', url: 'https://api.example.com/' }

async function runOnce() {
  await raise(zis)
  await zis.settle()
  return (await results(zis)).at(-1)
}

it('checksUnreachableActions: a connection that only an unreachable state needs', async () => {
  const flow = callingFlow('acme_a')
  const States = flow['States'] as JsonObject
  const unreachable = { ...flow, StartAt: 'Done', States }
  await installFlow(zis, 'acme_a', { flow: unreachable, action: { ...call, connectionName: 'gone' } })
  expect(await runOnce()).toBe('Cannot start flow because the connection named "gone" does not exist')
  await zis.control('PUT /_sim/assumptions', { checksUnreachableActions: false })
  expect(await runOnce()).toBe('done')
})

it('actionsOfOtherBundles: an action that came with another bundle', async () => {
  await zis.admin('POST /api/services/zis/registry/acme_a/bundles', {
    zis_template_version: '2019-10-14',
    name: 'another',
    resources: { call: { type: 'ZIS::Action::Http', properties: { name: 'call', definition: call } } },
  })
  await installFlow(zis, 'acme_a')
  expect(await runOnce()).toBe('done')
  await zis.control('PUT /_sim/assumptions', { actionsOfOtherBundles: false })
  expect(await runOnce()).toBe('caught: the action "zis:acme_a:action:call" does not exist')
})
