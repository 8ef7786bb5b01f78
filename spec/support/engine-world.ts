import type { ActionDefinition, FlowDefinition } from '../../src/zis/flow/types'
import type { Attempt, Exchange } from '../../src/zis/history'
import type { Json, JsonObject } from '../../src/zis/json'
import { defaultAssumptions } from '../../src/simulator/assumptions'
import { createClock } from '../../src/simulator/clock'
import { compileFlow } from '../../src/simulator/engine/compile'
import type { Limits } from '../../src/simulator/engine/limits'
import type { EnginePorts, FlowRequest } from '../../src/simulator/engine/ports'
import { runAttempt } from '../../src/simulator/engine/run'

const unused = (what: string) => () => Promise.reject(new Error(`no ${what} in this spec`))

/** What an engine needs, with the clock standing still; a spec says what it meets. */
export function enginePorts(ports: Partial<EnginePorts> = {}): EnginePorts {
  const clock = createClock()
  clock.freeze(Date.parse('2026-01-05T10:00:00Z'))
  return {
    clock,
    jq: { evaluate: unused('jq'), close: () => Promise.resolve() },
    send: unused('network'),
    loadConfig: () => undefined,
    mask: (value: Json) => value,
    assume: defaultAssumptions,
    ...ports,
  } as EnginePorts
}

export interface EngineWorld {
  ports?: Partial<EnginePorts>
  actions?: { [name: string]: ActionDefinition }
  limits?: Partial<Limits>
  number?: number
}

export const flowContext = ({ actions = {} }: EngineWorld = {}) => ({
  integration: 'acme',
  action: (name: string) => actions[name],
})

/** One attempt of a flow of the integration `acme`. */
export const runFlow = (flow: FlowDefinition, data: JsonObject, world: EngineWorld = {}): Promise<Attempt> =>
  runAttempt(compileFlow(flow, flowContext(world)), data, {
    number: world.number ?? 1,
    runId: 'r1',
    integration: 'acme',
    account: { id: 77, subdomain: 'acme' },
    ports: enginePorts(world.ports),
    ...(world.limits && { limits: world.limits }),
  })

/** Answers every request with the same JSON. */
export const answering =
  (json: Json, status = 200): EnginePorts['send'] =>
  (request) => {
    const response = { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }
    return Promise.resolve({ ...response, exchange: { ...exchangeOf(request), response } })
  }

export const exchangeOf = ({ method, url, path, body }: FlowRequest): Exchange => ({
  id: '1',
  started_at: '2026-01-05T10:00:00.000Z',
  duration_ms: 0,
  request: {
    method,
    url: url ?? `https://acme.zendesk.com${path ?? ''}`,
    headers: {},
    ...(body !== undefined && { body }),
  },
})

/** A Jq state that reads all of its data. */
export const jqState = (expr: string, ResultPath: string) => ({
  Type: 'Action' as const,
  ActionName: 'zis:common:transform:Jq',
  Parameters: { expr, 'data.$': '$' },
  ResultPath,
})
