import {
  assert,
  property,
  tuple,
  constant,
  constantFrom,
  array,
  boolean,
  dictionary,
  integer,
  letrec,
  oneof,
  string,
  type Arbitrary,
} from 'fast-check'
import { Check } from 'typebox/schema'
import { problemsIn } from '../../src/app/schema-form/problems'
import { toConfig, withDefaults } from '../../src/app/schema-form/values'
import type { Json, JsonObject } from '../../src/zis/json'

/** A schema together with a value that it takes. */
interface Case {
  schema: JsonObject
  value: Json
}

const text = string({ minLength: 1, maxLength: 8 }).map((one) => `v${one}`.trim())
const of = (schema: JsonObject, value: Arbitrary<Json>): Arbitrary<Case> =>
  value.map((one) => ({ schema, value: one }))
const choices = ['red', 2, 'green']

const { part } = letrec<{ part: Case; group: Case }>((tie) => ({
  part: oneof(
    { maxDepth: 3 },
    of({ type: 'string' }, text),
    of({ type: 'integer', minimum: -50 }, integer({ min: -50, max: 50 })),
    of({ type: 'boolean' }, boolean()),
    of({ enum: choices }, constantFrom(...choices)),
    of({ type: 'array', items: { enum: choices } }, constantFrom<Json>([], ['red'], choices)),
    of({ type: 'array', items: { type: 'string' } }, array(text, { maxLength: 3 })),
    of({ type: 'integer', 'x-widget': 'group' }, integer({ min: 1 })),
    of({ const: 'fixed' }, constant('fixed')),
    of({ type: 'object', additionalProperties: true }, constantFrom<Json>({}, { any: [1, null] })),
    tie('group'),
    tie('group').map(({ schema, value }) => ({
      schema: { type: 'array', items: schema },
      value: [value, value],
    })),
  ),
  group: dictionary(constantFrom('a', 'b', '__proto__', 'a/b', 'constructor'), tie('part'), {
    minKeys: 1,
  }).map((parts) => ({
    schema: {
      type: 'object',
      required: Object.keys(parts),
      properties: fromEntries(Object.entries(parts).map(([name, { schema }]) => [name, schema])),
    },
    value: fromEntries(Object.entries(parts).map(([name, { value }]) => [name, value])),
  })),
}))

/** `__proto__` is a key like any other. */
const fromEntries = (entries: Array<[string, Json]>) => Object.fromEntries(entries)

const root = part.filter(({ schema }) => schema.properties !== undefined)

it('gives back every config that it was given, whatever the schema', () => {
  assert(
    property(root, constantFrom<JsonObject>({}, { of_a_flow: { deep: 1 } }), ({ schema, value }, unknown) => {
      const stored = { ...unknown, ...(value as JsonObject) }
      expect(toConfig(schema, withDefaults(schema, stored))).toEqual(stored)
      expect(problemsIn(schema, stored)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('finds a mistake wherever the whole schema finds one', () => {
  assert(
    property(tuple(root, root), ([{ schema }, { value }]) => {
      const config = toConfig(schema, value, { keepsUnknown: false })
      expect(problemsIn(schema, value).length === 0).toBe(Check(schema, config))
    }),
    { numRuns: 300 },
  )
})
