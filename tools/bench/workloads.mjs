// @ts-check
/* The flows that are measured: nothing but states, so that the loop itself is what takes the time. */

/** @typedef {import('../../src/zis/flow/types.ts').FlowDefinition} Flow */
/** @typedef {import('../../src/zis/json.ts').JsonObject} Item */
/** @typedef {{ name: string, flow: Flow, input: Item, limits?: object, check: (output: any) => void }} Workload */

/**
 * A row of Pass states, each of which writes a small value.
 *
 * @param {number} length
 * @returns {Flow}
 */
function passes(length) {
  /** @type {Flow['States']} */
  const States = {}
  for (let at = 0; at < length; at++) {
    States[`Pass ${at}`] = {
      Type: 'Pass',
      Result: { at, note: `from state ${at}` },
      ResultPath: '$.latest',
      ...(at + 1 < length ? { Next: `Pass ${at + 1}` } : { End: true }),
    }
  }
  return { StartAt: 'Pass 0', States }
}

/**
 * Round and round: is this the last item of a linked list? If not, go on with the next one.
 *
 * @type {Flow}
 */
const walkList = {
  StartAt: 'Last?',
  States: {
    'Last?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.item.left', NumericEquals: 0, Next: 'Done' }],
      Default: 'Go on',
    },
    'Go on': { Type: 'Pass', Result: { 'item.$': '$.item.rest' }, ResultPath: '$', Next: 'Last?' },
    Done: { Type: 'Succeed' },
  },
}

/** @param {number} length @returns {Item} */
function list(length) {
  /** @type {Item} */
  let item = { left: 0, rest: null }
  for (let left = 1; left < length; left++) item = { left, rest: item }
  return item
}

/**
 * One Pass for each item, which marks it.
 *
 * @type {Flow}
 */
const markEach = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ResultPath: '$.marked',
      Iterator: {
        StartAt: 'Mark',
        States: { Mark: { Type: 'Pass', Result: { seen: true }, ResultPath: '$.mark', End: true } },
      },
      End: true,
    },
  },
}

/** @param {number} length @returns {Item[]} */
const items = (length) => Array.from({ length }, (_, id) => ({ id, name: `item ${id}` }))

/** @param {boolean} isRight @param {unknown} output */
function expect(isRight, output) {
  if (!isRight) throw new Error(`A wrong answer: ${JSON.stringify(output).slice(0, 200)}`)
}

/** @param {number} length @param {object} [limits] @returns {Workload} */
const map = (length, limits) => ({
  name: `map-${length}`,
  flow: markEach,
  input: { items: items(length) },
  ...(limits && { limits }),
  check: ({ marked }) => expect(marked.length === length && marked[length - 1].mark.seen === true, marked),
})

/** About 250 kB, as JSON. */
const largeInput = { rows: items(7000) }

/** The flow with 250 states, the most that one attempt enters. */
export const longFlow = passes(250)

/** @type {Workload[]} */
export const workloads = [
  {
    name: 'pass-50',
    flow: passes(50),
    input: { ticket: { id: 35436, subject: 'My printer is on fire' } },
    check: (output) => expect(output.latest.at === 49 && output.ticket.id === 35436, output),
  },
  {
    name: 'choice-loop-200',
    flow: walkList,
    input: { item: list(100) },
    check: (output) => expect(output.item.left === 0, output),
  },
  map(100),
  map(200, { mapItems: 1000 }),
  {
    name: 'states-250, 250 kB',
    flow: longFlow,
    input: largeInput,
    check: (output) => expect(output.latest.at === 249 && output.rows.length === 7000, output),
  },
]
