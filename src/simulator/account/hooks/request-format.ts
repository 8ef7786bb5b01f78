import { isObject, type Json } from '../../../zis/json'
import { asText } from '../../partners/template'
import type { Tables } from '../../store/tables'

/** A body as the webhook's request format has it: a form has the members of the JSON object as its fields. */
export function asFormat(
  format: Tables['zendesk_webhooks']['request_format'],
  body: string,
): { type: string; body: string } {
  if (format === 'xml') return { type: 'application/xml', body }
  if (format === 'json') return { type: 'application/json', body }
  return { type: 'application/x-www-form-urlencoded', body: formOf(body) ?? body }
}

/** Undefined when the text is no JSON object: it is a form already, or nothing that could be one. */
function formOf(text: string): string | undefined {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    return undefined
  }
  if (!isObject(value)) return undefined
  const fields = Object.entries(value).map(([name, one]): [string, string] => [name, asText(one)])
  return new URLSearchParams(fields).toString()
}
