import { isObject, type Json, type JsonObject } from '../../zis/json'

/** How one resource of a bundle differs. */
export interface ResourceDiff {
  /** Key in the bundle's `resources`; undefined for what the bundle says about itself. */
  resource: string | undefined
  change: 'added' | 'removed' | 'changed'
  /** Lines marked with `+`, `-` or a space, the unchanged ones only near a change. */
  text: string
}

/** Unchanged lines that are shown around a change. */
const context = 3

/**
 * What an upload would change, resource by resource: only those that differ. The order of keys is no
 * difference. Nothing stored makes everything an addition.
 */
export function diffBundles(stored: JsonObject | undefined, shipped: JsonObject): ResourceDiff[] {
  const before = resourcesOf(stored ?? {})
  const after = resourcesOf(shipped)
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const own = (of: JsonObject, key: string) => (Object.hasOwn(of, key) ? of[key] : undefined)
  return [
    { resource: undefined, one: stored && about(stored), other: about(shipped) },
    ...keys.map((key) => ({ resource: key, one: own(before, key), other: own(after, key) })),
  ].flatMap(({ resource, one, other }): ResourceDiff[] => {
    const lines = diffLines(linesOf(one), linesOf(other))
    if (lines.every((line) => line.startsWith(' '))) return []
    const change = one === undefined ? 'added' : other === undefined ? 'removed' : 'changed'
    return [{ resource, change, text: nearChanges(lines).join('\n') }]
  })
}

const resourcesOf = ({ resources }: JsonObject): JsonObject => (isObject(resources) ? resources : {})
const about = ({ name, description, zis_template_version }: JsonObject): JsonObject => ({
  name: name ?? '',
  description: description ?? '',
  zis_template_version: zis_template_version ?? '',
})
const linesOf = (value: Json | undefined): string[] =>
  value === undefined ? [] : JSON.stringify(value, byKey, 2).split('\n')

const byKey = (_key: string, value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value

/** Lines with `+`, `-` or a space before them, by the longest common subsequence. */
export function diffLines(before: string[], after: string[]): string[] {
  const width = after.length + 1
  const longest = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        before[i] === after[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
    }
  }
  const lines: string[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push(` ${before[i]}`)
      i += 1
      j += 1
    } else if (
      j >= after.length ||
      (i < before.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
    ) {
      lines.push(`-${before[i]}`)
      i += 1
    } else {
      lines.push(`+${after[j]}`)
      j += 1
    }
  }
  return lines
}

/** Leaves out what is far from any change, with a mark in its place. */
function nearChanges(lines: string[]): string[] {
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - context), index + context + 1).some((line) => !line.startsWith(' ')),
  )
  return lines.flatMap((line, index) => {
    if (isNear[index]) return [line]
    return index === 0 || isNear[index - 1] ? ['@@ … @@'] : []
  })
}
