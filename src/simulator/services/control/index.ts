import { expand } from '../../../zis/history'
import { ZisProblem } from '../../../zis/wire/problems'
import { assumptions, type AssumptionName } from '../../assumptions'
import type { Bus } from '../../events/bus'
import type { Delivery } from '../../events/delivery'
import { readLog } from '../../logs/log'
import type { Partner } from '../../partners/partner'
import type { Store } from '../../store/store'
import { keyOf, padded } from '../../store/keys'
import type { Json } from '../../../zis/json'
import type { World } from '../../world'
import { on, type RouteHandler, type Service } from '../service'
import { controlWire as wire, type AssumptionView, type ClockState } from './wire'

export interface ControlParts {
  bus: Bus
  delivery: Delivery
  partners: Map<string, Partner>
  /** Makes everything anew; the simulator itself does it. */
  reset(): Promise<void>
  /** Who is signed in, and the app in the frame. */
  session: RouteHandler[]
  openApi: RouteHandler[]
}

/** The simulator's own paths, for its pages, tests and tools. */
export function controlService(world: World, parts: ControlParts): Service {
  const { store, clock, changes } = world
  const { bus, delivery, partners } = parts

  return {
    name: 'control',
    routes: [
      on(wire.publishEvent, async ({ body: { event_source, event_type, input } }) => {
        const [event] = bus.publish([
          { event_source, event_type, input: input as Json, origin: 'Published by hand' },
        ])
        await store.durable()
        return { event: event! }
      }),

      on(wire.listEvents, ({ query }) => {
        const { rows, has_more } = newest(store, 'events', query)
        return { events: rows, has_more }
      }),

      on(wire.listRuns, ({ query }) => {
        const { rows, has_more } = newest(store, 'runs', query, (run) =>
          query.integration === undefined ? true : run.integration === query.integration,
        )
        return { runs: rows, has_more }
      }),

      on(wire.showRun, ({ params: { id } }) => {
        const run = /^\d{1,15}$/.test(id) ? store.table('runs').get(padded(Number(id))) : undefined
        if (!run) throw new ZisProblem('UnknownPath', { path: `run ${id}` })
        const history = store.table('histories').get(padded(Number(id)))
        return {
          run,
          event: store.table('events').get(keyOf(Number(run.event_id))) ?? null,
          attempts: (history?.attempts ?? []).map((attempt) => ({ ...attempt, steps: expand(attempt) })),
        }
      }),

      on(wire.settle, () => delivery.settle()),
      on(wire.showClock, () => clockState(world)),
      on(wire.moveClock, ({ body: { advance_seconds: seconds, freeze, real } }) => {
        if (real) clock.real()
        if (freeze) clock.freeze()
        if (seconds !== undefined) clock.advance(seconds * 1000)
        changes.tell('clock')
        return clockState(world)
      }),

      on(wire.listOutbound, ({ query }) => {
        const { rows, has_more } = newest(store, 'outbound', query)
        return { requests: rows, has_more }
      }),

      on(wire.listLog, ({ query }) => {
        const limit = limitOf(query.limit)
        const rows = readLog(world, { ...query, limit: limit + 1 })
        return { log: rows.slice(0, limit), has_more: rows.length > limit }
      }),

      on(wire.listAssumptions, () => ({ assumptions: assumptionViews(world) })),
      on(wire.setAssumptions, async ({ body }) => {
        for (const [name, value] of Object.entries(body)) setAssumption(store, name, value)
        changes.tell('assumptions')
        await store.durable()
        return { assumptions: assumptionViews(world) }
      }),

      on(wire.listPartners, () => ({
        partners: [...partners.values()].map(({ host, title }) => ({ host, title })),
      })),
      on(wire.showPartner, async ({ params: { host } }) => {
        const partner = partners.get(host)
        if (!partner) throw new ZisProblem('UnknownPath', { path: `partner ${host}` })
        return { partner: await partner.state() }
      }),

      on(wire.reset, async () => {
        await parts.reset()
        return undefined
      }),

      ...parts.session,
      ...parts.openApi,
    ],
  }
}

type Listed = 'events' | 'runs' | 'outbound'
type RowOf<Name extends Listed> = ReturnType<ReturnType<typeof tableOf<Name>>['list']>[number][1]
const tableOf = <Name extends Listed>(store: Store, name: Name) => store.table(name)

/** A page of rows, newest first. */
function newest<Name extends Listed>(
  store: Store,
  name: Name,
  { limit: text, after }: { limit?: string; after?: string },
  fits: (row: RowOf<Name>) => boolean = () => true,
): { rows: Array<RowOf<Name>>; has_more: boolean } {
  const limit = limitOf(text)
  const rows: Array<RowOf<Name>> = []
  let place = after === undefined ? undefined : padded(Number(after))
  // Read in portions: a filter may pass over most of a long table.
  for (;;) {
    const portion = tableOf(store, name).list({
      reverse: true,
      limit: limit + 1,
      ...(place !== undefined && { after: place }),
    })
    for (const [, row] of portion) if (rows.length <= limit && fits(row)) rows.push(row)
    if (rows.length > limit || portion.length <= limit) break
    place = portion.at(-1)![0]
  }
  return { rows: rows.slice(0, limit), has_more: rows.length > limit }
}

/** @throws {ZisProblem} BadRequest */
function limitOf(text: string | undefined): number {
  const limit = Number(text ?? 50)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) {
    throw new ZisProblem('BadRequest', { detail: 'limit must be a number from 1 to 500' })
  }
  return limit
}

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
