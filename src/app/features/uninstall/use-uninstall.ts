import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useConsole } from '../../platform/console'
import type { Problem } from '../../platform/problem'
import { useText } from '../../platform/words'
import type { ZisClient } from '../../platform/zis-client'
import { readAllConfigs, readScopes, type StoredConfig } from '../../queries/configs'
import type { AnyConnection } from '../../platform/edge'
import { deleteConnection, readClients, readConnections } from '../../queries/connections'
import { readJobSpecs, switchJobSpecs } from '../../queries/deployment'
import { readRecord, saveRecord } from '../../queries/record'
import { useRecorder } from '../../queries/use-recorder'
import { orNone } from '../../queries/read-all'
import { deleteWebhook, readWebhooks, type Webhook } from '../../queries/webhooks'
import { resultOf, useTasks, wentWell, type Task } from '../../tasks/use-tasks'

/** What can be removed although its list could not be read beforehand. */
export type Part = 'webhooks' | 'connections' | 'clients' | 'configs'

/** What an integration has on the server, by name. */
export interface Belongings {
  jobSpecs: string[]
  webhooks: Webhook[]
  connections: AnyConnection[]
  clients: Array<{ uuid: string; name: string }>
  scopes: string[]
  /** What the settings are, by scope. */
  configs: StoredConfig[]
  /** What was paused is kept in mind, or may be. */
  isPaused: boolean
  /** Parts that could not be read: nothing is known of them, and they hold up nothing. */
  unread: Part[]
}

/** @throws {Problem} when the job specs cannot be read: without them nothing could be stopped */
async function readBelongings(zis: ZisClient, integration: string): Promise<Belongings> {
  const unread: Part[] = []
  const orUnread = <T>(part: Part, list: Promise<T[]>): Promise<T[]> =>
    list.catch(() => {
      unread.push(part)
      return []
    })
  const [specs, webhooks, connections, clients, configs, isPaused] = await Promise.all([
    readJobSpecs(zis, integration),
    orUnread('webhooks', readWebhooks(zis, integration)),
    orUnread('connections', readConnections(zis, integration)),
    orUnread('clients', readOwnClients(zis, integration)),
    orUnread('configs', readAllConfigs(zis, integration)),
    readRecord(zis, integration).then(
      (record) => record?.paused !== undefined,
      () => true,
    ),
  ])
  return {
    jobSpecs: specs.filter(({ installed }) => installed).map(({ name }) => name),
    webhooks,
    connections,
    clients,
    scopes: configs.map(({ scope }) => scope),
    configs,
    isPaused,
    unread,
  }
}

/** The client `zendesk` was made by ZIS with the integration and stays with it. */
const readOwnClients = async (zis: ZisClient, integration: string) =>
  (await readClients(zis, integration)).filter(({ name }) => name !== 'zendesk')

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
  const recorder = useRecorder(integration)

  const gone = (still: boolean) => ({
    isGood: !still,
    says: t(still ? 'uninstall.still_there' : 'uninstall.deleted'),
  })

  /** Otherwise Resume would bring back what was uninstalled. */
  const forgetPause: Task = {
    id: 'pause',
    title: t('rows.pause'),
    async run() {
      await saveRecord(zis, integration, ({ paused: _paused, ...rest }) => rest)
      return gone((await readRecord(zis, integration))?.paused !== undefined)
    },
  }

  const webhookTask = ({ uuid, source_system, event_type }: Webhook): Task => ({
    id: `webhook:${uuid}`,
    title: t('rows.webhook', { source: source_system, type: event_type }),
    async run() {
      await deleteWebhook(zis, integration, uuid)
      return gone((await readWebhooks(zis, integration)).some((webhook) => webhook.uuid === uuid))
    },
  })
  const connectionTask = (connection: AnyConnection): Task => ({
    id: `connection:${connection.name}`,
    title: t('rows.connection', { name: connection.name }),
    async run() {
      await deleteConnection(zis, integration, connection)
      return gone((await readConnections(zis, integration)).some(({ name }) => name === connection.name))
    },
  })
  const clientTask = ({ uuid, name }: { uuid: string; name: string }): Task => ({
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
  })
  const configTask = (scope: string): Task => ({
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
  })

  const partTasks: Record<Part, () => Promise<Task[]>> = {
    webhooks: async () => (await readWebhooks(zis, integration)).map(webhookTask),
    connections: async () => (await readConnections(zis, integration)).map(connectionTask),
    clients: async () => (await readOwnClients(zis, integration)).map(clientTask),
    configs: async () => (await readScopes(zis, integration)).map(configTask),
  }
  /** One row for a part that could not be listed: it is read once more when its turn comes. */
  const partTask = (part: Part): Task => ({
    id: part,
    title: t(`uninstall.part_${part}`),
    async run() {
      const tasks = await partTasks[part]()
      for (const task of tasks) {
        const result = await task.run()
        if (!result.isGood) return { isGood: false, says: task.title }
      }
      return { isGood: true, says: t(tasks.length === 0 ? 'uninstall.none' : 'uninstall.deleted') }
    },
  })

  const tasksFor = (found: Belongings, withSettings: boolean): Task[] => {
    const either = (part: Part, tasks: Task[]) => (found.unread.includes(part) ? [partTask(part)] : tasks)
    return [
      ...found.jobSpecs.map((name): Task => ({
        id: `job_spec:${name}`,
        title: t('rows.job_spec', { name }),
        async run() {
          const still = (await switchJobSpecs(zis, integration, [name], false)).length > 0
          return { isGood: !still, says: t(still ? 'uninstall.still_installed' : 'uninstall.uninstalled') }
        },
      })),
      ...either('webhooks', found.webhooks.map(webhookTask)),
      ...either('connections', found.connections.map(connectionTask)),
      ...either('clients', found.clients.map(clientTask)),
      ...(found.isPaused && !withSettings ? [forgetPause] : []),
      ...(withSettings ? either('configs', found.scopes.map(configTask)) : []),
    ]
  }

  return {
    belongings,
    states,
    isRunning,
    tasksFor,
    /** @param keepsLog whether the activity stays; where it goes too, nothing is written any more */
    async uninstall(tasks: Task[], keepsLog: boolean) {
      // What is still to be recorded would bring a log back that was deleted.
      await recorder.settled()
      const after = await run(tasks.filter(({ id }) => !wentWell(states[id])))
      if (keepsLog) recorder.keep({ what: 'uninstalled', scope: integration }, resultOf(tasks, after))
    },
    /** Lets the other pages read the server again. */
    async refresh() {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['zis', integration] }),
        queries.invalidateQueries({ queryKey: ['registered'] }),
      ])
    },
  }
}
