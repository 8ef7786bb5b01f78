import { Check } from 'typebox/schema'
import { isObject, own, setOwn, type Json, type JsonObject } from '../../zis/json'
import { keysOf, valueAt } from './path'

/** A schema of which everything that depends on other places or values is settled. */
export interface Expanded {
  schema: JsonObject
  /** The `$ref`s that led here: one that comes back to itself has no end. */
  refs: readonly string[]
}

/** Thrown for a `$ref` that leads nowhere or into itself. The part is then shown as JSON. */
export class NoSuchSchema extends Error {}

/**
 * Settles `$ref`, `allOf`, `if`, `dependentSchemas`, `dependentRequired` and a `oneOf` that a constant
 * tells apart, for the value that stands there now. What is left is plain keywords, so a form can be drawn
 * from it; whether a value is right is for the whole schema to say.
 *
 * @throws {NoSuchSchema}
 */
export function expand(
  root: JsonObject,
  schema: Json | undefined,
  value: Json | undefined,
  refs: readonly string[] = [],
): Expanded {
  if (!isObject(schema)) return { schema: {}, refs }
  const { $ref, allOf, if: condition, then, else: otherwise, dependentSchemas, ...rest } = schema
  let whole: Expanded = { schema: rest, refs }
  const add = (part: Json | undefined, via = refs) => {
    const more = expand(root, part, value, via)
    whole = { schema: merge(more.schema, whole.schema), refs: [...new Set([...whole.refs, ...more.refs])] }
  }

  if (typeof $ref === 'string') add(lookUp(root, $ref, refs), [...refs, $ref])
  if (Array.isArray(allOf)) for (const part of allOf) add(part)
  if (condition !== undefined) add(matches(root, condition, value) ? then : otherwise)
  if (isObject(value)) {
    for (const [name, part] of Object.entries(isObject(dependentSchemas) ? dependentSchemas : {}))
      if (Object.hasOwn(value, name)) add(part)
    for (const [name, names] of Object.entries(dependenciesOf(whole.schema)))
      if (Object.hasOwn(value, name)) add({ required: names })
  }
  const tag = tagOf(root, whole.schema)
  if (tag) {
    const { branches } = tag
    const chosen = valueAt(value, [tag.name])
    const { oneOf: _settled, ...others } = whole.schema
    whole = { schema: others, refs: whole.refs }
    const branch = branches.find(({ value: constant }) => constant === chosen)
    if (branch) {
      const { title: _ofBranch, description: _also, ...parts } = branch.schema
      add(parts)
    }
    const choice = {
      title: tag.title,
      oneOf: branches.map((one) => ({ const: one.value, title: one.title })),
    }
    const properties: JsonObject = {}
    // What tells the branches apart comes first: the others depend on it.
    setOwn(properties, tag.name, choice)
    for (const [name, property] of Object.entries(propertiesOf(whole.schema)))
      if (name !== tag.name) setOwn(properties, name, property)
    const required = [...textsOf(whole.schema.required), ...(tag.isRequired ? [tag.name] : [])]
    whole = { schema: { ...whole.schema, properties, required }, refs: whole.refs }
  }
  return whole
}

/** Whether a value is what a part of the schema asks for. */
export const matches = (root: JsonObject, schema: Json, value: Json | undefined): boolean =>
  schema === false ? false : value !== undefined && Check(within(root, schema), value)

/** A part of a schema as a schema of its own, with the definitions it may refer to. */
export const within = (root: JsonObject, schema: Json): JsonObject => ({
  ...(isObject(root.$defs) ? { $defs: root.$defs } : {}),
  allOf: [schema],
})

export const propertiesOf = (schema: JsonObject): JsonObject =>
  isObject(schema.properties) ? schema.properties : {}

export const textsOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

const dependenciesOf = (schema: JsonObject): JsonObject =>
  isObject(schema.dependentRequired) ? schema.dependentRequired : {}

export function lookUp(root: JsonObject, ref: string, refs: readonly string[] = []): Json {
  const target = ref === '#' ? root : ref.startsWith('#/') ? valueAt(root, keysOf(ref.slice(1))) : undefined
  if (target === undefined || refs.includes(ref)) throw new NoSuchSchema(ref)
  return target
}

interface Tag {
  name: string
  title: string
  /** Each branch asks for it. */
  isRequired: boolean
  branches: Array<{ value: Json; title: string; schema: JsonObject }>
}

/** The property whose constant tells the branches of a `oneOf` apart; undefined where there is none. */
function tagOf(root: JsonObject, { oneOf }: JsonObject): Tag | undefined {
  if (!Array.isArray(oneOf) || oneOf.length === 0) return undefined
  const schemas = oneOf.map((branch) =>
    isObject(branch) && typeof branch.$ref === 'string'
      ? { ...Object(lookUp(root, branch.$ref)), ...branch, $ref: undefined }
      : branch,
  )
  const [first] = schemas
  if (!isObject(first)) return undefined
  const constant = (branch: Json, name: string) => {
    const property = isObject(branch) ? own(propertiesOf(branch), name) : undefined
    return isObject(property) ? property.const : undefined
  }
  const name = Object.keys(propertiesOf(first)).find((each) =>
    schemas.every((branch) => constant(branch, each) !== undefined),
  )
  if (name === undefined) return undefined
  const property = own(propertiesOf(first), name) as JsonObject
  return {
    name,
    title: typeof property.title === 'string' ? property.title : name,
    isRequired: schemas.every((branch) => isObject(branch) && textsOf(branch.required).includes(name)),
    branches: schemas.map((branch) => {
      const schema = withoutUndefined(branch as JsonObject)
      const value = constant(schema, name)!
      return { value, title: typeof schema.title === 'string' ? schema.title : String(value), schema }
    }),
  }
}

const withoutUndefined = (schema: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined))

/** Two schemas that both hold, as one; what the second says goes first. */
function merge(one: JsonObject, two: JsonObject): JsonObject {
  const merged: JsonObject = { ...one, ...two }
  const [left, right] = [propertiesOf(one), propertiesOf(two)]
  const properties: JsonObject = {}
  for (const name of [...Object.keys(right), ...Object.keys(left)]) {
    const [of, also] = [own(right, name), own(left, name)]
    setOwn(properties, name, of === undefined ? also! : also === undefined ? of : { allOf: [also, of] })
  }
  if (Object.keys(properties).length > 0) merged.properties = properties
  const required = [...new Set([...textsOf(one.required), ...textsOf(two.required)])]
  if (required.length > 0) merged.required = required
  return merged
}

/** The names of all properties that a schema knows, whatever the value is. */
export function knownNames(root: JsonObject, schema: Json | undefined, refs: string[] = []): Set<string> {
  const names = new Set<string>()
  if (!isObject(schema)) return names
  const take = (part: Json | undefined, via = refs) => {
    for (const name of knownNames(root, part, via)) names.add(name)
  }
  for (const name of Object.keys(propertiesOf(schema))) names.add(name)
  if (typeof schema.$ref === 'string' && !refs.includes(schema.$ref))
    take(lookUp(root, schema.$ref), [...refs, schema.$ref])
  for (const parts of [schema.allOf, schema.oneOf, schema.anyOf])
    if (Array.isArray(parts)) for (const part of parts) take(part)
  take(schema.then)
  take(schema.else)
  if (isObject(schema.dependentSchemas)) for (const part of Object.values(schema.dependentSchemas)) take(part)
  return names
}
