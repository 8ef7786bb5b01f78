import { isObject, type Json } from '../../../zis/json'
import { asText } from '../../partners/template'
import type { Tables } from '../../store/tables'
import type { World } from '../../world'

/** A body as the webhook's request format has it: a form has the members of the JSON object as its fields. */
export function asFormat(
  { assume }: Pick<World, 'assume'>,
  format: Tables['zendesk_webhooks']['request_format'],
  body: string,
): { type: string; body: string } {
  if (format === 'xml') return { type: 'application/xml', body }
  if (format === 'json') return { type: 'application/json', body }
  const form = assume('formWebhookBody') === 'members' ? formOf(body) : undefined
  return { type: 'application/x-www-form-urlencoded', body: form ?? body }
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
