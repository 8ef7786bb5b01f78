import { useText, useWhen } from '../../platform/words'
import type { AnyConnection } from '../../platform/edge'
import { useClients, useConnections } from '../../queries/connections'
import { Stack } from '../../ui/blocks'
import { Row, Rows } from '../../ui/rows'
import { connectionState, works } from '../../state/connection-state'
import { ConnectionCheck } from '../../state/connection-check'
import { LastUse } from '../../state/last-use'
import { useNow } from '../../state/use-now'
import { Section } from './section'

/** The connections of an integration, of every kind, and how each sign-in stands. */
export function Connections({ integration }: { integration: string }) {
  const t = useText()
  const when = useWhen()
  const now = useNow()
  const connections = useConnections(integration)

  const look = (connection: AnyConnection) => {
    const words = t(`other.kind_${connection.kind}`)
    if (connection.kind !== 'oauth') {
      const { allowed_domain: domain } = connection
      return { isGood: true, says: domain ? `${words} ${t('other.domain', { domain })}` : words }
    }
    const state = connectionState(undefined, connection, now)
    const since = t('other.connected', { time: when(connection.updated_at || connection.created_at) })
    return {
      isGood: works(state),
      says: `${words} ${t(`connection.${state}.says`, { scopes: '' })} ${since}`,
    }
  }
  return (
    <Section title={t('overview.connections')} empty={t('other.no_connections')} query={connections}>
      {(rows) => (
        <Stack>
          <Rows aria-label={t('overview.connections')}>
            {rows.map((connection) => {
              const { isGood, says } = look(connection)
              return (
                <Row
                  key={`${connection.kind} ${connection.name}`}
                  state={isGood ? 'good' : 'failed'}
                  title={connection.name}
                  says={says}
                />
              )
            })}
          </Rows>
          <ConnectionCheck integration={integration} />
          <LastUse />
        </Stack>
      )}
    </Section>
  )
}

/** The OAuth clients of an integration: name and public id. */
export function OAuthClients({ integration }: { integration: string }) {
  const t = useText()
  const clients = useClients(integration)
  return (
    <Section title={t('other.clients')} empty={t('other.no_clients')} query={clients}>
      {(rows) => (
        <Rows aria-label={t('other.clients')}>
          {rows.map(({ uuid, name, client_id }) => (
            <Row key={uuid} state="waiting" title={name} says={t('other.client_says', { id: client_id })} />
          ))}
        </Rows>
      )}
    </Section>
  )
}
