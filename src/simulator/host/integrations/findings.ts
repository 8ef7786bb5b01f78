import type { Finding } from '../../../zis/findings'
import { isObject, own, type Json } from '../../../zis/json'

export const severities: Array<{ severity: Finding['severity']; title: string; hue: string }> = [
  { severity: 'error', title: 'Errors', hue: 'red' },
  { severity: 'warning', title: 'Warnings', hue: 'yellow' },
  { severity: 'note', title: 'Notes', hue: 'grey' },
]

/** Worst first; a severity that nothing has is left out. */
export const bySeverity = (findings: Finding[]) =>
  severities
    .map((group) => ({ ...group, findings: findings.filter(({ severity }) => severity === group.severity) }))
    .filter((group) => group.findings.length > 0)

/** How many of each, for people: `2 warnings, 1 note`. */
export const countsOf = (findings: Finding[]): string =>
  bySeverity(findings)
    .map((group) => {
      const count = group.findings.length
      const words = group.title.toLowerCase()
      return `${count} ${count === 1 ? words.slice(0, -1) : words}`
    })
    .join(', ')

/** The state, rule, resource … that a finding is about: the innermost object around its place. */
export function partAt(bundle: Json, pointer: string): { pointer: string; value: Json } {
  let part = { pointer: '', value: bundle }
  let value: Json | undefined = bundle
  let place = ''
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    if (Array.isArray(value)) value = value[Number(key)]
    else value = isObject(value) ? own(value, key) : undefined
    place += `/${step}`
    if (isObject(value)) part = { pointer: place, value }
  }
  return part
}

/** The messages of findings stand in the middle of a line elsewhere. jq is never written Jq. */
export const asSentence = (text: string): string =>
  /^jq\b/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)
