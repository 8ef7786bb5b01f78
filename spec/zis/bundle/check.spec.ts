import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkBundle, type BundleContext } from '../../../src/zis/bundle/check'
import type { Json, JsonObject } from '../../../src/zis/json'
import { readPath, writePath } from '../../../src/zis/flow/paths'

const good: JsonObject = {
  zis_template_version: '2019-10-14',
  name: 'warehouse sync',
  description: 'Pushes new tickets to the warehouse API',
  resources: {
    push_order: {
      type: 'ZIS::Action::Http',
      properties: {
        name: 'push_order',
        definition: {
          method: 'POST',
          url: 'https://api.warehouse.test/orders',
          requestBody: { ref: '{{$.ref}}' },
        },
      },
    },
    on_ticket: {
      type: 'ZIS::Flow',
      properties: {
        name: 'on_ticket',
        definition: {
          StartAt: 'Push',
          States: {
            Push: {
              Type: 'Action',
              ActionName: 'zis:acme:action:push_order',
              Parameters: { 'ref.$': '$.input.ticket_event.ticket.id' },
              ResultPath: '$.order',
              End: true,
            },
          },
        },
      },
    },
    on_ticket_job: {
      type: 'ZIS::JobSpec',
      properties: {
        name: 'on_ticket_job',
        event_source: 'support',
        event_type: 'ticket.TicketCreated',
        flow_name: 'zis:acme:flow:on_ticket',
      },
    },
  },
}

const actionAt = '$.resources.push_order.properties'
const stateAt = '$.resources.on_ticket.properties.definition.States.Push'
const statePointer = '/resources/on_ticket/properties/definition/States/Push'
const jobAt = '$.resources.on_ticket_job.properties'

const check = (bundle: unknown, context: Partial<BundleContext> = {}) =>
  checkBundle(bundle, { integration: 'acme', ...context })
