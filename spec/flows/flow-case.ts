import { checkFlow } from '../../src/zis/flow/check-flow'
import type { ActionDefinition, FlowDefinition } from '../../src/zis/flow/types'
import { expand, type Attempt, type Exchange } from '../../src/zis/history'
import { firstInexactInteger } from '../../src/zis/integers'
import type { Json, JsonObject } from '../../src/zis/json'
import { Report } from '../../src/zis/report'
import { createClock } from '../../src/simulator/clock'
import { assumptions, type AssumptionName, type ReadAssumption } from '../../src/simulator/assumptions'
import { compileFlow } from '../../src/simulator/engine/compile'
import type { Limits } from '../../src/simulator/engine/limits'
import {
  FlowError,
  type EnginePorts,
  type FlowRequest,
  type Jq,
  type NewLink,
} from '../../src/simulator/engine/ports'
import { runAttempt } from '../../src/simulator/engine/run'
import { recordsFor } from '../support/flow-records'

/** A flow, what it meets, and what should come out. */
export interface FlowCase {
  name: string
  flow: JsonObject
  /** The flow's data before the first state. */
  input?: JsonObject
  /** The event as it was sent, JSON that becomes `$.input`; only so can it have an integer beyond 2^53. */
  event?: string
  actions?: { [name: string]: JsonObject }
  configs?: { [scope: string]: JsonObject }
  /** Links of the integration before the flow begins. */
  links?: NewLink[]
  /** Answers to the requests, in order; `json` is the body as JSON, `after` comes that many seconds later. */
  answers?: Answer[]
  /** Positions of switches that differ from the default. */
  assume?: { [switchName: string]: string | number | boolean }
  limits?: Partial<Limits>
  attempt?: number
  expect: Expected
}

interface Answer {
  status?: number
  headers?: Record<string, string>
  body?: string
  json?: Json
  after?: number
  /** No answer comes at all. */
  broken?: string
}

export interface Expected {
  status?: 'succeeded' | 'failed'
  output?: Json
  result?: string
  error?: string
  /** `null` when the flow is not tried again. */
  retry_after_seconds?: number | null
  transitions?: number
  /** On the clock. */
  seconds?: number
  requests?: Json
  /** The configs afterwards, by scope. */
  configs?: Json
  /** The links afterwards: `type left right`. */
  links?: Json
  connections?: string[]
  /** Names of the states that were entered, in order. */
  path?: string[]
  /** What the history says beside the facts: `state: note`. */
  notes?: string[]
  /** What each Action was given, in order. */
  parameters?: Json[]
  /** The errors in the history: `state: cause`, and `caught` behind one that a Catch or a Retry took. */
  errors?: string[]
  /** `severity code pointer` of every finding; without it the flow must have no error. */
  findings?: string[]
}

const began = Date.parse('2026-01-05T10:00:00Z')

/** What came out of a case, in the words of {@link Expected}. */
export async function runCase(flowCase: FlowCase, jq: Jq): Promise<Expected> {
  const found = findingsOf(flowCase.flow, flowCase.actions ?? {})
  if (flowCase.expect.findings) return { findings: found }
  const errors = found.filter((finding) => finding.startsWith('error'))
  if (errors.length > 0) throw new Error(`the flow of this case is refused: ${errors.join('; ')}`)
  const { attempt, requests, connections, left } = await attemptOf(flowCase, jq)
  return { ...observe(attempt, requests, connections), ...left() }
}

/** What a flow of a case is compiled with. */
export const contextOf = ({ actions = {} }: FlowCase) => ({
  integration: 'acme',
  action: (name: string) => actions[name] as ActionDefinition | undefined,
})

/** Runs a case on a clock that stands still and jumps to whatever is due next. */
export async function attemptOf(flowCase: FlowCase, jq: Jq) {
  const { flow, event } = flowCase
  const inexact = firstInexactInteger(event ?? '')
  const input = { ...flowCase.input, ...(event !== undefined && { input: JSON.parse(event) as Json }) }
  const compiled = compileFlow(flow as unknown as FlowDefinition, contextOf(flowCase))
  const world = createWorld(flowCase, jq)
  const attempt = await world.untilEnd(
    runAttempt(compiled, input, {
      number: flowCase.attempt ?? 1,
      runId: '1',
      integration: 'acme',
      account: { id: 77, subdomain: 'acme' },
      ports: world.ports,
      ...(flowCase.limits && { limits: flowCase.limits }),
      ...(inexact !== undefined && { inexact }),
    }),
  )
  return { attempt, requests: world.requests, connections: compiled.connections, left: world.left }
}

