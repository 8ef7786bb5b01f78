import { isObject, own, type JsonObject } from '../json'
import { nearest } from '../nearest'
import { at, shown, type Report } from '../report'
import { isPath } from './paths'

/** Parameters of the built-in actions (zis-flows 9). Each entry of `needs` is met by any of its words. */
const parameters: Record<string, { needs: string[][]; may?: string[] }> = {
  'zis:common:action:LoadConfig': { needs: [['scope']] },
  'zis:common:action:PatchConfig': { needs: [['scope'], ['config']] },
  'zis:common:action:CreateLink': { needs: [['link_type'], ['left_object'], ['right_object']] },
  'zis:common:action:LoadLinks': {
    needs: [['link_type'], ['left_object_name', 'right_object_name']],
    may: ['page_size', 'page_after_cursor', 'page_before_cursor'],
  },
  'zis:common:action:PatchLink': {
    needs: [['link_type'], ['left_object_name'], ['left_object', 'right_object']],
    may: ['right_object_name'],
  },
  'zis:common:action:DeleteLink': { needs: [['link_type'], ['left_object_name'], ['right_object_name']] },
  'zis:common:transform:Jq': { needs: [['expr'], ['data']] },
}

/** What a built-in action is given: ZIS looks at it only when the flow runs. */
export function checkBuiltIn(name: string, state: JsonObject, pointer: string, report: Report): void {
  const wanted = own(parameters, name)
  const given = own(state, 'Parameters') ?? {}
  if (!wanted || !isObject(given)) return
  const place = own(state, 'Parameters') === undefined ? pointer : at(pointer, 'Parameters')
  const has = (word: string) => own(given, word) !== undefined || own(given, `${word}.$`) !== undefined
  for (const words of wanted.needs) {
    if (words.some(has)) continue
    const missing = words.join(' or ')
    report.warning('action.parameter-missing', place, `${name} needs ${missing}`, `add ${missing}`)
  }
  const known = [...wanted.needs.flat(), ...(wanted.may ?? [])]
  for (const key of Object.keys(given)) {
    const word = key.replace(/\.\$$/, '')
    if (known.includes(word)) continue
    const near = nearest(word, known)
    report.warning(
      'action.parameter-unknown',
      at(place, key),
      `${name} has no parameter ${shown(word)}`,
      near ? `did you mean "${near}"?` : `parameters are ${known.join(', ')}`,
    )
  }
  if (name === 'zis:common:transform:Jq') checkData(given, place, report)
}

/** A literal `data` is a text that holds JSON (zis-flows 9.3). */
function checkData(given: JsonObject, pointer: string, report: Report): void {
  const data = own(given, 'data')
  if (data === undefined) return
  const place = at(pointer, 'data')
  if (typeof data !== 'string') {
    const message = 'ZIS documents a literal data as a text that holds JSON'
    return report.note('jq.data-not-text', place, message, 'put it in quotes, with \\" for every quote in it')
  }
  // A path without .$ has a finding of its own.
  if (isPath(data)) return
  try {
    JSON.parse(data)
  } catch {
    report.warning(
      'jq.data-not-json',
      place,
      `${shown(data)} is not JSON`,
      'write "data.$" for a path, or JSON in the text',
    )
  }
}
