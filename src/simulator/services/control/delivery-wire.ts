import Type from 'typebox'
import { mostOfStorm } from '../../account/storm'
import type { QueueState } from '../../events/delivery'
import type { RunStats } from '../../logs/run-stats'
import type { EventRow, RunRow } from '../../store/tables'
import { control, of } from './endpoint'

/** Seconds. */
const longestStall = 24 * 3600

export interface QueueView extends QueueState {
  /** Events accepted in the last 60 seconds of the clock. */
  accepted_last_minute: number
  /** The first that wait, without their input. */
  events: Array<Omit<EventRow, 'input' | 'runs'>>
  /** Runs whose next attempt comes soonest. */
  retries: RunRow[]
}

/** The queue and its bad days. */
export const deliveryWire = {
  showQueue: control('GET /_sim/queue', {
    summary: 'The queue: whether it starts runs, what waits in it and what is to be retried',
    answer: of<QueueView>(),
  }),
  pauseQueue: control('POST /_sim/queue/pause', {
    summary: 'Start no runs until it is resumed; events are still accepted, and runs under way finish',
    answer: of<QueueView>(),
  }),
  resumeQueue: control('POST /_sim/queue/resume', {
    summary: 'End a pause or a stall: what waits starts',
    answer: of<QueueView>(),
  }),
  stallQueue: control('POST /_sim/queue/stall', {
    summary: 'Start no runs for so many seconds of the clock, then catch up',
    body: Type.Object({ seconds: Type.Number({ exclusiveMinimum: 0, maximum: longestStall }) }),
    answer: of<QueueView>(),
  }),
  raiseStorm: control('POST /_sim/storm', {
    summary: 'Create tickets, or change those that there are, many at once, with all their events',
    body: Type.Object({
      change: Type.Union([Type.Literal('create'), Type.Literal('update')]),
      count: Type.Integer({ minimum: 1, maximum: mostOfStorm }),
    }),
    answer: of<{ tickets: number }>(),
  }),
  sendAgain: control('POST /_sim/events/:id/again', {
    summary: 'Publish the same event anew: it starts the job specs that are installed now',
    status: 202,
    answer: of<{ event: EventRow }>(),
  }),
  showStats: control('GET /_sim/stats', {
    summary: 'Runs and failures over time, and how long the runs of each flow took',
    query: Type.Object({
      integration: Type.Optional(Type.String()),
      since: Type.Optional(Type.String({ description: 'RFC 3339' })),
      until: Type.Optional(Type.String({ description: 'RFC 3339; the end of the bucket of now by default' })),
      seconds: Type.Optional(
        Type.String({ description: 'without since: so many before until, default 3600' }),
      ),
      buckets: Type.Optional(Type.String({ description: '1 to 200, default 60' })),
    }),
    answer: of<RunStats>(),
  }),
  listFlows: control('GET /_sim/flows', {
    summary: 'Flows that job specs start, installed or not',
    answer: of<{ flows: Array<{ integration: string; flow: string }> }>(),
  }),
}
