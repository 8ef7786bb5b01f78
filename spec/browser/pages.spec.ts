import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCallers, type Callers } from '../support/callers'
import { installSlackStatus } from '../support/install-slack-status'
import { startProgram, type Program } from '../support/program'
import type { Page } from 'playwright-core'
import { expectAccessible, useBrowser } from './support/browser'
import { outsideOf } from './support/looks'

const controlToken = 'control-token-of-specs'
const pictures = join(__dirname, '../../.cache/screenshots')

interface PageCase {
  name: string
  path: string
  /** What is pressed before one looks, by its words. */
  press?: string[]
  /** It is on the page when that is drawn. */
  ready: string
}

/** Every page, as somebody sees it who has an integration at work. */
const pages: PageCase[] = [
  { name: 'home', path: '/agent/apps/zis-console', ready: 'Slack status messages' },
  { name: 'overview', path: '/agent/apps/zis-console/slack_status/overview', ready: 'Slack status messages' },
  { name: 'connections', path: '/agent/apps/zis-console/slack_status/connections', ready: 'Slack' },
  { name: 'settings', path: '/agent/apps/zis-console/slack_status/settings', ready: 'Channel' },
  { name: 'flows', path: '/agent/apps/zis-console/slack_status/flows', ready: 'LoadSettings' },
  { name: 'other', path: '/agent/apps/zis-console/by_hand', ready: 'on_status_changed' },
  { name: 'tickets', path: '/simulator/tickets', ready: 'My parcel has not arrived' },
  { name: 'ticket', path: '/simulator/tickets/1', ready: 'It was due on Monday.' },
  { name: 'ticket-history', path: '/simulator/tickets/1?tab=history', ready: 'Status' },
  { name: 'ticket-new', path: '/simulator/tickets/new', ready: 'Comment' },
  {
    name: 'ticket-merge',
    path: '/simulator/tickets/1',
    press: ['Actions', 'Merge into another ticket'],
    ready: 'Note in that ticket',
  },
  {
    name: 'ticket-delete',
    path: '/simulator/tickets/1',
    press: ['Actions', 'Delete'],
    ready: 'You can restore the ticket for 30 days.',
  },
  {
    name: 'tickets-deleted',
    path: '/simulator/tickets?status=deleted',
    ready: 'How do I change my address?',
  },
  { name: 'ticket-deleted', path: '/simulator/tickets/2', ready: 'Delete permanently' },
  { name: 'users', path: '/simulator/users', ready: 'Emil End-User' },
  { name: 'user', path: '/simulator/users/9101', ready: 'emil@example.org' },
  { name: 'organizations', path: '/simulator/organizations', ready: 'Example Ltd' },
  { name: 'organization', path: '/simulator/organizations/5001', ready: 'Emil End-User' },
  { name: 'objects', path: '/simulator/objects', ready: 'Spare part' },
  { name: 'object', path: '/simulator/objects/part', ready: 'Bolt M4' },
  { name: 'record', path: '/simulator/objects/part', press: ['Bolt M4'], ready: 'Edit record' },
  { name: 'object-field', path: '/simulator/objects/part', press: ['Create field'], ready: 'Type' },
  { name: 'legacy', path: '/simulator/objects?tab=legacy', ready: 'car-1' },
  { name: 'activities', path: '/simulator/activities', ready: 'cart_abandoned' },
  { name: 'webhooks', path: '/simulator/webhooks', ready: 'https://nobody.example/in' },
  { name: 'webhook-new', path: '/simulator/webhooks/new', ready: 'Endpoint' },
  { name: 'webhook', path: '/simulator/webhooks', press: ['Nobody'], ready: 'Trigger "Tell nobody"' },
  {
    name: 'webhook-sent',
    path: '/simulator/webhooks',
    press: ['Nobody', 'Trigger "Tell nobody"'],
    ready: 'It failed',
  },
  {
    name: 'trigger',
    path: '/simulator/webhooks?tab=triggers',
    press: ['Tell nobody'],
    ready: 'Edit trigger',
  },
  { name: 'triggers', path: '/simulator/webhooks?tab=triggers', ready: 'Tell nobody' },
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

/** Each width and each scheme once: colours depend on the one, what is there on the other. */
const looks = [
  { width: 1280, scheme: 'light' },
  { width: 800, scheme: 'dark' },
] as const

describe('every page', () => {
  const browser = useBrowser({ expectedErrors: [/status of 404/], isShared: true })
  let folder: string
  let program: Program
  let page: Page
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-pages-'))
    mkdirSync(pictures, { recursive: true })
    program = await startProgram('--port', '0', '--data', folder, '--control-token', controlToken)
    const zis = await createCallers(fetch, program.origin, controlToken)
    await installSlackStatus(zis, { channel: '#support', statuses: ['open', 'solved'] })
    await zis.admin('PUT /api/v2/tickets/1', { ticket: { status: 'open' } })
    await zis.admin('GET /api/v2/views/12')
    await fillAccount(zis)
    await zis.control('POST /_sim/settle', {})
    // After the run that is looked at: this one is only listed and read.
    await installSlackStatus(zis, { channel: '#support', statuses: [] }, 'by_hand')
    page = await browser.page()
  })
  afterAll(async () => {
    await program.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(pages)('$name is drawn, fits and is accessible', async ({ name, path, press = [], ready }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(program.origin + path)
    const app = page.frameLocator('iframe[title="ZIS Console"]')
    const where = path.startsWith('/agent/') ? app : page
    for (const words of press) await page.getByText(words, { exact: true }).first().click()
    await where.getByText(ready).filter({ visible: true }).first().waitFor()

    for (const { width, scheme } of looks) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme: scheme })
      await expectAccessible(page)
      for (const frame of page.frames()) expect(await outsideOf(frame)).toEqual([])
      await page.screenshot({ path: join(pictures, `${name}-${width}-${scheme}.png`) })
    }
  })
})

