import { isObject, own, type Json, type JsonObject } from '../../zis/json'
import type { AccountWidget } from '../../zis/widgets'
import type { Text } from '../platform/words'
import { fieldsIn, inText, itemOf, type Field } from '../schema-form/fields'
import { sameJson } from '../schema-form/path'
import { withoutBlanks } from '../schema-form/values'

/** A value in words: a text, or what a row has in its fields. */
export type Said = string | Attribute[]

export interface Attribute {
  title: string
  value: string
}

/** What values are put into words with. */
export interface Words {
  root: JsonObject
  t: Text
  /** What the account calls something that a setting names; undefined where it does not know it. */
  nameOf: (source: AccountWidget, value: Json) => string | undefined
}

/** A value as the form shows it: choices, and what the account has, by their titles. */
export function valueInWords(words: Words, field: Field, value: Json | undefined): string {
  const { t } = words
  if (!Array.isArray(value)) return oneInWords(words, field, value)
  if (value.length === 0) return t('settings.nothing')
  return value.map((one, index) => textOf(rowInWords(words, field, one, index))).join(', ')
}

function oneInWords({ t, nameOf }: Words, field: Field, value: Json | undefined): string {
  const title = field.options.find((option) => sameJson(option.value, value))?.title
  const name = field.source && value !== undefined ? nameOf(field.source, value) : undefined
  return title ?? name ?? plainWords(value, t)
}

/** One item of a list: an attribute for each of its fields, or a text where it has none. */
export function rowInWords(words: Words, list: Field | undefined, row: Json, index: number): Said {
  if (!isObject(row)) return list ? oneInWords(words, list, row) : plainWords(row, words.t)
  const item = list && itemOf(words.root, list, index, withoutBlanks(row))
  return attributesOf(words, item, row)
}

/** What no field knows is named by its key. */
function attributesOf(words: Words, group: Field | undefined, value: JsonObject): Attribute[] {
  const fields = group ? fieldsIn(words.root, group, withoutBlanks(value)) : []
  const names = new Set([...fields.map(({ path }) => String(path.at(-1))), ...Object.keys(value)])
  return [...names].flatMap((name) => {
    const field = fields.find(({ path }) => path.at(-1) === name)
    const inner = own(value, name)
    if (inner === undefined) return []
    if (field?.kind === 'group' && isObject(inner)) return attributesOf(words, field, inner)
    return field
      ? { title: field.title, value: valueInWords(words, field, inner) }
      : { title: name, value: plainWords(inner, words.t) }
  })
}

const textOf = (said: Said): string =>
  typeof said === 'string' ? said : said.map(({ title, value }) => `${title} ${value}`).join(' ')

/** A value of which no schema says anything. */
export function plainWords(value: Json | undefined, t: Text): string {
  if (typeof value === 'boolean') return t(value ? 'settings.on' : 'settings.off')
  return value === undefined || value === '' || value === null ? t('settings.nothing') : inText(value)
}
