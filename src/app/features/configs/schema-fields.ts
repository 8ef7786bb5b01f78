import { isObject, type Json, type JsonObject } from '../../../zis/json'

/** One field of a form, as a JSON Schema describes it. */
export interface SchemaField {
  name: string
  title: string
  description: string
  isRequired: boolean
  kind: 'text' | 'choice' | 'choices' | 'boolean' | 'number'
  choices: Array<{ value: string; title: string }>
  default: Json | undefined
  minLength?: number
  maxLength?: number
  pattern?: string
  minItems?: number
  minimum?: number
  maximum?: number
  isInteger: boolean
}

/** What a form holds: text for text and numbers, so that a half-typed number stays as it was typed. */
export type FieldValue = string | boolean | string[]
export type FormValues = Record<string, FieldValue>

/**
 * Reads the fields of a JSON Schema 2020-12 object, in the order given and then in the schema's own.
 * Understood: string, enum, boolean, integer, number, and arrays of choices. A choice has a title when
 * it is written as `oneOf: [{ const, title }]`.
 *
 * @throws {Error} for a property of another kind: a setting left out would be lost without a word
 */
export function fieldsOf(schema: JsonObject, order: string[]): SchemaField[] {
  const properties = isObject(schema.properties) ? schema.properties : {}
  const required = Array.isArray(schema.required) ? schema.required : []
  const names = [
    ...new Set([...order.filter((name) => Object.hasOwn(properties, name)), ...Object.keys(properties)]),
  ]
  return names.map((name) => {
    const property = properties[name]
    if (!isObject(property)) throw new Error(`The schema of "${name}" is no object`)
    return fieldOf(name, property, required.includes(name))
  })
}

function fieldOf(name: string, schema: JsonObject, isRequired: boolean): SchemaField {
  const items = isObject(schema.items) ? schema.items : {}
  const kind = kindOf(schema)
  if (kind === undefined)
    throw new Error(`"${name}" has a type that a form cannot show: ${String(schema.type)}`)
  const number = (key: string) => (typeof schema[key] === 'number' ? schema[key] : undefined)
  return {
    name,
    title: typeof schema.title === 'string' ? schema.title : name,
    description: typeof schema.description === 'string' ? schema.description : '',
    isRequired,
    kind,
    choices: choicesOf(kind === 'choices' ? items : schema),
    default: schema.default,
    minLength: number('minLength'),
    maxLength: number('maxLength'),
    pattern: typeof schema.pattern === 'string' ? schema.pattern : undefined,
    minItems: number('minItems'),
    minimum: number('minimum'),
    maximum: number('maximum'),
    isInteger: schema.type === 'integer',
  }
}

function kindOf(schema: JsonObject): SchemaField['kind'] | undefined {
  if (choicesOf(schema).length > 0) return 'choice'
  if (schema.type === 'string') return 'text'
  if (schema.type === 'boolean') return 'boolean'
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  if (schema.type === 'array' && isObject(schema.items) && choicesOf(schema.items).length > 0)
    return 'choices'
  return undefined
}

function choicesOf(schema: JsonObject): SchemaField['choices'] {
  if (Array.isArray(schema.enum))
    return schema.enum.map((value) => ({ value: String(value), title: String(value) }))
  if (!Array.isArray(schema.oneOf)) return []
  return schema.oneOf.flatMap((option) =>
    isObject(option) && option.const !== undefined
      ? [{ value: String(option.const), title: String(option.title ?? option.const) }]
      : [],
  )
}

/** What the form starts with: the stored value, else the default, else nothing. */
export function startValues(fields: SchemaField[], stored: Record<string, unknown> | undefined): FormValues {
  return Object.fromEntries(
    fields.map((field) => {
      const value = stored && Object.hasOwn(stored, field.name) ? stored[field.name] : field.default
      if (field.kind === 'boolean') return [field.name, value === true]
      if (field.kind === 'choices') return [field.name, Array.isArray(value) ? value.map(String) : []]
      return [field.name, value === undefined || value === null ? '' : String(value)]
    }),
  )
}

/**
 * What is stored: text without the spaces around it, numbers as numbers, an optional field that was left
 * empty not at all. What else is in the stored config, and in no field of the form, stays.
 */
export function toConfig(
  fields: SchemaField[],
  values: FormValues,
  stored: Record<string, unknown> = {},
): Record<string, unknown> {
  const others = Object.entries(stored).filter(([key]) => !fields.some(({ name }) => name === key))
  const own = fields.flatMap((field): Array<[string, unknown]> => {
    const value = values[field.name]
    const text = typeof value === 'string' ? value.trim() : undefined
    if (text === '' && !field.isRequired) return []
    return [[field.name, field.kind === 'number' ? Number(text) : (text ?? value)]]
  })
  return Object.fromEntries([...others, ...own])
}

/** What is wrong with a value, as a word of the form; undefined when it is right. */
export type FieldProblem =
  | { rule: 'required' | 'pattern' | 'number' | 'integer' | 'choice' }
  | { rule: 'minLength' | 'maxLength' | 'minItems' | 'minimum' | 'maximum'; limit: number }

export function checkField(field: SchemaField, value: FieldValue | undefined): FieldProblem | undefined {
  if (field.kind === 'boolean') return undefined
  if (Array.isArray(value)) {
    const least = field.minItems ?? 0
    return value.length < least ? { rule: 'minItems', limit: least } : undefined
  }
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '') return field.isRequired ? { rule: 'required' } : undefined
  return field.kind === 'number' ? checkNumber(field, Number(text)) : checkText(field, text)
}

function checkNumber(field: SchemaField, value: number): FieldProblem | undefined {
  if (!Number.isFinite(value)) return { rule: 'number' }
  if (field.isInteger && !Number.isInteger(value)) return { rule: 'integer' }
  if (field.minimum !== undefined && value < field.minimum) return { rule: 'minimum', limit: field.minimum }
  if (field.maximum !== undefined && value > field.maximum) return { rule: 'maximum', limit: field.maximum }
  return undefined
}

function checkText(field: SchemaField, text: string): FieldProblem | undefined {
  // JSON Schema counts characters, not UTF-16 units.
  const { length } = [...text]
  if (field.kind === 'choice' && !field.choices.some(({ value }) => value === text)) return { rule: 'choice' }
  if (field.minLength !== undefined && length < field.minLength)
    return { rule: 'minLength', limit: field.minLength }
  if (field.maxLength !== undefined && length > field.maxLength)
    return { rule: 'maxLength', limit: field.maxLength }
  if (field.pattern !== undefined && !new RegExp(field.pattern, 'u').test(text)) return { rule: 'pattern' }
  return undefined
}
