import type { ActionDefinition, FlowDefinition } from '../../zis/flow/types'
import { expand, type Attempt, type ExpandedStep, type History, type Step } from '../../zis/history'
import { compileFlow } from './compile'
import { isSame } from './masked-texts'
import { Recording, Strayed } from './recording'
import { runAttempt } from './run'

/** The first place where a flow that runs again does not do what its history says. */
export interface Difference {
  /** Number of the attempt, from 1. */
  attempt: number
  /** The state, with its Map iterations, or "the end". */
  state: string
  what: 'state' | 'parameters' | 'request' | 'output' | 'error' | 'next' | 'notes' | 'outcome'
  expected: unknown
  found: unknown
}

export interface ReplayContext {
  integration: string
  /** Finds a custom action of the integration by its short name. */
  action(name: string): ActionDefinition | undefined
}

/**
 * Runs a flow again on the data, answers, times and switches of a history, without sending, storing or
 * waiting for anything. What built-in actions gave (settings, links, jq) is taken from the history, too,
 * so nothing else is needed; requests are made anew and put beside the recorded ones. Where a secret was
 * masked, anything fits.
 *
 * @returns the first difference, undefined when there is none
 * @throws {SyntaxError} for a flow that a check of its bundle refuses
 */
export async function replay(
  history: History,
  flow: FlowDefinition,
  context: ReplayContext,
): Promise<Difference | undefined> {
  for (const attempt of history.attempts) {
    const difference = await replayAttempt(attempt, flow, context)
    if (difference) return { attempt: attempt.number, ...difference }
  }
  return undefined
}

type Found = Omit<Difference, 'attempt'>

async function replayAttempt(
  recorded: Attempt,
  flow: FlowDefinition,
  { integration, action }: ReplayContext,
): Promise<Found | undefined> {
  // An attempt that never came to its first state, such as one without its connection, ran nothing.
  if (recorded.transitions === 0) return undefined
  const recording = new Recording(recorded)
  const compiled = compileFlow(flow, { integration, action, builtIn: recording.builtIn })
  const again: Pick<Attempt, 'data' | 'steps' | 'outcome'> = { ...recorded, steps: recording.entered }
  let strayed: Strayed | undefined
  try {
    const { outcome } = await runAttempt(compiled, recorded.data as never, {
      number: recorded.number,
      runId: '',
      integration,
      account: { id: 0, subdomain: '' },
      ports: recording.ports,
      ...(recorded.limits && { limits: recorded.limits }),
      ...(recorded.inexact !== undefined && { inexact: recorded.inexact }),
      entered: (step) => recording.enter(step),
    })
    again.outcome = outcome
  } catch (thrown) {
    if (!(thrown instanceof Strayed)) throw thrown
    strayed = thrown
  }

  const before = expand(recorded)
  const after = expand({ ...recorded, ...again })
  for (const [index, found] of after.entries()) {
    // The step in which it strayed is not at its end: only what it began with can be looked at.
    const isCut = strayed !== undefined && index === after.length - 1
    const difference = compareSteps(before[index], found, isCut)
    if (difference) return difference
  }
  if (strayed) return { state: placeOf(after.at(-1)), ...strayed.difference }
  return compareEnds(before, after, recorded, again)
}

function compareSteps(
  expected: ExpandedStep | undefined,
  found: ExpandedStep,
  isCut: boolean,
): Found | undefined {
  const state = placeOf(expected)
  const isOther = placeOf(found) !== state || found.type !== expected?.type
  if (isOther) return { state, what: 'state', expected: state, found: placeOf(found) }
  const facts = isCut ? startOf : factsOf
  const after = facts(found)
  for (const [what, value] of Object.entries(facts(expected)) as Array<[Found['what'], unknown]>) {
    if (!isSame(value, after[what])) return { state, what, expected: value, found: after[what] }
  }
  return undefined
}

type Facts = { [what in Found['what']]?: unknown }
const startOf = ({ parameters }: Step): Facts => ({ parameters })
const factsOf = ({ parameters, wrote, error, next, notes }: Step): Facts => ({
  parameters,
  error,
  output: wrote,
  next,
  notes,
})

function compareEnds(
  before: Step[],
  after: Step[],
  expected: Pick<Attempt, 'outcome'>,
  found: Pick<Attempt, 'outcome'>,
): Found | undefined {
  const missing = before[after.length]
  if (missing) return { state: placeOf(missing), what: 'state', expected: placeOf(missing), found: 'the end' }
  if (isSame(expected.outcome, found.outcome)) return undefined
  return { state: 'the end', what: 'outcome', expected: expected.outcome, found: found.outcome }
}

const placeOf = (step: Step | undefined): string =>
  step === undefined
    ? 'the end'
    : [...(step.within ?? []).map(({ state, index }) => `${state}[${index}]`), step.state].join(' › ')
