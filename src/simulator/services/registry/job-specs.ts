import { parseName } from '../../../zis/names'
import { ZisProblem } from '../../../zis/wire/problems'
import { registry as wire } from '../../../zis/wire/registry'
import { findDefinition } from '../../definitions'
import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import type { World } from '../../world'
import { registryPageOf } from '../paging'
import { on, type Caller, type RouteHandler } from '../service'

export function jobSpecRoutes(world: World): RouteHandler[] {
  const { store, changes, assume } = world
  const table = store.table('job_specs')

  /** The job spec that a full name points at; a ZIS token opens its own integration only. */
  function pointedAt(fullName: string | undefined, caller: Caller) {
    const name = parseName(fullName ?? '')
    if (name?.kind !== 'job_spec') throw new ZisProblem('InvalidJobSpec')
    if (caller.kind === 'zis_token' && caller.integration !== name.integration) {
      throw new ZisProblem(assume('foreignJobSpec') === 401 ? 'IntegrationMismatch' : 'InvalidJobSpec')
    }
    const key = keyOf(name.integration, name.name)
    return { key, row: table.get(key) }
  }

  const shown = (row: Tables['job_specs']) =>
    assume('jobSpecFlowName') === 'full'
      ? row
      : { ...row, flow_name: parseName(row.flow_name)?.name ?? row.flow_name }

  const isRunnable = ({ integration, flow_name }: Tables['job_specs']) =>
    findDefinition(store, integration, 'flow', flow_name) !== undefined

  return [
    on(wire.installJobSpec, async ({ query, caller }) => {
      const { key, row } = pointedAt(query.job_spec_name, caller)
      if (!row || !isRunnable(row)) {
        throw new ZisProblem('InvalidJobSpec')
      }
      if (row.installed && assume('installOfInstalled') === 409) {
        throw new ZisProblem('JobSpecInstalled', { name: row.name })
      }
      table.put(key, { ...row, installed: true })
      changes.tell('registry', row.integration)
      await store.durable()
      return undefined
    }),

    on(wire.uninstallJobSpec, async ({ query, caller }) => {
      const { key, row } = pointedAt(query.job_spec_name, caller)
      const isRefused = !row?.installed && assume('uninstallOfUninstalled') === 404
      if (!row || isRefused) throw new ZisProblem('UnknownJobSpec', { name: query.job_spec_name ?? '' })
      table.put(key, { ...row, installed: false })
      changes.tell('registry', row.integration)
      await store.durable()
      return undefined
    }),

    // Every name is looked at before one is installed.
    on(wire.installJobSpecs, async ({ params: { integration }, body, caller }) => {
      if (!assume('olderInstallPath'))
        throw new ZisProblem('UnknownPath', { path: wire.installJobSpecs.route })
      const found = body.map(({ name }) => pointedAt(name, caller))
      const specs = found.map(({ row }) => row)
      if (!specs.every((row) => row?.integration === integration && isRunnable(row))) {
        throw new ZisProblem('InvalidJobSpec')
      }
      for (const { key, row } of found) if (row) table.put(key, { ...row, installed: true })
      changes.tell('registry', integration)
      await store.durable()
      return undefined
    }),

    on(wire.listJobSpecs, ({ params: { integration }, query }) => {
      const rows = table.list({ prefix: below(integration) }).map(([, row]) => row)
      const { page, meta } = registryPageOf(rows, ({ name }) => name, query, assume)
      return { job_specs: page.map(shown), meta }
    }),
  ]
}
