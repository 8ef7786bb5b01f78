import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCallers } from '../support/callers'
import { installSlackStatus } from '../support/install-slack-status'
import { startProgram, type Program } from '../support/program'
import { expectAccessible, useBrowser } from './support/browser'

const controlToken = 'control-token-of-specs'
const pictures = join(__dirname, '../../.cache/screenshots')

/** Every page, as somebody sees it who has an integration at work; `ready` is on it when it is drawn. */
const pages = [
  { name: 'home', path: '/agent/apps/zis-console', ready: 'Slack status messages' },
  { name: 'overview', path: '/agent/apps/zis-console', tab: 'Overview', ready: 'Slack status messages' },
  { name: 'connections', path: '/agent/apps/zis-console', tab: 'Connections', ready: 'Slack' },
  { name: 'settings', path: '/agent/apps/zis-console', tab: 'Settings', ready: 'Channel' },
  { name: 'flows', path: '/agent/apps/zis-console', tab: 'Flows', ready: 'LoadSettings' },
  { name: 'other', path: '/agent/apps/zis-console/by_hand', ready: 'on_status_changed' },
  { name: 'tickets', path: '/simulator/tickets', ready: 'My parcel has not arrived' },
  { name: 'ticket', path: '/simulator/tickets/1', ready: 'It was due on Monday.' },
  { name: 'users', path: '/simulator/users', ready: 'Emil End-User' },
  { name: 'user', path: '/simulator/users/9101', ready: 'emil@example.org' },
  { name: 'organizations', path: '/simulator/organizations', ready: 'Example Ltd' },
  { name: 'organization', path: '/simulator/organizations/5001', ready: 'Emil End-User' },
  { name: 'partners', path: '/simulator/partners', ready: 'slack.com' },
  { name: 'partner', path: '/simulator/partners/slack.com', ready: '# support' },
  { name: 'runs', path: '/simulator/runs', ready: 'Ticket 1 was changed' },
  { name: 'run-charts', path: '/simulator/runs?tab=charts', ready: 'Time that runs take' },
  { name: 'queue', path: '/simulator/queue', ready: 'Ticket storm' },
  { name: 'run', path: '/simulator/runs/1', ready: 'PostMessage' },
  { name: 'events', path: '/simulator/events', ready: 'ticket.StatusChanged' },
  { name: 'event-catalog', path: '/simulator/events?tab=catalog', ready: 'ticket.CommentMadePrivate' },
  { name: 'log', path: '/simulator/log', ready: 'Posted to #support' },
  { name: 'requests', path: '/simulator/requests', ready: 'POST https://slack.com/api/chat.postMessage' },
  { name: 'unanswered', path: '/simulator/requests?tab=unanswered', ready: 'GET /api/v2/views/:id' },
  { name: 'integrations', path: '/simulator/integrations', ready: 'slack_status' },
  { name: 'integration', path: '/simulator/integrations/slack_status', ready: 'zis_template_version' },
  { name: 'switches', path: '/simulator/switches', ready: 'existingConfigStatus' },
]

describe.each(['light', 'dark'] as const)('every page, %s', (scheme) => {
  const browser = useBrowser({ expectedErrors: [/status of 404/], colorScheme: scheme })
  let folder: string
  let program: Program
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-pages-'))
    mkdirSync(pictures, { recursive: true })
    program = await startProgram('--port', '0', '--data', folder, '--control-token', controlToken)
    const zis = await createCallers(fetch, program.origin, controlToken)
    await installSlackStatus(zis, { channel: '#support', statuses: ['open', 'solved'] })
    await zis.admin('PUT /api/v2/tickets/1', { ticket: { status: 'open' } })
    await zis.admin('GET /api/v2/views/12')
    await zis.control('POST /_sim/settle', {})
    // After the run that is looked at: this one is only listed and read.
    await installSlackStatus(zis, { channel: '#support', statuses: [] }, 'by_hand')
  })
  afterAll(async () => {
    await program.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(pages)('$name is drawn, fits and is accessible', async ({ name, path, tab, ready }) => {
    const page = await browser.page()
    await page.goto(program.origin + path)
    const app = page.frameLocator('iframe[title="ZIS Console"]')
    const where = path.startsWith('/agent/') ? app : page
    if (tab) {
      await app.getByRole('button', { name: 'Manage Slack status messages' }).click()
      await app.getByRole('tab', { name: tab }).click()
    }
    await where.getByText(ready).first().waitFor()

    for (const width of [1280, 800]) {
      await page.setViewportSize({ width, height: 800 })
      await expectAccessible(page)
      for (const frame of page.frames()) expect(await frame.evaluate(elementsTooWide)).toEqual([])
      await page.screenshot({ path: join(pictures, `${name}-${width}-${scheme}.png`) })
    }
  })
})

/** What sticks out of the page at the side; what scrolls by itself may hold more than it shows. */
function elementsTooWide(): string[] {
  const limit = document.documentElement.clientWidth + 1
  const scrolls = (element: Element) => /auto|scroll|hidden/.test(getComputedStyle(element).overflowX)
  const isInside = (element: Element | null): boolean =>
    element !== null && element !== document.body && (scrolls(element) || isInside(element.parentElement))
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => element.getBoundingClientRect().right > limit && !isInside(element.parentElement))
    .map((element) => element.outerHTML.slice(0, 120))
}
