import { isObject, type Json, type JsonObject } from '../../zis/json'
import { fieldsIn, itemOf, type Field } from '../schema-form/fields'
import { sameJson, valueAt } from '../schema-form/path'
import { rootField } from '../schema-form/values'
import { plainWords, rowInWords, valueInWords, type Said, type Words } from './in-words'
import { matchRows } from './match-rows'

/** One setting, or one row of a list, that two versions do not share, in words. */
export interface Difference {
  title: string
  before: Said
  after: Said
  /** Of a row: what became of it from the one version to the other. */
  row?: 'added' | 'removed' | 'changed' | 'moved'
}

/**
 * Where two versions of a document differ, setting by setting as the form has them, and row by row in a list
 * of rows. What no field knows is named by its key.
 */
export function differencesOf(words: Words, before: Json | undefined, after: Json | undefined): Difference[] {
  const { root } = words
  return compare(words, rootField(root, before ?? {}), rootField(root, after ?? {}), before, after)
}

function compare(
  words: Words,
  one: Field,
  other: Field,
  before: Json | undefined,
  after: Json | undefined,
): Difference[] {
  if (sameJson(before, after)) return []
  if (isRows(words.root, one, before) && isRows(words.root, other, after))
    return rowsThatDiffer(words, one.title, other, before ?? [], after ?? [])
  const isGroup =
    (one.kind === 'group' || one.path.length === 0) &&
    (isObject(before) || before === undefined) &&
    (isObject(after) || after === undefined)
  if (!isGroup) {
    const says = { before: valueInWords(words, one, before), after: valueInWords(words, other, after) }
    return [{ title: one.title, ...says }]
  }
  const fields = new Map<string, { old?: Field; new?: Field }>()
  for (const field of fieldsIn(words.root, one, before)) fields.set(nameOf(field), { old: field, new: field })
  for (const field of fieldsIn(words.root, other, after))
    fields.set(nameOf(field), { old: fields.get(nameOf(field))?.old ?? field, new: field })
  const names = new Set([...fields.keys(), ...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...names].flatMap((name) => {
    const [left, right] = [valueAt(before, [name]), valueAt(after, [name])]
    const field = fields.get(name)
    if (sameJson(left, right)) return []
    if (field) return compare(words, field.old!, field.new!, left, right)
    return areObjects(left) && areObjects(right)
      ? rowsThatDiffer(words, name, undefined, left ?? [], right ?? [])
      : [{ title: name, before: plainWords(left, words.t), after: plainWords(right, words.t) }]
  })
}

const nameOf = ({ path }: Field) => String(path.at(-1))

/** A list whose items have fields of their own. */
const isRows = (root: JsonObject, field: Field, value: Json | undefined): value is Json[] | undefined =>
  field.kind === 'mapping' || (field.kind === 'list' && itemOf(root, field, 0, undefined).kind === 'group')
    ? value === undefined || Array.isArray(value)
    : field.kind === 'json' && areObjects(value)

const areObjects = (value: Json | undefined): value is JsonObject[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every(isObject))

function rowsThatDiffer(
  words: Words,
  title: string,
  list: Field | undefined,
  before: Json[],
  after: Json[],
): Difference[] {
  const { t } = words
  const nothing = t('settings.nothing')
  const says = (rows: Json[], place: number | undefined): Said =>
    place === undefined ? nothing : rowInWords(words, list, rows[place] ?? null, place)
  const pairs = matchRows(before, after)
  if (pairs.length > 0) {
    return pairs.map((pair) => ({
      title: t('form.item', { name: title, number: (pair.after ?? pair.before ?? 0) + 1 }),
      before: says(before, pair.before),
      after: says(after, pair.after),
      row: pair.before === undefined ? 'added' : pair.after === undefined ? 'removed' : 'changed',
    }))
  }
  if (before.length === after.length && before.length > 0) {
    const moved = after.flatMap((row, place) => (sameJson(row, before[place]) ? [] : [place]))
    return moved.map((place) => ({
      title: t('form.item', { name: title, number: place + 1 }),
      before: says(before, place),
      after: says(after, place),
      row: 'moved',
    }))
  }
  return [{ title, before: nothing, after: nothing }]
}
