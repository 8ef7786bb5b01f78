import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { axe } from 'jest-axe'
import { waitForResult, type CheckResult } from '../../src/app/proof/check-result'
import type { CatalogueEntry, CheckDefinition } from '../../src/zis/definition'
import type { JsonObject } from '../../src/zis/json'
import { renderApp, stopApp } from '../support/render-app'
import { startSimulator, type TestZis } from '../support/start-simulator'

afterEach(stopApp)

const press = async (user: UserEvent, name: string) => user.click(await screen.findByRole('button', { name }))
const proof = async () => within(await screen.findByRole('region', { name: 'See it work' }))

const posted: CheckDefinition = {
  webhook: 'orders',
  sample: { order: 7 },
  expects: { scope: 'orders_check' },
}

/** A flow that writes what it saw to a config. */
const bundle = (ok: boolean): JsonObject => ({
  zis_template_version: '2019-10-14',
  name: 'orders',
  description: '',
  resources: {
    take: {
      type: 'ZIS::Flow',
      properties: {
        name: 'take',
        definition: {
          StartAt: 'Write',
          States: {
            Write: {
              Type: 'Action',
              ActionName: 'zis:common:action:PatchConfig',
              Parameters: {
                scope: 'orders_check',
                config: { at: '2026-03-02T09:00:00Z', ok, 'detail.$': '$.input.note' },
              },
              End: true,
            },
          },
        },
      },
    },
    on_order: {
      type: 'ZIS::JobSpec',
      properties: {
        name: 'on_order',
        description: '',
        event_source: 'shop',
        event_type: 'order_placed',
        flow_name: 'zis:{{integration}}:flow:take',
      },
    },
  },
})

const entry =
  (check: CheckDefinition, ok = true) =>
  ({ definition }: CatalogueEntry): CatalogueEntry => ({
    definition: {
      ...definition,
      connections: [],
      settings: [],
      webhooks: [
        {
          name: 'orders',
          title: 'Orders',
          source_system: 'shop',
          event_type: 'order_placed',
          tell_sender: 'Enter the address.',
        },
      ],
      check: 'webhook' in check ? { ...check, sample: { order: 7, note: 'Order 7 arrived' } } : check,
    },
    bundle: bundle(ok),
  })

const key = 'slack_status'

async function installed(ok = true) {
  const zis = await startSimulator()
  await zis.admin(`POST /api/services/zis/registry/${key}`, {})
  await zis.admin(
    `POST /api/services/zis/registry/${key}/bundles`,
    JSON.parse(JSON.stringify(bundle(ok)).replaceAll('{{integration}}', key)),
  )
  await zis.admin(
    `POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:${key}:job_spec:on_order`,
  )
  return zis
}

const webhooks = async (zis: TestZis) =>
  (await zis.admin(`GET /api/services/zis/inbound_webhooks/generic/${key}/all`)).body['webhooks'] ?? []

async function opened(check: CheckDefinition, ok = true) {
  const app = await renderApp({
    zis: await installed(ok),
    at: `#/integrations/${key}`,
    catalogue: entry(check, ok),
  })
  await proof()
  return app
}

it('posts the sample through a webhook that is gone again, and shows what the flow wrote', async () => {
  const { user, zis, page } = await opened(posted)
  // Whatever was accepted has been worked off by the next request.
  page.hold = () => zis.settle()
  await press(user, 'Send sample')

  const card = await proof()
  expect(await card.findByText('It works')).toBeVisible()
  expect(card.getByText('Order 7 arrived')).toBeVisible()
  expect(await webhooks(zis)).toEqual([])
  expect(await axe(document.body)).toHaveNoViolations()
})

it('says what the flow wrote when it did not work', async () => {
  const { user, zis, page } = await opened(posted, false)
  page.hold = () => zis.settle()
  await press(user, 'Send sample')
  expect(await screen.findByText('The check failed')).toBeVisible()
})

it('says plainly that it cannot know where nothing writes a result, and leads to the log', async () => {
  const { user } = await opened({ webhook: 'orders', sample: {} })
  await press(user, 'Send sample')

  const card = await proof()
  expect(await card.findByText('Zendesk accepted the sample')).toBeVisible()
  expect(card.getByText(/Zendesk does not tell an app what a flow did/)).toBeVisible()
  expect(card.getByRole('link', { name: /Open integration log/ })).toBeVisible()
})

it('tells of an event that the admin causes, and offers to look again when nothing came', async () => {
  const { user, zis, page } = await opened({ event: 'Place an order.', expects: { scope: 'orders_check' } })
  const card = await proof()
  expect(card.getByText('Place an order.')).toBeVisible()

  await press(user, 'Wait for the result')
  await press(user, 'Stop waiting')
  expect(await card.findByText('No result yet')).toBeVisible()

  await zis.admin(`PUT /api/services/zis/integrations/${key}/configs/orders_check`, {
    config: { at: '2026-03-02T09:00:00Z', ok: true, detail: 'Seen' },
  })
  page.hold = undefined
  await press(user, 'Look again')
  expect(await card.findByText('Seen')).toBeVisible()
})

it('says why the sample was not accepted, and deletes the webhook all the same', async () => {
  const { user, zis, page } = await opened(posted)
  page.intercept = ({ url }) => (url.includes('/ingest/') ? new Response('', { status: 500 }) : undefined)
  await press(user, 'Send sample')
  expect(await screen.findByText('The check could not be run')).toBeVisible()
  expect(await webhooks(zis)).toEqual([])
})

it('says so when the webhook could not be deleted', async () => {
  const { user, page } = await opened({ webhook: 'orders', sample: {} })
  page.intercept = ({ method, url }) =>
    method === 'DELETE' && url.includes('/inbound_webhooks/') ? new Response('', { status: 500 }) : undefined
  await press(user, 'Send sample')
  expect(await screen.findByText('The webhook of the check was not deleted')).toBeVisible()
})

describe('waiting for a result', () => {
  const old: CheckResult = { at: '1', ok: false, detail: '' }
  const next: CheckResult = { at: '2', ok: true, detail: '' }

  it('takes none that was there before', async () => {
    const answers = [old, old, next]
    expect(
      await waitForResult(
        () => Promise.resolve(answers.shift()),
        old,
        () => Promise.resolve(true),
      ),
    ).toBe(next)
  })

  it('ends after a while', async () => {
    let pauses = 0
    const found = await waitForResult(
      () => Promise.resolve(old),
      old,
      () => Promise.resolve(++pauses > 0),
    )
    expect(found).toBeUndefined()
    expect(pauses).toBe(45)
  })
})
