import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDefinition } from '../../../src/zis/integration/check'
import { readIntegration } from '../../../src/zis/integration/read'
import type { JsonObject } from '../../../src/zis/json'

const oauth = {
  kind: 'oauth',
  name: 'shop',
  title: 'Shop',
  reason: 'Reads orders.',
  required: true,
  scopes: [{ scope: 'orders:read', means: 'Read orders.' }],
  client: {
    name: 'shop',
    auth_url: 'https://shop.example/authorize',
    token_url: 'https://shop.example/token',
    default_scopes: 'orders:read',
    how_to_get: 'Register an app.',
  },
}
const key = {
  kind: 'api_key',
  name: 'store',
  title: 'Store',
  reason: 'Writes orders.',
  required: false,
  several: true,
  how_to_get: 'Ask the store.',
  header_name: 'x-api-key',
}
const webhook = {
  name: 'orders',
  title: 'Orders',
  source_system: 'shop',
  event_type: 'order_placed',
  tell_sender: 'Enter the address.',
}
const settings = {
  scope: 'orders',
  title: 'Orders',
  order: ['tag'],
  schema: { type: 'object', required: ['tag'], properties: { tag: { type: 'string', 'x-widget': 'tag' } } },
}
const right: JsonObject = {
  title: 'Orders',
  summary: 'Makes tickets of orders.',
  description: 'Makes tickets of orders.',
  version: '1.0.0',
  default_key: 'orders',
  reads_and_writes: ['Reads orders.'],
  connections: [oauth, key],
  settings: [settings],
  webhooks: [webhook],
  check: { webhook: 'orders', sample: { id: 1 }, expects: { scope: 'orders_check' } },
}

const action = (name: string, connectionName: string): JsonObject => ({
  type: 'ZIS::Action::Http',
  properties: { name, definition: { method: 'GET', url: 'https://shop.example/orders', connectionName } },
})
const bundle: JsonObject = {
  zis_template_version: '2019-10-14',
  name: 'orders',
  resources: {
    read: action('read', 'shop'),
    write: action('write', 'store_berlin'),
    take: {
      type: 'ZIS::Flow',
      properties: {
        name: 'take',
        definition: {
          StartAt: 'Load',
          States: {
            Load: { Type: 'Action', ActionName: 'zis:common:action:LoadConfig', Parameters: { scope: 'orders' }, ResultPath: '$.settings', Next: 'Read' },
            Read: { Type: 'Action', ActionName: 'zis:{{integration}}:action:read', ResultPath: '$.read', Next: 'Write' },
            Write: { Type: 'Action', ActionName: 'zis:{{integration}}:action:write', End: true },
          },
        },
      },
    },
    on_order: {
      type: 'ZIS::JobSpec',
      properties: { name: 'on_order', event_source: 'shop', event_type: 'order_placed', flow_name: 'zis:{{integration}}:flow:take' },
    },
  },
} // prettier-ignore

const files = (definition: unknown, other: unknown = bundle) => [
  { name: 'integration.json', text: JSON.stringify(definition, null, 2) },
  { name: 'bundle.json', text: JSON.stringify(other, null, 2) },
]
const found = (definition: unknown, other: unknown = bundle) =>
  readIntegration(files(definition, other)).files.flatMap(({ findings }) =>
    findings.map(({ code, pointer, severity }) => `${severity} ${code} ${pointer}`),
  )
const withConnection = (change: object) => ({ ...right, connections: [{ ...oauth, ...change }, key] })
const withClient = (change: object) => withConnection({ client: { ...oauth.client, ...change } })
const withSettings = (change: object) => ({ ...right, settings: [{ ...settings, ...change }] })
const withSchema = (change: object) => withSettings({ schema: { ...settings.schema, ...change } })
const withWebhook = (change: object) => ({ ...right, webhooks: [{ ...webhook, ...change }] })
const without = (name: string) => Object.fromEntries(Object.entries(right).filter(([one]) => one !== name))

it('finds nothing in a definition that fits its bundle', () => {
  expect(found(right)).toEqual([])
  expect(readIntegration(files(right)).entry).toEqual({ definition: right, bundle })
})

