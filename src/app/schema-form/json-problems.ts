import { Errors } from 'typebox/schema'
import type { Json, JsonObject } from '../../zis/json'
import { secretPathsIn } from '../state/secrets'
import type { Field } from './fields'
import { pointerOf, type Path } from './path'
import { pathTo, ruleFor, wholeSchema, type Rule } from './problems'

/** What is wrong at a place of a value that is edited as JSON. */
export interface JsonProblem {
  /** From the top of the value. */
  path: Path
  rule: Rule | 'missing' | 'unknown'
  limit?: number
  /** Keys that are missing. */
  names?: string[]
}

/** Keywords that only say that something inside of them is wrong. */
const outer = ['allOf', 'anyOf', 'oneOf', 'if', 'boolean']

/**
 * What the schema says against a value that is edited as JSON, each thing at its own place, to be marked
 * in the text. Of several at one place the first that says what to do; of a place and one inside of it,
 * the inner one.
 */
export function problemsInJson(root: JsonObject, field: Field, value: Json): JsonProblem[] {
  const secrets = secretPathsIn(value).map((path): JsonProblem => ({ path, rule: 'secret' }))
  const [isRight, errors] = Errors(wholeSchema(root, field), value)
  if (isRight) return secrets
  const found = errors.flatMap((error): JsonProblem[] => {
    const path = pathTo(value, error.instancePath)
    if (error.keyword === 'required')
      return [{ path, rule: 'missing', names: error.params.requiredProperties }]
    if (error.keyword === 'additionalProperties')
      return error.params.additionalProperties.map((key) => ({ path: [...path, key], rule: 'unknown' }))
    if (error.keyword === 'unevaluatedProperties')
      return error.params.unevaluatedProperties.map((key) => ({
        path: [...path, String(key)],
        rule: 'unknown',
      }))
    if (outer.includes(error.keyword)) return [{ path, rule: 'whole' }]
    const params = error.params as { limit?: unknown; multipleOf?: unknown }
    const limit = Number(params.limit ?? params.multipleOf)
    const rule = ruleFor(error.keyword, error.params as JsonObject)
    return [{ path, rule, ...(Number.isFinite(limit) && { limit }) }]
  })
  const isInside = (one: JsonProblem, other: JsonProblem) =>
    pointerOf(one.path).startsWith(`${pointerOf(other.path)}/`)
  const first = new Map<string, JsonProblem>()
  for (const one of [...secrets, ...found]) {
    const before = first.get(pointerOf(one.path))
    if (before === undefined || before.rule === 'whole') first.set(pointerOf(one.path), one)
  }
  const each = [...first.values()]
  return each.filter((one) => one.rule !== 'whole' || !each.some((other) => isInside(other, one)))
}
