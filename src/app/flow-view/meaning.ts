import { isObject, own, type Json, type JsonObject } from '../../zis/json'
import { parseName } from '../../zis/names'
import { actionNamed } from '../../zis/bundle/uses'
import type { Text } from '../platform/words'

const text = (state: JsonObject, ...keys: string[]): string => {
  const value = keys.map((key) => own(state, key)).find((one) => one !== undefined)
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
}

const links = {
  LoadLinks: 'meaning.load_links',
  CreateLink: 'meaning.create_link',
  PatchLink: 'meaning.patch_link',
  DeleteLink: 'meaning.delete_link',
} as const

/** What a state does, in a sentence (zis-flows 7, 9). */
export function meaningOf(state: JsonObject, bundles: JsonObject[], t: Text): string {
  switch (own(state, 'Type')) {
    case 'Action':
      return actionMeaning(state, bundles, t)
    case 'Choice':
      return t('meaning.choice', { paths: variablesOf(own(state, 'Choices') ?? null) })
    case 'Map':
      return t('meaning.map', { path: text(state, 'ItemsPath') })
    case 'Pass':
      return own(state, 'Result') === undefined
        ? t('meaning.pass')
        : t('meaning.pass_result', { place: placeOf(state) })
    case 'Wait':
      return own(state, 'SecondsPath') === undefined
        ? t('meaning.wait', { seconds: Number(own(state, 'Seconds')) || 0 })
        : t('meaning.wait_path', { path: text(state, 'SecondsPath') })
    case 'Succeed':
      return own(state, 'Message') === undefined
        ? t('meaning.succeed')
        : t('meaning.succeed_message', { message: text(state, 'Message') })
    case 'Fail':
      return t('meaning.fail', { error: text(state, 'Error'), cause: text(state, 'Cause') })
    default:
      return t('meaning.unknown')
  }
}

function actionMeaning(state: JsonObject, bundles: JsonObject[], t: Text): string {
  const actionName = text(state, 'ActionName')
  const name = parseName(actionName)?.name ?? actionName
  const given = own(state, 'Parameters')
  const parameters = isObject(given) ? given : {}
  const place = placeOf(state)
  if (actionName.startsWith('zis:common:')) {
    const scope = text(parameters, 'scope', 'scope.$')
    if (name === 'LoadConfig') return t('meaning.load_config', { scope, place })
    if (name === 'PatchConfig') return t('meaning.patch_config', { scope })
    if (name === 'Jq') return t('meaning.jq', { place })
    const key = own<(typeof links)[keyof typeof links]>(links, name)
    if (key) return t(key, { type: text(parameters, 'link_type', 'link_type.$') })
  }
  const action = actionNamed(bundles, actionName)
  if (!action) return t('meaning.action', { name })
  const values = {
    method: text(action, 'method'),
    address: text(action, 'url', 'url.$', 'path', 'path.$'),
    connection: text(action, 'connectionName', 'connectionName.$'),
  }
  return t(values.connection === '' ? 'meaning.http_open' : 'meaning.http', values)
}

/** Where a state leaves its output; without a ResultPath it replaces all data. */
const placeOf = (state: JsonObject): string => text(state, 'ResultPath') || '$'

function variablesOf(value: Json): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(variablesOf))]
  if (!isObject(value)) return []
  const variable = own(value, 'Variable')
  const inner = ['And', 'Or', 'Not'].flatMap((word) => variablesOf(own(value, word) ?? null))
  return [...new Set([...(typeof variable === 'string' ? [variable] : []), ...inner])]
}

const signs: Array<[ending: string, sign: string]> = [
  ['LessThanEquals', '≤'],
  ['GreaterThanEquals', '≥'],
  ['LessThan', '<'],
  ['GreaterThan', '>'],
  ['Equals', '='],
]

/** A Choice rule as a short text: `$.count ≥ 3`. */
export function ruleText(rule: JsonObject, t: Text): string {
  for (const [word, joint] of [
    ['And', t('meaning.and')],
    ['Or', t('meaning.or')],
  ] as const) {
    const parts = own(rule, word)
    if (Array.isArray(parts)) {
      return parts
        .filter(isObject)
        .map((part) => ruleText(part, t))
        .join(` ${joint} `)
    }
  }
  const not = own(rule, 'Not')
  if (isObject(not)) return t('meaning.not', { rule: ruleText(not, t) })
  const variable = text(rule, 'Variable')
  const operator = Object.keys(rule).find((key) => !['Variable', 'Next', 'Comment'].includes(key)) ?? ''
  const operand = own(rule, operator)
  if (operator === 'IsPresent' || operator === 'IsNull') {
    const word = operator === 'IsPresent' ? 'present' : 'null'
    return t(`meaning.is_${operand === false ? `not_${word}` : word}` as 'meaning.is_null', {
      path: variable,
    })
  }
  const sign = signs.find(([ending]) => operator.replace(/Path$/, '').endsWith(ending))?.[1] ?? operator
  const shown = operator.endsWith('Path') ? String(operand) : JSON.stringify(operand)
  return `${variable} ${sign} ${shown}`
}
