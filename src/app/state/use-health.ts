import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query'
import { bundleFor } from '../../zis/bundle/fill'
import type { ConnectionDefinition } from '../../zis/definition'
import type { JsonObject } from '../../zis/json'
import type { Entry } from '../queries/catalogue'
import { configsQuery } from '../queries/configs'
import { connectionsQuery } from '../queries/connections'
import { bundleQuery, jobSpecsQuery } from '../queries/deployment'
import { hasLeft, useOwners } from '../queries/owner'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'
import type { AnyConnection } from '../platform/edge'
import {
  connectionsOf,
  connectionState,
  endsSoon,
  namedFor,
  works,
  type ConnectionState,
} from './connection-state'
import { useNow } from './use-now'
import {
  bundleVerdict,
  isGood,
  jobSpecsOf,
  jobSpecVerdict,
  leftOvers,
  type Verdict,
} from './deployment-state'

/** One thing that has to be right for the integration to work. */
export type HealthRow = { id: string; title: string } & Checked &
  ({ kind: 'connection' | 'settings' | 'bundle' | 'job_spec' } & { retry: () => void })

type Checked =
  | { check: 'loading' }
  | { check: 'failed'; problem: Problem }
  | { check: 'done'; isGood: boolean; says: Says }

type Says = ConnectionState | 'owner_left' | Verdict | 'saved' | 'not_saved'

/** `ending` is active, and will not be unless somebody reconnects a connection. */
export type Status = 'loading' | 'active' | 'ending' | 'inactive' | 'attention' | 'unknown'

export interface Health {
  rows: HealthRow[]
  status: Status
  isLoading: boolean
  /** When the oldest of what it says was read, in ms; 0 while some of it was not. */
  checkedAt: number
  isChecking: boolean
  check(): void
}

/** What is asked to know how an integration stands. */
const healthQueries = (zis: ZisClient, { definition, bundle }: Entry, integration: string) => ({
  connections: connectionsQuery(zis, integration),
  configs: configsQuery(
    zis,
    integration,
    definition.settings.map(({ scope }) => scope),
  ),
  stored: bundleQuery(zis, integration, String(bundleFor(bundle, integration).name)),
  specs: jobSpecsQuery(zis, integration),
})

/** Asks ahead for what {@link useHealth} will want, while the page that shows it is still on its way. */
export function askAhead(queries: QueryClient, zis: ZisClient, catalogued: Entry, integration: string): void {
  const { connections, configs, stored, specs } = healthQueries(zis, catalogued, integration)
  void queries.prefetchQuery(stored)
  void queries.prefetchQuery(connections)
  void queries.prefetchQuery(configs)
  void queries.prefetchQuery(specs)
}

