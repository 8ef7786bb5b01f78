import { expand } from '../../../zis/history'
import { firstInexactInteger } from '../../../zis/integers'
import { ZisProblem } from '../../../zis/wire/problems'
import { assumptions, type AssumptionName } from '../../assumptions'
import type { Bus } from '../../events/bus'
import type { Delivery } from '../../events/delivery'
import type { Judge } from '../../judge'
import { logToCsv } from '../../logs/export'
import { readLog } from '../../logs/log'
import { runFilter } from '../../logs/run-filter'
import type { Partners } from '../../partners/partners'
import type { Recordings } from '../../partners/recordings'
import type { Store } from '../../store/store'
import { keyOf, padded } from '../../store/keys'
import { newestFirst, pageOfNewest } from '../../store/newest'
import type { RunRow } from '../../store/tables'
import type { Json } from '../../../zis/json'
import type { World } from '../../world'
import { on, type RouteHandler, type Service } from '../service'
import { accountRoutes } from './account'
import { checkRoutes } from './check'
import { outboundFilter } from './outbound-filter'
import { partnerRoutes } from './partners'
import { checkMoments, readMoment, wholeNumber } from './query'
import { findRun, replayRoute } from './replay'
import { ticketRoutes } from './tickets'
import { controlWire as wire, type AssumptionView, type ClockState, type SaveView } from './wire'

export interface ControlParts {
  bus: Bus
  judge: Judge
  /** What became of the last save in the folder of an integration. */
  lastSave(integration: string): SaveView | undefined
  partners: Partners
  recordings: Recordings
  /** Resolves when runs and webhooks have nothing to do. */
  settle: Delivery['settle']
  /** Makes everything anew; the simulator itself does it. */
  reset(): Promise<void>
  /** The queue, its bad days and the figures of its runs. */
  queue: RouteHandler[]
  /** Who is signed in, and the app in the frame. */
  session: RouteHandler[]
  openApi: RouteHandler[]
}

/** The simulator's own paths, for its pages, tests and tools. */
export function controlService(world: World, parts: ControlParts): Service {
  const { store, clock, changes } = world
  const { bus, judge, partners } = parts

  return {
    name: 'control',
    routes: [
      on(wire.publishEvent, async ({ body: { event_source, event_type, input }, text = '' }) => {
        const [event] = bus.publish([
          {
            event_source,
            event_type,
            input: input as Json,
            inexact: firstInexactInteger(text) ?? null,
            origin: 'Published by hand',
          },
        ])
        await store.durable()
        return { event: event! }
      }),

      on(wire.listEvents, ({ query }) => {
        const { rows, has_more } = pageOfNewest(
          newestFirst(store.table('events'), query.after),
          limitOf(query.limit),
        )
        return { events: rows, has_more }
      }),

      on(wire.listRuns, ({ query }) => {
        checkMoments(query)
        const { ids } = query
        const all = ids === undefined ? newestFirst(store.table('runs'), query.after) : runsOf(store, ids)
        const { rows, has_more } = pageOfNewest(all, limitOf(query.limit), runFilter(query))
        return { runs: rows, has_more }
      }),

      on(wire.showRun, ({ params: { id } }) => {
        const { run, history } = findRun(store, id)
        return {
          run,
          event: store.table('events').get(keyOf(Number(run.event_id))) ?? null,
          attempts: history.attempts.map((attempt) => ({
            ...attempt,
            steps: expand(attempt),
          })),
        }
      }),

      replayRoute(world),
      ...checkRoutes(world, judge, parts.lastSave),
      on(wire.settle, () => parts.settle()),
      on(wire.showClock, () => clockState(world)),
      on(wire.moveClock, ({ body: { advance_seconds: seconds, freeze, real, run, set_to } }) => {
        const at = set_to === undefined ? undefined : readMoment(set_to)
        if (real) clock.real()
        if (freeze) clock.freeze()
        if (run) clock.run()
        if (at !== undefined) clock.set(at)
        if (seconds !== undefined) clock.advance(seconds * 1000)
        changes.tell('clock')
        return clockState(world)
      }),

      on(wire.listOutbound, ({ query }) => {
        const fits = outboundFilter(query)
        const { rows, has_more } = pageOfNewest(
          newestFirst(store.table('outbound'), query.after),
          limitOf(query.limit),
          fits,
        )
        return { requests: rows, has_more }
      }),

      on(wire.listUnanswered, () => ({
        calls: store
          .table('unanswered')
          .list()
          .map(([, row]) => row)
          .sort((a, b) => (a.last_at === b.last_at ? b.count - a.count : a.last_at < b.last_at ? 1 : -1)),
      })),
      on(wire.forgetUnanswered, async () => {
        const table = store.table('unanswered')
        for (const [key] of table.list()) table.delete(key)
        changes.tell('unanswered')
        await store.durable()
        return undefined
      }),

      on(wire.listLog, ({ query }) => {
        checkMoments(query)
        const { rows, has_more } = pageOfNewest(readLog(world, query, query.after), limitOf(query.limit))
        return { log: rows, has_more }
      }),
      on(wire.exportLog, ({ query }) => {
        checkMoments(query)
        const rows = readLog(world, query)
        return query.format === 'csv'
          ? download(logToCsv(rows), 'integration-log.csv', 'text/csv')
          : download(JSON.stringify([...rows], null, 2), 'integration-log.json', 'application/json')
      }),

      on(wire.listAssumptions, () => ({ assumptions: assumptionViews(world) })),
      on(wire.setAssumptions, async ({ body }) => {
        for (const [name, value] of Object.entries(body)) setAssumption(store, name, value)
        changes.tell('assumptions')
        await store.durable()
        return { assumptions: assumptionViews(world) }
      }),

      ...partnerRoutes(world, partners, parts.recordings),
      ...ticketRoutes(world),
      ...accountRoutes(world),

      on(wire.reset, async () => {
        await parts.reset()
        return undefined
      }),

      ...parts.queue,
      ...parts.session,
      ...parts.openApi,
    ],
  }
}

function runsOf(store: Store, ids: string): RunRow[] {
  const keys = ids.split(',').filter((id) => /^\d{1,15}$/.test(id))
  return keys.flatMap((id) => store.table('runs').get(padded(Number(id))) ?? [])
}

const download = (text: string, name: string, type: string): Response =>
  new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })

const limitOf = (text: string | undefined): number => wholeNumber('limit', text, 50, 500)

const clockState = ({ clock }: World): ClockState => ({
  now: new Date(clock.now()).toISOString(),
  mode: clock.isFrozen ? 'frozen' : 'real',
  offset_seconds: Math.round(clock.offset / 1000),
})

const assumptionViews = ({ assume }: World): AssumptionView[] =>
  (Object.keys(assumptions) as AssumptionName[]).map((name) => ({
    name,
    ...assumptions[name],
    choices: [...assumptions[name].choices],
    value: assume(name),
  }))

/** @throws {ZisProblem} BadRequest for a switch or a position that does not exist */
function setAssumption(store: Store, name: string, value: unknown): void {
  if (!Object.hasOwn(assumptions, name)) {
    throw new ZisProblem('BadRequest', { detail: `no assumption is called "${name}"` })
  }
  if (value === null) {
    store.table('assumptions').delete(name)
    return
  }
  const choices: readonly unknown[] = assumptions[name as AssumptionName].choices
  if (!choices.includes(value)) {
    throw new ZisProblem('BadRequest', {
      detail: `"${name}" takes ${choices.map((choice) => JSON.stringify(choice)).join(' or ')}`,
    })
  }
  store.table('assumptions').put(name, { value: value as string | number | boolean })
}
