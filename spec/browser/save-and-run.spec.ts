import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCallers, type Callers } from '../support/callers'
import { raise } from '../support/one-flow'
import { startProgram, type Program } from '../support/program'
import { sayingBundle, sayingDefinition } from '../support/saved-folders'
import { useBrowser } from './support/browser'

/** A developer has an editor and the pages open, and goes from one to the other. */
describe('saving files and looking at the pages', () => {
  // ZIS answers 404 where an integration has no configs.
  const browser = useBrowser({ expectedErrors: [/status of 404 .*\/configs\?/] })
  let folder: string
  let program: Program
  let zis: Callers
  const save = (file: string, content: object) =>
    writeFileSync(join(folder, file), JSON.stringify(content, null, 2))

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-save-'))
    for (const name of ['hello', 'offered/shop']) mkdirSync(join(folder, name), { recursive: true })
    save('hello/bundle.json', sayingBundle('hello'))
    save('offered/shop/bundle.json', { ...sayingBundle('sold'), name: 'shop' })
    save('offered/shop/integration.json', sayingDefinition('Corner shop', 'acme_shop'))
    program = await startProgram(
      ...['--port', '0', '--data', join(folder, 'data'), '--control-token', 'control-token'],
      ...['--deploy', join(folder, 'hello'), '--integrations', join(folder, 'offered')],
    )
    zis = await createCallers(fetch, program.origin, 'control-token')
  })
  afterAll(async () => {
    await program.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  it('runs an earlier event again with the flow that was saved since, by one press', async () => {
    await raise(zis)
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/runs`)
    await page.getByRole('table', { name: 'Runs' }).getByRole('link').first().click()
    await page.getByRole('alert').getByText('hello').waitFor()

    const deployed = program.says('deployed hello: flow say changed')
    save('hello/bundle.json', sayingBundle('good morning'))
    await deployed
    await page.getByRole('button', { name: 'Run again' }).click()
    const runs = page.getByRole('table', { name: 'Runs' })
    await runs.getByText('good morning').waitFor()
    await runs.getByRole('link').first().click()
    await page.getByRole('button', { name: /^Say/ }).waitFor()
  })

  it('shows on the integration’s page what is wrong with a save, until it is mended', async () => {
    const page = await browser.page()
    await page.goto(`${program.origin}/simulator/integrations/hello`)
    await page.getByText('Nothing to say against it.').waitFor()
    save('hello/bundle.json', { ...sayingBundle('worse'), zis_template_version: 'none' })
    await page.getByText(`${join(folder, 'hello/bundle.json')}:2:27: error bundle.version-unknown`).waitFor()
    save('hello/bundle.json', sayingBundle('better'))
    await page.getByText('is not deployed').waitFor({ state: 'detached' })
  })

  it('offers the folder in the app, by the name that was saved last', async () => {
    const page = await browser.page()
    await page.goto(program.origin)
    const app = page.frameLocator('iframe')
    await app.getByRole('heading', { name: 'Corner shop' }).waitFor()
    save('offered/shop/integration.json', sayingDefinition('Super market', 'acme_shop'))
    await app.getByRole('heading', { name: 'Super market' }).waitFor()
  })
})