it.each(readdirSync(join(__dirname, '../../../integrations')))('%s has no error and no warning', (name) => {
  const read = (file: string) => ({
    name: file,
    text: readFileSync(join(__dirname, '../../../integrations', name, file), 'utf8'),
  })
  const { files: judged } = readIntegration([read('integration.json'), read('bundle.json')])
  expect(judged.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'note'))).toEqual([])
})

it.each<[string, unknown]>([
  ['error definition.not-object ', []],
  ['error definition.missing ', without('title')],
  ['error definition.type /version', { ...right, version: 1 }],
  ['error definition.type /connections/0', { ...right, connections: ['shop'] }],
  ['warning definition.version /version', { ...right, version: 'one' }],
  ['error definition.default-key /default_key', { ...right, default_key: 'My Key' }],
  ['error definition.secret /connections/0/client/client_secret', withClient({ client_secret: 'abcdefgh' })],
  ['error definition.secret /settings/0/schema/default', withSchema({ default: 'ghp_abcdefghijklmnopqrstuvwxyz' })],
  ['warning word.unknown /titel', { ...right, titel: 'x' }],
  ['warning word.unknown /connections/0/header_name', withConnection({ header_name: 'x' })],

  ['error connection.kind /connections/0/kind', withConnection({ kind: 'oauth2' })],
  ['error definition.name /connections/0/name', withConnection({ name: 'a b' })],
  ['error definition.name-taken /connections/1/name', { ...right, connections: [oauth, { ...key, name: 'shop' }] }],
  ['error definition.missing /connections/0', withConnection({ reason: undefined })],
  ['error definition.type /connections/0/required', withConnection({ required: 'yes' })],
  ['error definition.type /connections/0/grant_type', withConnection({ grant_type: 'password' })],
  ['warning connection.scope-broad /connections/0/scopes/0/scope', withConnection({ scopes: [{ scope: 'write', means: 'All.' }] })],
  ['error connection.address /connections/0/client/token_url', withClient({ token_url: 'http://shop.example' })],
  ['error definition.missing /connections/0/client', withClient({ auth_url: undefined })],
  ['error connection.domain /connections/1/allowed_domain', { ...right, connections: [oauth, { ...key, allowed_domain: 'https://x.example/a' }] }],
  ['error connection.header /connections/1/header_name', { ...right, connections: [oauth, { ...key, header_name: 'x key' }] }],
  ['error connection.client-differs /connections/1/client', { ...right, connections: [oauth, { ...oauth, name: 'other', client: { ...oauth.client, token_url: 'https://b.example/' } }] }],
  ['error connection.undeclared /connections', { ...right, connections: [oauth] }],
  ['warning connection.unused /connections/2/name', { ...right, connections: [oauth, key, { ...key, name: 'spare' }] }],

  ['error settings.scope /settings/0/scope', withSettings({ scope: 'orders*' })],
  ['error settings.scope-ours /settings/0/scope', withSettings({ scope: 'zis_console_orders' })],
  ['error settings.scope-ours /check/expects/scope', { ...right, check: { event: 'Make a ticket.', expects: { scope: 'zis_console' } } }],
  ['error definition.name-taken /settings/1/scope', { ...right, settings: [settings, settings] }],
  ['warning settings.scope-undeclared /settings', { ...right, settings: [] }],
  ['note settings.scope-unused /settings/1/scope', { ...right, settings: [settings, { ...settings, scope: 'more' }] }],
  ['error settings.schema /settings/0/schema', withSchema({ type: 'array' })],
  ['error settings.pattern /settings/0/schema/properties/tag/pattern', withSchema({ properties: { tag: { pattern: '(' } } })],
  ['warning settings.order-unknown /settings/0/order/0', withSettings({ order: ['tags'] })],
  ['warning settings.order-unknown /settings/0/order/1', withSettings({ order: ['tag', 'tag'] })],
  ['warning settings.required-unknown /settings/0/schema/required/0', withSchema({ required: ['tags'] })],
  ['warning settings.widget /settings/0/schema/properties/tag/items/x-widget', withSchema({ properties: { tag: { items: { 'x-widget': 'tags' } } } })],
  ['warning settings.options /settings/0/schema/properties/tag/x-options', withSchema({ properties: { tag: { 'x-options': ['a'] } } })],
  ['warning settings.options /settings/0/schema/properties/tag/x-options', withSchema({ properties: { tag: { 'x-options': [{ value: 'a', title: 'A', type: 'numbers' }] } } })],
  ['warning settings.secret /settings/0/schema/properties/api_key', withSchema({ properties: { tag: {}, api_key: { type: 'string' } } })],

  ['error webhook.pair-taken /webhooks/1', { ...right, webhooks: [webhook, { ...webhook, name: 'again' }] }],
  ['error webhook.native /webhooks/0/source_system', withWebhook({ source_system: 'support' })],
  ['warning webhook.unused /webhooks/0', withWebhook({ event_type: 'order_paid' })],
  ['warning webhook.undeclared ', { ...without('webhooks'), check: { event: 'Place an order.' } }],
  ['error check.way /check', { ...right, check: {} }],
  ['error check.way /check', { ...right, check: { webhook: 'orders', sample: {}, event: 'Place an order.' } }],
  ['error check.webhook-unknown /check/webhook', { ...right, check: { webhook: 'other', sample: {} } }],
])('tells %s', (expected, definition) => {
  expect(found(definition)).toContain(expected)
}) // prettier-ignore

