import { fieldsIn, type Field } from '../../src/app/schema-form/fields'
import { problemsIn } from '../../src/app/schema-form/problems'
import { pointerOf, valueAt, withValueAt } from '../../src/app/schema-form/path'
import { rootField, toConfig, withDefaults, withoutBlanks } from '../../src/app/schema-form/values'
import type { Json, JsonObject } from '../../src/zis/json'

const schema = (properties: JsonObject, rest: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...rest,
})
const fields = (root: JsonObject, value: Json = {}): Field[] =>
  fieldsIn(root, rootField(root, value), withoutBlanks(value))
const kinds = (root: JsonObject, value?: Json) =>
  fields(root, value).map(({ path, kind }) => `${String(path.at(-1))} ${kind}`)
const problems = (root: JsonObject, draft: Json) =>
  problemsIn(root, draft).map(({ path, rule, limit }) => [pointerOf(path), rule, limit])

it('shows each kind of setting in its way', () => {
  const root = schema({
    text: { type: 'string' },
    number: { type: 'number' },
    yes: { type: 'boolean' },
    one: { enum: ['a', 'b'] },
    titled: { oneOf: [{ const: 1, title: 'One' }] },
    many: { type: 'array', items: { enum: ['a'] } },
    texts: { type: 'array', items: { type: 'string' } },
    objects: { type: 'array', items: { type: 'object', properties: { a: {} } } },
    pairs: { type: 'array', 'x-widget': 'mapping', items: { type: 'object', properties: { a: {} } } },
    group: { type: 'object', properties: { inner: { type: 'string' } } },
    field: { type: 'integer', 'x-widget': 'ticket_field' },
    tags: { type: 'array', items: { type: 'string', 'x-widget': 'tag' } },
    offered: { type: 'string', 'x-options': [{ value: 'a', title: 'A' }] },
    fixed: { const: 3 },
    nullable: { type: ['string', 'null'] },
  })

  expect(kinds(root)).toEqual([
    'text text',
    'number number',
    'yes boolean',
    'one choice',
    'titled choice',
    'many choices',
    'texts list',
    'objects list',
    'pairs mapping',
    'group group',
    'field picker',
    'tags pickers',
    'offered picker',
    'fixed constant',
    'nullable text',
  ])
})

it.each<[string, Json]>([
  ['a free object', { type: 'object', additionalProperties: true }],
  ['a tuple', { type: 'array', prefixItems: [{ type: 'string' }] }],
  ['several types', { type: ['string', 'number'] }],
  ['branches without a constant', { anyOf: [{ type: 'string' }, { minimum: 1 }] }],
  ['a reference to nowhere', { $ref: '#/$defs/none' }],
  ['anything', true],
])('edits %s as JSON', (_, property) => {
  expect(kinds(schema({ part: property }))).toEqual(['part json'])
})

describe('conditions', () => {
  it('bring what follows from a value', () => {
    const root = schema(
      { notify: { type: 'boolean' } },
      {
        if: { properties: { notify: { const: true } }, required: ['notify'] },
        then: { properties: { to: { type: 'string' } }, required: ['to'] },
        else: { properties: { why: { type: 'string' } } },
      },
    )

    expect(kinds(root, { notify: true })).toEqual(['notify boolean', 'to text'])
    expect(kinds(root, { notify: false })).toEqual(['notify boolean', 'why text'])
    expect(problems(root, { notify: true })).toEqual([['/to', 'required', undefined]])
    // What is not asked for is not stored, and what no part knows is.
    expect(toConfig(root, { notify: false, to: 'a', of_a_flow: 7 })).toEqual({ notify: false, of_a_flow: 7 })
  })

  it('by dependentRequired and dependentSchemas hold once the other setting has a value', () => {
    const root = schema(
      { user: { type: 'string' }, place: { type: 'string' } },
      {
        dependentRequired: { user: ['place'] },
        dependentSchemas: { user: { properties: { age: { type: 'integer' } } } },
      },
    )

    expect(kinds(root, { user: '' })).toEqual(['user text', 'place text'])
    expect(kinds(root, { user: 'x' })).toEqual(['user text', 'place text', 'age number'])
    expect(problems(root, { user: 'x' })).toEqual([['/place', 'required', undefined]])
  })

  it('by a constant in each branch become a choice', () => {
    const branch = (kind: string, properties: JsonObject) => ({
      title: kind.toUpperCase(),
      properties: { kind: { const: kind }, ...properties },
      required: ['kind', ...Object.keys(properties)],
    })
    const root = schema({}, { oneOf: [branch('a', { x: { type: 'string' } }), branch('b', {})] })

    expect(fields(root)[0]).toMatchObject({ kind: 'choice', title: 'kind', isRequired: true })
    expect(kinds(root, { kind: 'a' })).toEqual(['kind choice', 'x text'])
    expect(problems(root, { kind: 'a' })).toEqual([['/x', 'required', undefined]])
    expect(problems(root, { kind: 'b' })).toEqual([])
    expect(toConfig(root, { kind: 'b', x: 'left' })).toEqual({ kind: 'b' })
  })
})

it('follows references, also those of a tree, which ends where no more items are', () => {
  const root = schema(
    { top: { $ref: '#/$defs/node' } },
    {
      $defs: {
        node: {
          type: 'object',
          properties: {
            name: { type: 'string', title: 'Name' },
            children: { type: 'array', items: { $ref: '#/$defs/node' } },
          },
        },
      },
    },
  )

  expect(problems(root, { top: { name: 'a', children: [{ name: 3 }] } })).toEqual([
    ['/top/children/0/name', 'type', undefined],
  ])
})

