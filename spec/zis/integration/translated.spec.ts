import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IntegrationDefinition } from '../../../src/zis/definition'
import { textsOf } from '../../../src/zis/integration/texts'
import { translated } from '../../../src/zis/integration/translated'

const rich = JSON.parse(
  readFileSync(join(__dirname, '../../fixtures/definitions/rich-settings.json'), 'utf8'),
) as unknown

const definition: IntegrationDefinition = {
  title: 'Orders',
  summary: 'Makes tickets.',
  description: 'Makes tickets of orders.',
  version: '1.0.0',
  default_key: 'orders',
  reads_and_writes: ['Reads orders.', 'Writes tickets.'],
  connections: [
    {
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
    },
  ],
  settings: [
    {
      scope: 'orders',
      title: 'Tickets',
      order: ['mode'],
      schema: {
        type: 'object',
        $defs: { region: { oneOf: [{ const: 'eu', title: 'Europe' }] } },
        properties: {
          title: { type: 'string', title: 'Subject', default: 'Orders', examples: ['Orders'] },
          mode: {
            description: 'How it is sent.',
            oneOf: [
              { title: 'By mail', properties: { by: { const: 'mail' }, to: { title: 'Address' } } },
              { title: 'Not at all', properties: { by: { const: 'none' } } },
            ],
          },
          field: { 'x-options': [{ value: 'shipping.city', title: 'City' }] },
        },
      },
    },
  ],
  webhooks: [
    {
      name: 'orders',
      title: 'Orders',
      source_system: 'shop',
      event_type: 'order',
      tell_sender: 'Enter the address.',
      sample: { title: 'Orders' },
    },
  ],
  check: { event: 'Change an order.' },
}

it('names every text by the way to it, with names in place of positions', () => {
  expect(textsOf(definition).map(({ key }) => key)).toEqual([
    'title',
    'summary',
    'description',
    'reads_and_writes.Reads orders.',
    'reads_and_writes.Writes tickets.',
    'connections.shop.title',
    'connections.shop.reason',
    'connections.shop.scopes.orders:read.means',
    'connections.shop.client.how_to_get',
    'settings.orders.title',
    'settings.orders.schema.properties.title.title',
    'settings.orders.schema.properties.mode.description',
    'settings.orders.schema.properties.mode.oneOf.mail.title',
    'settings.orders.schema.properties.mode.oneOf.mail.properties.to.title',
    'settings.orders.schema.properties.mode.oneOf.none.title',
    'settings.orders.schema.properties.field.x-options.shipping.city.title',
    'settings.orders.schema.$defs.region.oneOf.eu.title',
    'webhooks.orders.title',
    'webhooks.orders.tell_sender',
    'check.event',
  ])
})

it('translates what is read, and no value, name, default or sample', () => {
  const words = Object.fromEntries(textsOf(definition).map(({ key, text }) => [key, `<${text}>`]))
  const shown = translated(definition, words)

  expect(textsOf(shown).map(({ text }) => text)).toEqual(textsOf(definition).map(({ text }) => `<${text}>`))
  const withoutTexts = (one: IntegrationDefinition) => JSON.stringify(one).replaceAll(/"<([^"]*)>"/g, '"$1"')
  expect(withoutTexts(shown)).toBe(JSON.stringify(definition))
  expect(shown.settings[0]!.schema).toMatchObject({
    properties: { title: { title: '<Subject>', default: 'Orders', examples: ['Orders'] } },
  })
  expect(shown.webhooks![0]).toMatchObject({ title: '<Orders>', sample: { title: 'Orders' } })
})

it('finds each text wherever a list has it', () => {
  const words = { 'connections.shop.title': 'Laden', 'reads_and_writes.Writes tickets.': 'Schreibt Tickets.' }
  const turned = { ...definition, reads_and_writes: [...definition.reads_and_writes].reverse() }
  expect(translated(turned, words)).toMatchObject({
    reads_and_writes: ['Schreibt Tickets.', 'Reads orders.'],
    connections: [{ title: 'Laden', reason: 'Reads orders.' }],
  })
})

it('leaves the definition itself as it was, which is what is stored and compared', () => {
  const before = structuredClone(definition)
  translated(definition, { title: 'Bestellungen' })
  expect(definition).toEqual(before)
})

it.each([undefined, {}, { title: '' }, { title: '  ' }, { nowhere: 'Text' }, { title: 7 }])(
  'stays English with %p',
  (words) => {
    expect(translated(definition, words as Record<string, string> | undefined)).toBe(definition)
  },
)

it('lets a text from the right begin with a name from the left', () => {
  const words = { title: 'Slack في مساحة عملك', summary: 'رسائل Slack' }
  expect(translated(definition, words)).toMatchObject({ ...words, title: `\u200f${words.title}` })
})

it('keeps keys that a prototype has', () => {
  const odd = JSON.parse(
    '{"settings":[{"scope":"__proto__","schema":{"properties":{"__proto__":{"title":"Odd"}}}}]}',
  ) as IntegrationDefinition
  const shown = translated(odd, { 'settings.__proto__.schema.properties.__proto__.title': 'Seltsam' })
  expect(JSON.stringify(shown)).toBe(JSON.stringify(odd).replace('Odd', 'Seltsam'))
})

it('gives no two texts one key', () => {
  const keys = textsOf({ settings: [rich] }).map(({ key }) => key)
  expect(keys.length).toBeGreaterThan(20)
  expect(new Set(keys).size).toBe(keys.length)
})