it('takes a list of the form of a webhook check, whose scope a flow may write to', () => {
  expect(checkDefinition(right, undefined).definition).toEqual(right)
})

it('says no secret of those that it finds', () => {
  const { findings } = checkDefinition({ ...right, password: 'hunter2hunter2' })
  expect(findings.map(({ code }) => code)).toContain('definition.secret')
  expect(JSON.stringify(findings)).not.toContain('hunter2')
})

it('names no connection as unused while a flow names one only when it runs', () => {
  const open = JSON.parse(JSON.stringify(bundle).replace('store_berlin', '{{$.input.store}}')) as JsonObject
  expect(found(right, open).filter((one) => one.includes('connection.unused'))).toEqual([])
})

it('reads both from one file, and says where in it', () => {
  const text = JSON.stringify(
    { definition: { ...right, version: 'one' }, bundle: { ...bundle, name: '' } },
    null,
    2,
  )
  const { entry, files: judged } = readIntegration([{ name: 'orders.json', text }])

  expect(entry).toBeUndefined()
  expect(judged).toMatchObject([
    {
      file: 'orders.json',
      findings: [
        { code: 'definition.version', pointer: '/definition/version', line: 6, column: 16 },
        { code: 'bundle.name-missing', pointer: '/bundle/name' },
      ],
    },
  ])
})

it('tells the two files apart by what they hold, whatever they are called and in whichever order', () => {
  const [definition, other] = files(right)
  const { entry } = readIntegration([
    { ...other!, name: 'a.json' },
    { ...definition!, name: 'b.json' },
  ])
  expect(entry).toEqual({ definition: right, bundle })
})

it.each([[[]], [[files(right)[0]!]], [[...files(right), files(right)[0]!]]])(
  'says definition.bundle-missing of files that are no pair',
  (selected) => {
    const { entry, files: judged } = readIntegration(selected)
    expect(entry).toBeUndefined()
    expect(judged[0]!.findings.map(({ code }) => code)).toEqual(['definition.bundle-missing'])
  },
)

it('tells faults of the text with their place', () => {
  const [definition, other] = files(right)
  const { entry, files: judged } = readIntegration([{ ...definition!, text: '{\n  "title": ' }, other!])
  expect(entry).toBeUndefined()
  expect(judged[0]!.findings).toContainEqual(
    expect.objectContaining({ code: 'json.value-missing', severity: 'error', line: 2 }),
  )
})

it('definition.too-deep: looks into nothing that is nested without end', () => {
  let deep: JsonObject = {}
  for (let level = 0; level < 500; level++) deep = { deep }
  expect(checkDefinition({ ...right, deep }).findings.map(({ code }) => code)).toEqual([
    'definition.too-deep',
  ])
})