function findingsOf(flow: Json, actions: { [name: string]: Json }): string[] {
  const report = new Report()
  checkFlow(flow, '', {
    report,
    checkActionName(name, pointer) {
      const isKnown = name.startsWith('zis:common:') || Object.hasOwn(actions, name.split(':')[3] ?? '')
      // A name that begins with "missing" stands for an action that was there at the upload only.
      if (!isKnown && !name.includes(':missing'))
        throw new Error(`the case has no action ${name} (${pointer})`)
    },
  })
  return report.findings.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`)
}

/** What came out, in the words of {@link Expected}. */
export function observe(attempt: Attempt, requests: Json[], connections: string[]): Expected {
  const { outcome, transitions } = attempt
  const steps = expand(attempt)
  const outer = steps.filter(({ within }) => within === undefined)
  return {
    ...outcome,
    retry_after_seconds: (outcome.status === 'failed' ? outcome.retry_after_seconds : undefined) ?? null,
    transitions,
    connections,
    requests,
    output: outer.length > 0 ? outer.at(-1)!.output : attempt.data,
    path: attempt.steps.map(({ state }) => state),
    parameters: steps.flatMap(({ parameters }) => (parameters === undefined ? [] : [parameters])),
    errors: steps.flatMap(({ state, error }) =>
      error ? [`${state}: ${error.cause}${error.caught ? ', caught' : ''}`] : [],
    ),
    notes: attempt.steps.flatMap(({ state, notes = [] }) => notes.map((note) => `${state}: ${note}`)),
    seconds: (Date.parse(attempt.ended_at) - Date.parse(attempt.started_at)) / 1000,
  }
}

function createWorld({ configs = {}, links = [], answers = [], assume = {} }: FlowCase, jq: Jq) {
  const clock = createClock()
  clock.freeze(began)
  const requests: Json[] = []
  let busy = 0
  const whileBusy = async <T>(work: Promise<T>): Promise<T> => {
    busy += 1
    return work.finally(() => (busy -= 1))
  }

  const read: ReadAssumption = (name) =>
    (assume[name] ?? assumptions[name as AssumptionName].default) as never
  const records = recordsFor('acme', { configs, links }, { clock, assume: read })
  const ports: EnginePorts = {
    ...records.ports,
    clock,
    jq: { ...jq, evaluate: (program, data, budget) => whileBusy(jq.evaluate(program, data, budget)) },
    mask: (value) => value,
    assume: read,
    async send(request) {
      const answer = answers[requests.length]
      requests.push(shown(request))
      if (!answer) throw new Error('the flow sends more requests than the case has answers')
      if (answer.after !== undefined) await clock.sleep(answer.after * 1000)
      const exchange = exchangeOf(request, requests.length)
      if (answer.broken !== undefined) {
        exchange.error = answer.broken
        throw new FlowError('States.TaskFailed', answer.broken, {
          exchange,
          retriedIf: 'retryAfterNoAnswer',
        })
      }
      const body = answer.json === undefined ? (answer.body ?? '') : JSON.stringify(answer.json)
      exchange.response = { status: answer.status ?? 200, headers: answer.headers ?? {}, body }
      return { ...exchange.response, exchange }
    },
  }

  return {
    ports,
    requests,
    left: records.left,
    async untilEnd(run: Promise<Attempt>): Promise<Attempt> {
      let isOver = false
      const done = run.finally(() => (isOver = true))
      done.catch(() => undefined)
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve))
        if (isOver) return done
        const { next } = clock.waiting()
        if (busy === 0 && next !== undefined) clock.advance(next - clock.now())
      }
    },
  }
}

function shown({ method, url, path, headers, body, connection }: FlowRequest): Json {
  return {
    method,
    ...(url !== undefined && { url }),
    ...(path !== undefined && { path }),
    ...(headers.length > 0 && { headers: headers.map(({ key, value }) => `${key}: ${value}`) }),
    ...(body !== undefined && { body }),
    ...(connection !== undefined && { connection }),
  }
}

const exchangeOf = ({ method, url, path, body }: FlowRequest, number: number): Exchange => ({
  id: String(number),
  started_at: new Date(began).toISOString(),
  duration_ms: 0,
  request: {
    method,
    url: url ?? `https://acme.zendesk.com${path ?? ''}`,
    headers: {},
    ...(body !== undefined && { body }),
  },
})
