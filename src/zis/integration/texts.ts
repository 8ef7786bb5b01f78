import { isObject, own, type Json, type JsonObject } from '../json'
import { at } from '../report'

/** A text of a definition that an admin reads. */
export interface DefinitionText {
  /**
   * The way to it in `integration.json`, joined by dots, with a name wherever a list has a position:
   * `connections.slack.reason`. A list may be put in another order without a key becoming wrong.
   */
  key: string
  /** JSON pointer into the definition. */
  pointer: string
  text: string
}

/** What of a kind of object is read by an admin, and which of its members lead on to more. */
type Walk = (value: JsonObject, under: Place) => DefinitionText[]

interface Place {
  keys: string[]
  pointer: string
}

/**
 * Every text of a definition that an admin reads. Values are none: they are stored and compared, and are the
 * same in every language. A definition with mistakes gives as many as can be found.
 */
export function textsOf(definition: unknown): DefinitionText[] {
  if (!isObject(definition)) return []
  const top: Place = { keys: [], pointer: '' }
  return [
    ...texts(definition, top, ['title', 'summary', 'description']),
    // A sentence of this list has no name of its own, so it goes by its words.
    ...listOf(definition, 'reads_and_writes').flatMap((text, index) =>
      typeof text === 'string'
        ? [textAt(stepInto(top, 'reads_and_writes', 'reads_and_writes'), index, text, text)]
        : [],
    ),
    ...each(definition, top, 'connections', 'name', connection),
    ...each(definition, top, 'settings', 'scope', settings),
    ...each(definition, top, 'webhooks', 'name', (one, place) => texts(one, place, ['title', 'tell_sender'])),
    ...inside(definition, top, 'check', (one, place) => texts(one, place, ['event'])),
  ]
}

const connection: Walk = (one, place) => [
  ...texts(one, place, ['title', 'reason', 'how_to_get']),
  ...each(one, place, 'scopes', 'scope', (scope, below) => texts(scope, below, ['means'])),
  ...inside(one, place, 'client', (client, below) => texts(client, below, ['how_to_get'])),
]

const settings: Walk = (one, place) => [
  ...texts(one, place, ['title']),
  ...inside(one, place, 'schema', schema),
]

/** Not those that only judge: nobody reads the title of an `if` or a `not`. */
const single = ['items', 'then', 'else', 'additionalProperties']
const maps = ['properties', '$defs', 'dependentSchemas', 'patternProperties']

const schema: Walk = (one, place) => [
  ...texts(one, place, ['title', 'description']),
  ...each(one, place, 'x-options', 'value', (option, below) => texts(option, below, ['title'])),
  ...single.flatMap((key) => inside(one, place, key, schema)),
  ...maps.flatMap((key) =>
    inside(one, place, key, (parts, below) => Object.keys(parts).flatMap((name) => inside(parts, below, name, schema))),
  ),
  ...['oneOf', 'anyOf', 'allOf', 'prefixItems'].flatMap((key) => each(one, place, key, 'const', schema)),
] // prettier-ignore

const texts = (value: JsonObject, place: Place, keys: string[]): DefinitionText[] =>
  keys.flatMap((key) => {
    const text = own(value, key)
    return typeof text === 'string' && text.trim() !== '' ? [textAt(place, key, key, text)] : []
  })

const textAt = ({ keys, pointer }: Place, index: string | number, name: string, text: string) => ({
  key: [...keys, name].join('.'),
  pointer: at(pointer, index),
  text,
})

const stepInto = ({ keys, pointer }: Place, index: string | number, name: string): Place => ({
  keys: [...keys, name],
  pointer: at(pointer, index),
})

const inside = (value: JsonObject, place: Place, key: string, walk: Walk): DefinitionText[] => {
  const part = own(value, key)
  return isObject(part) ? walk(part, stepInto(place, key, key)) : []
}

/** The members of a list, each under its name. */
function each(value: JsonObject, place: Place, key: string, name: string, walk: Walk): DefinitionText[] {
  const list = stepInto(place, key, key)
  return listOf(value, key).flatMap((one, index) =>
    isObject(one) ? walk(one, stepInto(list, index, nameOf(one, name) ?? String(index))) : [],
  )
}

/** What a member of a list is called; a branch of a schema may be told by a constant of one of its properties. */
function nameOf(one: JsonObject, key: string): string | undefined {
  const name = own(one, key)
  if (name !== undefined && !isObject(name) && !Array.isArray(name)) return String(name)
  const properties = key === 'const' ? own(one, 'properties') : undefined
  if (!isObject(properties)) return undefined
  const constant = Object.values(properties).find(
    (part) => isObject(part) && own(part, 'const') !== undefined,
  )
  return isObject(constant) ? nameOf(constant, key) : undefined
}

const listOf = (value: JsonObject, key: string): Json[] => {
  const list = own(value, key)
  return Array.isArray(list) ? list : []
}
