// @ts-check

/**
 * @typedef {object} Assumption
 * @property {string} decides
 * @property {unknown} default
 * @property {readonly unknown[]} choices
 * @property {string} mark
 * @property {string} source
 */

/** @typedef {{ does: string, why: string, source: string }} Settled */

/** What the marks mean, surest first. */
const marks = {
  documented: 'Zendesk’s documentation says so',
  observed: 'seen in the field: in published code, answers or reports',
  assumed: 'neither; our best guess',
}

const titles = {
  'zis-api': 'The APIs',
  'zis-flows': 'Flows and bundles',
  'zis-events': 'Events, webhooks and the log',
  zaf: 'Apps in Zendesk',
}

const code = (/** @type {unknown} */ value) => `\`${JSON.stringify(value)}\``
const cell = (/** @type {string} */ text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/**
 * The page that says how sure each behaviour is, made from the list of assumptions.
 *
 * @param {Record<string, Assumption>} assumptions by the name of the switch
 * @param {readonly Settled[]} settled open points that are no switches
 */
export function fidelityPage(assumptions, settled = []) {
  const pageOf = (/** @type {Assumption} */ { source }) => source.split(' ')[0] ?? ''
  const all = Object.entries(assumptions)
  const pages = [...new Set(all.map(([, assumption]) => pageOf(assumption)))].sort()
  return `${[
    '# How true the simulator is',
    '',
    'Where Zendesk is silent, or its sources disagree, the simulator has to choose. Each choice is a switch:',
    'it is listed on this page with how sure we are of it, and the page of the simulator, the control path',
    '`PUT /_sim/assumptions` and a spec can turn it.',
    '',
    ...Object.entries(marks).map(([mark, meaning]) => `- **${mark}** (${count(all, mark)}): ${meaning}.`),
    '',
    'This page is written by `npm run fidelity` from `src/simulator/assumptions`.',
    ...pages.flatMap((page) => [
      '',
      `## ${Object.hasOwn(titles, page) ? titles[/** @type {keyof typeof titles} */ (page)] : page}`,
      '',
      '| switch | what it decides | mark | default | other choices | source |',
      '| --- | --- | --- | --- | --- | --- |',
      ...all.filter(([, assumption]) => pageOf(assumption) === page).map(row),
    ]),
    '',
    '## Open, and no switch',
    '',
    'Points that the sources leave open and that are decided once, each with the reason.',
    '',
    '| what happens | why it is no switch | source |',
    '| --- | --- | --- |',
    ...settled.map(({ does, why, source }) => `| ${[does, why, source].map(cell).join(' | ')} |`),
  ].join('\n')}\n`
}

/** @param {Array<[string, Assumption]>} all @param {string} mark */
const count = (all, mark) => all.filter(([, assumption]) => assumption.mark === mark).length

/** @param {[string, Assumption]} entry */
function row([name, { decides, mark, default: value, choices, source }]) {
  const others = choices.filter((choice) => choice !== value).map(code)
  const cells = [`\`${name}\``, decides, mark, code(value), others.join(', '), source]
  return `| ${cells.map(cell).join(' | ')} |`
}
