import { raise, results } from '../../support/one-flow'
import { savedFolders, sayingBundle } from '../../support/saved-folders'
import { startSimulator, type TestZis } from '../../support/start-simulator'

let zis: TestZis
afterEach(() => zis.stop())

const jobSpecs = async (integration = 'hello') => {
  const { body } = await zis.admin(`GET /api/services/zis/registry/${integration}/job_specs`)
  const rows = body['job_specs'] as Array<{ name: string; installed: boolean }>
  return rows.map(({ name, installed }) => `${name} ${installed ? 'on' : 'off'}`)
}

const again = async () => {
  await zis.control('POST /_sim/events/1/again')
  await zis.settle()
}

it('runs the flow of a folder with nothing but a bundle, and what was saved since when its event is sent again', async () => {
  const folders = savedFolders({ 'hello/bundle.json': sayingBundle('hello') }, ['hello'])
  zis = await startSimulator(folders.options)
  expect(folders.said).toEqual(['deployed hello: flow say added, job spec on_thing added and installed'])
  await raise(zis)
  await zis.settle()

  expect(await folders.save('hello/bundle.json', sayingBundle('good morning'))).toBe(
    'deployed hello: flow say changed',
  )
  await again()
  expect(await results(zis)).toEqual(['hello', 'good morning'])
  expect(await jobSpecs()).toEqual(['on_thing on'])
})

it('leaves what was deployed when the file has a fault, and leads to its place', async () => {
  const folders = savedFolders({ 'hello/bundle.json': sayingBundle('hello') }, ['hello'])
  zis = await startSimulator(folders.options)
  const slip = JSON.stringify(sayingBundle('worse'), null, 2).replace('"Succeed"', '"Suceed"')
  expect(await folders.save('hello/bundle.json', slip)).toBe(
    [
      'not deployed hello: 1 error',
      'hello/bundle.json:13:23: error state.type-unknown: "Suceed" is not a type of state; did you mean "Succeed"?',
    ].join('\n'),
  )
  const half = await folders.save('hello/bundle.json', slip.slice(0, 200))
  expect(half).toMatch(/^not deployed hello: \d errors/)
  expect(half).toMatch(/\nhello\/bundle\.json:10:13: error json\.not-closed: the \{ of line 9 is not closed/)
  await raise(zis)
  await zis.settle()
  expect(await results(zis)).toEqual(['hello'])
  // Saved as it was: there is nothing to upload, and that is said, too.
  expect(await folders.save('hello/bundle.json', sayingBundle('hello'))).toBe('unchanged hello')
})

it('installs job specs that come, and uninstalls those that go', async () => {
  const folders = savedFolders({ 'hello/bundle.json': sayingBundle('hello', ['a']) }, ['hello'])
  zis = await startSimulator(folders.options)
  expect(await folders.save('hello/bundle.json', sayingBundle('hello', ['b', 'c']))).toBe(
    'deployed hello: job specs b and c added and installed, job spec a removed and uninstalled',
  )
  expect(await jobSpecs()).toEqual(['a off', 'b on', 'c on'])

  // It is told to run it, so a save turns on what was turned off meanwhile.
  await zis.admin('DELETE /api/services/zis/registry/job_specs/install?job_spec_name=zis:hello:job_spec:b')
  expect(await folders.save('hello/bundle.json', sayingBundle('hi', ['b', 'c']))).toBe(
    'deployed hello: flow say changed, job spec b installed',
  )
})

it('tells warnings beside a deployment', async () => {
  const text = JSON.stringify(sayingBundle('hello'), null, 2).replace('"Type"', '"Comments": "x", "Type"')
  const folders = savedFolders({ 'hello/bundle.json': text }, ['hello'])
  zis = await startSimulator(folders.options)
  expect(folders.said.join()).toMatch(
    /^deployed hello: .*installed, 1 warning\nhello\/bundle\.json:13:15: warning word\.unknown: .+; .+$/,
  )
})

it('takes the key that the job specs of a bundle name, and asks for another folder where none can be taken', async () => {
  const named = JSON.stringify(sayingBundle('hello')).replaceAll('{{integration}}', 'greeter')
  const folders = savedFolders({ 'hello/bundle.json': named }, ['hello', 'My flow'])
  zis = await startSimulator(folders.options)
  expect(await jobSpecs('greeter')).toEqual(['on_thing on'])
  const nameless = { ...sayingBundle('hello', []), name: 'other' }
  expect(await folders.save('My flow/bundle.json', nameless)).toBe(
    [
      'not deployed My flow: 1 error',
      'My flow: error: "My flow" is no integration key; name the folder with a-z, 0-9, _ and - only',
    ].join('\n'),
  )
  expect(await folders.save('greeter/bundle.json', sayingBundle('hi'))).toMatch(
    /^not deployed greeter: greeter stands for the same integration as hello; /,
  )
})

it('says in the words of the wire why an upload was refused, and tries again at the next save', async () => {
  const folders = savedFolders({ 'slack/bundle.json': sayingBundle('hello') }, ['slack', 'large'])
  zis = await startSimulator(folders.options)
  expect(folders.said).toEqual([
    'not deployed slack: the integration: slack is not available for upsert by this account (400)',
  ])
  await zis.control('PUT /_sim/assumptions', { largestBody: 262144 })
  const large = sayingBundle('x'.repeat(300_000))
  expect(await folders.save('large/bundle.json', large)).toMatch(/^not deployed large: .*262144.* \(413\)$/)
  expect(await folders.save('large/bundle.json', sayingBundle('x'))).toMatch(/^deployed large: /)
})

it('tries what the account has refused again at the next save, though the file says the same', async () => {
  const folders = savedFolders({}, ['hello'])
  zis = await startSimulator(folders.options)
  await zis.control('PUT /_sim/assumptions', { zisOnPlan: false })
  expect(await folders.save('hello/bundle.json', sayingBundle('hello'))).toMatch(
    /^not deployed hello: .* \(40\d\)$/,
  )
  await zis.control('PUT /_sim/assumptions', { zisOnPlan: null })
  expect(await folders.save('hello/bundle.json', sayingBundle('hello'))).toMatch(
    /^deployed hello: flow say added/,
  )
})

it('says twenty findings, errors before warnings, and how many there are', async () => {
  const bundle = sayingBundle('hello') as { resources: { say: { properties: { definition: object } } } }
  const words = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`Word${at}`, 'x']))
  bundle.resources.say.properties.definition = {
    StartAt: 'Say',
    States: { Say: { ...words, Type: 'Succeed' }, Lost: { Type: 'Suceed' } },
  }
  const folders = savedFolders({}, ['hello'])
  zis = await startSimulator(folders.options)
  const [head, first, ...rest] = (await folders.save('hello/bundle.json', bundle)).split('\n')
  expect(head).toMatch(/^not deployed hello: 1 error, 3\d warnings$/)
  expect(first).toContain('error state.type-unknown')
  expect(rest).toHaveLength(20)
  expect(rest.at(-1)).toMatch(/^and 1\d more$/)
})

