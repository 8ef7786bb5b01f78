import { isObject, type Json, type JsonObject } from '../../zis/json'
import type { Text } from '../platform/words'
import { fieldsIn, inText, type Field } from '../schema-form/fields'
import { sameJson, valueAt } from '../schema-form/path'
import { rootField } from '../schema-form/values'

/** One setting that two versions do not share, in words. */
export interface Difference {
  title: string
  before: string
  after: string
}

/**
 * Where two versions of a document differ, setting by setting as the form has them. What no field knows
 * is named by its key.
 */
export function differencesOf(
  root: JsonObject,
  before: Json | undefined,
  after: Json | undefined,
  t: Text,
): Difference[] {
  return compare(root, rootField(root, before ?? {}), rootField(root, after ?? {}), before, after, t)
}

function compare(
  root: JsonObject,
  one: Field,
  other: Field,
  before: Json | undefined,
  after: Json | undefined,
  t: Text,
): Difference[] {
  if (sameJson(before, after)) return []
  const isGroup =
    (one.kind === 'group' || one.path.length === 0) &&
    (isObject(before) || before === undefined) &&
    (isObject(after) || after === undefined)
  if (!isGroup)
    return [{ title: one.title, before: valueInWords(one, before, t), after: valueInWords(other, after, t) }]
  const fields = new Map<string, { old?: Field; new?: Field }>()
  for (const field of fieldsIn(root, one, before)) fields.set(nameOf(field), { old: field, new: field })
  for (const field of fieldsIn(root, other, after))
    fields.set(nameOf(field), { old: fields.get(nameOf(field))?.old ?? field, new: field })
  const names = new Set([...fields.keys(), ...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...names].flatMap((name) => {
    const [left, right] = [valueAt(before, [name]), valueAt(after, [name])]
    const field = fields.get(name)
    if (sameJson(left, right)) return []
    return field
      ? compare(root, field.old!, field.new!, left, right, t)
      : [{ title: name, before: plainWords(left, t), after: plainWords(right, t) }]
  })
}

const nameOf = ({ path }: Field) => String(path.at(-1))

/** A value as the form shows it: choices by their titles. */
function valueInWords(field: Field, value: Json | undefined, t: Text): string {
  const title = (one: Json) =>
    field.options.find((option) => sameJson(option.value, one))?.title ?? plainWords(one, t)
  if (!Array.isArray(value)) return value === undefined ? t('settings.nothing') : title(value)
  return value.length === 0 ? t('settings.nothing') : value.map(title).join(', ')
}

function plainWords(value: Json | undefined, t: Text): string {
  if (typeof value === 'boolean') return t(value ? 'settings.on' : 'settings.off')
  return value === undefined || value === '' || value === null ? t('settings.nothing') : inText(value)
}
