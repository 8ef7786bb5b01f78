import { isObject, own, type Json, type JsonObject } from '../../zis/json'
import {
  accountWidgets,
  valueTypeOf,
  widgets,
  type AccountWidget,
  type ValueType,
  type Widget,
} from '../../zis/widgets'
import { expand, NoSuchSchema, propertiesOf, textsOf } from './expand'
import type { Path } from './path'

/** Something to select: the value that is stored and what it is called. */
export interface Option {
  value: Json
  title: string
  /** What the values are of a field that it stands for. */
  type?: ValueType | undefined
}

/** How a part of the settings is shown. `constant` has nothing to decide, `json` no form that fits it. */
export type FieldKind =
  | 'text'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'picker'
  | 'pickers'
  | 'list'
  | 'mapping'
  | 'group'
  | 'constant'
  | 'json'

/** One field of a form, as a JSON Schema describes it for the value that stands there now. */
export interface Field {
  kind: FieldKind
  path: Path
  title: string
  description: string
  examples: string[]
  isRequired: boolean
  isReadOnly: boolean
  /** Without references and conditions. */
  schema: JsonObject
  /** As it is written, with them. */
  raw: Json | undefined
  refs: readonly string[]
  /** What there is to select; for a picker what the definition itself offers. */
  options: Option[]
  widget: Widget | undefined
  /** Where a picker gets its options. */
  source: AccountWidget | undefined
}

/** What a field is read from. */
interface Place {
  path: Path
  isRequired: boolean
  value: Json | undefined
  refs?: readonly string[]
  /** For a schema without a title. */
  name?: string
}

/** Reads one field of a schema. A part that no form fits is a field of kind `json`, never left out. */
export function fieldOf(root: JsonObject, schema: Json | undefined, place: Place): Field {
  const { path, isRequired, value, refs = [], name = String(path.at(-1) ?? '') } = place
  const whole = expandOr(root, schema, value, refs)
  const given = whole.schema
  const items = isObject(given.items) ? expandOr(root, given.items, undefined, []).schema : {}
  const widget = widgets.find((known) => known === (given['x-widget'] ?? items['x-widget']))
  const source = accountWidgets.find((known) => known === widget)
  const kind = whole.isEndless ? 'json' : kindOf(given, items, widget)
  const text = (key: string) => (typeof given[key] === 'string' ? given[key] : '')
  return {
    kind,
    path,
    title: text('title') || name,
    description: text('description'),
    examples: Array.isArray(given.examples) ? given.examples.map(inText) : [],
    isRequired,
    isReadOnly: given.readOnly === true,
    schema: given,
    raw: schema,
    refs: whole.refs,
    options: kind === 'choices' || kind === 'pickers' ? optionsOf(items) : optionsOf(given),
    widget,
    source,
  }
}

/** The fields of a group, those named in `order` first. */
export function fieldsIn(
  root: JsonObject,
  group: Field,
  value: Json | undefined,
  order: string[] = [],
): Field[] {
  const properties = propertiesOf(group.schema)
  const required = textsOf(group.schema.required)
  const first = order.filter((name) => Object.hasOwn(properties, name))
  return [...new Set([...first, ...Object.keys(properties)])].map((name) =>
    fieldOf(root, properties[name], {
      path: [...group.path, name],
      isRequired: required.includes(name),
      value: isObject(value) ? own(value, name) : undefined,
      refs: group.refs,
    }),
  )
}

/** The field of one item of a list. An item that stands there is needed: it can only be removed. */
export const itemOf = (root: JsonObject, list: Field, index: number, value: Json | undefined): Field =>
  // References are followed anew in each item: a list within itself ends where no more items are.
  fieldOf(root, list.schema.items, {
    path: [...list.path, index],
    isRequired: true,
    value,
    name: list.title,
  })

export const inText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

function expandOr(
  root: JsonObject,
  schema: Json | undefined,
  value: Json | undefined,
  refs: readonly string[],
) {
  try {
    return { ...expand(root, schema, value, refs), isEndless: false }
  } catch (thrown) {
    if (!(thrown instanceof NoSuchSchema)) throw thrown
    return { schema: isObject(schema) ? schema : {}, refs, isEndless: true }
  }
}

function kindOf(schema: JsonObject, items: JsonObject, widget: Widget | undefined): FieldKind {
  if (widget === 'json') return 'json'
  if (schema.const !== undefined) return 'constant'
  const isPicked = accountWidgets.some((known) => known === widget)
  const type = typeOf(schema)
  if (type === 'array') {
    if (!isObject(schema.items) || schema.prefixItems !== undefined) return 'json'
    if (optionsOf(items, 'closed').length > 0) return 'choices'
    const type = typeOf(items)
    if ((isPicked || optionsOf(items).length > 0) && isPlain(type)) return 'pickers'
    if (widget === 'mapping' && type === 'object') return 'mapping'
    return type === undefined || type === 'array' ? 'json' : 'list'
  }
  if (optionsOf(schema, 'closed').length > 0) return 'choice'
  if (hasBranches(schema)) return 'json'
  if ((isPicked || optionsOf(schema).length > 0) && isPlain(type)) return 'picker'
  if (type === 'string') return 'text'
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'boolean') return 'boolean'
  return type === 'object' && Object.keys(propertiesOf(schema)).length > 0 ? 'group' : 'json'
}

const isPlain = (type: string | undefined) => type === 'string' || type === 'integer' || type === 'number'

/** Ways to be right that a form would have to guess between. */
const hasBranches = (schema: JsonObject): boolean =>
  schema.patternProperties !== undefined ||
  [schema.oneOf, schema.anyOf].some(
    (branches) =>
      Array.isArray(branches) &&
      branches.some((one) => !isObject(one) || Object.keys(one).some((key) => key !== 'required')),
  )

/** The type of a schema, told or evident; a type that may also be null counts as that type. */
export function typeOf(schema: JsonObject): string | undefined {
  if (typeof schema.type === 'string') return schema.type
  const types = textsOf(schema.type).filter((one) => one !== 'null')
  if (types.length === 1) return types[0]
  if (types.length > 1) return undefined
  if (schema.properties !== undefined) return 'object'
  return schema.items === undefined ? undefined : 'array'
}

/**
 * What there is to select: `enum`, or `oneOf` and `anyOf` whose parts are constants with a title.
 * `closed` leaves out the offers of `x-options`.
 */
function optionsOf(schema: JsonObject, which?: 'closed'): Option[] {
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => ({ value, title: inText(value) }))
  for (const branches of [schema.oneOf, schema.anyOf]) {
    if (!Array.isArray(branches) || branches.length === 0) continue
    const options = branches.flatMap((one) =>
      isObject(one) && one.const !== undefined
        ? [{ value: one.const, title: inText(one.title ?? one.const) }]
        : [],
    )
    if (options.length === branches.length) return options
  }
  const offers = schema['x-options']
  if (which === 'closed' || !Array.isArray(offers)) return []
  return offers.flatMap((one) =>
    isObject(one) && one.value !== undefined
      ? [{ value: one.value, title: inText(one.title ?? one.value), type: valueTypeOf(one.type) }]
      : [],
  )
}
