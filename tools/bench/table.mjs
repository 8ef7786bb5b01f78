// @ts-check

/**
 * One measurement.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {string} ours
 * @property {string} peer what it is put beside: a bar, or the same work done by something else
 * @property {number} [ratio] how much more ours takes: time by time, size by size
 */

/**
 * @param {Row[]} rows
 * @returns {string} a Markdown table
 */
export function table(rows) {
  const lines = rows.map(({ name, ours, peer, ratio }) => [
    name,
    ours,
    peer,
    ratio === undefined ? '' : ratio.toPrecision(2),
  ])
  const all = [['', 'ours', 'beside', 'ratio'], ...lines]
  const widths = [0, 1, 2, 3].map((column) => Math.max(3, ...all.map((line) => (line[column] ?? '').length)))
  const row = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [row(all[0] ?? []), row(rule), ...all.slice(1).map(row)].join('\n')
}

/** @param {number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2
}
