import { parseName } from '../../../zis/names'
import { ZisProblem } from '../../../zis/wire/problems'
import { registry as wire } from '../../../zis/wire/registry'
import { findDefinition } from '../../definitions'
import { below, keyOf } from '../../store/keys'
import type { World } from '../../world'
import { pageOf } from '../paging'
import { on, type Caller, type RouteHandler } from '../service'

export function jobSpecRoutes(world: World): RouteHandler[] {
  const { store, changes } = world
  const table = store.table('job_specs')

  /** The job spec that a full name points at; a ZIS token opens its own integration only. */
  function pointedAt(fullName: string | undefined, caller: Caller) {
    const name = parseName(fullName ?? '')
    if (name?.kind !== 'job_spec') throw new ZisProblem('InvalidJobSpec')
    if (caller.kind === 'zis_token' && caller.integration !== name.integration) {
      throw new ZisProblem('IntegrationMismatch')
    }
    const key = keyOf(name.integration, name.name)
    return { key, row: table.get(key) }
  }

  return [
    on(wire.installJobSpec, async ({ query, caller }) => {
      const { key, row } = pointedAt(query.job_spec_name, caller)
      if (!row || !findDefinition(store, row.integration, 'flow', row.flow_name)) {
        throw new ZisProblem('InvalidJobSpec')
      }
      table.put(key, { ...row, installed: true })
      changes.tell('registry', row.integration)
      await store.durable()
      return undefined
    }),

    on(wire.uninstallJobSpec, async ({ query, caller }) => {
      const { key, row } = pointedAt(query.job_spec_name, caller)
      if (!row) throw new ZisProblem('UnknownJobSpec', { name: query.job_spec_name ?? '' })
      table.put(key, { ...row, installed: false })
      changes.tell('registry', row.integration)
      await store.durable()
      return undefined
    }),

    on(wire.listJobSpecs, ({ params: { integration }, query }) => {
      const rows = table.list({ prefix: below(integration) }).map(([, row]) => row)
      const { page, meta } = pageOf(rows, ({ name }) => name, query)
      return { job_specs: page, meta }
    }),
  ]
}
