import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { createIntl } from 'react-intl'
import { loadLanguage } from '../../src/app/platform/languages'
import { textIn, type Text } from '../../src/app/platform/words'
import { definitionsIn, startAppWorld, wordsOfWorld, type AppWorld } from './support/app-world'
import { accessibilityProblems, useBrowser } from './support/browser'
import { outsideOf, spoiltIn, textsIn, untranslated } from './support/looks'

const pictures = join(__dirname, '../../.cache/screenshots')

interface AppPage {
  name: string
  /** The fragment of the frame's address. */
  at: string
  /** What is pressed then, to get to what is looked at. */
  open?: (app: Frame, say: Text, of: (english: string) => string) => Promise<void>
  /** Data that is on it when it is drawn; a text of a definition in English. */
  ready: string
}

const orders = '#/integrations/order_tickets'
const press = (app: Frame, name: string) => app.getByRole('button', { name, exact: true }).first().click()
const back = (app: Frame, say: Text) => press(app, say('common.back'))

/** A ticket field of the account is called as a field of an order is in English. */
const fieldOfAccount = 'Order number'

/** Every page of the app, dialogs and drawers too. */
const pages: AppPage[] = [
  { name: 'home', at: '#/', ready: 'by_hand' },
  {
    name: 'import',
    at: '#/',
    async open(app, say) {
      await press(app, say('import.open'))
      const file = (name: string, text: string) => ({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })
      await app
        .getByLabel(say('import.select'))
        .setInputFiles([
          file('integration.json', '{"version": "one"}'),
          file('bundle.json', '{"resources": {"odd": {"type": "ZIS::Flow"}}}'),
        ])
    },
    ready: 'definition.version',
  },
  { name: 'begin', at: '#/install/slack_status', ready: 'Posts messages in one Slack channel.' },
  {
    name: 'mistake',
    at: '#/install/slack_status',
    async open(app, say) {
      await app.getByLabel(say('begin.key')).fill('Slack status')
      await press(app, say('begin.start'))
      await app.getByText(say('begin.key_wrong')).waitFor()
    },
    ready: 'Posts messages in one Slack channel.',
  },
  { name: 'review', at: '#/install/ticket_mirror', ready: 'on_ticket_created' },
  { name: 'configure', at: '#/install/ticket_mirror', open: back, ready: 'Regions by brand' },
  {
    name: 'connect',
    at: '#/install/ticket_mirror',
    async open(app, say, of) {
      await back(app, say)
      await back(app, say)
      await press(app, say('connect.reconnect_named', { name: of('Mirror EU') }))
    },
    ready: 'Create an API key that can write in the European instance of the mirror.',
  },
  { name: 'overview', at: `${orders}/overview`, ready: 'Changes nothing in the shop.' },
  { name: 'connections', at: `${orders}/connections`, ready: 'shop.example.com' },
  {
    name: 'connection',
    at: `${orders}/connections`,
    open: (app, say) => press(app, say('details.named', { name: 'Zendesk' })),
    ready: 'order_to_ticket',
  },
  { name: 'settings', at: `${orders}/settings`, ready: 'Orders that get a ticket' },
  {
    name: 'json',
    at: '#/integrations/by_hand/overview',
    async open(app, say) {
      await press(app, say('other.config', { name: 'slack_status' }))
      await press(app, say('other.edit_named', { name: 'slack_status' }))
    },
    ready: '#support',
  },
  { name: 'flows', at: `${orders}/flows`, ready: 'LoadSettings' },
  {
    name: 'state',
    at: `${orders}/flows`,
    open: (app) => app.getByRole('button', { name: /^LoadSettings / }).click(),
    ready: 'order_tickets',
  },
  {
    name: 'flow-list',
    at: `${orders}/flows`,
    open: (app, say) => press(app, say('flow.show_list')),
    ready: 'LoadSettings',
  },
  { name: 'webhooks', at: `${orders}/webhooks`, ready: 'Orders' },
  {
    name: 'links',
    at: `${orders}/links`,
    open: (app, say) => press(app, say('links.find')),
    ready: 'order:1001',
  },
  {
    name: 'activity',
    at: `${orders}/settings`,
    async open(app, say, of) {
      await app.getByText(of('Shipped'), { exact: true }).click()
      await press(app, say('common.save'))
      await app.getByText(say('settings.saved')).first().waitFor({ state: 'attached' })
      await app.evaluate((fragment) => (window.location.hash = fragment), `${orders}/activity`)
    },
    ready: 'Ada Admin',
  },
  {
    name: 'uninstall',
    at: `${orders}/overview`,
    async open(app, say) {
      await press(app, say('overview.actions'))
      await app.getByRole('menuitem', { name: say('uninstall.action') }).click()
    },
    ready: 'on_order_changed',
  },
]

