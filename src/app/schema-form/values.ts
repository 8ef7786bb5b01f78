import { isObject, own, setOwn, type Json, type JsonObject } from '../../zis/json'
import { knownNames } from './expand'
import { fieldOf, fieldsIn, itemOf, type Field } from './fields'
import { sameJson, withValueAt } from './path'

/** The field of a whole document of settings. */
export const rootField = (root: JsonObject, value: Json | undefined): Field =>
  fieldOf(root, root, { path: [], isRequired: true, value: withoutBlanks(value) })

/**
 * A document as conditions see it: a field that was emptied is not there. Lists keep their length, so that
 * places stay the same.
 */
export function withoutBlanks(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => withoutBlanks(item) ?? '')
  if (!isObject(value)) return value === '' ? undefined : value
  const kept: JsonObject = {}
  for (const [key, inner] of Object.entries(value)) {
    const clean = withoutBlanks(inner)
    if (clean !== undefined) setOwn(kept, key, clean)
  }
  return kept
}

/**
 * What a form starts with: the stored values, and the defaults where nothing is stored. A default may
 * bring a part of the form with defaults of its own, so it goes on until nothing is added.
 */
export function withDefaults(root: JsonObject, stored: Json | undefined): Json {
  let document: Json = stored ?? {}
  for (let round = 0; round < 10; round++) {
    const next: Json = filled(root, rootField(root, document), document) ?? {}
    if (sameJson(next, document)) break
    document = next
  }
  return document
}

function filled(root: JsonObject, field: Field, value: Json | undefined): Json | undefined {
  if (value === undefined && field.schema.default !== undefined) return field.schema.default
  if (field.kind !== 'group' || (value !== undefined && !isObject(value))) return value
  let whole: Json | undefined = value
  for (const each of fieldsIn(root, field, withoutBlanks(value))) {
    const name = each.path.at(-1)!
    const before = isObject(value) ? own(value, String(name)) : undefined
    const after = filled(root, each, before)
    if (after !== before) whole = withValueAt(whole, [name], after)
  }
  return whole
}

interface Tidy {
  /** Keep what no field knows, such as what a flow has written. */
  keepsUnknown: boolean
}

/**
 * The config that a form stands for: text without the spaces around it, an optional field that was left
 * empty not at all, constants filled in, and nothing of the parts whose condition does not hold. What no
 * part of the schema knows stays as it is.
 */
export function toConfig(root: JsonObject, draft: Json, how: Tidy = { keepsUnknown: true }): Json {
  return tidy(root, rootField(root, draft), draft, how) ?? {}
}

function tidy(root: JsonObject, field: Field, draft: Json | undefined, how: Tidy): Json | undefined {
  switch (field.kind) {
    case 'constant':
      return field.isRequired || draft !== undefined ? field.schema.const : undefined
    case 'boolean':
      return draft ?? false
    case 'text':
    case 'number':
    case 'picker':
    case 'choice':
      return plain(draft)
    case 'choices':
    case 'pickers':
    case 'list':
    case 'mapping':
      return tidyList(root, field, draft, how)
    case 'group':
      return tidyGroup(root, field, draft, how)
    case 'json':
      return draft
  }
}

function plain(draft: Json | undefined): Json | undefined {
  const value = typeof draft === 'string' ? draft.trim() : draft
  return value === '' ? undefined : value
}

function tidyList(root: JsonObject, field: Field, draft: Json | undefined, how: Tidy): Json | undefined {
  if (draft === undefined) return field.isRequired ? [] : undefined
  if (!Array.isArray(draft)) return draft
  // An optional list that needs items may be left out, not left empty.
  if (draft.length === 0 && !field.isRequired && Number(field.schema.minItems) > 0) return undefined
  return draft.map((item, index) => {
    const clean = withoutBlanks(item)
    const kept = tidy(root, itemOf(root, field, index, clean), item, how)
    return kept === undefined ? '' : kept
  })
}

function tidyGroup(root: JsonObject, field: Field, draft: Json | undefined, how: Tidy): Json | undefined {
  if (draft !== undefined && !isObject(draft)) return draft
  if (!field.isRequired && isBlank(draft)) return undefined
  const clean = withoutBlanks(draft)
  const fields = fieldsIn(root, field, clean)
  const known = knownNames(root, field.raw)
  const config: JsonObject = {}
  for (const [key, value] of Object.entries(draft ?? {})) {
    const each = fields.find(({ path }) => path.at(-1) === key)
    const kept = each ? tidy(root, each, value, how) : known.has(key) || !how.keepsUnknown ? undefined : value
    if (kept !== undefined) setOwn(config, key, kept)
  }
  for (const each of fields) {
    const name = String(each.path.at(-1))
    if (draft && Object.hasOwn(draft, name)) continue
    const value = tidy(root, each, undefined, how)
    if (value !== undefined) setOwn(config, name, value)
  }
  return config
}

/** Whether a part holds nothing that somebody entered. */
const isBlank = (value: Json | undefined): boolean =>
  value === undefined ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isBlank))
