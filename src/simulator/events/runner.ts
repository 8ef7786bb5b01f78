import type { Attempt, RunOutcome } from '../../zis/history'
import type { JsonObject } from '../../zis/json'
import { packAttempt } from '../../zis/packed-history'
import type { Clock } from '../clock'
import type { EnginePorts } from '../engine/ports'
import { runAttempt } from '../engine/run'
import { writeLogRow } from '../logs/log'
import { keyOf, padded } from '../store/keys'
import type { EventRow, RunRow } from '../store/tables'
import { accountOf, fineStamp, type World } from '../world'
import { createFlows } from './flows'

/** What a run needs from the rest of the simulator, beside the world. */
export interface RunnerPorts extends Omit<EnginePorts, 'clock' | 'mask'> {
  /** The OAuth connections as the older style finds them in the flow's data (zis-flows 4.4). */
  connectionsData(integration: string): Promise<JsonObject>
  hasConnection(integration: string, name: string): boolean
  /** Attempts that hang on the clock outside of the engine: on a slow partner. */
  sleepingElsewhere?: { dues: ReadonlySet<{ due: number }>; onSleep: () => void }
  /** Where a fault of ours is told; the run stays in the queue. */
  fault(problem: unknown): void
}

/**
 * Makes the attempts of runs and keeps what came of them: history, log row, state.
 * @param onSleep called when an attempt begins to wait on the clock
 */
export function createRunner(world: World, ports: RunnerPorts, onSleep: () => void) {
  const { store, changes, masker } = world
  const flows = createFlows(world)
  /** When each attempt that waits on the clock goes on. */
  const asleep = new Set<{ due: number }>()

  if (ports.sleepingElsewhere) ports.sleepingElsewhere.onSleep = onSleep

  const runner = {
    /** When the attempts that hang on the clock at this moment go on (ms since 1970). */
    sleeping: () => [...asleep, ...(ports.sleepingElsewhere?.dues ?? [])].map(({ due }) => due),
    /**
     * Makes one attempt; answers in how many ms the next one is due, undefined when the run is at its end.
     * @param isWanted false when the store was emptied meanwhile: then nothing is kept
     */
    async attempt(run: RunRow, event: EventRow, isWanted: () => boolean): Promise<number | undefined> {
      const started: RunRow = {
        ...run,
        status: 'running',
        attempts: run.attempts + 1,
        started_at: run.started_at ?? fineStamp(world),
        due_at: null,
      }
      keep(started)
      const attempt = await make(started, event)
      return isWanted() ? finish(started, attempt) : undefined
    },
  }

  const clock: Clock = {
    now: () => world.clock.now(),
    after: (ms, call) => world.clock.after(ms, call),
    async sleep(ms, signal) {
      const sleeper = { due: world.clock.now() + ms }
      asleep.add(sleeper)
      onSleep()
      try {
        await world.clock.sleep(ms, signal)
      } finally {
        asleep.delete(sleeper)
      }
    },
  }

  async function make(run: RunRow, event: EventRow): Promise<Attempt> {
    const { integration } = run
    const failed = (text: string) => withoutSteps(run, event.input as JsonObject, text)
    const found = flows.find(integration, run.flow)
    if (!found) return failed(`the flow zis:${integration}:flow:${run.flow} does not exist`)
    const { flow } = found
    // One missing name is reported per run, before the first state (zis-flows 4.4).
    const needed = world.assume('checksUnreachableActions') ? flow.connections : flow.reachableConnections
    const missing = needed.find((name) => !ports.hasConnection(integration, name))
    if (missing !== undefined) {
      return failed(`Cannot start flow because the connection named "${missing}" does not exist`)
    }

    const account = accountOf(world)
    const data: JsonObject = {
      account_id: account.id,
      integration_key: integration,
      subdomain: account.subdomain,
      input: event.input,
    }
    if (found.readsConnections) {
      data['connections'] = await ports.connectionsData(integration)
    }
    return runAttempt(flow, data, {
      number: run.attempts,
      runId: run.id,
      integration,
      account,
      ...(event.inexact !== undefined && { inexact: event.inexact }),
      ports: { ...ports, clock, mask: (value) => masker.json(value) },
    })
  }

  function withoutSteps(run: RunRow, data: JsonObject, text: string): Attempt {
    const now = fineStamp(world)
    const outcome: RunOutcome = { status: 'failed', result: text, error: text }
    return { number: run.attempts, started_at: now, ended_at: now, data, outcome, transitions: 0, steps: [] }
  }

  /** Keeps an attempt; everything in one turn, so that a crash leaves all of it or nothing. */
  function finish(run: RunRow, attempt: Attempt): number | undefined {
    const key = padded(Number(run.id))
    const { outcome } = attempt
    const history = store.table('histories').get(key) ?? { attempts: [] }
    history.attempts.push(packAttempt(attempt))
    store.table('histories').put(key, history)

    const delay = outcome.status === 'failed' ? outcome.retry_after_seconds : undefined
    keep({
      ...run,
      status: delay === undefined ? outcome.status : 'retrying',
      result: outcome.result,
      transitions: attempt.transitions,
      ended_at: delay === undefined ? attempt.ended_at : null,
      duration_ms: Date.parse(attempt.ended_at) - Date.parse(run.started_at ?? attempt.started_at),
      due_at: delay === undefined ? null : new Date(world.clock.now() + delay * 1000).toISOString(),
    })
    if (delay !== undefined) return delay * 1000
    store.table('open_runs').delete(key)
    writeLogRow(world, run, attempt)
    return undefined
  }

  function keep(run: RunRow): void {
    store.table('runs').put(keyOf(Number(run.id)), run)
    changes.tell('runs', run.id)
  }

  return runner
}
