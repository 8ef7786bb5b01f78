import type { Json, JsonObject } from '../../src/zis/json'
import { copy, Failure, failed, holds, need, put, template, textual } from './reference-language'

/*
 * A second, slow reading of zis-flows.md: what a flow does, written down as plainly as possible. It shares
 * no code with the engine, copies everything, looks everything up again at every step and keeps no
 * history. Where the page leaves a point open it takes the default of the switch.
 */

type Flow = { StartAt: string; States: { [name: string]: JsonObject } }

/** What a flow meets. Actions answer at once. */
export interface ReferenceWorld {
  config(scope: string): JsonObject | undefined
  /** @throws {Error} with jq's message */
  jq(program: string, input: Json): Json
  /** Status and JSON of the answer to a custom action that is called with these parameters. */
  call(parameters: JsonObject): { status: number; json: Json }
}

export interface ReferenceResult {
  status: 'succeeded' | 'failed'
  result: string
  error?: string
  data: Json
  transitions: number
}

/** Runs a flow of the integration from `StartAt` to its end (sections 5 to 9). */
export function interpret(flow: Flow, input: JsonObject, world: ReferenceWorld): ReferenceResult {
  let transitions = 0
  let seconds = 0
  let message = 'Execution Successful'
  let outerData: Json = copy(input)

  /** One `States` object, of the flow or of a Map iteration; gives the data after the last state. */
  function walk({ StartAt, States }: Flow, begin: Json, isOuter: boolean): Json {
    let data = copy(begin)
    let name: string | undefined = StartAt
    let tries = 0
    while (name !== undefined) {
      if (isOuter) outerData = copy(data)
      // 1: limits of 100 seconds and 250 transitions, which no Catch sees.
      if (seconds >= 100) throw timeIsUp()
      if (transitions >= 250) {
        throw new Failure(
          'States.ExceededTransitions',
          'the flow made more than 250 state transitions',
          false,
        )
      }
      transitions += 1
      const state: JsonObject = States[name]!
      try {
        const step = enter(state, copy(data), isOuter)
        data = step.data
        name = step.next
        tries = 0
      } catch (problem) {
        if (!(problem instanceof Failure)) throw problem
        const isOurs = problem.isCatchable && (state['Type'] === 'Action' || state['Type'] === 'Map')
        const retry = (state['Retry'] as JsonObject[] | undefined)?.[0]
        const catcher = (state['Catch'] as JsonObject[] | undefined)?.[0]
        if (isOurs && retry && tries < ((retry['MaxAttempts'] as number | undefined) ?? 3)) {
          // 8.4: a state is tried again before its Catch is asked.
          pause(
            ((retry['IntervalSeconds'] as number | undefined) ?? 1) *
              ((retry['BackoffRate'] as number | undefined) ?? 2) ** tries,
          )
          tries += 1
        } else if (isOurs && catcher) {
          // 8.2: the error goes into what the state was given.
          data = put(data, catcher['ResultPath'], { Error: problem.error, Cause: problem.cause_text })
          name = catcher['Next'] as string
          tries = 0
        } else {
          throw problem
        }
      }
    }
    if (isOuter) outerData = copy(data)
    return data
  }

  const timeIsUp = () => new Failure('States.Timeout', 'the flow ran longer than 100 seconds', false)

  function pause(length: number) {
    if (seconds + length >= 100) throw timeIsUp()
    seconds += length
  }

  function enter(state: JsonObject, data: Json, isOuter: boolean): { data: Json; next: string | undefined } {
    const next = state['Next'] as string | undefined
    switch (state['Type']) {
      case 'Pass': {
        if (!Object.hasOwn(state, 'Result')) return { data, next }
        return { data: put(data, state['ResultPath'], template(state['Result']!, data)), next }
      }
      case 'Choice': {
        const rule = (state['Choices'] as JsonObject[]).find((one) => holds(one, data))
        const to = (rule?.['Next'] ?? state['Default']) as string | undefined
        if (to === undefined) {
          throw new Failure('States.NoChoiceMatched', 'no rule of the Choice is true and it has no Default')
        }
        return { data, next: to }
      }
      case 'Wait': {
        const path = state['SecondsPath'] as string
        const length = Object.hasOwn(state, 'Seconds') ? state['Seconds']! : need(data, path)
        if (typeof length !== 'number') {
          throw failed(`${path} is not a number of seconds: ${JSON.stringify(length)}`)
        }
        if (length > 0) pause(length)
        return { data, next }
      }
      case 'Succeed': {
        const text = textual((state['Message'] as string | undefined) ?? 'Execution Successful', data)
        if (isOuter) message = text
        return { data, next: undefined }
      }
      case 'Fail':
        throw new Failure(textual(state['Error'] as string, data), textual(state['Cause'] as string, data))
      case 'Map':
        return { data: put(data, state['ResultPath'], iterate(state, data)), next }
      default: {
        const output = act(
          state['ActionName'] as string,
          template(state['Parameters'] ?? {}, data) as JsonObject,
        )
        return { data: put(data, state['ResultPath'], output), next }
      }
    }
  }

  /** 7.4: each element by itself, in order; the first failure ends it. */
  function iterate(state: JsonObject, data: Json): Json {
    const path = state['ItemsPath'] as string
    const items = need(data, path)
    if (!Array.isArray(items)) throw failed(`${path} is not an array`)
    if (items.length > 100) {
      throw new Failure(
        'States.ExceededItems',
        `${path} has ${items.length} items; a Map takes at most 100`,
        false,
      )
    }
    const wrong = items.findIndex((item) => typeof item !== 'object' || item === null || Array.isArray(item))
    if (wrong >= 0) throw failed(`${path}[${wrong}] is not an object: a Map takes objects only`)
    return items.map((item) => walk(state['Iterator'] as unknown as Flow, item, false))
  }

  function act(name: string, parameters: JsonObject): Json {
    if (name === 'zis:common:action:LoadConfig') {
      const scope = parameters['scope'] as string
      const config = world.config(scope)
      if (!config) throw failed(`there is no config with the scope "${scope}"`)
      return copy(config)
    }
    if (name === 'zis:common:transform:Jq') {
      try {
        return copy(world.jq(parameters['expr'] as string, copy(parameters['data']!)))
      } catch (problem) {
        throw failed((problem as Error).message)
      }
    }
    const { status, json } = world.call(copy(parameters))
    if (status < 200 || status > 299) throw failed(`external action failed due to status code: ${status}`)
    return copy(json)
  }

  try {
    walk(flow, input, true)
    return { status: 'succeeded', result: message, data: outerData, transitions }
  } catch (problem) {
    if (!(problem instanceof Failure)) throw problem
    return {
      status: 'failed',
      result: problem.cause_text,
      error: problem.error,
      data: outerData,
      transitions,
    }
  }
}
