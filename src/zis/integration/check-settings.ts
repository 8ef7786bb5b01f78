import { secretIn } from '../bundle/secrets'
import { isObject, own, type Json, type JsonObject } from '../json'
import { nearest } from '../nearest'
import { at, checkWords, shown, type Report } from '../report'
import { valueTypeOf, valueTypes, widgets } from '../widgets'
import { checkTaken, type Members } from './read-value'

/** The scopes of this app's own records begin like this. */
export const ourScope = 'zis_console'

const words = ['scope', 'title', 'schema', 'order']

/** Checks scopes, schemas and hints of the forms (docs/definitions.md). */
export function checkSettings(report: Report, settings: Members[]): void {
  const scopes = settings.flatMap((one) => {
    checkWords(report, one.value, one.pointer, words, (word) => nearest(word, words))
    one.text('title')
    const scope = one.text('scope')
    const schema = one.object('schema')
    if (schema) checkSchema(report, schema.value, schema.pointer)
    checkOrder(report, one, schema?.value)
    if (scope === undefined) return []
    checkScope(report, scope, one.place('scope'))
    return [{ name: scope, pointer: one.place('scope') }]
  })
  checkTaken(report, scopes)
}

/** A scope of a config that an integration may use. */
export function checkScope(report: Report, scope: string, pointer: string): void {
  if (scope.length > 255 || scope.includes('*')) {
    report.error(
      'settings.scope',
      pointer,
      `no config can have the scope ${shown(scope)}`,
      'use 1 to 255 characters without *',
    )
  }
  if (scope.startsWith(ourScope)) {
    const message = `${shown(scope)} is a scope of ZIS Console itself`
    report.error('settings.scope-ours', pointer, message, `choose one that does not begin with ${ourScope}`)
  }
}

function checkSchema(report: Report, schema: JsonObject, pointer: string): void {
  if (own(schema, 'type') !== 'object' || !isObject(own(schema, 'properties'))) {
    const message = 'the schema does not describe an object with properties'
    report.error('settings.schema', pointer, message, 'write "type": "object" and "properties"')
  }
  checkPart(report, schema, pointer)
}

const single = ['items', 'if', 'then', 'else', 'not', 'contains', 'additionalProperties', 'propertyNames']
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const maps = ['properties', '$defs', 'dependentSchemas', 'patternProperties']

/** Goes through the places of a schema that hold schemas; what an example or a default says is data. */
function checkPart(report: Report, schema: Json, pointer: string): void {
  if (!isObject(schema)) return
  checkHints(report, schema, pointer)
  for (const key of single) checkPart(report, own(schema, key) ?? null, at(pointer, key))
  for (const key of lists) {
    const parts = own(schema, key)
    if (Array.isArray(parts)) parts.forEach((part, index) => checkPart(report, part, at(pointer, key, index)))
  }
  for (const key of maps) {
    const parts = own(schema, key)
    if (!isObject(parts)) continue
    for (const [name, part] of Object.entries(parts)) {
      if (key === 'properties') checkName(report, name, part, at(pointer, key, name))
      checkPart(report, part, at(pointer, key, name))
    }
  }
}

function checkHints(report: Report, schema: JsonObject, pointer: string): void {
  const widget = own(schema, 'x-widget')
  if (widget !== undefined && !widgets.some((known) => known === widget)) {
    const near = typeof widget === 'string' ? nearest(widget, widgets) : undefined
    const wayOut = near ? `did you mean "${near}"?` : `write ${widgets.join(', ')}`
    report.warning(
      'settings.widget',
      at(pointer, 'x-widget'),
      `no form has the widget ${shown(widget)}`,
      wayOut,
    )
  }
  const options = own(schema, 'x-options')
  const isOption = (one: Json) =>
    isObject(one) &&
    own(one, 'value') !== undefined &&
    typeof own(one, 'title') === 'string' &&
    (own(one, 'type') === undefined || valueTypeOf(own(one, 'type')) !== undefined)
  if (options !== undefined && !(Array.isArray(options) && options.every(isOption))) {
    const message = 'x-options is not a list of values with titles'
    report.warning(
      'settings.options',
      at(pointer, 'x-options'),
      message,
      `write [{ "value": "…", "title": "…" }], and "type" as one of ${valueTypes.join(', ')}`,
    )
  }
  const pattern = own(schema, 'pattern')
  if (typeof pattern === 'string' && !isPattern(pattern)) {
    report.error(
      'settings.pattern',
      at(pointer, 'pattern'),
      `${shown(pattern)} is no regular expression`,
      'correct it',
    )
  }
  const properties = own(schema, 'properties')
  const required = own(schema, 'required')
  if (!isObject(properties) || !Array.isArray(required)) return
  required.forEach((name, index) => {
    if (typeof name === 'string' && Object.hasOwn(properties, name)) return
    const message = `required names ${shown(name)}, which is no property here`
    report.warning(
      'settings.required-unknown',
      at(pointer, 'required', index),
      message,
      'correct the name, or add it',
    )
  })
}

function checkName(report: Report, name: string, part: Json, pointer: string): void {
  // A field is judged by its name alone: what would stand in it is not known yet.
  if (!isObject(part) || own(part, 'type') !== 'string' || secretIn('placeholder', name) === undefined) return
  const message = `${shown(name)} is named like a secret, and configs are not encrypted`
  report.warning('settings.secret', pointer, message, 'ask for it as a connection')
}

function checkOrder(report: Report, one: Members, schema: JsonObject | undefined): void {
  const properties = schema && own(schema, 'properties')
  const known = isObject(properties) ? Object.keys(properties) : []
  const order = one.list('order')
  order.forEach((name, index) => {
    const isTwice = order.indexOf(name) < index
    if (typeof name === 'string' && known.includes(name) && !isTwice) return
    const near = typeof name === 'string' ? nearest(name, known) : undefined
    report.warning(
      'settings.order-unknown',
      at(one.pointer, 'order', index),
      isTwice ? `${shown(name)} is there twice` : `the schema has no property ${shown(name)}`,
      near && !isTwice ? `did you mean "${near}"?` : 'take it out',
    )
  })
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}