/** Something on every page of the account: an object, an activity, a webhook that fails, a deleted ticket. */
async function fillAccount(zis: Callers): Promise<void> {
  await zis.admin('POST /api/v2/custom_objects', {
    custom_object: { key: 'part', title: 'Spare part', title_pluralized: 'Spare parts' },
  })
  await zis.admin('POST /api/v2/custom_objects/part/fields', {
    custom_object_field: { key: 'in_stock', type: 'checkbox', title: 'In stock' },
  })
  await zis.admin('POST /api/v2/custom_objects/part/records', {
    custom_object_record: { name: 'Bolt M4', external_id: 'b-4' },
  })
  await zis.admin('POST /api/sunshine/objects/records', {
    data: { type: 'car', external_id: 'car-1', attributes: { doors: 4 } },
  })
  await zis.admin('POST /api/v2/users/9101/events', {
    profile: {
      source: 'shop',
      type: 'customer',
      identifiers: [{ type: 'email', value: 'emil@example.org' }],
    },
    event: { source: 'shop', type: 'cart_abandoned', properties: { items: 3 } },
  })
  const { body } = await zis.admin('POST /api/v2/webhooks', {
    webhook: {
      ...{ name: 'Nobody', status: 'active', endpoint: 'https://nobody.example/in' },
      ...{ http_method: 'POST', request_format: 'json' },
      authentication: { type: 'bearer_token', data: { token: 'token-of-specs' } },
    },
  })
  await zis.admin('POST /api/v2/triggers', {
    trigger: {
      title: 'Tell nobody',
      conditions: { all: [{ field: 'status', operator: 'value', value: 'pending' }] },
      actions: [
        {
          field: 'notification_webhook',
          value: [(body['webhook'] as { id: string }).id, '{"id":"{{ticket.id}}"}'],
        },
      ],
    },
  })
  await zis.admin('PUT /api/v2/tickets/3', { ticket: { status: 'pending' } })
  await zis.admin('DELETE /api/v2/tickets/2')
}