describe.each([
  { locale: 'en-XA', scheme: 'light' },
  { locale: 'ar', scheme: 'dark' },
] as const)('every page of the app in $locale', ({ locale, scheme }) => {
  // "None yet" is a 404 in ZIS; the browser notes each in its console.
  const browser = useBrowser({
    expectedErrors: [/status of 404/],
    colorScheme: scheme,
    // A dialog on its way is not where it will be.
    reducedMotion: 'reduce',
    isShared: true,
  })
  const data = wordsOfWorld()
  const definitions = definitionsIn(locale)
  const of = (english: string) => definitions.get(english) ?? english
  let world: AppWorld
  let page: Page
  let app: Frame
  let say: Text
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    world = await startAppWorld()
    await world.zis.control('POST /_sim/session', { user_id: 9001, locale })
    const { words } = await loadLanguage(locale)
    say = textIn(createIntl({ locale, messages: words }))
    page = await browser.page()
    await page.goto(`${world.program.origin}/agent/apps/zis-console`)
    await page.frameLocator('iframe[title="ZIS Console"]').getByText('by_hand').first().waitFor()
    app = page.frames().find((frame) => frame.url().includes('iframe.html'))!
  })
  afterAll(() => world.stop())

  it.each(pages)(
    '$name fits, is all in one language and is accessible',
    async ({ name, at, open, ready }) => {
      await page.setViewportSize({ width: 1280, height: 1200 })
      await app.evaluate((fragment) => (window.location.hash = fragment), '#/')
      await app.getByRole('heading', { level: 1, name: say('home.title') }).waitFor()
      await app.evaluate((fragment) => (window.location.hash = fragment), at)
      await app.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
      await open?.(app, say, of)
      await app.getByText(of(ready)).filter({ visible: true }).first().waitFor()
      await app.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })

      const seen: Record<string, string[]> = {}
      if (locale === 'en-XA') seen['in bare English'] = untranslated(await textsIn(app), data)
      else
        seen['of a definition, in English'] = (await textsIn(app)).filter(
          (text) => of(text) !== text && text !== fieldOfAccount,
        )
      for (const [layout, width, height] of layouts) {
        await page.setViewportSize({ width, height })
        if (layout === 'narrow') await makeNarrow(page, app, 320)
        else await isDrawn(page, app)
        seen[`${layout}: outside`] = await outsideOf(app)
        seen[`${layout}: spoilt`] = await spoiltIn(app)
        await page.screenshot({ path: join(pictures, `app-${name}-${locale}-${layout}.png`) })
        if (layout === (scheme === 'light' ? 'wide' : 'narrow')) {
          // Brackets stand around the words that are seen and around those that are heard.
          const without = locale === 'en-XA' ? ['label-content-name-mismatch'] : []
          seen[`${layout}: inaccessible`] = await accessibilityProblems(page, without)
        }
      }
      expect(Object.entries(seen).filter(([, found]) => found.length > 0)).toEqual([])
    },
  )
})

/** `zoomed` is a window of 1280 by 800 at 200 %. */
const layouts = [
  ['wide', 1280, 1200],
  ['zoomed', 640, 400],
  ['narrow', 400, 1600],
] as const

/** Makes the frame itself so wide; the page around it takes some of the window. */
async function makeNarrow(page: Page, app: Frame, width: number) {
  const { height } = page.viewportSize()!
  for (let turn = 0; turn < 2; turn++) {
    const around = (await page.evaluate(() => window.innerWidth)) - (await frameWidth(page))
    await page.setViewportSize({ width: width + around, height })
  }
  await isDrawn(page, app)
}

const frameWidth = (page: Page) =>
  page.locator('iframe[title="ZIS Console"]').evaluate((frame) => frame.clientWidth)

/** The frame learns of its new width a little later than the page around it. */
async function isDrawn(page: Page, app: Frame) {
  const width = await frameWidth(page)
  await app.waitForFunction((wanted) => window.innerWidth === wanted, width)
}
