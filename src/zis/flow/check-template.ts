import { at, type Report, shown } from '../report'
import { isObject, own, type Json } from '../json'
import { isPath, isPathProblem, looksLikePath, parsePath } from './paths'
import { placeholdersIn, type TemplateKind } from './templates'

/** Checks the `.$` keys and placeholders of a value (zis-flows 5.2, 5.3). */
export function checkTemplate(value: Json, pointer: string, kind: TemplateKind, report: Report): void {
  if (typeof value === 'string') return checkText(value, pointer, kind, report)
  if (Array.isArray(value)) {
    value.forEach((child, index) => checkTemplate(child, at(pointer, index), kind, report))
  } else if (isObject(value)) {
    for (const [key, child] of Object.entries(value)) {
      const place = at(pointer, key)
      if (!key.endsWith('.$')) {
        checkTemplate(child, place, kind, report)
        continue
      }
      const plain = key.slice(0, -2)
      if (own(value, plain) !== undefined) {
        report.error(
          'template.twice',
          place,
          `"${plain}" and ${shown(key)} both stand here`,
          'leave one of them out',
        )
      }
      checkDollar(child, key, place, report)
    }
  }
}

function checkDollar(value: Json, key: string, pointer: string, report: Report): void {
  if (typeof value !== 'string') {
    report.warning(
      'template.dollar-without-path',
      pointer,
      `${shown(key)} ends in .$, and its value is no path`,
      `write "${key.slice(0, -2)}" for a fixed value`,
    )
    return
  }
  const paths = placeholdersIn(value)
  if (paths.length > 0) return checkPlaceholders(paths, pointer, report)
  const steps = looksLikePath(value) ? parsePath(value) : undefined
  if (steps && isPathProblem(steps)) {
    report.warning(
      'template.path',
      pointer,
      `${shown(value)} is not a reference path: ${steps.says} (character ${steps.at + 1})`,
      'select one value with $.name and [0]; use jq for anything else',
    )
  } else if (!steps) {
    report.warning(
      'template.text',
      pointer,
      `${shown(key)} holds a text without a path or a placeholder; it is taken as it is`,
      `write "${key.slice(0, -2)}" for a fixed text, or a path that begins with $.`,
    )
  }
}

function checkText(text: string, pointer: string, kind: TemplateKind, report: Report): void {
  const paths = placeholdersIn(text)
  if (paths.length === 0) return checkLostPath(text, pointer, report)
  if (kind === 'definition') return checkPlaceholders(paths, pointer, report)
  report.warning(
    'template.placeholder-without-dollar',
    pointer,
    `{{${paths[0]}}} stays as it is here: placeholders work only under keys that end in .$`,
    'add .$ to the end of the key',
  )
}

/** A path under a plain key stays a text. A lone $ may be the sign of a currency, except as data. */
function checkLostPath(text: string, pointer: string, report: Report): void {
  if (!isPath(text) || (text === '$' && !pointer.endsWith('/data'))) return
  report.warning(
    'template.path-without-dollar',
    pointer,
    `${shown(text)} stays a text here: paths are read only under keys that end in .$`,
    'put .$ to the end of the key',
  )
}

/** Placeholders in a text; those of a message (Succeed, Fail) as well. */
export function checkPlaceholders(paths: string[], pointer: string, report: Report): void {
  for (const path of paths) {
    if (isPath(path)) continue
    report.warning(
      'template.placeholder-path',
      pointer,
      `{{${path}}} is not a reference path`,
      'write {{$.name}} with names and [0] only',
    )
  }
}

/** Every reference path and placeholder in a value, with where it stands. */
export function pathsIn(value: Json, pointer: string): Array<{ path: string; pointer: string }> {
  if (typeof value === 'string') {
    const paths = isPath(value) ? [value] : placeholdersIn(value)
    return paths.map((path) => ({ path, pointer }))
  }
  if (Array.isArray(value)) return value.flatMap((child, index) => pathsIn(child, at(pointer, index)))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, child]) => pathsIn(child, at(pointer, key)))
}