it('sends no command to the terminal that stands in a name', async () => {
  const folders = savedFolders({}, ['hello'])
  zis = await startSimulator(folders.options)
  const text = await folders.save('hello/bundle.json', sayingBundle('hello', ['\u001b[2Jspec']))
  expect(text).toContain('job spec \ufffd[2Jspec added')
})

it('is there again after a reset', async () => {
  const folders = savedFolders({ 'hello/bundle.json': sayingBundle('hello') }, ['hello'])
  zis = await startSimulator(folders.options)
  await zis.control('POST /_sim/reset')
  expect(folders.said).toHaveLength(2)
  await raise(zis)
  await zis.settle()
  expect(await results(zis)).toEqual(['hello'])
})

it('says that a folder is gone, and leaves the account as it is', async () => {
  const folders = savedFolders({ 'hello/bundle.json': sayingBundle('hello') }, ['hello'])
  zis = await startSimulator(folders.options)
  expect(await folders.save('hello/bundle.json', undefined)).toBe(
    'hello is gone; what the account has of it stays',
  )
  expect(await jobSpecs()).toEqual(['on_thing on'])
  expect(await folders.save('hello/bundle.json', sayingBundle('hello'))).toBe('unchanged hello')
})

it('says why names are taken when the bundle itself was renamed', async () => {
  const folders = savedFolders({ 'hello/bundle.json': sayingBundle('hello') }, ['hello'])
  zis = await startSimulator(folders.options)
  const text = await folders.save('hello/bundle.json', { ...sayingBundle('hello'), name: 'greeting' })
  expect(text).toMatch(
    /^not deployed hello: the bundle was called "saying" before, and ZIS deletes none: give it that name again, 2 errors\n/,
  )
  expect(await folders.save('hello/bundle.json', sayingBundle('hi'))).toBe('deployed hello: flow say changed')
})

it('tells the pages of each save what became of it', async () => {
  const folders = savedFolders({ 'hello/bundle.json': sayingBundle('hello') }, ['hello'])
  zis = await startSimulator(folders.options)
  const stream = await zis.simulator.fetch(
    new Request(`${zis.simulator.origin}/_sim/stream`, {
      headers: { authorization: `Bearer ${zis.simulator.controlToken}` },
    }),
  )
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  await reader.read()
  await folders.save('hello/bundle.json', '{')
  expect((await reader.read()).value).toBe('data: {"kind":"registry","id":"hello"}\n\n')
  await reader.cancel()
  const { body } = await zis.control('GET /_sim/integrations/hello/findings')
  expect(body['save']).toMatchObject({
    folder: 'hello',
    is_deployed: false,
    says: expect.stringMatching(/error/) as string,
  })
})
