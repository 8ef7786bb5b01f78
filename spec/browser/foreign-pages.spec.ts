import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram, type Program } from '../support/program'
import { useBrowser } from './support/browser'

/** A page of another port of this machine: for the browser the same site, so that cookies go along. */
const hostilePage = (simulator: string, app: string) => `<!doctype html>
  <script src="${simulator}/_sim/session"></script>
  <img src="${simulator}/api/v2/users/me" />
  <iframe name="page" src="${simulator}/agent/tickets/1"></iframe>
  <iframe name="app" src="${app}/0/assets/iframe.html?origin=x&app_guid=1"></iframe>
  <form method="post" enctype="text/plain" action="${simulator}/_sim/reset"><button>Win</button></form>`

describe('a page from elsewhere, in the browser of a signed-in admin', () => {
  let folder: string
  let simulator: Program
  let elsewhere: Server
  let address: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-foreign-'))
    simulator = await startProgram('--port', '0', '--data', folder)
    const app = simulator.origin.replace('127.0.0.1', 'localhost')
    elsewhere = createServer((_, answer) => {
      answer.setHeader('content-type', 'text/html')
      answer.end(hostilePage(simulator.origin, app))
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  }, 60_000)
  afterAll(async () => {
    await simulator?.kill()
    elsewhere?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const browser = useBrowser({ expectedErrors: [/status of 40[34]/, /frame-ancestors|Framing/] })

  it('loads nothing, frames nothing and sends nothing', async () => {
    const signedIn = await browser.page()
    await signedIn.goto(simulator.origin)
    await signedIn.getByRole('navigation').first().waitFor()

    const page = await browser.page()
    const answers = new Map<string, number>()
    page.on('response', (answer) => answers.set(new URL(answer.url()).pathname, answer.status()))
    await page.goto(address)
    await page.waitForLoadState('load')
    expect(answers.get('/_sim/session')).toBe(403)
    expect(answers.get('/api/v2/users/me')).toBe(403)
    for (const name of ['page', 'app']) {
      expect(await page.frameLocator(`iframe[name="${name}"]`).locator('#root').count()).toBe(0)
      expect(page.frame({ name })!.url()).toMatch(/^chrome-error:/)
    }

    await page.getByRole('button').click()
    await page.getByText('cannot call the simulator').waitFor()
  })
})
