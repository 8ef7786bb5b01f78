import { checkField, fieldsOf, startValues, toConfig } from '../../src/app/features/configs/schema-fields'

const schema = {
  type: 'object',
  required: ['channel', 'limit'],
  properties: {
    limit: { type: 'integer', minimum: 1, maximum: 9, default: 5 },
    channel: { type: 'string', minLength: 2, pattern: '^#' },
    note: { type: 'string' },
    level: { enum: ['low', 'high'] },
    loud: { type: 'boolean', default: true },
    statuses: { type: 'array', minItems: 1, items: { oneOf: [{ const: 'new', title: 'New' }] } },
  },
}
const fields = fieldsOf(schema, ['channel'])
const field = (name: string) => fields.find((one) => one.name === name)!

it('takes the order given, then the order of the schema', () => {
  expect(fields.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'channel text',
    'limit number',
    'note text',
    'level choice',
    'loud boolean',
    'statuses choices',
  ])
})

it('refuses a schema it cannot show rather than lose a setting', () => {
  expect(() => fieldsOf({ properties: { deep: { type: 'object' } } }, [])).toThrow('"deep"')
})

it('starts with what is stored, also when that is false or zero, else with the default', () => {
  expect(startValues(fields, { loud: false, limit: 0 })).toMatchObject({ loud: false, limit: '0' })
  expect(startValues(fields, undefined)).toMatchObject({ loud: true, limit: '5', channel: '', statuses: [] })
})

it.each([
  ['channel', '', { rule: 'required' }],
  ['channel', '#', { rule: 'minLength', limit: 2 }],
  ['channel', 'support', { rule: 'pattern' }],
  ['channel', '#support', undefined],
  ['note', '', undefined],
  ['limit', 'many', { rule: 'number' }],
  ['limit', '1.5', { rule: 'integer' }],
  ['limit', '0', { rule: 'minimum', limit: 1 }],
  ['limit', '10', { rule: 'maximum', limit: 9 }],
  ['level', 'middle', { rule: 'choice' }],
  ['statuses', [], { rule: 'minItems', limit: 1 }],
  ['loud', false, undefined],
])('%s: %j', (name, value, problem) => {
  expect(checkField(field(name), value)).toEqual(problem)
})

it('stores numbers as numbers and leaves an optional empty field out', () => {
  const values = { channel: '#a', limit: '3', note: '', level: '', loud: false, statuses: ['new'] }

  expect(toConfig(fields, values)).toEqual({ channel: '#a', limit: 3, loud: false, statuses: ['new'] })
})

it('stores text without the spaces around it, and a blank optional number not at all', () => {
  const optional = fieldsOf({ type: 'object', properties: { share: { type: 'number' } } }, [])

  expect(toConfig([field('channel')], { channel: ' #support ' })).toEqual({ channel: '#support' })
  expect(toConfig(optional, { share: '  ' })).toEqual({})
})

it('takes an emptied optional field out of the stored config, and leaves what is in no field', () => {
  const stored = { channel: '#a', note: 'old', made_by_a_flow: 7 }

  expect(toConfig([field('channel'), field('note')], { channel: '#a', note: '' }, stored)).toEqual({
    channel: '#a',
    made_by_a_flow: 7,
  })
})
