import type { Frame, Route } from 'playwright-core'
import { startAppWorld, type AppWorld } from './support/app-world'
import { expectAccessible, useBrowser } from './support/browser'

/** What is on the way, or does not arrive, takes nothing away from what is on the screen already. */
describe('a part of a page whose code is not there yet', () => {
  const browser = useBrowser({ expectedErrors: [/status of 404/, /ERR_FAILED/, /ChunkLoadError/] })
  let world: AppWorld
  beforeAll(async () => {
    world = await startAppWorld()
  })
  afterAll(() => world.stop())

  it('leaves the header, the tabs, and the focus where they are', async () => {
    const page = await browser.page()
    const app = await open()
    let arrive: () => void = () => undefined
    const held = new Promise<void>((resolve) => (arrive = resolve))
    await page.route('**/*.js', async (route: Route) => {
      await held
      await route.continue()
    })

    await app.getByRole('tab', { name: 'Settings' }).press('Enter')
    await app.locator('[role=tabpanel] [aria-busy=true]').waitFor()
    expect(await app.getByRole('heading', { level: 1, name: 'Order tickets' }).isVisible()).toBe(true)
    arrive()
    await app.getByRole('button', { name: 'Save' }).waitFor()
    expect(await app.getByRole('tab', { name: 'Settings' }).evaluate(isFocused)).toBe(true)

    // What never arrives breaks its own tab, and no other.
    await page.unroute('**/*.js')
    await page.route('**/*.js', (route: Route) => route.abort())
    await app.getByRole('tab', { name: 'Activity' }).press('Enter')
    await app.getByText('This part of the page stopped working').waitFor()
    await expectAccessible(page)
    await app.getByRole('tab', { name: 'Overview' }).press('Enter')
    await app.getByRole('heading', { name: 'Health' }).waitFor()

    async function open(): Promise<Frame> {
      await page.goto(`${world.program.origin}/agent/apps/zis-console/order_tickets/overview`)
      await page
        .frameLocator('iframe[title="ZIS Console"]')
        .getByRole('heading', { name: 'Health' })
        .waitFor()
      return page.frames().find((frame) => frame.url().includes('iframe.html'))!
    }
  }, 30_000)
})

const isFocused = (element: Element): boolean => document.activeElement === element
