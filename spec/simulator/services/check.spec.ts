import type { Finding } from '../../../src/zis/findings'
import { postingBundle } from '../../fixtures/posting-bundle'
import { startSimulator, type TestZis } from '../../support/start-simulator'
import { createJq } from '../../../src/simulator/node/jq'
import type { JsonObject } from '../../../src/zis/json'

const jq = createJq()
afterAll(() => jq.close())

let zis: TestZis
beforeEach(async () => {
  zis = await startSimulator({ jq })
  await zis.admin('POST /api/services/zis/registry/acme_a', { description: 'd' })
})
afterEach(() => zis.stop())

const upload = (bundle: object) => zis.admin('POST /api/services/zis/registry/acme_a/bundles', bundle)
const check = async (text: string) =>
  (await zis.control('POST /_sim/integrations/acme_a/check', { text })).body as unknown as {
    findings: Finding[]
    fixed?: string
    bundle: unknown
  }
const codes = (findings: Finding[]) => findings.map(({ code }) => code)

async function findings() {
  const { body } = await zis.control('GET /_sim/integrations/acme_a/findings')
  return body['bundles'] as unknown as Array<{ name: string; findings: Finding[]; bundle: JsonObject }>
}

const bundleOf = (name: string, state: object) => ({
  zis_template_version: '2019-10-14',
  name,
  resources: {
    f: {
      type: 'ZIS::Flow',
      properties: { name: `flow_of_${name}`, definition: { StartAt: 'A', States: { A: state } } },
    },
  },
})
const jqState = (expr: string) => ({
  Type: 'Action',
  ActionName: 'zis:common:transform:Jq',
  Parameters: { expr, 'data.$': '$' },
  End: true,
})

it('tells what an upload is silent about, with its place in the bundle as it is shown', async () => {
  const { status, text } = await upload(bundleOf('one', jqState('.a | | .b')))
  expect([status, text]).toEqual([200, ''])
  const [judged] = await findings()
  expect(judged?.name).toBe('one')
  expect(codes(judged!.findings).sort()).toEqual(['flow.not-started', 'jq.syntax', 'resource.key-differs'])
  const shown = JSON.stringify(judged!.bundle, null, 2).split('\n')
  const broken = judged!.findings.find(({ code }) => code === 'jq.syntax')!
  expect(broken).toMatchObject({ severity: 'warning', way_out: expect.stringMatching(/./) as string })
  expect(shown[broken.line! - 1]).toContain('.a | | .b')
})

it('says which connection is missing until there is one', async () => {
  await upload(postingBundle('acme_a'))
  const missing = async () => codes((await findings())[0]!.findings).includes('action.connection-undeclared')
  const withConnection = postingBundle('acme_a') as unknown as {
    resources: { [key: string]: { type: string; properties: { definition: JsonObject } } }
  }
  for (const { type, properties } of Object.values(withConnection.resources)) {
    if (type === 'ZIS::Action::Http') properties.definition['connectionName'] = 'tracker'
  }
  await upload(withConnection)
  expect(await missing()).toBe(true)
  await zis.admin('POST /api/services/zis/integrations/acme_a/connections/bearer_token', {
    name: 'tracker',
    token: 'secret-of-tracker',
    allowed_domain: 'example.com',
  })
  expect(await missing()).toBe(false)
})

it('looks at each bundle beside the others of its integration', async () => {
  await upload(bundleOf('one', { Type: 'Pass', End: true }))
  await upload(bundleOf('two', { Type: 'Pass', End: true }))
  const all = await findings()
  expect(all.map(({ name }) => name).sort()).toEqual(['one', 'two'])
  expect(all.flatMap((bundle) => codes(bundle.findings))).not.toContain('resource.name-taken')
  const twin = await check(JSON.stringify({ ...bundleOf('one', { Type: 'Pass', End: true }), name: 'three' }))
  expect(twin.findings.find(({ code }) => code === 'resource.name-taken')).toMatchObject({
    severity: 'error',
    zis_text: 'Bundle contains duplicated resources',
  })
})

it('offers the text of a bundle without what is only in the way, and keeps nothing', async () => {
  const good = JSON.stringify(bundleOf('one', { Type: 'Pass', End: true }), null, 2)
  const judged = await check(`// mine\n${good.replace(/\}$/, ',}')}`)
  expect(codes(judged.findings)).toEqual(expect.arrayContaining(['json.comment', 'json.trailing-comma']))
  const again = await check(judged.fixed!)
  expect(again.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(again.fixed).toBeUndefined()
  expect(await findings()).toEqual([])
})

it('answers for a text that is no JSON at all, and refuses an integration that is not there', async () => {
  expect(await check('')).toMatchObject({ bundle: null, findings: [{ code: 'json.empty' }] })
  const nobody = await zis.control('POST /_sim/integrations/gone/check', { text: '{}' })
  expect([nobody.status, nobody.text]).toEqual([404, expect.stringContaining('integration gone not found')])
})

it('is for the page and programs with the control token only', async () => {
  expect((await zis.nobody('GET /_sim/integrations/acme_a/findings')).status).toBe(401)
})
