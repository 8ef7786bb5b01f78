import type { JsonObject } from '../../../src/zis/json'
import { savedFolders, sayingBundle, sayingDefinition } from '../../support/saved-folders'
import { startSimulator, type TestZis } from '../../support/start-simulator'

let zis: TestZis
afterEach(() => zis.stop())

/** An app that was built with one integration. */
const built: Record<string, object> = {
  'assets/integrations.json': { integrations: [{ name: 'built', definition: { title: 'Built' } }] },
  'assets/integrations.de.json': { built: { title: 'Gebaut' } },
  'assets/integrations.fr.json': {},
}
const files = {
  host: () => Promise.resolve(undefined),
  app: (path: string) => Promise.resolve(built[path] && Response.json(built[path])),
}

const asset = async (name: string) => {
  const answer = await zis.simulator.fetch(new Request(`http://localhost:4500/0/assets/${name}`))
  return (await answer.json()) as JsonObject
}

/** What the app finds in its catalogue. */
async function catalogue(): Promise<string[]> {
  const { integrations } = (await asset('integrations.json')) as unknown as {
    integrations: Array<{ name: string; definition: { title: string } }>
  }
  return integrations.map(({ name, definition }) => `${name}: ${definition.title}`)
}

const shop = (title = 'Shop') => ({
  'shop/integration.json': sayingDefinition(title, 'acme_shop'),
  'shop/bundle.json': sayingBundle('hello'),
})

/** Sets up an integration as the app does, but for what an admin enters. */
async function setUp(key: string, catalogueName: string, isOn = true) {
  await zis.admin(`POST /api/services/zis/registry/${key}`, { description: 'd' })
  await zis.admin(`POST /api/services/zis/integrations/${key}/configs`, {
    scope: 'zis_console',
    config: { catalogue: catalogueName },
  })
  const text = JSON.stringify(sayingBundle('before')).replaceAll('{{integration}}', key)
  await zis.admin(`POST /api/services/zis/registry/${key}/bundles`, text)
  const spec = `zis:${key}:job_spec:on_thing`
  if (isOn) await zis.admin(`POST /api/services/zis/registry/job_specs/install?job_spec_name=${spec}`)
}

const jobSpecs = async (integration: string) => {
  const { body } = await zis.admin(`GET /api/services/zis/registry/${integration}/job_specs`)
  const rows = body['job_specs'] as Array<{ name: string; installed: boolean }>
  return rows.map(({ name, installed }) => `${name} ${installed ? 'on' : 'off'}`)
}

it('stands in the catalogue of the app as it was saved last, and is in nobody’s account before it is set up', async () => {
  const folders = savedFolders(shop())
  zis = await startSimulator({ ...folders.options, files })
  expect(await catalogue()).toEqual(['built: Built', 'shop: Shop'])
  expect(folders.said).toEqual([
    'read acme_shop: not in the account yet: set it up in ZIS Console, or start with --deploy shop',
  ])
  await folders.save('shop/integration.json', sayingDefinition('Web shop', 'acme_shop'))
  expect(await catalogue()).toEqual(['built: Built', 'shop: Web shop'])
  expect((await zis.admin('GET /api/services/zis/registry/integrations')).body).toEqual({ integrations: [] })
})

it('takes the place of the one of its name that the app was built with', async () => {
  const folders = savedFolders({
    'built/integration.json': sayingDefinition('Rebuilt', 'built'),
    'built/bundle.json': sayingBundle('hello'),
  })
  zis = await startSimulator({ ...folders.options, files })
  expect(await catalogue()).toEqual(['built: Rebuilt'])
})

it('brings its words in other languages', async () => {
  const folders = savedFolders({ ...shop(), 'shop/translations/de.json': { title: 'Laden' } })
  zis = await startSimulator({ ...folders.options, files })
  expect(folders.said.join()).toMatch(/\nshop\/translations\/de\.json:1:1: warning translation\.missing: /)
  expect(await asset('integrations.de.json')).toEqual({
    built: { title: 'Gebaut' },
    shop: { title: 'Laden' },
  })
  expect(await asset('integrations.fr.json')).toEqual({})
  expect(JSON.stringify(await asset('integrations.json'))).not.toContain('Laden')
})

it('has the frame of the app loaded anew when its catalogue has changed, and not otherwise', async () => {
  const folders = savedFolders(shop())
  zis = await startSimulator({ ...folders.options, files })
  const stream = await zis.simulator.fetch(
    new Request(`${zis.simulator.origin}/_sim/stream`, {
      headers: { authorization: `Bearer ${zis.simulator.controlToken}` },
    }),
  )
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  /** The next word of something to load. */
  const reload = async () => {
    for (let text = ''; ; text = (await reader.read()).value ?? '') {
      const said = /^data: (\{"kind":"reload".*)$/m.exec(text)
      if (said) return said[1]
    }
  }
  await folders.save('shop/integration.json', JSON.stringify(sayingDefinition('Shop', 'acme_shop')))
  zis.simulator.reloadPages('host')
  expect(await reload()).toBe('{"kind":"reload"}')
  await folders.save('shop/integration.json', sayingDefinition('Web shop', 'acme_shop'))
  expect(await reload()).toBe('{"kind":"reload","id":"app"}')
  await reader.cancel()
})

it('tells a faulty definition with its place, and keeps the last good one', async () => {
  const folders = savedFolders(shop())
  zis = await startSimulator({ ...folders.options, files })
  const slip = JSON.stringify(sayingDefinition('New', 'acme_shop'), null, 2).replace('"title"', '"titel"')
  const lines = (await folders.save('shop/integration.json', slip)).split('\n')
  expect(lines).toEqual([
    'not deployed acme_shop: 1 error, 1 warning',
    'shop/integration.json:1:1: error definition.missing: title is missing; add "title"',
    expect.stringMatching(/^shop\/integration\.json:2:3: warning word\.unknown: "titel" means nothing here/),
  ])
  expect(await catalogue()).toEqual(['built: Built', 'shop: Shop'])
})

it('is uploaded again under every key that it was set up with; what is off stays off', async () => {
  const folders = savedFolders(shop())
  zis = await startSimulator({ ...folders.options, files })
  await setUp('acme_shop', 'shop')
  await setUp('shop_two', 'shop', false)
  await setUp('stranger', 'built')
  expect(await folders.save('shop/bundle.json', sayingBundle('hi', ['on_thing', 'on_more']))).toBe(
    [
      'deployed acme_shop: flow say changed, job spec on_more added and installed',
      'deployed shop_two: flow say changed, job spec on_more added, not installed as no other is',
    ].join('\n'),
  )
  expect(await jobSpecs('acme_shop')).toEqual(['on_more on', 'on_thing on'])
  expect(await jobSpecs('shop_two')).toEqual(['on_more off', 'on_thing off'])
  expect(await jobSpecs('stranger')).toEqual(['on_thing on'])
})

it('leaves alone a key of its own that was set up from another integration, and one without a bundle', async () => {
  const folders = savedFolders(shop())
  zis = await startSimulator({ ...folders.options, files })
  await zis.admin('POST /api/services/zis/registry/shop_two', { description: 'd' })
  await zis.admin('POST /api/services/zis/integrations/shop_two/configs', {
    scope: 'zis_console',
    config: { catalogue: 'shop' },
  })
  expect(await folders.save('shop/bundle.json', sayingBundle('hi'))).toMatch(/^read acme_shop: not in the/)
  await setUp('acme_shop', 'built')
  expect(await folders.save('shop/bundle.json', sayingBundle('hey'))).toBe(
    'not deployed acme_shop: the account has another integration under this key, set up from built; choose another default_key',
  )
})
