import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../../tools/root.mjs'
import { createCallers } from '../support/callers'
import { installSlackStatus } from '../support/install-slack-status'
import { startProgram, type Program } from '../support/program'
import { useBrowser } from './support/browser'
import { installZcli, serveWithZcli, type AppServer } from './support/zcli'

const controlToken = 'control-token-of-specs'
let data: string
let zcli: AppServer
let simulator: Program

beforeAll(async () => {
  installZcli()
  data = mkdtempSync(join(tmpdir(), 'zcli-'))
  zcli = await serveWithZcli(inRoot('dist/app'))
  simulator = await startProgram(
    ...['--port', '0', '--data', data, '--app', zcli.origin, '--control-token', controlToken],
  )
  const zis = await createCallers(fetch, simulator.origin, controlToken)
  await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
}, 120_000)

afterAll(async () => {
  await simulator?.kill()
  await zcli?.stop()
  rmSync(data, { recursive: true, force: true })
})

// "None yet" is a 404 in ZIS; the browser notes each in its console.
const browser = useBrowser({ expectedErrors: [/status of 404/] })
const { version } = JSON.parse(readFileSync(inRoot('manifest.json'), 'utf8')) as { version: string }

it('is described by zcli as the manifest says', async () => {
  const answer = await fetch(`${zcli.origin}/app.json`)
  expect(await answer.json()).toMatchObject({
    apps: [
      {
        name: 'ZIS Console',
        version,
        framework_version: '2.0',
        locations: { support: { nav_bar: { url: 'assets/iframe.html', svg: 'icon_nav_bar.svg' } } },
      },
    ],
  })
})

it('is served by zcli as it was built', async () => {
  const page = await fetch(`${zcli.origin}/0/assets/iframe.html`)
  expect(await page.text()).toBe(readFileSync(inRoot('dist/app/assets/iframe.html'), 'utf8'))
})

it('comes up in the local Zendesk, framed from there', async () => {
  const page = await browser.page()
  await page.goto(`${simulator.origin}/agent/apps/zis-console`)

  const app = page.frameLocator(`iframe[src^="${zcli.origin}/0/assets/iframe.html"]`)
  await app.getByRole('heading', { level: 1 }).waitFor()
  await app.getByRole('button', { name: 'Manage Slack status messages' }).click()
  await app.getByRole('tab', { name: 'Overview' }).waitFor()
  await app.getByText('In sync: Zendesk holds the same content').waitFor()
})
