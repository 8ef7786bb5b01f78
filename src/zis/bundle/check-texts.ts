import { isPath } from '../flow/paths'
import { placeholdersIn } from '../flow/templates'
import { isObject, own, type Json, type JsonObject } from '../json'
import { at, type Report } from '../report'
import { secretIn } from './secrets'

/** `{{name}}`; with a `$` it is a placeholder of ZIS. */
const variable = /\{\{\s*[^${}\s][^{}]{0,200}\}\}/
/** Their checks tell a variable as an error. */
const checkedElsewhere = ['ActionName', 'flow_name']

/** Looks through every key and text of a bundle for what should not have been left in it. */
export function checkTexts(value: Json, pointer: string, report: Report, key = ''): void {
  if (typeof value === 'string') {
    if (!checkedElsewhere.includes(key)) checkVariable(value, pointer, 'text.template-variable', report)
    checkSecret(value, key, pointer, report)
  } else if (Array.isArray(value)) {
    value.forEach((child, index) => checkTexts(child, at(pointer, index), report, key))
  } else if (isObject(value)) {
    const pairKey = keyOfPair(value)
    for (const [name, child] of Object.entries(value)) {
      const place = at(pointer, name)
      checkVariable(name, place, 'key.template-variable', report)
      const isPairValue = pairKey !== undefined && (name === 'value' || name === 'value.$')
      checkTexts(child, place, report, isPairValue ? pairKey : name)
    }
  }
}

/** The key of `{ "key": …, "value": … }`, as headers are written. */
function keyOfPair(value: JsonObject): string | undefined {
  const key = own(value, 'key')
  return typeof key === 'string' ? key : undefined
}

function checkVariable(
  text: string,
  pointer: string,
  code: 'text.template-variable' | 'key.template-variable',
  report: Report,
): void {
  const found = variable.exec(text)?.[0]
  if (found === undefined) return
  report.warning(
    code,
    pointer,
    `${found} is a variable of a template; ZIS leaves it as it is`,
    'fill it in before the upload, or write {{$.path}} for a value of the flow',
  )
}

function checkSecret(text: string, key: string, pointer: string, report: Report): void {
  const what = secretIn(text, placeholdersIn(text).length > 0 || isPath(text) ? '' : key)
  if (what === undefined) return
  // The secret itself is in no message: findings are shown, logged and sent around.
  report.warning(
    'secret.literal',
    pointer,
    `${what} stands here, and everyone with the bundle can read it`,
    'have it replaced, keep the new one in a connection, and name that as connectionName',
  )
}
