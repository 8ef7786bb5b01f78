import type { Frame, Page } from 'playwright-core'
import { startAppWorld, type AppWorld } from './support/app-world'
import { expectAccessible, useBrowser } from './support/browser'

/** Tabs that do not fit beside each other: a small screen, or a page that is magnified (WCAG 1.4.10). */
describe.each([
  { locale: 'en', scheme: 'light', on: 'ArrowRight' },
  { locale: 'de', scheme: 'light', on: 'ArrowRight' },
  { locale: 'ar', scheme: 'dark', on: 'ArrowLeft' },
] as const)('the tabs of an integration at 320 pixels in $locale', ({ locale, scheme, on }) => {
  // "None yet" is a 404 in ZIS; the browser notes each in its console.
  const browser = useBrowser({
    expectedErrors: [/status of 404/],
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  let world: AppWorld
  beforeAll(async () => {
    world = await startAppWorld()
    await world.zis.control('POST /_sim/session', { user_id: 9001, locale })
  })
  afterAll(() => world.stop())

  it('stand in one row that scrolls within itself, with the selected one in sight', async () => {
    const page = await browser.page()
    // The navigation of Zendesk stands beside the app.
    await page.setViewportSize({ width: 380, height: 800 })
    await page.goto(`${world.program.origin}/agent/apps/zis-console/order_tickets/activity`)
    await page.frameLocator('iframe[title="ZIS Console"]').getByRole('tab').first().waitFor()
    const app = page.frames().find((frame) => frame.url().includes('iframe.html'))!

    expect(await app.evaluate(() => document.documentElement.clientWidth)).toBe(320)
    await inSight(app, 6)
    expect(await linesOf(app)).toBe(1)
    expect(await isWiderThanPage(app)).toBe(false)
    await app.getByRole('tab', { selected: true }).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await inSight(app, 0)
    for (const tab of [1, 2, 3]) {
      await page.keyboard.press(on)
      await page.keyboard.press('Enter')
      await inSight(app, tab)
    }
    expect(await isWiderThanPage(app)).toBe(false)
    await pictures(page, locale)
    await expectAccessible(page)
  }, 60_000)
})

/** Waits until a tab is selected, has its panel, and is wholly seen. */
const inSight = (app: Frame, place: number) =>
  app.waitForFunction((index) => {
    const tab = document.querySelectorAll('[role="tab"]')[index]
    const row = document.querySelector('[role="tablist"]')
    if (!tab || !row || tab.getAttribute('aria-selected') !== 'true') return false
    const [box, around] = [tab.getBoundingClientRect(), row.getBoundingClientRect()]
    return box.left >= around.left - 1 && box.right <= around.right + 1
  }, place)

const linesOf = (app: Frame) =>
  app.evaluate(
    () =>
      new Set([...document.querySelectorAll('[role="tab"]')].map((tab) => tab.getBoundingClientRect().top))
        .size,
  )

const isWiderThanPage = (app: Frame) =>
  app.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

const pictures = (page: Page, locale: string) =>
  page.screenshot({ path: `.cache/screenshots/tabs-${locale}.png` })
