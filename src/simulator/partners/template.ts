import { isObject, own, setOwn, type Json, type JsonObject } from '../../zis/json'

/** What a placeholder can name. */
export interface TemplateData {
  params: JsonObject
  query: JsonObject
  headers: JsonObject
  /** Undefined when the request brought none. */
  body: Json | undefined
  /** RFC 3339. */
  now: string
  uuid: string
  /** How many requests the route has had, this one with it. */
  count: number
}

const placeholder = /\{\{([^{}]+)\}\}/g

/**
 * Fills `{{params.id}}`, `{{body.order.total}}` and their like with what the request brought. It looks names
 * up and evaluates nothing. A text that is one placeholder keeps the type of what it names; what is not
 * there becomes null there, and nothing inside of a longer text.
 */
export function fill(template: Json, data: TemplateData): Json {
  if (typeof template === 'string') return fillText(template, data)
  if (Array.isArray(template)) return template.map((item) => fill(item, data))
  if (!isObject(template)) return template
  const filled: JsonObject = {}
  for (const [key, value] of Object.entries(template)) setOwn(filled, key, fill(value, data))
  return filled
}

function fillText(text: string, data: TemplateData): Json {
  const whole = /^\{\{([^{}]+)\}\}$/.exec(text)?.[1]
  if (whole !== undefined) return find(whole.trim(), data) ?? null
  return text.replace(placeholder, (_, path: string) => asText(find(path.trim(), data)))
}

/** The value that a path such as `body.items.0.id` names; undefined when there is none. */
export function find(path: string, data: object): Json | undefined {
  let value: Json | undefined = data as unknown as JsonObject
  for (const part of path.split('.')) {
    if (Array.isArray(value)) value = /^\d+$/.test(part) ? value[Number(part)] : undefined
    else value = isObject(value) ? own(value, part) : undefined
  }
  return value
}

/** A value as it stands inside of a text. */
export function asText(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
