import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { startAppWorld, type AppWorld } from './support/app-world'
import { expectAccessible, useBrowser } from './support/browser'

const base = '/api/services/zis'

describe('what the app may do, and for whom', () => {
  const browser = useBrowser({
    // What is tried here has to be refused, and the browser notes each refusal.
    expectedErrors: [/status of (401|403|404|500)/, /Content Security Policy/, /Failed to fetch/],
  })
  let world: AppWorld
  beforeAll(async () => {
    world = await startAppWorld()
  })
  afterAll(() => world.stop())

  const frameOf = (page: Page) => page.frames().find((frame) => frame.url().includes('iframe.html'))!
  async function open(page: Page, path: string): Promise<Frame> {
    await page.goto(world.program.origin + path)
    await page.frameLocator('iframe[title="ZIS Console"]').getByRole('heading', { level: 1 }).waitFor()
    return frameOf(page)
  }

  it('runs no code and reaches no host that its package does not allow', async () => {
    const app = await open(await browser.page(), '/agent/apps/zis-console')
    const policyOf = (html: string) =>
      /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)![1]
    const served = await app.evaluate(async () => (await fetch(window.location.pathname)).text())
    expect(policyOf(served)).toBe(policyOf(readFileSync(join(__dirname, '../../assets/iframe.html'), 'utf8')))
    expect(await app.evaluate(tryAll)).toEqual({
      eval: 'refused script-src',
      inline: 'refused script-src-attr',
      script: 'refused script-src-elem',
      fetch: 'refused connect-src',
      image: 'refused img-src',
      frame: 'refused frame-src',
    })
  })

  it('shows an agent what it is, reads nothing for them and sends nothing', async () => {
    const page = await browser.page()
    const calls: string[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.startsWith('/api/')) calls.push(`${request.method()} ${pathname}`)
    })
    await page.goto(`${world.program.origin}/agent/apps/zis-console`)
    await page.getByRole('button', { name: 'Ada Admin' }).click()
    await page.getByRole('menuitemradio', { name: /Arlo Agent/ }).click()
    await page.frameLocator('iframe[title="ZIS Console"]').getByText('an admin').first().waitFor()
    calls.length = 0

    for (const path of ['', '/order_tickets/settings', '/slack_status/setup', '/by_hand/overview']) {
      await open(page, `/agent/apps/zis-console${path}`)
      await expectAccessible(page)
      expect(await frameOf(page).getByRole('button').count()).toBe(0)
    }
    expect(calls).toEqual([])
    expect((await world.zis.agent(`GET ${base}/registry/integrations`)).status).toBe(403)
  })

  it('uninstalls although the sign-ins are over and the connections cannot be read', async () => {
    const page = await browser.page()
    await page.clock.setFixedTime(Date.now() + 60 * 24 * 3600_000)
    const lists = /\/connections\/all/
    await page.route(lists, (route) => route.fulfill({ status: 500, body: '' }))
    const app = await open(page, '/agent/apps/zis-console/order_tickets/overview')
    await app.getByRole('button', { name: 'Actions' }).click()
    await app.getByRole('menuitem', { name: 'Uninstall integration' }).click()
    const dialog = app.getByRole('dialog')
    await dialog.getByText('Not everything could be listed').waitFor()
    await dialog.getByText('These could not be loaded: Connections.').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Uninstall integration' }).click()

    await dialog.getByText('Not everything was removed').waitFor()
    const { body } = await world.zis.admin(`GET ${base}/registry/order_tickets/job_specs`)
    expect(body['job_specs']).toMatchObject([{ installed: false }])
    await page.unroute(lists)
    await dialog.getByRole('button', { name: 'Retry failed' }).click()
    await dialog.getByText('The integration is uninstalled').waitFor()
    const left = await world.zis.admin(`GET ${base}/integrations/order_tickets/connections/all`)
    expect(left.body).toMatchObject({ basic_auth: [], oauth: [] })
  })
})

/** In the page: everything that a policy is there to refuse. */
async function tryAll() {
  const refused = (act: () => unknown) =>
    // One that nothing refuses never ends, and the test with it.
    new Promise<string>((resolve) => {
      const heard = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
        document.removeEventListener('securitypolicyviolation', heard)
        resolve(`refused ${effectiveDirective}`)
      }
      document.addEventListener('securitypolicyviolation', heard)
      void act()
    })
  const put = (tag: string, attributes: Record<string, string>) => {
    const element = Object.assign(document.createElement(tag), attributes)
    document.body.append(element)
    return element
  }
  // In a task of its own: what a test runs in a page is not held to the page's policy.
  const compile = () =>
    setTimeout(() => {
      try {
        Reflect.construct(Function, ['return 1'])
      } catch {
        // The refusal has been heard.
      }
    })
  return {
    eval: await refused(compile),
    inline: await refused(() => put('button', {}).setAttribute('onclick', 'void 0')),
    script: await refused(() => put('script', { src: 'https://evil.example/x.js' })),
    fetch: await refused(() => fetch('https://evil.example/').catch(() => undefined)),
    image: await refused(() => put('img', { src: 'https://evil.example/x.png' })),
    frame: await refused(() => put('iframe', { src: 'https://evil.example/' })),
  }
}