/** How an integration stands, read from the server: connections, settings, bundle and job specs. */
export function useHealth(catalogued: Entry, integration: string): Health {
  const client = useQueryClient()
  const { definition } = catalogued
  const bundle = bundleFor(catalogued.bundle, integration)
  const wanted = jobSpecsOf(bundle)
  const now = useNow()
  const asked = healthQueries(useConsole().zis, catalogued, integration)
  const connections = useQuery(asked.connections)
  const owners = useOwners(
    (connections.data ?? []).flatMap((one) => (one.kind === 'oauth' ? [one.created_by] : [])),
  )
  const configs = useQuery(asked.configs)
  const stored = useQuery(asked.stored)
  const specs = useQuery(asked.specs)

  const queries = [connections, configs, stored, specs]

  const rows: HealthRow[] = [
    ...definition.connections
      .filter(({ required }) => required)
      .flatMap((connection) =>
        neededOf(connection, bundle).map(({ id, title, among }) =>
          row('connection', id, title, connections, (all) => {
            const states = among(all).map((one) => {
              const state = connectionState(connection, one, now)
              const owner = one.kind === 'oauth' ? owners.get(one.created_by) : undefined
              return works(state) && hasLeft(owner) ? 'owner_left' : state
            })
            const state = states.find(isLasting) ?? states.find(isWorking) ?? states[0] ?? 'not_connected'
            return { says: state, isGood: isWorking(state) }
          }),
        ),
      ),
    ...definition.settings.map(({ scope, title }, index) =>
      row('settings', scope, title, configs, (all) => {
        const isSaved = all[index] !== null
        return { says: isSaved ? 'saved' : 'not_saved', isGood: isSaved }
      }),
    ),
    row('bundle', 'bundle', String(bundle.name), stored, (found) => {
      const verdict = bundleVerdict(bundle, found)
      return { says: verdict, isGood: isGood(verdict) }
    }),
    ...wanted.map((spec) =>
      row('job_spec', spec.name, spec.name, specs, (all) => {
        const verdict = jobSpecVerdict(spec.name, all)
        return { says: verdict, isGood: isGood(verdict) }
      }),
    ),
    ...leftOvers(wanted, specs.data ?? []).map((spec) =>
      row('job_spec', spec.name, spec.name, specs, () => ({ says: 'left_over', isGood: false })),
    ),
  ]
  return {
    rows,
    status: statusOf(rows),
    checkedAt: Math.min(...queries.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    isChecking: queries.some(({ isFetching }) => isFetching),
    check() {
      for (const query of queries) void query.refetch()
      void client.invalidateQueries({ queryKey: ['user'] })
    },
    isLoading: rows.some(({ check }) => check === 'loading'),
  }
}

interface Needed {
  id: string
  title: string
  /** Those of which one has to work. */
  among: (all: AnyConnection[]) => AnyConnection[]
}

/**
 * What of an entry of the definition has to be there. Where it may have several connections, ZIS starts a flow
 * only when each one that it names is there (zis-admin-app 4.3); where the flows name none, any one will do.
 */
function neededOf(connection: ConnectionDefinition, bundle: JsonObject): Needed[] {
  const { name, title } = connection
  const names = connection.several ? namedFor(connection, bundle) : []
  if (names.length === 0) return [{ id: name, title, among: (all) => connectionsOf(connection, all) }]
  return names.map((one) => ({
    id: one,
    title: one === name ? title : `${title} (${one})`,
    among: (all) => all.filter((found) => found.name === one),
  }))
}

/** A sign-in whose owner has left works for as long as its tokens do, and needs somebody's attention. */
const isWorking = (state: ConnectionState | 'owner_left'): boolean => state !== 'owner_left' && works(state)

const isLasting = (state: ConnectionState | 'owner_left'): boolean => isWorking(state) && !endsSoon(state)

/** A row that is good, and for how long is a question of days. */
export const isEnding = (row: HealthRow): boolean => row.check === 'done' && row.isGood && endsSoon(row.says)

function row<T>(
  kind: HealthRow['kind'],
  id: string,
  title: string,
  query: UseQueryResult<T, Problem>,
  judge: (data: T) => { says: Says; isGood: boolean },
): HealthRow {
  const base = { kind, id: `${kind}:${id}`, title, retry: () => void query.refetch() }
  if (query.isPending) return { ...base, check: 'loading' }
  if (query.isError) return { ...base, check: 'failed', problem: query.error }
  return { ...base, check: 'done', ...judge(query.data) }
}

/** A row that could not be checked is never taken for a good one. */
function statusOf(rows: HealthRow[]): Status {
  if (rows.some(({ check }) => check === 'loading')) return 'loading'
  if (rows.some(({ check }) => check === 'failed')) return 'unknown'
  const isOn = rows.some(
    (row) => row.kind === 'job_spec' && row.check === 'done' && (row.isGood || row.says === 'left_over'),
  )
  if (!isOn) return 'inactive'
  if (!rows.every((row) => row.check === 'done' && row.isGood)) return 'attention'
  return rows.some(isEnding) ? 'ending' : 'active'
}
