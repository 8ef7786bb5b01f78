// @ts-check
import { readFileSync } from 'node:fs'
import { inRoot } from '../root.mjs'

const name = 'aws-local-stepfunctions'

/** @typedef {{ run(input: unknown): { result: Promise<any> } }} Machine */
/** @typedef {{ name: string, load(flow: import('./workloads.mjs').Flow): Machine }} Peer */

/**
 * The engine of Amazon's language that ours is put beside. It asks for Node 22 because of one function,
 * which is given to it here.
 *
 * @returns {Promise<Peer>}
 */
export async function loadPeer() {
  // @ts-expect-error Node 20 does not have it.
  Promise.withResolvers ??= function withResolvers() {
    let resolve, reject
    const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]))
    return { promise, resolve, reject }
  }
  const { StateMachine } = await import(name)
  const { version } = JSON.parse(readFileSync(inRoot(`node_modules/${name}/package.json`), 'utf8'))
  return {
    name: `${name} ${version}`,
    load: (flow) =>
      new StateMachine(translate(flow), { validationOptions: { checkArn: true, checkPaths: true } }),
  }
}

/**
 * The same flow in Amazon's language, where a Result is literal: what ours takes from the data goes through
 * InputPath, the cheapest way there is.
 *
 * @param {any} flow
 * @returns {any}
 */
export function translate({ StartAt, States }) {
  const translated = Object.entries(States).map(([name, state]) => {
    if (state.Type === 'Map') return [name, { ...state, Iterator: translate(state.Iterator) }]
    const from = Object.entries(state.Result ?? {}).find(([key]) => key.endsWith('.$'))
    if (from === undefined) return [name, state]
    const { Result: _, ...rest } = state
    return [name, { ...rest, InputPath: from[1], ResultPath: `$.${from[0].slice(0, -2)}` }]
  })
  return { StartAt, States: Object.fromEntries(translated) }
}
