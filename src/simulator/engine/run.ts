import type { Attempt, RunOutcome, Step } from '../../zis/history'
import type { JsonObject } from '../../zis/json'
import { flowErrorOf } from './errors'
import type { CompiledFlow } from './compile'
import { zisLimits, type Limits } from './limits'
import type { EnginePorts, FlowError } from './ports'
import { retryDelay } from './retry'
import { RunningFlow } from './running'
import { defaultMessage } from './states/succeed'
import { Walk } from './walk'

export interface AttemptContext {
  /** Number of the attempt, from 1. */
  number: number
  runId: string
  integration: string
  account: { id: number; subdomain: string }
  ports: EnginePorts
  limits?: Partial<Limits>
  /** An integer of the event that lost digits when it was read, as the sender wrote it. */
  inexact?: string
  /** Told of every step as it begins; what it throws ends the attempt. */
  entered?(step: Step): void
}

/**
 * Runs a flow once from `StartAt` and gives the record of it (zis-flows 15). A failed attempt that should
 * be tried again carries the delay. It rejects only for a fault of the simulator itself.
 *
 * @param data the flow's first data: `input`, `account_id`, `subdomain`, `integration_key`, `connections`
 */
export async function runAttempt(
  flow: CompiledFlow,
  data: JsonObject,
  context: AttemptContext,
): Promise<Attempt> {
  const running = new RunningFlow(
    data,
    context,
    context.limits ? { ...zisLimits, ...context.limits } : zisLimits,
  )
  const walk = new Walk(running, flow.start, data, undefined)
  try {
    // A flow that neither waits nor sends anything comes to its end without a single await.
    const pending = walk.proceed()
    if (pending) await pending
    const result = running.recorder.text(walk.message ?? defaultMessage)
    return running.finish({ status: 'succeeded', result })
  } catch (thrown) {
    const error = flowErrorOf(thrown)
    if (!error) throw thrown
    return running.finish(failure(error, running))
  } finally {
    running.close()
  }
}

function failure(error: FlowError, { recorder, number, assume }: RunningFlow): RunOutcome {
  const delay = retryDelay(number, error.details, assume)
  return {
    status: 'failed',
    result: recorder.text(error.cause_text),
    error: recorder.text(error.error),
    ...(delay !== undefined && { retry_after_seconds: delay }),
  }
}
