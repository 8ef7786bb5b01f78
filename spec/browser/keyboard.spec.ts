import type { Frame, Page } from 'playwright-core'
import { slackState } from '../support/install-slack-status'
import { startAppWorld, type AppWorld } from './support/app-world'
import { useBrowser } from './support/browser'
import { listenToLiveRegions, useKeyboard, type Keyboard } from './support/keyboard'

/** All of it without a pointer, by somebody who has asked the system for less motion. */
describe('the app by keyboard', () => {
  const browser = useBrowser({ expectedErrors: [/status of 404/], reducedMotion: 'reduce' })
  let world: AppWorld
  beforeAll(async () => {
    world = await startAppWorld()
  })
  afterAll(() => world.stop())

  async function open(path: string) {
    await browser.context.addInitScript(listenToLiveRegions)
    await browser.context.addInitScript(noteMotion)
    const page = await browser.page()
    await page.goto(world.program.origin + path)
    await page.frameLocator('iframe[title="ZIS Console"]').getByRole('heading', { level: 1 }).waitFor()
    const app = page.frames().find((frame) => frame.url().includes('iframe.html'))!
    const keyboard = useKeyboard(page, app)
    await keyboard.tabTo('link', 'Skip to main content')
    await keyboard.press('Enter')
    return { page, app, keyboard }
  }

  const signIn = async (page: Page, app: Frame, keyboard: Keyboard, system: string) => {
    await keyboard.tabTo('button', `Connect ${system}`)
    const [window] = await Promise.all([page.context().waitForEvent('page'), keyboard.press('Enter')])
    await window.getByRole('button', { name: 'Allow' }).press('Enter')
    await app.getByText(`${system} is connected`).first().waitFor()
  }

  it('sets an integration up', async () => {
    const { app: slack } = await slackState(world.zis)
    const { page, app, keyboard } = await open('/agent/apps/zis-console')
    await keyboard.tabTo('button', 'Set up Slack status messages')
    await keyboard.press('Enter')
    await keyboard.waitForFocus('heading', 'Set up Slack status messages')
    await keyboard.tabTo('button', 'Begin setup')
    await keyboard.press('Enter')
    await keyboard.waitForFocus('group', 'Connect')

    await signIn(page, app, keyboard, 'Zendesk')
    await keyboard.tabTo('textbox', 'Client ID')
    await keyboard.type(slack.client_id)
    await keyboard.tabTo('textbox', 'Client secret')
    await keyboard.type(slack.client_secret)
    await keyboard.press('Enter')
    await keyboard.waitForFocus('button', 'Connect Slack')
    await page.keyboard.press('Shift+Tab')
    await signIn(page, app, keyboard, 'Slack')
    await keyboard.tabTo('button', 'Next')
    await keyboard.press('Enter')
    await keyboard.waitForFocus('group', 'Configure')

    await keyboard.tabTo('textbox', 'Channel')
    await keyboard.type('#support')
    await keyboard.press('Enter')
    await keyboard.waitForFocus('group', 'Review and install')
    await keyboard.tabTo('button', 'Install integration')
    await keyboard.press('Enter')
    await app.getByText('Slack status messages is active').waitFor()
    await keyboard.tabTo('button', 'Go to overview')
    await keyboard.press('Enter')
    await keyboard.waitForFocus('heading', 'Slack status messages')

    expect(await keyboard.said()).toEqual(
      expect.arrayContaining([
        'Zendesk is connected',
        'Slack is connected',
        expect.stringMatching(/^\d of \d done$/),
        expect.stringContaining('Slack status messages is active'),
      ]),
    )
    expect(await app.evaluate(motion)).toEqual([])
  }, 60_000)

  it('edits settings, mends what is wrong, looks at the history and is asked before it leaves', async () => {
    const { app, keyboard } = await open('/agent/apps/zis-console/order_tickets/settings')
    await keyboard.tabTo('checkbox', 'Paid')
    await keyboard.press('Space')
    await keyboard.tabTo('checkbox', 'On hold')
    await keyboard.press('Space')
    await keyboard.tabTo('button', 'Add to Fields')
    await keyboard.press('Enter')
    await keyboard.waitForFocus('combobox', 'Order field 2')
    await keyboard.choose('Weight')
    await keyboard.tabTo('combobox', 'Ticket field 2')
    await keyboard.choose('Weight')
    await keyboard.tabTo('button', 'Move Fields 2 up')
    await keyboard.press('Enter')
    await keyboard.waitForFocus('button', 'Move Fields 1 down')

    await keyboard.tabTo('button', 'Save')
    await keyboard.press('Enter')
    await keyboard.waitForFocus('alert', '')
    await keyboard.tabTo('button', 'Orders that get a ticket')
    await keyboard.press('Enter')
    await keyboard.waitForFocus('checkbox', 'Pending payment')
    await keyboard.press('Space')
    await keyboard.tabTo('button', 'History')
    await keyboard.press('Enter')
    await app.getByRole('dialog').waitFor()
    await keyboard.press('Escape')
    await keyboard.waitForFocus('button', 'History')

    await app.evaluate(() => (window.location.hash = '#/'))
    await app.getByRole('dialog').waitFor()
    await keyboard.tabTo('button', 'Go back')
    await keyboard.press('Enter')
    await keyboard.waitForFocus('button', 'History')
    await keyboard.press('Shift+Tab')
    await keyboard.press('Shift+Tab')
    await keyboard.waitForFocus('button', 'Save')
    await keyboard.press('Enter')
    await app.getByText('Settings saved').waitFor({ state: 'attached' })
    expect(await keyboard.said()).toEqual(
      expect.arrayContaining([
        'Moved to place 1',
        expect.stringContaining('Some settings need a change'),
        'Settings saved',
      ]),
    )
    expect(await app.evaluate(motion)).toEqual([])
  }, 60_000)

  it('sees what has the focus when something above it has been loaded', async () => {
    const { app, keyboard } = await open('/agent/apps/zis-console/order_tickets/settings')
    await keyboard.tabTo('checkbox', 'Paid')
    await keyboard.tabTo('button', 'Save')

    await app.evaluate(() => {
      // The browser's own remedy does not see what grows within the page that is shown.
      document.documentElement.style.setProperty('overflow-anchor', 'none')
      const loaded = document.createElement('div')
      loaded.style.height = '2000px'
      document.querySelector('main')!.prepend(loaded)
    })
    await app.waitForFunction(() => {
      const { top, bottom } = document.activeElement!.getBoundingClientRect()
      return top > -1 && bottom < window.innerHeight + 1
    })
    expect(await keyboard.focused()).toBe('button "Save"')
  })
})

/** In the page, before anything else: writes down every animation and transition that takes its time. */
function noteMotion(): void {
  const found = new Set<string>()
  Object.assign(window, { __motion: found })
  const note = ({ target }: Event) => {
    for (const animation of document.getAnimations()) {
      const { activeDuration = 0, endTime = 0 } = animation.effect?.getComputedTiming() ?? {}
      // A hundredth of a millisecond is how the stylesheet says "at once".
      if (Number(activeDuration) > 1 && Number(endTime) > 1)
        found.add(target instanceof Element ? target.outerHTML.slice(0, 120) : '')
    }
  }
  for (const name of ['animationstart', 'transitionrun'] as const) document.addEventListener(name, note, true)
}

/** In the page: what has moved. */
const motion = () => [...(window as unknown as { __motion: Set<string> }).__motion]
