import fc from 'fast-check'
import type { TSchema } from 'typebox'

/** The parts of JSON Schema that the wire uses. */
interface Schema {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  patternProperties?: Record<string, Schema>
  items?: Schema
}

/** Texts that have broken programs before. */
const nastyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '%00',
    '\u0000',
    '\ud800',
    '*'.repeat(300),
    '{{$.x}}',
    'zis:a:job_spec:b',
    'https://[',
    'javascript:alert(1)',
    '9'.repeat(40),
    '-1',
    '1e9',
  ),
)

/** Values that a schema allows, made of nasty parts. */
export function valuesOf(schema: TSchema): fc.Arbitrary<unknown> {
  return build(schema as Schema)
}

function build(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(build))
  switch (schema.type) {
    case 'string':
      return nastyText
    case 'integer':
      return fc.oneof(fc.integer(), fc.maxSafeInteger())
    case 'number':
      return fc.double({ min: 0, max: 1e6, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(build(schema.items ?? {}), { maxLength: 4 })
    case 'object':
      if (!schema.properties) return fc.dictionary(nastyText, fc.jsonValue(), { maxKeys: 4 })
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties).map(([key, child]) => [key, build(child)])),
        { requiredKeys: schema.required ?? [] },
      )
    default:
      return fc.jsonValue()
  }
}

export { nastyText }
