// @ts-check
/* The flows that are measured: nothing but states, so that the loop itself is what takes the time. */

/** @typedef {import('../../src/zis/flow/types.ts').FlowDefinition} Flow */

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

/** @typedef {import('../../src/zis/json.ts').JsonObject} Item */

/** @param {number} length @returns {Item} */
function list(length) {
  /** @type {Item} */
  let item = { left: 0, rest: null }
  for (let left = 1; left < length; left++) item = { left, rest: item }
  return item
}

/** @param {boolean} isRight @param {unknown} output */
function expect(isRight, output) {
  if (!isRight) throw new Error(`A wrong answer: ${JSON.stringify(output).slice(0, 200)}`)
}

/**
 * @type {Array<{ name: string, flow: Flow, input: Item, check: (output: any) => void }>}
 */
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
]
