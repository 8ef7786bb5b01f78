import { ZisProblem } from '../../../zis/wire/problems'
import { triggers as wire } from '../../../zis/wire/triggers'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { on, type RouteHandler } from '../service'

/** Ticket triggers that notify a webhook (zis-events 7.2). */
export function triggerRoutes(world: World): RouteHandler[] {
  const { store, changes } = world
  const table = store.table('triggers')

  function existing(id: string): Tables['triggers'] {
    const row = /^\d{1,15}$/.test(id) ? table.get(keyOf(Number(id))) : undefined
    if (!row) throw new ZisProblem('RecordNotFound')
    return row
  }

  /** A trigger that names a webhook that is not there would never say so. */
  function checkActions(actions: Tables['triggers']['actions']): void {
    for (const { value } of actions) {
      if (store.table('zendesk_webhooks').has(value[0]!)) continue
      throw new ZisProblem('RecordInvalid', {}, { actions: `Actions: ${value[0]} is no webhook` })
    }
  }

  async function keep(trigger: Tables['triggers']) {
    table.put(keyOf(trigger.id), trigger)
    changes.tell('hooks')
    await store.durable()
    return { trigger }
  }

  return [
    on(wire.listTriggers, () => {
      const triggers = table.list().map(([, row]) => row)
      return { triggers, count: triggers.length }
    }),
    on(wire.showTrigger, ({ params: { id } }) => ({ trigger: existing(id) })),

    on(wire.createTrigger, ({ body: { trigger: input } }) => {
      checkActions(input.actions)
      const id = store.nextNumber('triggers', 4001)
      const { all = [], any = [] } = input.conditions
      const now = stamp(world)
      return keep({
        id,
        title: input.title,
        active: input.active ?? true,
        position: table.count() + 1,
        conditions: { all, any },
        actions: input.actions,
        created_at: now,
        updated_at: now,
      })
    }),

    on(wire.updateTrigger, ({ params: { id }, body: { trigger: input } }) => {
      const before = existing(id)
      const { conditions, ...rest } = input
      if (rest.actions) checkActions(rest.actions)
      return keep({
        ...before,
        ...rest,
        ...(conditions && { conditions: { all: conditions.all ?? [], any: conditions.any ?? [] } }),
        updated_at: stamp(world),
      })
    }),

    on(wire.deleteTrigger, async ({ params: { id } }) => {
      table.delete(keyOf(existing(id).id))
      changes.tell('hooks')
      await store.durable()
      return undefined
    }),
  ]
}
