import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useConsole } from '../../platform/console'
import type { Problem } from '../../platform/problem'
import { useText } from '../../platform/words'
import type { ZisClient } from '../../platform/zis-client'
import { readScopes } from '../../queries/configs'
import { readClients, readConnections } from '../../queries/connections'
import { readJobSpecs } from '../../queries/deployment'
import { orNone } from '../../queries/read-all'
import { fullName } from '../../state/deployment-state'
import { useTasks, wentWell, type Task } from '../../tasks/use-tasks'

/** What an integration has on the server, by name. */
export interface Belongings {
  jobSpecs: string[]
  connections: string[]
  clients: Array<{ uuid: string; name: string }>
  scopes: string[]
}

async function readBelongings(zis: ZisClient, integration: string): Promise<Belongings> {
  const [specs, connections, clients, scopes] = await Promise.all([
    readJobSpecs(zis, integration),
    readConnections(zis, integration),
    readClients(zis, integration),
    readScopes(zis, integration),
  ])
  return {
    jobSpecs: specs.filter(({ installed }) => installed).map(({ name }) => name),
    connections: connections.map(({ name }) => name),
    // The client `zendesk` was made by ZIS with the integration and stays with it.
    clients: clients.filter(({ name }) => name !== 'zendesk'),
    scopes,
  }
}

/** What would be removed, and the removing: events stop first, then what they used (zis-admin-app 13.4). */
export function useUninstall(integration: string) {
  const { zis } = useConsole()
  const t = useText()
  const queries = useQueryClient()
  const belongings = useQuery<Belongings, Problem>({
    queryKey: ['belongings', integration],
    queryFn: () => readBelongings(zis, integration),
    // Read once for the question and kept as the list that is worked through.
    staleTime: Infinity,
    gcTime: 0,
  })
  const { states, isRunning, run } = useTasks()

  const tasksFor = (found: Belongings, withSettings: boolean): Task[] => [
    ...found.jobSpecs.map((name): Task => ({
      id: `job_spec:${name}`,
      title: t('rows.job_spec', { name }),
      async run() {
        await orNone(
          zis.call('DELETE /api/services/zis/registry/job_specs/install', {
            query: { job_spec_name: fullName(integration, name) },
          }),
        )
        const still = (await readJobSpecs(zis, integration)).some(
          (spec) => spec.name === name && spec.installed,
        )
        return { isGood: !still, says: t(still ? 'uninstall.still_installed' : 'uninstall.uninstalled') }
      },
    })),
    ...found.connections.map((name): Task => ({
      id: `connection:${name}`,
      title: t('rows.connection', { name }),
      async run() {
        await orNone(
          zis.call('DELETE /api/services/zis/connections/:integration', {
            params: { integration },
            query: { name },
          }),
        )
        return gone((await readConnections(zis, integration)).some((connection) => connection.name === name))
      },
    })),
    ...found.clients.map(({ uuid, name }): Task => ({
      id: `client:${uuid}`,
      title: t('rows.client', { name }),
      async run() {
        await orNone(
          zis.call('DELETE /api/services/zis/connections/oauth/clients/:integration/:uuid', {
            params: { integration, uuid },
          }),
        )
        return gone((await readClients(zis, integration)).some((client) => client.uuid === uuid))
      },
    })),
    ...(withSettings ? found.scopes : []).map((scope): Task => ({
      id: `config:${scope}`,
      title: t('rows.config', { name: scope }),
      async run() {
        await orNone(
          zis.call('DELETE /api/services/zis/integrations/:integration/configs/:scope', {
            params: { integration, scope },
          }),
        )
        return gone((await readScopes(zis, integration)).includes(scope))
      },
    })),
  ]
  const gone = (still: boolean) => ({
    isGood: !still,
    says: t(still ? 'uninstall.still_there' : 'uninstall.deleted'),
  })

  return {
    belongings,
    states,
    isRunning,
    tasksFor,
    uninstall: (tasks: Task[]) => run(tasks.filter(({ id }) => !wentWell(states[id]))),
    /** Lets the other pages read the server again. */
    async refresh() {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['zis', integration] }),
        queries.invalidateQueries({ queryKey: ['registered'] }),
      ])
    },
  }
}
