import { postingBundle } from '../../fixtures/posting-bundle'
import { startSimulator, type TestZis } from '../../support/start-simulator'

let zis: TestZis
beforeEach(async () => {
  zis = await startSimulator()
  await zis.admin('POST /api/services/zis/registry/acme_a', { description: 'd' })
})
afterEach(() => zis.stop())

const path = '/api/services/zis/registry/acme_a/bundles'

/** Uploads a text as an admin's script would, whatever is in it. */
async function upload(text: string) {
  const response = await zis.simulator.fetch(
    new Request(`${zis.simulator.origin}${path}`, {
      method: 'POST',
      body: text,
      headers: {
        authorization: `Basic ${btoa('admin@example.com/token:local-token')}`,
        'content-type': 'application/json',
      },
    }),
  )
  const answer = await response.text()
  const errors = answer === '' ? [] : (JSON.parse(answer) as { errors: Array<{ detail: string }> }).errors
  return { status: response.status, details: errors.map(({ detail }) => detail) }
}

const good = JSON.stringify(postingBundle('acme_a'), null, 2)
const place = (text: string, part: string) => {
  const before = text.slice(0, text.indexOf(part)).split('\n')
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`
}

it('takes a bundle as text', async () => {
  expect(await upload(good)).toEqual({ status: 200, details: [] })
})

it('says where in the text a fault is', async () => {
  const faulty = good.replace('"Next": "Post"', '"Next": "Nowhere"')
  const { status, details } = await upload(faulty)
  expect(status).toBe(400)
  expect(details[0]).toContain(place(faulty, '"Nowhere"'))
  expect(details[0]).toContain('there is no state "Nowhere" to go to')
})

it('says what is wrong with a text that is no JSON, and keeps nothing of it', async () => {
  const { status, details } = await upload(`// mine\n${good.replace(/\}\n\}$/, '},\n}')}`)
  expect(status).toBe(400)
  expect(details).toHaveLength(2)
  expect(details[0]).toMatch(/^line 1, column 1 \(\/\): JSON knows no comments/)
  expect((await zis.admin(`GET ${path}`)).body['bundles']).toEqual([])
})

it('begins with the words of ZIS where they are known', async () => {
  await upload(good)
  const { details } = await upload(good.replace('"name": "posting"', '"name": "twin"'))
  expect(details[0]).toBe('Bundle contains duplicated resources')
  expect(details[1]).toMatch(/^line \d+, column \d+ \(\/resources\/.*is taken by another bundle/)
})

const withJq = (expr: string) => {
  const bundle = JSON.parse(good) as { resources: Record<string, unknown> }
  const definition = {
    StartAt: 'Build',
    States: {
      Build: {
        Type: 'Action',
        ActionName: 'zis:common:transform:Jq',
        Parameters: { expr, 'data.$': '$' },
        End: true,
      },
    },
  }
  bundle.resources['build'] = { type: 'ZIS::Flow', properties: { name: 'build', definition } }
  return JSON.stringify(bundle, null, 2)
}

it('takes a jq expression that jq cannot read; a switch refuses it, with the place in the text', async () => {
  const faulty = withJq('"\\(.a)" | nothing')
  expect((await upload(faulty)).status).toBe(200)
  await zis.control('PUT /_sim/assumptions', { jqSyntaxRefused: true })
  const { status, details } = await upload(faulty)
  expect(status).toBe(400)
  expect(details).toEqual([
    `${place(faulty, 'nothing')} (/resources/build/properties/definition/States/Build/Parameters/expr): jq: nothing/0 is not defined (line 1, column 11 of the expression); mend the expression there`,
  ])
  expect((await upload(withJq('.a | tostring'))).status).toBe(200)
})

it('lets only one of two bundles that come together take a name', async () => {
  const [one, other] = await Promise.all([
    upload(withJq('.a')),
    upload(withJq('.b').replace('"name": "posting"', '"name": "twin"')),
  ])
  expect([one.status, other.status].sort()).toEqual([200, 400])
})

it('olderTemplateVersion: takes a version that was seen in a registry', async () => {
  const older = good.replace('2019-10-14', '2019-02-28')
  expect((await upload(older)).details[0]).toContain('is not a version of the bundle template')
  await zis.control('PUT /_sim/assumptions', { olderTemplateVersion: true })
  expect((await upload(older)).status).toBe(200)
  expect((await upload(good.replace('2019-10-14', '2018-01-01'))).status).toBe(400)
})

it('mostResources: refuses a bundle with more', async () => {
  const many = JSON.parse(good) as { resources: Record<string, unknown> }
  for (let at = 0; at < 100; at++) {
    const definition = { StartAt: 'A', States: { A: { Type: 'Succeed' } } }
    many.resources[`f${at}`] = { type: 'ZIS::Flow', properties: { name: `f${at}`, definition } }
  }
  await zis.control('PUT /_sim/assumptions', { mostResources: 100 })
  expect((await upload(JSON.stringify(many))).details[0]).toMatch(
    /the bundle has 10\d resources; 100 are taken/,
  )
  await zis.control('PUT /_sim/assumptions', { mostResources: null })
  expect((await upload(JSON.stringify(many))).status).toBe(200)
})
