import type { ReactNode } from 'react'
import type { ConnectionDefinition } from '../../../zis/definition'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { useClients, useConnections } from '../../queries/connections'
import { connectionState, works } from '../../state/connection-state'
import { useNow } from '../../state/use-now'
import { Stack } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { ProblemAlert } from '../../ui/problem-alert'
import { SystemCard } from './system-card'

interface Props {
  catalogued: Catalogued
  integration: string
  /** Shown below the cards. */
  children?: ReactNode
}

/** One card per system, Zendesk first: why it is needed, what it may do, who signed in. */
export function ConnectSystems({ catalogued: { definition }, integration, children }: Props) {
  const t = useText()
  const now = useNow()
  const connections = useConnections(integration)
  const clients = useClients(integration)

  if (connections.isError || clients.isError) {
    return (
      <ProblemAlert
        title={t('connect.failed')}
        problem={(connections.error ?? clients.error)!}
        onRetry={() => {
          void connections.refetch()
          void clients.refetch()
        }}
      />
    )
  }
  if (connections.isPending || clients.isPending) return <Loading lines={4} />
  const systems = zendeskFirst(definition.connections)
  const connectionOf = ({ name }: ConnectionDefinition) => connections.data.find((one) => one.name === name)
  const next = systems.find((system) => !works(connectionState(system, connectionOf(system), now)))
  return (
    <Stack>
      {systems.map((connection) => (
        <SystemCard
          key={connection.name}
          definition={connection}
          integration={integration}
          connection={connectionOf(connection)}
          isNext={connection === next}
          client={clients.data.find(({ name }) => name === connection.client.name)}
        />
      ))}
      {children}
    </Stack>
  )
}

const zendeskFirst = (connections: ConnectionDefinition[]): ConnectionDefinition[] =>
  [...connections].sort((one, other) => Number(isZendesk(other)) - Number(isZendesk(one)))

const isZendesk = ({ client }: ConnectionDefinition): boolean => client.name === 'zendesk'
