import { parseName } from '../../../zis/names'
import { ZisProblem } from '../../../zis/wire/problems'
import { raiseStorm, type TicketCalls } from '../../account/storm'
import type { Bus } from '../../events/bus'
import type { Delivery } from '../../events/delivery'
import { runStats } from '../../logs/run-stats'
import { padded } from '../../store/keys'
import type { World } from '../../world'
import { on, type RouteHandler } from '../service'
import { readMoment, wholeNumber } from './query'
import { deliveryWire as wire, type QueueView } from './delivery-wire'

/** Waiting events and retries that the queue's page shows. */
const shown = 50
/** What charts show unless told otherwise, and the most of it (seconds). */
const usualSpan = 3600
const longestSpan = 7 * 24 * 3600

/** The queue, the bad days that are made at a press, and what the charts draw. */
export function deliveryRoutes(
  world: World,
  { bus, delivery, tickets }: { bus: Bus; delivery: Delivery; tickets: TicketCalls },
): RouteHandler[] {
  const { store, clock } = world

  function view(): QueueView {
    const { events, retrying } = delivery.list(shown)
    return {
      ...delivery.state(),
      accepted_last_minute: bus.lastMinute(),
      events: events.map(({ id, at, event_source, event_type, origin }) => ({
        ...{ id, at, event_source, event_type, origin },
      })),
      retries: retrying,
    }
  }

  /** Tells of the queue once its new state would survive the end of the process. */
  async function changed(): Promise<QueueView> {
    await store.durable()
    return view()
  }

  return [
    on(wire.showQueue, view),
    on(wire.pauseQueue, () => {
      delivery.pause()
      return changed()
    }),
    on(wire.resumeQueue, () => {
      delivery.resume()
      return changed()
    }),
    on(wire.stallQueue, ({ body: { seconds } }) => {
      delivery.stall(seconds)
      return changed()
    }),

    on(wire.raiseStorm, async ({ body }) => {
      const admin = store
        .table('users')
        .list()
        .map(([, user]) => user)
        .find(({ role }) => role === 'admin')
      if (!admin) throw new ZisProblem('BadRequest', { detail: 'the account has no admin' })
      const changedTickets = await raiseStorm(world, tickets, body, admin)
      if (changedTickets === 0) {
        throw new ZisProblem('BadRequest', { detail: 'the account has no ticket that can be changed' })
      }
      return { tickets: changedTickets }
    }),

    on(wire.sendAgain, async ({ params: { id } }) => {
      const event = /^\d{1,15}$/.test(id) ? store.table('events').get(padded(Number(id))) : undefined
      if (!event) throw new ZisProblem('NotThere', { what: `event ${id}` })
      const { event_source, event_type, input, inexact = null } = event
      const origin = `Event ${id} sent again`
      const [again] = bus.publish([{ event_source, event_type, input, inexact, origin }])
      await store.durable()
      return { event: again! }
    }),

    on(wire.showStats, ({ query }) => {
      const count = wholeNumber('buckets', query.buckets, 60, 200)
      const span = wholeNumber('seconds', query.seconds, usualSpan, longestSpan) * 1000
      // Buckets begin where they began at the last look, so that a chart stands still.
      const until =
        query.until === undefined ? endOfBucket(clock.now(), span / count) : readMoment(query.until)
      const since = query.since === undefined ? until - span : readMoment(query.since)
      if (since >= until) throw new ZisProblem('BadRequest', { detail: 'since must be before until' })
      return runStats(world, {
        since,
        until,
        count,
        ...(query.integration !== undefined && { integration: query.integration }),
      })
    }),

    on(wire.listFlows, () => {
      const flows = new Map<string, { integration: string; flow: string }>()
      for (const [, { integration, flow_name }] of store.table('job_specs').list()) {
        const flow = parseName(flow_name)?.name ?? flow_name
        flows.set(JSON.stringify([integration, flow]), { integration, flow })
      }
      return { flows: [...flows.values()] }
    }),
  ]
}

const endOfBucket = (at: number, length: number): number => (Math.floor(at / length) + 1) * length
