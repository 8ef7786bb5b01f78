import { Errors } from 'typebox/schema'
import { isObject, type Json, type JsonObject } from '../../zis/json'
import { secretPathsIn } from '../state/secrets'
import { fieldsIn, itemOf, type Field } from './fields'
import { keysOf, pointerOf, valueAt, type Path } from './path'
import { rootField, toConfig } from './values'

/** What is wrong with a value: the rule and, where it has one, its limit. */
export interface FieldProblem {
  path: Path
  title: string
  rule: Rule
  limit?: number
}

/** The rules that have words of their own, by JSON Schema's keyword. */
const ruleOf = {
  minLength: 'minLength',
  maxLength: 'maxLength',
  pattern: 'pattern',
  minimum: 'minimum',
  maximum: 'maximum',
  exclusiveMinimum: 'exclusiveMinimum',
  exclusiveMaximum: 'exclusiveMaximum',
  multipleOf: 'multipleOf',
  minItems: 'minItems',
  maxItems: 'maxItems',
  uniqueItems: 'uniqueItems',
  enum: 'choice',
  const: 'choice',
  oneOf: 'choice',
  anyOf: 'choice',
} as const
type Keyword = keyof typeof ruleOf

/** The formats that have words of their own. */
const formats = ['email', 'uri', 'date', 'time', 'date-time'] as const

export type Rule =
  | (typeof ruleOf)[Keyword]
  | `format_${(typeof formats)[number]}`
  | 'format'
  | 'required'
  | 'number'
  | 'integer'
  | 'type'
  | 'secret'
  | 'json'
  | 'whole'

/** The keywords that say something about a value itself, not about what is in it. */
const shallow = ['type', 'format', 'minProperties', 'maxProperties', ...Object.keys(ruleOf)]

/**
 * What is wrong with the settings in a form, in the order of its fields. Each field is checked by itself,
 * so that every message is there at once; then the whole by the whole schema, which finds the rest.
 * The checks are typebox's, interpreted: nothing is made into code, which the page's policy forbids.
 */
export function problemsIn(root: JsonObject, draft: Json, order: string[] = []): FieldProblem[] {
  // What no field knows is not the admin's to mend.
  const config = toConfig(root, draft, { keepsUnknown: false })
  const top = rootField(root, config)
  const own = problemsOf(root, top, config, order)
  const secrets = secretPathsIn(toConfig(root, draft)).map((path): FieldProblem => ({
    path,
    title: titleAt(root, top, config, path),
    rule: 'secret',
  }))
  if (own.length > 0 || secrets.length > 0) return [...own, ...secrets]
  const [isRight, errors] = Errors(root, config)
  if (isRight) return []
  const found = errors.map(({ instancePath, keyword }): FieldProblem => {
    const path = pathTo(config, instancePath)
    return {
      path,
      title: titleAt(root, top, config, path),
      rule: keyword === 'required' ? 'required' : 'whole',
    }
  })
  // The deepest say where; one message for each place is enough.
  const deepest = Math.max(...found.map(({ path }) => path.length))
  const byPlace = new Map(
    found.filter(({ path }) => path.length === deepest).map((one) => [pointerOf(one.path), one]),
  )
  return [...byPlace.values()]
}

function problemsOf(
  root: JsonObject,
  field: Field,
  value: Json | undefined,
  order: string[] = [],
): FieldProblem[] {
  const { path, title, kind } = field
  // In a list, a text that was left empty stands as one.
  const isMissing = value === undefined || (value === '' && typeof path.at(-1) === 'number')
  if (isMissing) return field.isRequired ? [{ path, title, rule: 'required' }] : []
  const mine = kind === 'json' ? wholeProblem(root, field, value) : shallowProblem(field, value)
  if (mine) return [mine]
  if (kind === 'group')
    return fieldsIn(root, field, value, order).flatMap((each) => problemsOf(root, each, valueIn(value, each)))
  if (['list', 'mapping', 'choices', 'pickers'].includes(kind) && Array.isArray(value))
    return value.flatMap((item, index) => problemsOf(root, itemOf(root, field, index, item), item))
  return []
}

const valueIn = (value: Json, { path }: Field) => valueAt(value, path.slice(-1))

function shallowProblem({ schema, path, title, kind }: Field, value: Json): FieldProblem | undefined {
  const isChoice = kind === 'choice'
  const keywords = shallow.filter(
    (keyword) => Object.hasOwn(schema, keyword) && (isChoice || !['oneOf', 'anyOf'].includes(keyword)),
  )
  const [isRight, errors] = Errors(Object.fromEntries(keywords.map((key) => [key, schema[key]!])), value)
  if (isRight) return undefined
  const found = keywords.find((keyword) => errors.some((error) => error.keyword === keyword)) ?? 'type'
  const limit = typeof schema[found] === 'number' ? schema[found] : undefined
  return { path, title, rule: ruleFor(found, schema), ...(limit === undefined ? {} : { limit }) }
}

/** @param schema what the keyword stands beside: `type` and `format` have rules by their value */
export function ruleFor(keyword: string, schema: JsonObject): Rule {
  if (keyword === 'format') {
    const format = formats.find((known) => known === schema.format)
    return format === undefined ? 'format' : `format_${format}`
  }
  if (keyword === 'type') {
    if (schema.type === 'integer' || schema.type === 'number') return schema.type
    return 'type'
  }
  return Object.hasOwn(ruleOf, keyword) ? ruleOf[keyword as Keyword] : 'whole'
}

/** A part that is edited as JSON is checked as a whole: its places are lines, not fields. */
function wholeProblem(root: JsonObject, field: Field, value: Json): FieldProblem | undefined {
  const [isRight] = Errors(wholeSchema(root, field), value)
  return isRight ? undefined : { path: field.path, title: field.title, rule: 'whole' }
}

/** The schema of a part by itself, with what it refers to. */
export const wholeSchema = (root: JsonObject, { raw }: Field): JsonObject => ({
  ...(root.$defs ? { $defs: root.$defs } : {}),
  allOf: [raw ?? true],
})

/** A pointer as a path: what stands in a list is named by its index. */
export function pathTo(document: Json, pointer: string): Path {
  const path: Path = []
  for (const key of keysOf(pointer)) path.push(Array.isArray(valueAt(document, path)) ? Number(key) : key)
  return path
}

const titleAt = (root: JsonObject, top: Field, document: Json, path: Path): string => {
  const field = fieldAt(root, top, document, path)
  return field === top ? path.join('.') : field.title
}

/** The field at a path; the nearest one above it where the path leads into none. */
export function fieldAt(root: JsonObject, top: Field, document: Json, path: Path): Field {
  let field = top
  for (const [depth, part] of path.entries()) {
    const next =
      typeof part === 'number'
        ? isObject(field.schema.items)
          ? itemOf(root, field, part, valueAt(document, path.slice(0, depth + 1)))
          : undefined
        : fieldsIn(root, field, valueAt(document, path.slice(0, depth))).find(
            (each) => each.path.at(-1) === part,
          )
    if (next === undefined) return field
    field = next
  }
  return field
}
