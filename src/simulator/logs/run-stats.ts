import { newestFirst } from '../store/newest'
import type { RunRow } from '../store/tables'
import type { World } from '../world'

/** Rows read in one turn: in between, requests are answered and runs go on. */
const rowsInOneTurn = 2000
/** Rows of another time that are passed over before the rest counts as such: the clock can be moved. */
const mostAside = 1000

export interface RunStats {
  since: string
  until: string
  /** Length of a bucket (seconds). */
  seconds: number
  buckets: RunBucket[]
  /** Those with most runs first. */
  flows: FlowStats[]
}
/** Runs that were started in one span of time. */
export interface RunBucket {
  at: string
  runs: number
  failed: number
}
/** Runs of one flow that came to their end, and how long they took from their first start (ms). */
export interface FlowStats {
  integration: string
  flow: string
  runs: number
  failed: number
  median_ms: number
  p95_ms: number
  longest_ms: number
}

export interface StatsOptions {
  integration?: string
  /** Milliseconds since 1970. */
  since: number
  until: number
  /** How many buckets. */
  count: number
}

/** Counts runs by time and by flow, so that a chart need not be sent every run. */
export async function runStats(
  { store }: Pick<World, 'store'>,
  { integration, since, until, count }: StatsOptions,
): Promise<RunStats> {
  const span = (until - since) / count
  const buckets = Array.from({ length: count }, (_, index): RunBucket => ({
    at: new Date(since + index * span).toISOString(),
    runs: 0,
    failed: 0,
  }))
  const flows = new Map<string, RunRow[]>()
  let aside = 0
  let read = 0
  for (const run of newestFirst(store.table('runs'))) {
    read += 1
    if (read % rowsInOneTurn === 0) await new Promise((resolve) => setTimeout(resolve, 0))
    const at = Date.parse(run.queued_at)
    aside = at < since ? aside + 1 : 0
    if (aside === mostAside) break
    if (at < since || at >= until || (integration !== undefined && run.integration !== integration)) continue
    const bucket = buckets[Math.floor((at - since) / span)]!
    bucket.runs += 1
    if (run.status === 'failed') bucket.failed += 1
    if (run.duration_ms === null || run.ended_at === null) continue
    const key = JSON.stringify([run.integration, run.flow])
    const known = flows.get(key)
    if (known) known.push(run)
    else flows.set(key, [run])
  }
  return {
    since: new Date(since).toISOString(),
    until: new Date(until).toISOString(),
    seconds: span / 1000,
    buckets,
    flows: [...flows.values()].map(statsOf).sort((one, other) => other.runs - one.runs),
  }
}

function statsOf(runs: RunRow[]): FlowStats {
  const { integration, flow } = runs[0]!
  const times = runs.map(({ duration_ms }) => duration_ms!).sort((one, other) => one - other)
  const failed = runs.filter(({ status }) => status === 'failed').length
  return {
    integration,
    flow,
    runs: runs.length,
    failed,
    median_ms: atShare(times, 0.5),
    p95_ms: atShare(times, 0.95),
    longest_ms: times.at(-1)!,
  }
}

/** The least time within which that share of all was done (nearest rank). */
const atShare = (sorted: number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!
