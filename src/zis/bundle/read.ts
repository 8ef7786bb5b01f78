import { entryOf } from '../codes'
import type { Finding } from '../findings'
import { Places } from '../json-text/places'
import { readJson, type ReadText } from '../json-text/read-json'
import { offsetInString } from '../json-text/scan'
import { findNode, offsetAt } from '../json-text/source-node'
import { isObject, type Json } from '../json'
import { deepestDocument, isDeeperThan } from '../depth'
import { checkBundle, type BundleContext } from './check'
import { findJqFaults, type CheckJq, type JqFinding } from './check-jq'
import { bundleFor } from './fill'
import type { TypedBundle } from './types'

export interface ReadBundle {
  /** Only when there is no error. */
  bundle: TypedBundle | undefined
  /** What the text says, as far as it can be understood. */
  value: Json | undefined
  /** In the order of the text. */
  findings: Finding[]
  /**
   * The text without what is only in the way (comments, trailing commas, a byte order mark), where there is
   * such. Blanks stand in its place, so that every line and column stays.
   */
  fixed?: string
}

/** A text that was read, and not yet judged. */
export interface OpenedBundle {
  value: Json | undefined
  /** Has jq read every expression. What it says is handed to {@link check}. */
  askJq(check: CheckJq, severity: 'warning' | 'error'): Promise<JqFinding[]>
  check(context: BundleContext, jq?: JqFinding[]): ReadBundle
}

/**
 * Reads a bundle from JSON text and judges it (zis-flows 14). It never throws, and goes on behind faults of
 * the text, so that faults of the text and of the bundle are told together.
 */
export const readBundle = (text: string, context: BundleContext): ReadBundle =>
  openBundle(text).check(context)

/** The same with what jq says of every expression. */
export async function judgeBundle(
  text: string,
  context: BundleContext,
  jq: { check: CheckJq; severity: 'warning' | 'error' },
): Promise<ReadBundle> {
  const opened = openBundle(text)
  return opened.check(context, await opened.askJq(jq.check, jq.severity))
}

/**
 * Reads a text once, for those who must not wait between the judgement and what they do upon it.
 *
 * @param integration the key that stands for `{{integration}}`; places are still those in the author's own text
 */
export function openBundle(text: string, integration?: string): OpenedBundle {
  const read = readJson(text)
  const value =
    integration !== undefined && isObject(read.value) ? bundleFor(read.value, integration) : read.value
  const places = new Places(text)
  const locate = (finding: Finding, inside?: number): Finding => ({
    ...finding,
    ...places.at(offsetOf(read, text, finding, inside)),
  })
  const faults = read.faults.map(({ code, offset, pointer, message, way_out }): Finding => {
    const severity = entryOf(code)?.severities[0] ?? 'error'
    return { code, severity, pointer, ...places.at(offset), message, way_out }
  })
  const fixed = withoutRanges(text, read.removable)

  return {
    value,
    async askJq(check, severity) {
      if (value === undefined || isDeeperThan(value, deepestDocument)) return []
      return findJqFaults(value, check, severity)
    },
    check(context, jq = []) {
      const isReadable = value !== undefined && read.isComplete
      const checked = isReadable ? checkBundle(value, context) : { bundle: undefined, findings: [] }
      const findings = [
        ...faults,
        ...checked.findings.map((finding) => locate(finding)),
        ...jq.map(({ finding, offset }) => locate(finding, offset)),
      ]
      const isRefused = findings.some(({ severity }) => severity === 'error')
      return {
        bundle: isRefused ? undefined : checked.bundle,
        value,
        findings: inOrder(findings),
        ...(fixed !== text && { fixed }),
      }
    },
  }
}

function offsetOf({ root }: ReadText, text: string, { code, pointer }: Finding, inside?: number): number {
  const part = entryOf(code)?.isAboutKey ? 'key' : 'value'
  if (inside === undefined) return offsetAt(root, pointer, part)
  return offsetInString(text, findNode(root, pointer).node.start, inside)
}

/** As they stand in the text; those at one place stay in the order in which they were found. */
const inOrder = (findings: Finding[]): Finding[] =>
  [...findings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))

function withoutRanges(text: string, ranges: ReadText['removable']): string {
  const parts: string[] = []
  let from = 0
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    // A byte order mark takes no column, so nothing takes its place.
    const left = text[start] === '\ufeff' ? '' : text.slice(start, end).replace(/[^\r\n\t]/g, ' ')
    parts.push(text.slice(from, start), left)
    from = end
  }
  return parts.join('') + text.slice(from)
}
