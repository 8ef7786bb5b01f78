import { useText } from '../../platform/words'
import { useConnections } from '../../queries/connections'
import { useBundles } from '../../queries/deployment'
import { ConnectionCheck } from '../../state/connection-check'
import { LastUse } from '../../state/last-use'
import { Card, Heading, Stack, Text } from '../../ui/blocks'
import { Loading } from '../../ui/loading'
import { ProblemAlert } from '../../ui/problem-alert'
import { ConnectionTable } from './connection-table'
import { useConnectionDialogs } from './use-connection-dialogs'

/** The connections that an integration without a definition holds: how each stands, and the way to be rid of it. */
export function HeldConnections({ integration }: { integration: string }) {
  const t = useText()
  const connections = useConnections(integration)
  const { data: bundles = [] } = useBundles(integration)
  const { dialogs, ...rest } = useConnectionDialogs({
    integration,
    connections: connections.data ?? [],
    bundles,
  })
  const title = t('overview.connections')
  return (
    <Card>
      <Stack $gap="sm">
        <Heading>{title}</Heading>
        {connections.isError ? (
          <ProblemAlert
            title={t('connect.failed')}
            problem={connections.error}
            onRetry={() => void connections.refetch()}
          />
        ) : connections.isPending ? (
          <Loading />
        ) : connections.data.length === 0 ? (
          <Text>{t('other.no_connections')}</Text>
        ) : (
          <Stack>
            <ConnectionTable title={title} connections={connections.data} bundles={bundles} {...rest} />
            <ConnectionCheck integration={integration} />
            <LastUse />
          </Stack>
        )}
      </Stack>
      {dialogs}
    </Card>
  )
}