const changed = (place: string, value: Json) => writePath(good, place, value)
const without = (place: string, key: string) => {
  const { [key]: _left, ...rest } = readPath(good, place) as JsonObject
  return writePath(good, place, rest)
}
const told = (bundle: unknown, context: Partial<BundleContext> = {}) =>
  check(bundle, context).findings.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`)

it('finds nothing in the documented example, and gives it typed', () => {
  const { bundle, findings } = check(good)
  expect(findings).toEqual([])
  expect(bundle).toMatchObject({
    name: 'warehouse sync',
    description: 'Pushes new tickets to the warehouse API',
    flows: [{ key: 'on_ticket', name: 'on_ticket', definition: { StartAt: 'Push' } }],
    actions: [{ name: 'push_order', definition: { method: 'POST' } }],
    job_specs: [
      { name: 'on_ticket_job', event_type: 'ticket.TicketCreated', flow_name: 'zis:acme:flow:on_ticket' },
    ],
  })
})

it('takes a bundle as the registry gives it back', () => {
  expect(told({ ...good, uuid: '0b1c', integration: 'acme', zendesk_account_id: 77 })).toEqual([])
})

it('gives no bundle when there is an error', () => {
  expect(check(changed('$.name', 5)).bundle).toBeUndefined()
})

it.each([null, undefined, 5, 'text', [], () => 1])('refuses %p, which is no bundle', (bundle) => {
  expect(told(bundle)).toEqual(['error bundle.not-object '])
})

it('tells all faults of the head at once', () => {
  expect(told({})).toEqual([
    'error bundle.version-missing ',
    'error bundle.name-missing ',
    'error bundle.resources-missing ',
    'warning bundle.no-flow /resources',
  ])
})

it('survives a bundle that is nested beyond reason', () => {
  let deep: Json = 1
  for (let level = 0; level < 20_000; level++) deep = [deep]
  expect(told(changed('$.resources.on_ticket.properties.extra', deep))).toEqual(['error bundle.too-deep '])
})

it.each<[string, Json, string]>([
  ['$.zis_template_version', '2019-02-28', 'error bundle.version-unknown /zis_template_version'],
  ['$.name', '', 'error bundle.name-missing /name'],
  ['$.description', 5, 'error bundle.description-type /description'],
  ['$.resource', {}, 'warning word.unknown /resource'],
  ['$.resources.extra', 5, 'error resource.not-object /resources/extra'],
  [
    `${actionAt}.definition.method`,
    'FETCH',
    'error action.method /resources/push_order/properties/definition/method',
  ],
  [`${actionAt}.definition.path`, '/api', 'error action.address /resources/push_order/properties/definition'],
  [
    `${actionAt}.definition['path.$']`,
    '$.p',
    'error action.address /resources/push_order/properties/definition',
  ],
  [
    `${actionAt}.definition.url`,
    5,
    'error action.address-type /resources/push_order/properties/definition/url',
  ],
  [
    `${actionAt}.definition.url`,
    'api.test',
    'warning action.url-relative /resources/push_order/properties/definition/url',
  ],
  [
    `${actionAt}.definition.url`,
    'https://x.test/?q={{$.q}}',
    'note action.query-not-encoded /resources/push_order/properties/definition/url',
  ],
  [
    `${actionAt}.definition.headers`,
    { A: 'b' },
    'error action.headers /resources/push_order/properties/definition/headers',
  ],
  [
    `${actionAt}.definition.headers`,
    [{ key: 'A' }],
    'error action.headers /resources/push_order/properties/definition/headers/0',
  ],
  [
    `${actionAt}.definition.query`,
    [{ key: 'A', value: 5 }],
    'error action.query /resources/push_order/properties/definition/query/0',
  ],
  [
    `${actionAt}.definition.headers`,
    [{ key: 'Authorization', value: 'Bearer abc' }],
    'warning secret.literal /resources/push_order/properties/definition/headers/0/value',
  ],
  [
    `${actionAt}.definition.connectionName`,
    'a b',
    'warning action.connection-name /resources/push_order/properties/definition/connectionName',
  ],
  [
    `${actionAt}.definition.connectionName`,
    5,
    'error action.connection-type /resources/push_order/properties/definition/connectionName',
  ],
  [
    `${actionAt}.definition.requestBody`,
    { custom_fields: [{ id: 1, 'value.$': '$.v' }] },
    'note action.dollar-in-array /resources/push_order/properties/definition/requestBody/custom_fields/0/value.$',
  ],
  [
    `${actionAt}.definition.requestBody`,
    { a: '{{$.x[*]}}' },
    'warning template.placeholder-path /resources/push_order/properties/definition/requestBody/a',
  ],
  [
    `${actionAt}.definition.body`,
    {},
    'warning word.unknown /resources/push_order/properties/definition/body',
  ],
  [
    `${stateAt}.ActionName`,
    'zis:common:action:LoadConfigs',
    `error action-name.built-in-unknown ${statePointer}/ActionName`,
  ],
  [`${stateAt}.ActionName`, 'zis:acme:action:gone', `error action-name.unknown ${statePointer}/ActionName`],
  [
    `${stateAt}.ActionName`,
    'zis:other:action:push_order',
    `error action-name.other-integration ${statePointer}/ActionName`,
  ],
  [`${stateAt}.ActionName`, 'push_order', `error action-name.malformed ${statePointer}/ActionName`],
  [
    `${stateAt}.ActionName`,
    'zis:{{integration}}:action:push_order',
    `error name.template-variable ${statePointer}/ActionName`,
  ],
  [
    `${jobAt}.event_source`,
    '',
    'error job-spec.field-missing /resources/on_ticket_job/properties/event_source',
  ],
  [
    `${jobAt}.event_type`,
    'ticket.Created',
    'warning job-spec.event-unknown /resources/on_ticket_job/properties/event_type',
  ],
  [
    `${jobAt}.event_source`,
    'sunshine',
    'warning job-spec.event-unknown /resources/on_ticket_job/properties/event_type',
  ],
])('%s = %j: %s', (place, value, expected) => {
  expect(told(changed(place, value))).toEqual([expected])
})

it('takes other versions and limits the resources where it is told so', () => {
  const older = { ...good, zis_template_version: '2019-02-28' }
  expect(told(older)).toEqual(['error bundle.version-unknown /zis_template_version'])
  expect(told(older, { otherVersions: ['2019-02-28'] })).toEqual([])
  const count = Object.keys(good['resources'] as JsonObject).length
  expect(told(good, { mostResources: count })).toEqual([])
  expect(told(good, { mostResources: count - 1 })).toEqual(['error bundle.too-many-resources /resources'])
})

it.each([
  ['ticket.Created', 'ticket.TicketCreated'],
  ['ticket.CommentAded', 'ticket.CommentAdded'],
  ['ticket.Tagschanged', 'ticket.TagsChanged'],
])('knows the event that is meant by %s', (type, meant) => {
  const { findings } = checkBundle(changed(`${jobAt}.event_type`, type), { integration: 'acme' })
  expect(findings.map(({ way_out }) => way_out)).toContain(`did you mean "${meant}"?`)
})

it.each<[string, Json, string[]]>([
  [
    '$.resources.extra',
    { type: 'ZIS::Action', properties: { name: 'x' } },
    ['error resource.type-unknown /resources/extra/type'],
  ],
  ['$.resources.extra', { properties: { name: 'x' } }, ['error resource.type-unknown /resources/extra']],
  [
    '$.resources.extra',
    { type: 'constructor', properties: { name: 'x' } },
    ['error resource.type-unknown /resources/extra/type'],
  ],
  ['$.resources.extra', { type: 'ZIS::JobSpec' }, ['error resource.properties-missing /resources/extra']],
  [
    '$.resources.on_ticket.properties.name',
    '',
    [
      'error resource.name-missing /resources/on_ticket/properties',
      'warning job-spec.flow-unknown /resources/on_ticket_job/properties/flow_name',
    ],
  ],
  [
    `${jobAt}.flow_name`,
    'on_ticket',
    [
      'error job-spec.flow-name /resources/on_ticket_job/properties/flow_name',
      'warning flow.not-started /resources/on_ticket/properties',
    ],
  ],
  [
    `${jobAt}.flow_name`,
    'zis:other:flow:on_ticket',
    ['error job-spec.other-integration /resources/on_ticket_job/properties/flow_name'],
  ],
  [
    `${jobAt}.flow_name`,
    'zis:acme:flow:on_tickets',
    [
      'warning job-spec.flow-unknown /resources/on_ticket_job/properties/flow_name',
      'warning flow.not-started /resources/on_ticket/properties',
    ],
  ],
])('%s = %j', (place, value, expected) => {
  expect(told(changed(place, value))).toEqual(expected)
})

const long = (length: number) => 'n'.repeat(length)

it.each<[string, Json, string[]]>([
  ['$.name', long(51), ['note bundle.name-long /name']],
  ['$.name', long(50), []],
  [`${jobAt}.name`, long(50), ['note resource.key-differs /resources/on_ticket_job']],
  ['$.resources.on_ticket.properties.timeout', 5, ['warning word.unknown /resources/on_ticket/properties/timeout']],
  [`${jobAt}.flow`, 'on_ticket', ['warning word.unknown /resources/on_ticket_job/properties/flow']],
  [`${jobAt}.name`, long(51), ['note resource.key-differs /resources/on_ticket_job', 'note job-spec.name-long /resources/on_ticket_job/properties/name']],
  [`${jobAt}.flow_name`, `zis:acme:flow:${long(87)}`, ['note job-spec.name-long /resources/on_ticket_job/properties/flow_name', 'warning job-spec.flow-unknown /resources/on_ticket_job/properties/flow_name', 'warning flow.not-started /resources/on_ticket/properties']],
  ['$.resources.push_order.properties.definition', 5, ['error action.definition-missing /resources/push_order/properties']],
  ['$.resources.on_ticket.properties.definition', 5, ['error flow.not-object /resources/on_ticket/properties/definition']],
  ['$.resources.on_ticket.properties', { name: 'on_ticket' }, ['error flow.definition-missing /resources/on_ticket/properties']],
  [`${actionAt}.definition`, { method: 'GET', path: 'api/v2', connectionName: 'zendesk' }, ['warning action.path-relative /resources/push_order/properties/definition/path']],
  [`${actionAt}.definition.queryParams`, 'a=1', ['error action.queryParams /resources/push_order/properties/definition/queryParams']],
  [`${actionAt}.definition`, { method: 'GET', 'url.$': 'https://{{$.host}}/x?q={{$.q}}' }, ['note action.query-not-encoded /resources/push_order/properties/definition/url.$']],
  [`${actionAt}.definition`, { method: 'GET', url: 'https://x.test/?q=fixed' }, []],
  [`${actionAt}.definition.requestBody`, { 'a.$': '$.a', list: [{ b: '{{$.b}}' }] }, []],
  [`${actionAt}.schema`, { type: 'object' }, []],
  [`${actionAt}.shema`, {}, ['warning word.unknown /resources/push_order/properties/shema']],
  [`${actionAt}.definition`, { method: 'GET', url: '$.target' }, ['warning action.url-relative /resources/push_order/properties/definition/url', 'warning template.path-without-dollar /resources/push_order/properties/definition/url']],
])('%s = %j', (place, value, expected) => {
  expect(told(changed(place, value))).toEqual(expected)
}) // prettier-ignore

it('takes the action name of 20 characters', () => {
  const name = 'a'.repeat(20)
  const renamed = changed(`${actionAt}.name`, name)
  expect(told(writePath(renamed, `${stateAt}.ActionName`, `zis:acme:action:${name}`))).toEqual([
    'warning resource.key-differs /resources/push_order',
  ])
})

it.each<[string, string]>([
  ['a'.repeat(21), 'warning action.name-long'],
  ['push order', 'warning action.name-characters'],
])('warns of the action name %s', (name, finding) => {
  const renamed = writePath(
    changed(`${actionAt}.name`, name),
    `${stateAt}.ActionName`,
    `zis:acme:action:${name}`,
  )
  expect(told(renamed)).toEqual([
    'warning resource.key-differs /resources/push_order',
    `${finding} /resources/push_order/properties/name`,
  ])
})

it('misses a connection that nobody declares, when it knows which are declared', () => {
  const connected = changed(`${actionAt}.definition.connectionName`, 'warehuose')
  expect(told(connected)).toEqual([])
  const [finding, ...others] = check(connected, { connections: ['zendesk', 'warehouse'] }).findings
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    code: 'action.connection-undeclared',
    pointer: '/resources/push_order/properties/definition/connectionName',
    way_out: 'did you mean "warehouse"?',
  })
  expect(told(connected, { connections: ['warehuose'] })).toEqual([])
})

it('misses a connection whose token a flow reads from its data', () => {
  const reads = changed(`${stateAt}.Parameters['token.$']`, '$.connections.warehuose.access_token')
  const undeclared = `warning action.connection-undeclared ${statePointer}/Parameters/token.$`
  expect(told(reads, { connections: ['warehouse'] })).toEqual([undeclared])
  expect(told(reads, { connections: ['warehuose'] })).toEqual([])
  expect(told(reads)).toEqual([])
})

describe('secrets', () => {
  const secret = (place: string, value: Json) =>
    check(changed(place, value)).findings.filter(({ code }) => code === 'secret.literal')
  const header = (key: string, value: string): Json => [{ key, value }]

  it.each<[name: string, place: string, value: Json]>([
    ['a token in a header', `${actionAt}.definition.headers`, header('Authorization', 'Bearer abcdef')],
    [
      'a key in a header of any name',
      `${actionAt}.definition.headers`,
      header('X-Warehouse-Token', 'q8h2fk1l'),
    ],
    ['a token of Slack in a Message', stateAt, { Type: 'Succeed', Message: 'with xoxb-1234567890-abcdef' }],
    [
      'a token of GitHub in a Cause',
      stateAt,
      { Type: 'Fail', Error: 'e', Cause: `no ghp_${'a1'.repeat(18)}` },
    ],
    ['a password in an address', `${actionAt}.definition.url`, 'https://me:hunter22@warehouse.test/'],
    ['a key in a query string', `${actionAt}.definition.url`, 'https://warehouse.test/?api_key=1234abcd5678'],
    ['a body', `${actionAt}.definition.requestBody`, { client_secret: 'not-so-secret' }],
    ['a parameter', `${stateAt}.Parameters`, { password: 'hunter22' }],
    ['a web token', `${stateAt}.Comment`, 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc'],
    ['a private key', '$.description', '-----BEGIN RSA PRIVATE KEY-----'],
  ])('tells %s, and does not repeat it', (_name, place, value) => {
    const [finding, ...others] = secret(place, value)
    expect(others).toEqual([])
    const secretPart = /abcdef|q8h2fk1l|xoxb|ghp_|hunter22|1234abcd5678|not-so-secret|eyJ|BEGIN/
    expect(JSON.stringify(finding)).not.toMatch(secretPart)
  })

  it.each<[name: string, place: string, value: Json]>([
    [
      'a header that a flow fills in',
      `${actionAt}.definition.headers`,
      header('Authorization', 'Bearer {{$.token}}'),
    ],
    ['a path to a token', `${stateAt}.Parameters`, { 'token.$': '$.connections.slack.access_token' }],
    ['a cursor', `${stateAt}.Parameters`, { page_after_cursor: 'abcdefghijk' }],
    [
      'ordinary words',
      '$.description',
      'Takes the token of the user, the secret of success and the key to it',
    ],
    ['an id', `${stateAt}.Parameters`, { id: '0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0' }],
    [
      'a header without a secret',
      `${actionAt}.definition.headers`,
      header('Content-Type', 'application/json'),
    ],
  ])('leaves %s alone', (_name, place, value) => {
    expect(secret(place, value)).toEqual([])
  })
})

it('misses what is left out', () => {
  expect(told(without(`${actionAt}.definition`, 'method'))).toEqual([
    'error action.method /resources/push_order/properties/definition',
  ])
  expect(told(without(`${actionAt}.definition`, 'url'))).toEqual([
    'error action.address /resources/push_order/properties/definition',
  ])
  expect(told(without(jobAt, 'event_type'))).toEqual([
    'error job-spec.field-missing /resources/on_ticket_job/properties',
  ])
})

it('warns of a request to Zendesk that nobody signs in', () => {
  const onZendesk = (more: JsonObject) =>
    told(changed(`${actionAt}.definition`, { method: 'GET', path: '/api/v2/users/me', ...more }))
  expect(onZendesk({})).toEqual([
    'warning action.path-without-credentials /resources/push_order/properties/definition',
  ])
  expect(onZendesk({ connectionName: 'zendesk' })).toEqual([])
  expect(onZendesk({ headers: [{ key: 'authorization', value: 'Bearer {{$.token}}' }] })).toEqual([])
})

it('refuses a name that is taken, in the words of ZIS', () => {
  const twice = changed('$.resources.second', (good['resources'] as JsonObject)['push_order']!)
  const [differs, finding, ...others] = check(twice).findings
  expect(differs?.code).toBe('resource.key-differs')
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    code: 'resource.name-taken',
    pointer: '/resources/second/properties/name',
    zis_text: 'Bundle contains duplicated resources',
  })
})

it('lets resources of different kinds share a name', () => {
  const renamed = writePath(
    changed('$.resources.on_ticket.properties.name', 'push_order'),
    `${jobAt}.flow_name`,
    'zis:acme:flow:push_order',
  )
  expect(told(renamed)).toEqual(['note resource.key-differs /resources/on_ticket'])
})

it('sees the other bundles of the integration', () => {
  expect(told(good, { otherNames: [{ kind: 'flow', name: 'on_ticket' }] })).toEqual([
    'error resource.name-taken /resources/on_ticket/properties/name',
  ])
  const elsewhere = changed(`${stateAt}.ActionName`, 'zis:acme:action:elsewhere')
  expect(told(elsewhere, { otherActions: ['elsewhere'] })).toEqual([])
  expect(told(elsewhere, { otherNames: [{ kind: 'action', name: 'elsewhere' }] })).toEqual([])
})

it('proposes the name that was probably meant', () => {
  const wayOut = (place: string, value: Json) => check(changed(place, value)).findings[0]?.way_out
  expect(wayOut(`${stateAt}.ActionName`, 'zis:common:transform:jq')).toBe(
    'did you mean "zis:common:transform:Jq"?',
  )
  expect(wayOut(`${stateAt}.ActionName`, 'zis:acme:action:push_orders')).toBe(
    'did you mean "zis:acme:action:push_order"?',
  )
  expect(wayOut(`${jobAt}.event_type`, 'ticket.StatusChange')).toBe('did you mean "ticket.StatusChanged"?')
  expect(wayOut(`${jobAt}.event_source`, 'sunshine')).toBe('its source is "support"')
})

it('words an unknown operator as ZIS does', () => {
  const choice = {
    Type: 'Choice',
    Choices: [{ Variable: '$.a', StringMatches: 'x*', Next: 'Push' }],
  }
  const states = { Push: choice }
  const [finding] = check(changed('$.resources.on_ticket.properties.definition.States', states)).findings
  expect(finding?.zis_text).toMatch(/^BundleValidationError: .*And is required$/)
})

it('reads names like __proto__ as data', () => {
  const bundle = JSON.parse(
    JSON.stringify(good)
      .replace('"push_order":{"type"', '"__proto__":{"type"')
      .replace('"Push":', '"__proto__":'),
  ) as Json
  expect(told(bundle)).toEqual([
    'warning resource.key-differs /resources/__proto__',
    'error flow.next-unknown /resources/on_ticket/properties/definition/StartAt',
    'warning state.unreachable /resources/on_ticket/properties/definition/States/__proto__',
  ])
})

it('finds nothing to refuse in the bundle that this project brings along', () => {
  const file = path.join(__dirname, '../../../integrations/slack_status/bundle.json')
  const text = readFileSync(file, 'utf8').replaceAll('{{integration}}', 'acme')
  const { findings } = check(JSON.parse(text))
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
})