it.each<[string, JsonObject, Json, string, number | undefined]>([
  ['a short text', { type: 'string', minLength: 2 }, 'a', 'minLength', 2],
  ['a long text', { type: 'string', maxLength: 1 }, '🙂🙂', 'maxLength', 1],
  ['a text of another form', { type: 'string', pattern: '^#' }, 'a', 'pattern', undefined],
  ['an email address', { type: 'string', format: 'email' }, 'a', 'format_email', undefined],
  ['an address', { type: 'string', format: 'uri' }, 'a b', 'format_uri', undefined],
  ['a date', { type: 'string', format: 'date' }, '2026-02-31', 'format_date', undefined],
  ['a time', { type: 'string', format: 'time' }, '9', 'format_time', undefined],
  ['date and time', { type: 'string', format: 'date-time' }, '2026', 'format_date-time', undefined],
  ['no number', { type: 'number' }, 'many', 'number', undefined],
  ['half a number', { type: 'integer' }, 1.5, 'integer', undefined],
  ['too little', { type: 'number', minimum: 1 }, 0, 'minimum', 1],
  ['too much', { type: 'number', maximum: 1 }, 2, 'maximum', 1],
  ['not more', { type: 'number', exclusiveMinimum: 1 }, 1, 'exclusiveMinimum', 1],
  ['not less', { type: 'number', exclusiveMaximum: 1 }, 1, 'exclusiveMaximum', 1],
  ['no multiple', { type: 'integer', multipleOf: 5 }, 7, 'multipleOf', 5],
  ['another choice', { enum: ['a'] }, 'b', 'choice', undefined],
  ['too few', { type: 'array', items: { type: 'string' }, minItems: 2 }, ['a'], 'minItems', 2],
  ['too many', { type: 'array', items: { type: 'string' }, maxItems: 0 }, ['a'], 'maxItems', 0],
  [
    'the same twice',
    { type: 'array', items: { type: 'integer' }, uniqueItems: true },
    [1, 1],
    'uniqueItems',
    undefined,
  ],
  ['a secret', { type: 'string' }, 'xoxb-1-2', 'secret', undefined],
])('says what is wrong with %s', (_, property, value, rule, limit) => {
  expect(problems(schema({ part: property }), { part: value })).toEqual([['/part', rule, limit]])
})

it('says everything at once, also what is deep inside', () => {
  const root = schema(
    {
      list: {
        type: 'array',
        items: { type: 'object', required: ['a'], properties: { a: { type: 'string' }, token: {} } },
      },
      texts: { type: 'array', items: { type: 'string' } },
    },
    { required: ['name'] },
  )
  const draft: Json = { list: [{ a: ' ' }, { a: 'b', token: 'hidden' }], texts: ['x', ''] }

  expect(
    problems({ ...root, properties: { ...Object(root.properties), name: { type: 'string' } } }, draft),
  ).toEqual([
    ['/list/0/a', 'required', undefined],
    ['/texts/1', 'required', undefined],
    ['/name', 'required', undefined],
    ['/list/1/token', 'secret', undefined],
  ])
})

it('finds by the whole schema what no field can see by itself', () => {
  const root = schema(
    { from: { type: 'integer' }, to: { type: 'integer' } },
    { not: { properties: { from: { const: 1 }, to: { const: 1 } }, required: ['from', 'to'] } },
  )

  expect(problems(root, { from: 1, to: 1 })).toEqual([['', 'whole', undefined]])
  expect(problems(root, { from: 1, to: 2 })).toEqual([])
})

it('is not stopped by a key that a flow has written', () => {
  const root = schema({ a: { type: 'string' } }, { additionalProperties: false })

  expect(problems(root, { a: 'x', cursor: 7 })).toEqual([])
  expect(toConfig(root, { a: 'x', cursor: 7 })).toEqual({ a: 'x', cursor: 7 })
})

it('stores text without the spaces around it, an emptied optional setting not at all', () => {
  const root = schema(
    {
      a: { type: 'string' },
      n: { type: 'integer' },
      yes: { type: 'boolean' },
      list: { type: 'array', items: { type: 'string' } },
    },
    { required: ['list'] },
  )

  expect(toConfig(root, { a: ' #support ', n: '' })).toEqual({ a: '#support', yes: false, list: [] })
  expect(toConfig(root, { a: '  ' })).toEqual({ yes: false, list: [] })
})

it('starts with what is stored, also when that is false or zero, else with the default', () => {
  const root = schema(
    {
      yes: { type: 'boolean', default: true },
      limit: { type: 'integer', default: 5 },
      group: { type: 'object', properties: { deep: { type: 'string', default: 'x' } } },
    },
    { if: { properties: { yes: { const: true } } }, then: { properties: { more: { default: 'then' } } } },
  )

  expect(withDefaults(root, { yes: false, limit: 0 })).toEqual({ yes: false, limit: 0, group: { deep: 'x' } })
  expect(withDefaults(root, undefined)).toEqual({ yes: true, limit: 5, group: { deep: 'x' }, more: 'then' })
})

it('keeps a setting named __proto__ as the data it is', () => {
  const changed = withValueAt(JSON.parse('{"__proto__":{"a":1}}') as Json, ['__proto__', 'a'], 2)

  expect(JSON.stringify(changed)).toBe('{"__proto__":{"a":2}}')
  expect(valueAt({}, ['constructor'])).toBeUndefined()
})
