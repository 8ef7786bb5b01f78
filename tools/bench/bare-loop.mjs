// @ts-check

/** @typedef {any} Data */
/** @typedef {{ run: (data: Data) => Data, pick?: (data: Data) => string, next?: string }} Bare */

/** @param {string} path such as `$.a.b` @returns {(data: any) => any} */
function reader(path) {
  const keys = path.split('.').slice(1)
  return (data) => {
    let value = data
    for (const key of keys) value = value[key]
    return value
  }
}

/**
 * The least code that gives the right answer for the workloads: each state a function, made once, and a
 * loop over them. It is what this machine can do at best, not an engine.
 *
 * @param {import('./workloads.mjs').Flow} flow
 * @returns {(input: Data) => Data}
 */
export function compileBare({ StartAt, States }) {
  const states = new Map(Object.entries(States).map(([name, state]) => [name, compileState(state)]))
  return (input) => {
    let data = input
    for (let state = states.get(StartAt); state;) {
      data = state.run(data)
      const next = state.pick ? state.pick(data) : state.next
      state = next === undefined ? undefined : states.get(next)
    }
    return data
  }
}

/** @param {any} state @returns {Bare} */
function compileState({ Type, Choices, Default, Result, ResultPath, Next, ItemsPath, Iterator }) {
  const same = (/** @type {Data} */ data) => data
  if (Type === 'Succeed') return { run: same }
  if (Type === 'Choice') {
    const rules = Choices.map((/** @type {any} */ rule) => ({ ...rule, read: reader(rule.Variable) }))
    /** @param {Data} data */
    const pick = (data) =>
      rules.find((/** @type {any} */ rule) => rule.read(data) === rule.NumericEquals)?.Next ?? Default
    return { run: same, pick }
  }
  const to = ResultPath.slice(2)
  /** @param {Data} data @param {unknown} value */
  const put = (data, value) => {
    const copy = { ...data }
    copy[to] = value
    return copy
  }
  if (Type === 'Map') {
    const [read, run] = [reader(ItemsPath), compileBare(Iterator)]
    return { run: (data) => put(data, read(data).map(run)), next: Next }
  }
  const from = Object.entries(Result).find(([key]) => key.endsWith('.$'))
  if (from !== undefined) {
    const [key, read] = [from[0].slice(0, -2), reader(String(from[1]))]
    return { run: (data) => ({ [key]: read(data) }), next: Next }
  }
  return { run: (data) => put(data, Result), next: Next }
}
