import { fieldsIn } from '../../src/app/schema-form/fields'
import { problemsInJson } from '../../src/app/schema-form/json-problems'
import { pointerOf } from '../../src/app/schema-form/path'
import { rootField } from '../../src/app/schema-form/values'
import type { Json, JsonObject } from '../../src/zis/json'

const root: JsonObject = {
  type: 'object',
  $defs: {
    rule: { type: 'object', required: ['when'], properties: { when: { type: 'string', minLength: 2 } } },
  },
  properties: {
    rules: {
      'x-widget': 'json',
      type: 'object',
      additionalProperties: false,
      required: ['first', 'limit'],
      properties: {
        first: { $ref: '#/$defs/rule' },
        limit: { type: 'integer', maximum: 5 },
        at: { type: 'string', format: 'email' },
        either: {
          oneOf: [
            { type: 'object', required: ['a'] },
            { type: 'object', required: ['b'] },
          ],
        },
      },
    },
  },
}
const [field] = fieldsIn(root, rootField(root, {}), {})
const found = (value: Json) =>
  problemsInJson(root, field!, value).map(({ path, rule, limit, names }) =>
    [pointerOf(path), rule, limit, names].filter((part) => part !== undefined),
  )

it.each<[string, Json, unknown[]]>([
  ['what is right', { first: { when: 'ab' }, limit: 1 }, []],
  ['keys that are missing', { first: { when: 'ab' } }, [['', 'missing', ['limit']]]],
  ['a key of an inner object', { first: {}, limit: 1 }, [['/first', 'missing', ['when']]]],
  ['a key that nobody knows', { first: { when: 'ab' }, limit: 1, more: 2 }, [['/more', 'unknown']]],
  ['another kind of value', { first: { when: 'ab' }, limit: 'x' }, [['/limit', 'integer']]],
  [
    'a limit',
    { first: { when: 'a' }, limit: 7 },
    [
      ['/first/when', 'minLength', 2],
      ['/limit', 'maximum', 5],
    ],
  ],
  ['a format', { first: { when: 'ab' }, limit: 1, at: 'x' }, [['/at', 'format_email']]],
  ['something that is no object', [], [['', 'type']]],
  ['a token', { first: { when: 'xoxb-1' }, limit: 1 }, [['/first/when', 'secret']]],
])('marks %s at its place', (_, value, expected) => {
  expect(found(value)).toEqual(expected)
})
