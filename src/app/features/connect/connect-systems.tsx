import { useMemo, type ReactNode } from 'react'
import type { ConnectionDefinition } from '../../../zis/definition'
import type { AnyConnection } from '../../platform/edge'
import { bundleFor } from '../../../zis/bundle/fill'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { useClients, useConnections } from '../../queries/connections'
import { connectionsOf, connectionState, works } from '../../state/connection-state'
import { useNow } from '../../state/use-now'
import { Stack, Text } from '../../ui/blocks'
import { LoadingCard } from '../../ui/loading'
import { ProblemAlert } from '../../ui/problem-alert'
import { CredentialCard } from './credential-card'
import { OtherConnections } from './other-connections'
import { SeveralCard } from './several-card'
import { SystemCard } from './system-card'
import { useConnectionDialogs } from './use-connection-dialogs'

interface Props {
  catalogued: Catalogued
  integration: string
  /** Shown below the cards. */
  children?: ReactNode
}

/** One card per system, Zendesk first: why it is needed, what it may do, who signed in. */
export function ConnectSystems({ catalogued, integration, children }: Props) {
  const t = useText()
  const now = useNow()
  const { definition } = catalogued
  const connections = useConnections(integration)
  const clients = useClients(integration)
  const bundles = useMemo(() => [bundleFor(catalogued.bundle, integration)], [catalogued, integration])
  const systems = useMemo(() => zendeskFirst(definition.connections), [definition])
  const definitionOf = (connection: AnyConnection) =>
    systems.find((system) => connectionsOf(system, [connection]).length > 0)
  const all = connections.data ?? []
  const { onDetails, onDisconnect, dialogs } = useConnectionDialogs({
    integration,
    connections: all,
    bundles,
    definitionOf,
  })

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
  if (connections.isPending || clients.isPending) return <LoadingCard />

  const next = systems.find(
    (system) => !connectionsOf(system, all).some((one) => works(connectionState(system, one, now))),
  )
  const others = all.filter((connection) => definitionOf(connection) === undefined)

  return (
    <Stack>
      {systems.length + others.length === 0 && <Text>{t('connections.none')}</Text>}
      {systems.map((system) => {
        const client =
          system.kind === 'oauth' ? clients.data.find(({ name }) => name === system.client.name) : undefined
        if (system.several) {
          return (
            <SeveralCard
              key={system.name}
              definition={system}
              integration={integration}
              connections={all}
              client={client}
              bundles={bundles}
              isNext={system === next}
              onDetails={onDetails}
              onDisconnect={onDisconnect}
            />
          )
        }
        const [connection] = connectionsOf(system, all)
        const common = {
          integration,
          connection,
          isNext: system === next,
          onDetails: () => connection && onDetails(connection),
          onDisconnect: () => connection && onDisconnect(connection),
        }
        return system.kind === 'oauth' ? (
          <SystemCard key={system.name} definition={system} client={client} {...common} />
        ) : (
          <CredentialCard key={system.name} definition={system} {...common} />
        )
      })}
      {others.length > 0 && (
        <OtherConnections
          connections={others}
          bundles={bundles}
          onDetails={onDetails}
          onDisconnect={onDisconnect}
        />
      )}
      {children}
      {dialogs}
    </Stack>
  )
}

const zendeskFirst = (connections: ConnectionDefinition[]): ConnectionDefinition[] =>
  [...connections].sort((one, other) => Number(isZendesk(other)) - Number(isZendesk(one)))

const isZendesk = (definition: ConnectionDefinition): boolean =>
  definition.kind === 'oauth' && definition.client.name === 'zendesk'
