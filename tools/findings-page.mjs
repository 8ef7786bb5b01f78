// @ts-check

/**
 * @typedef {object} CodeEntry
 * @property {readonly string[]} severities
 * @property {string} what
 * @property {string} wayOut
 */

const cell = (/** @type {string} */ text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/**
 * The page that lists everything a check can find.
 *
 * @param {Record<string, Record<string, CodeEntry>>} groups the codes, by title of the group
 */
export function findingsPage(groups) {
  return `${[
    '# What the checks find',
    '',
    'A bundle is read from its text and judged before anything runs: at the upload, and wherever else a bundle',
    'is looked at. Nothing stops at the first fault. Every finding has a code that stays the same, a JSON',
    'pointer, line and column in the file, a sentence and a way out.',
    '',
    '- **error**: ZIS refuses the bundle.',
    '- **warning**: it will probably not do what its author wants.',
    '- **note**: there is a better way.',
    '',
    'This page is written by `node tools/findings.mjs` from `src/zis/codes`.',
    ...Object.entries(groups).flatMap(([title, codes]) => [
      '',
      `## ${title}`,
      '',
      '| code | severity | what | way out |',
      '| --- | --- | --- | --- |',
      ...Object.entries(codes).map(row),
    ]),
  ].join('\n')}\n`
}

/** @param {[string, CodeEntry]} entry */
function row([code, { severities, what, wayOut }]) {
  return `| ${[`\`${code}\``, severities.join(' or '), what, wayOut].map(cell).join(' | ')} |`
}
